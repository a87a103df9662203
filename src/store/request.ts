// Requests as they are read: those that are out with what they ask, one with its check, and what is held of the figures that a form asks for.
import { askingOf, chargesOf, costOf, overBudget } from '../core/burden.ts'
import type { DueAnswer, RequestCheck, RequestRow } from '../core/contract/burden.ts'
import { matchFields, type NamedField, named } from '../core/fieldmatch.ts'
import { forbiddenField } from '../core/forbidden.ts'
import { type Frequency, WHOLE } from '../core/indicator.ts'
import type { Fields } from '../core/kind.ts'
import type { CARRIERS, LENGTHS, REQUEST_FREQUENCIES } from '../core/kinds/request.ts'
import { MOST_CHARACTERS, mayNotReceive, SEND_RULE, tooLong } from '../core/maysend.ts'
import { dueNow } from '../core/requestdue.ts'
import { formOf, type WholeField, wholeForm } from '../core/requestform.ts'
import type { Day, UnitKind } from '../core/types.ts'
import { askedOf, budgetIn, budgetsOf } from './burden.ts'
import type { Tx } from './tx.ts'

export interface RequestRead {
  id: string
  number: string | null
  title: string
  stage: string
  stageOn: Day
  senderId: string | null
  sender: string | null
  unitIds: string[]
  fields: Fields
}

const REQUESTS = `select i.id, i.number, i.title, i.stage, i.stage_on, i.lead_unit_id as sender_id, u.name as sender, i.co_unit_ids as unit_ids, d.fields
  from item i join item_detail d on d.jurisdiction_id = i.jurisdiction_id and d.item_id = i.id
  left join unit u on u.jurisdiction_id = i.jurisdiction_id and u.id = i.lead_unit_id
  where i.jurisdiction_id = $1 and i.kind = 'request' and i.state <> 'archived'`

/** All that may be seen, the newest first; of one unit: those that ask it. */
export const requestsOf = (tx: Tx, unitId: string | null = null): Promise<RequestRead[]> =>
  tx.rows<RequestRead>(`${REQUESTS} and ($2::uuid is null or $2 = any (i.co_unit_ids)) order by i.stage_on desc, i.id limit 2000`, [
    tx.context.jurisdiction,
    unitId,
  ])

export const requestById = async (tx: Tx, id: string): Promise<RequestRead | null> =>
  (await tx.rows<RequestRead>(`${REQUESTS} and i.id = $2`, [tx.context.jurisdiction, id]))[0] ?? null

export const askingIn = ({ stage, stageOn, unitIds, fields }: RequestRead) => askingOf({ stage, stageOn, unitIds }, fields)

export function rowOf(request: RequestRead): RequestRow {
  const asking = askingIn(request)
  const { id, number, title, stage, stageOn, senderId, sender, unitIds, fields } = request
  return {
    id,
    number,
    title,
    stage,
    stageOn,
    senderId,
    sender,
    units: unitIds.length,
    frequency: (fields.frequency as (typeof REQUEST_FREQUENCIES)[number] | undefined) ?? null,
    minutes: (fields.minutes as number | undefined) ?? null,
    fields: formOf(fields).length,
    yearMinutes: asking ? costOf(asking).yearMinutes : 0,
  }
}

/** What these units are to answer now, by the day. */
export async function dueOf(tx: Tx, requests: readonly RequestRead[], unitIds: readonly string[], today: Day): Promise<DueAnswer[]> {
  const mine = requests.filter(r => r.stage === 'out' && r.unitIds.some(id => unitIds.includes(id)))
  if (!mine.length) return []
  const [answered, names] = await Promise.all([
    tx.rows<{ itemId: string; unitId: string; dueOn: Day }>(
      'select distinct item_id, unit_id, due_on from request_answer where jurisdiction_id = $1 and item_id = any($2) and unit_id = any($3)',
      [tx.context.jurisdiction, mine.map(r => r.id), unitIds],
    ),
    namesOf(tx, unitIds),
  ])
  const done = Map.groupBy(answered, a => `${a.itemId} ${a.unitId}`)
  return mine
    .flatMap(request =>
      request.unitIds
        .filter(id => unitIds.includes(id))
        .flatMap((unitId): DueAnswer[] => {
          const asking = askingIn(request)
          const days = new Set((done.get(`${request.id} ${unitId}`) ?? []).map(a => a.dueOn))
          const dueOn = asking && dueNow(asking, days, today)
          const { id, title, sender } = request
          return dueOn
            ? [{ id, title, sender, unitId, unit: names.get(unitId) ?? '', dueOn, late: dueOn < today, minutes: asking.minutes }]
            : []
        }),
    )
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0))
}

