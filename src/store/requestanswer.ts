// The sheet on which a unit answers a request: each field with what is held of it, its source and its month. Reads only.
import { may } from '../core/access.ts'
import { daysAsked } from '../core/burden.ts'
import type { AnswerView } from '../core/contract/burden.ts'
import { type AskedField, matchFields, named } from '../core/fieldmatch.ts'
import type { ReadingStatus } from '../core/indicator.ts'
import { type AnswerCell, indicatorFor, inUnit, type KnownIndicator, whoOf } from '../core/requestanswer.ts'
import { dataMonth } from '../core/requestdue.ts'
import type { Actor, Day, Instant } from '../core/types.ts'
import { askingIn, fieldOfIndicator, heldIndicators, namesOf, type RequestRead, requestById, requestsOf, wholeOf } from './request.ts'
import type { Tx } from './tx.ts'

export interface Sheet {
  request: RequestRead
  form: AskedField[]
  indicators: (KnownIndicator | null)[]
  fields: AnswerView['fields']
  revision: number
  answered: { by: string; at: Instant } | null
}

interface Kept {
  itemId: string
  title: string
  dueOn: Day
  revision: number
  cells: AnswerCell[]
  by: string
  at: Instant
}

/** The last revision of each of the unit's answers, the newest first. */
const KEPT = `select * from (select distinct on (a.item_id, a.due_on) a.item_id, i.title, a.due_on, a.revision, a.cells, a.by_name as by, a.at
    from request_answer a join item i on i.jurisdiction_id = a.jurisdiction_id and i.id = a.item_id
    where a.jurisdiction_id = $1 and a.unit_id = $2 order by a.item_id, a.due_on, a.revision desc) k order by k.at desc limit 300`
const READINGS = `select * from (select distinct on (r.indicator_id, r.year, r.month) r.indicator_id, r.year, r.month, r.value::text as value, r.status from reading r
    where r.jurisdiction_id = $1 and r.unit_id = $2 and r.indicator_id = any($3) order by r.indicator_id, r.year, r.month, r.revision desc) h
  where h.value is not null order by h.year desc, h.month desc`

interface Figure {
  indicatorId: string
  year: number
  month: number
  value: string
  status: ReadingStatus
}

/** null: there is no such request, or it does not ask that unit on that day. */
export async function sheetOf(tx: Tx, id: string, unitId: string, dueOn: Day): Promise<Sheet | null> {
  const place = tx.context.jurisdiction
  const request = await requestById(tx, id)
  const asking = request && askingIn(request)
  if (!request || !asking?.unitIds.includes(unitId) || !daysAsked(asking).includes(dueOn)) return null
  const [all, known, kept, [where]] = await Promise.all([
    requestsOf(tx, unitId),
    heldIndicators(tx),
    tx.rows<Kept>(KEPT, [place, unitId]),
    tx.rows<{ place: string }>('select place from jurisdiction where id = $1', [place]),
  ])
  const { form } = wholeOf(all, id, request.fields)
  const byId = new Map(known.map(i => [i.id, i]))
  const indicators = indicatorFor(
    form,
    known.map(i => ({ ...i, field: fieldOfIndicator(i) })),
    where?.place ?? '',
  )
  const figures = await tx.rows<Figure>(READINGS, [place, unitId, indicators.flatMap(i => i?.id ?? [])])
  const own = kept.find(k => k.itemId === id && k.dueOn === dueOn)
  const others = kept
    .filter(k => k.itemId !== id)
    .flatMap(k => k.cells.map(cell => ({ ...k, cell })))
    .filter(k => k.cell.value.trim())
  const told = matchFields(
    form.map(named),
    others.map(k => named(k.cell)),
    where?.place ?? '',
  ).filter(m => m.same)
  const fields = form.map((field, at): AnswerView['fields'][number] => {
    const indicator = indicators[at]!
    const figure = indicator && figures.find(f => f.indicatorId === indicator.id)
    const value = figure && inUnit(figure.value, indicator.unit, field.unit)
    const other = others[told.find(m => m.a === at)?.b ?? -1]
    const said = other && inUnit(other.cell.value, other.cell.unit, field.unit)
    const held: AnswerView['fields'][number]['held'] = value
      ? {
          from: 'reading',
          value,
          name: indicator.name,
          source: byId.get(indicator.id)!.source,
          month: `${figure.year}-${String(figure.month).padStart(2, '0')}`,
          status: figure.status,
        }
      : said
        ? { from: 'answer', value: said, name: other.cell.name, title: other.title, dueOn: other.dueOn }
        : null
    return {
      name: field.name,
      unit: field.unit,
      who: whoOf(indicator, unitId, held?.from === 'reading'),
      held,
      answered: own?.cells.find(c => c.name === field.name)?.value ?? null,
    }
  })
  return { request, form, indicators, fields, revision: own?.revision ?? 0, answered: own ? { by: own.by, at: own.at } : null }
}

export async function getAnswerTo(tx: Tx, actor: Actor, id: string, unitId: string, dueOn: Day): Promise<AnswerView | null> {
  const sheet = await sheetOf(tx, id, unitId, dueOn)
  if (!sheet) return null
  const { request, fields, revision, answered } = sheet
  const allowed = may(actor, 'request.answer') && actor.unitIds.includes(unitId)
  // Only the unit, the sender and the office see what a unit said.
  if (!allowed && tx.context.scope !== 'all' && !actor.unitIds.includes(request.senderId ?? '')) return null
  return {
    id,
    title: request.title,
    sender: request.sender,
    purpose: (request.fields.purpose as string | undefined) ?? null,
    unitId,
    unit: (await namesOf(tx, [unitId])).get(unitId) ?? '',
    dueOn,
    minutes: askingIn(request)!.minutes,
    fields,
    month: dataMonth(dueOn),
    revision,
    answeredBy: answered?.by ?? null,
    answeredAt: answered?.at ?? null,
    hindrance: !allowed ? 'not-allowed' : request.stage === 'out' ? null : 'not-out',
  }
}