interface UnitRead {
  id: string
  name: string
  kind: UnitKind
}

export const unitsById = (tx: Tx, ids: readonly (string | null)[]): Promise<UnitRead[]> =>
  tx.rows<UnitRead>('select id, name, kind from unit where jurisdiction_id = $1 and id = any($2) order by position', [
    tx.context.jurisdiction,
    ids.filter(id => id !== null),
  ])

export const namesOf = async (tx: Tx, ids: readonly string[]): Promise<Map<string, string>> =>
  new Map((await unitsById(tx, ids)).map(u => [u.id, u.name]))

interface HeldIndicator {
  id: string
  name: string
  aliases: string[]
  unit: string
  frequency: Frequency
  sourceUnitId: string | null
  source: string | null
}

const INDICATORS = `select i.id, i.name, i.aliases, i.unit, i.frequency, i.source_unit_id, u.name as source from indicator i
  left join unit u on u.jurisdiction_id = i.jurisdiction_id and u.id = i.source_unit_id
  where i.jurisdiction_id = $1 and not i.retired and i.kind <> 'milestone' order by i.position, i.id`
export const heldIndicators = (tx: Tx): Promise<HeldIndicator[]> => tx.rows<HeldIndicator>(INDICATORS, [tx.context.jurisdiction])
export const fieldOfIndicator = ({ name, aliases, unit, frequency }: HeldIndicator): NamedField => ({
  names: [name, ...aliases],
  unit,
  period: frequency,
})

/** Of which units there are figures, and up to which month. */
const COVERED = `select indicator_id, count(distinct unit_id) filter (where unit_id <> $4)::int as units, bool_or(unit_id = $4) as whole,
    max(year * 100 + month) as latest
  from reading where jurisdiction_id = $1 and indicator_id = any($2) and unit_id = any($3) and value is not null group by 1`

interface CheckInput {
  id: string | null
  leadUnitId: string | null
  coUnitIds: readonly string[]
  fields: Fields
}

/** The fields of a request with those of what was merged into it, and which of the requests brought them. */
export function wholeOf(requests: readonly RequestRead[], id: string, fields: Fields): { form: WholeField[]; merged: RequestRead[] } {
  const merged = requests.filter(r => r.stage === 'merged' && r.fields.mergedInto === id)
  return {
    form: wholeForm(
      formOf(fields),
      merged.map(r => formOf(r.fields)),
    ),
    merged,
  }
}

/** Everything that is to be known of a request before it goes out. */
export async function checkRequest(tx: Tx, { id, leadUnitId, coUnitIds, fields }: CheckInput): Promise<RequestCheck> {
  const place = tx.context.jurisdiction
  const [indicators, requests, units, asked, budgets, [where]] = await Promise.all([
    heldIndicators(tx),
    requestsOf(tx),
    unitsById(tx, [leadUnitId, ...coUnitIds]),
    askedOf(tx, coUnitIds),
    budgetsOf(tx),
    tx.rows<{ place: string }>('select place from jurisdiction where id = $1', [place]),
  ])
  const form = id ? wholeOf(requests, id, fields).form : formOf(fields)
  const wanted = form.map(named)
  const matches = matchFields(wanted, indicators.map(fieldOfIndicator), where?.place ?? '')
  const covered = await tx.rows<{ indicatorId: string; units: number; whole: boolean; latest: number }>(COVERED, [
    place,
    matches.map(m => indicators[m.b]!.id),
    [...coUnitIds, WHOLE],
    WHOLE,
  ])
  const names = new Map(units.map(u => [u.id, u.name]))
  const asking = askingOf({ stage: 'drafted', stageOn: '0001-01-01', unitIds: coUnitIds }, fields)
  const sender = units.find(u => u.id === leadUnitId) ?? null
  const not = mayNotReceive(
    (fields.carrier ?? 'form') as (typeof CARRIERS)[number],
    sender,
    units.filter(u => coUnitIds.includes(u.id)),
  )
  const as = (fields.lengthAs ?? null) as (typeof LENGTHS)[number] | null
  const over = tooLong(as, (fields.characters ?? null) as number | null)
  const self = requests.find(r => r.id === id)
  const own = self?.stage === 'out' ? askingIn(self) : null
  const others = own ? withoutOwn(asked, own) : asked
  return {
    cost: asking ? costOf(asking) : null,
    held: matches.map(({ a, b, reason, score, same }) => {
      const indicator = indicators[b]!
      const found = covered.find(c => c.indicatorId === indicator.id)
      return {
        field: a,
        reason,
        score,
        same,
        indicatorId: indicator.id,
        indicator: indicator.name,
        unit: indicator.unit,
        period: indicator.frequency,
        source: indicator.source,
        units: found?.units ?? 0,
        whole: found?.whole ?? false,
        latest: found ? `${Math.floor(found.latest / 100)}-${String(found.latest % 100).padStart(2, '0')}` : null,
      }
    }),
    overlaps: overlapsOf(
      requests.filter(r => r.id !== id && ASKED.includes(r.stage)),
      { wanted, coUnitIds, indicators: indicators.map(fieldOfIndicator), place: where?.place ?? '' },
    ),
    mayNot: not.length ? { rule: SEND_RULE, units: not.map(u => u.name) } : null,
    tooLong: over ? { over, most: MOST_CHARACTERS[as!], rule: SEND_RULE } : null,
    forbidden: form.flatMap((f, field) => {
      const found = forbiddenField(f.name)
      return found ? [{ field, ...found }] : []
    }),
    over: asking ? overBudget(asking, others, budgetIn(budgets)).map(o => ({ ...o, unit: names.get(o.unitId) ?? '' })) : [],
  }
}

/** Requests that are asked, or soon will be. */
const ASKED: readonly string[] = ['checked', 'approved', 'out']

/** What a request that is out already asks is not asked twice. */
function withoutOwn(
  asked: (unitId: string, month: string) => number,
  own: NonNullable<ReturnType<typeof askingIn>>,
): (unitId: string, month: string) => number {
  const charges = new Map(chargesOf(own).map(c => [c.month, c.minutes]))
  return (unitId, month) => asked(unitId, month) - (own.unitIds.includes(unitId) ? (charges.get(month) ?? 0) : 0)
}

/** Words are asked for in every form; only figures are compared. Two names of one indicator are one figure. */
function overlapsOf(
  requests: readonly RequestRead[],
  {
    wanted,
    coUnitIds,
    indicators,
    place,
  }: { wanted: readonly NamedField[]; coUnitIds: readonly string[]; indicators: readonly NamedField[]; place: string },
): RequestCheck['overlaps'] {
  const indicatorsOf = (form: readonly NamedField[]) =>
    new Map(matchFields(form, indicators, place).flatMap(m => (m.same ? [[m.a, m.b] as const] : [])))
  const own = indicatorsOf(wanted)
  return requests
    .flatMap(({ id, number, title, stage, sender, unitIds, fields: facts }) => {
      const form = formOf(facts).map(named)
      const theirs = [...indicatorsOf(form)]
      const byName = matchFields(wanted, form, place)
      const fields = wanted.flatMap((field, at) => {
        const match = byName.find(m => m.a === at)
        const same = match?.same ? undefined : theirs.find(([, indicator]) => indicator === own.get(at))
        const b = same ? same[0] : match?.b
        if (b === undefined || !(field.unit ?? form[b]!.unit)) return []
        const how = same
          ? { reason: 'synonym' as const, score: 1, same: true }
          : { reason: match!.reason, score: match!.score, same: match!.same }
        return [{ field: at, other: form[b]!.names[0]!, ...how }]
      })
      const shared = coUnitIds.filter(unitId => unitIds.includes(unitId)).length
      return fields.length ? [{ id, number, title, stage, sender, shared, fields }] : []
    })
    .sort((a, b) => count(b) - count(a) || b.fields.length - a.fields.length || b.shared - a.shared)
    .slice(0, MOST_SHOWN)
}
const MOST_SHOWN = 10
const count = ({ fields }: RequestCheck['overlaps'][number]) => fields.filter(f => f.same).length
