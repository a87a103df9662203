// A slip as a target of `act`: issued with its number and its page, settled or taken back with a reason. Numbers are drawn under lock and never used again.
import { createHash, randomUUID } from 'node:crypto'
import { may } from '../../core/access.ts'
import { dayOf, daysBetween } from '../../core/day.ts'
import type { Gongwen } from '../../core/gongwen.ts'
import { slipAudiences } from '../../core/message.ts'
import { refuse } from '../../core/refusal.ts'
import { lastSlip, SLIP_STATES, type Slip, type SlipColour, type SlipReason, slipFacts, slipNumber } from '../../core/slip.ts'
import { slipDocument } from '../../core/slipdocument.ts'
import type { Day, Item } from '../../core/types.ts'
import { tellWrites } from '../message.ts'
import { ITEM_COLUMNS, type ItemColumns, itemOf } from '../row.ts'
import { slipsOf, suggestionFor } from '../slip.ts'
import type { Tx } from '../tx.ts'
import type { Done, Kind, Moment } from '../write.ts'

interface SlipTarget {
  /** null issues a new one. */
  id: string | null
}

interface SlipDraft {
  colour: SlipColour
  limitOn: Day
  words: string | null
  copies: string | null
}

type SlipCommand = ({ command: 'issue'; itemId: string } & SlipDraft) | { command: 'settle' | 'withdraw'; words: string }

/** What a slip is made of. */
interface SlipGround {
  item: Item
  unit: string
  office: string
  place: string
  slips: Slip[]
}

/** The slip that ends, and what its message names. */
interface Ended {
  number: string
  over: boolean
  itemId: string
  itemNumber: string | null
  itemTitle: string
  unitId: string
}

export interface State {
  ground: SlipGround | null
  n: number
  ended: Ended | null
}

const GROUND = `select ${ITEM_COLUMNS}, u.name as unit_name, j.office, j.place from item i
  join jurisdiction j on j.id = i.jurisdiction_id left join unit u on u.jurisdiction_id = i.jurisdiction_id and u.id = i.lead_unit_id
  where i.jurisdiction_id = $1 and i.id = $2`

/** The item with its slips; `lock` keeps other slips of it out until the transaction ends. */
export async function groundOf(tx: Tx, itemId: string, today: Day, lock = false): Promise<SlipGround | null> {
  const sql = lock ? `${GROUND} for no key update of i` : GROUND
  const [row] = await tx.rows<ItemColumns & { unitName: string; office: string; place: string }>(sql, [tx.context.jurisdiction, itemId])
  if (!row) return null
  const { unitName, office, place, ...columns } = row
  const slips = (await slipsOf(tx, [itemId], today)).get(itemId) ?? []
  return { item: itemOf(columns), unit: unitName, office, place, slips }
}

/** Numbers without a gap: the counter's row stays locked until the commit, and a slip that is not issued gives its number back. */
async function drawSlipNumber(tx: Tx, colour: SlipColour, year: number): Promise<number> {
  const [row] = await tx.rows<{ last: number }>(
    `insert into slip_counter (jurisdiction_id, colour, year, last) values ($1, $2, $3, 1)
     on conflict (jurisdiction_id, colour, year) do update set last = slip_counter.last + 1 returning last`,
    [tx.context.jurisdiction, colour, year],
  )
  return row!.last
}

/** The page that goes out; `number` null while it is only looked at. */
export function slipPage(ground: SlipGround, draft: SlipDraft, number: string | null, today: Day): Gongwen {
  const { item, unit, office, slips } = ground
  const { overdue, unaccepted } = slipFacts(item, slips, today)
  return slipDocument({
    colour: draft.colour,
    number,
    office,
    unit,
    date: today,
    item: {
      number: item.number!,
      title: item.title,
      dispatchedOn: dayOf(item.dispatchedAt!),
      dueOn: item.dueOn,
      overdue,
      unaccepted,
      percent: item.percent,
      lastReportOn: item.lastReportAt ? dayOf(item.lastReportAt) : null,
      source: item.source && { documentTitle: item.source.documentTitle, sentence: item.source.sentence },
    },
    earlier: slips.filter(slip => slip.settledOn === null),
    limitOn: draft.limitOn,
    words: draft.words,
    copies: draft.copies,
  })
}

/** 青禾县 → 青督: the first character of the place before the office's 督 (product choice). */
const codeOf = (place: string): string => `${place.slice(0, 1)}督`

const ENDED = `select number, settled_at is not null or withdrawn_at is not null as over, item_id, item_number, item_title, unit_id from slip
  where jurisdiction_id = $1 and id = $2 for update`

export const slip: Kind<SlipTarget, SlipCommand, State, { id: string }> = {
  async load(tx, target, command, { actor, now }) {
    if (!may(actor, 'slip.issue')) return refuse('not-allowed', { action: 'slip.issue' })
    const today = dayOf(now)
    if (command.command === 'issue') {
      const ground = await groundOf(tx, command.itemId, today, true)
      if (!ground) return refuse('not-found')
      return { ground, n: await drawSlipNumber(tx, command.colour, Number(today.slice(0, 4))), ended: null }
    }
    const [row] = await tx.rows<Ended>(ENDED, [actor.jurisdiction, target.id])
    return row ? { ground: null, n: 0, ended: row } : refuse('not-found')
  },

  decide({ ground, n, ended }, target, command, moment) {
    if (command.command === 'issue') return issue(ground!, n, command, moment)
    const { actor, now } = moment
    const words = command.words.trim()
    const { number, over, itemId, itemNumber, itemTitle, unitId } = ended!
    if (!words) return refuse('reason-needed')
    if (over) return refuse('slip-over', { number })
    const to = command.command === 'settle' ? 'settled' : 'withdrawn'
    const told = { kind: `slip-${to}` as const, itemId, documentId: null, number: itemNumber, title: itemTitle, words, facts: { number } }
    return {
      value: { id: target.id! },
      writes: [
        ...tellWrites(slipAudiences(unitId, false), told, moment),
        [
          `update slip set ${to}_at = $3, ${to}_by = $4, ${to}_words = $5 where jurisdiction_id = $1 and id = $2`,
          [actor.jurisdiction, target.id, now, actor.name, words],
        ],
      ],
      entries: [record(command.command === 'settle' ? 'conclude' : 'withdraw', target.id!, number, { words: words.length })],
    }
  },
}

const INSERT = `insert into slip (jurisdiction_id, id, item_id, item_number, item_title, unit_id, unit, colour, year, n, number, issued_at, issued_on,
    limit_on, by_id, by_name, why, days, after_number, words, gongwen)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21)`

function issue(
  ground: SlipGround,
  n: number,
  c: Extract<SlipCommand, { command: 'issue' }>,
  { actor, now }: Moment,
): Done<{ id: string }> | ReturnType<typeof refuse> {
  const { item, slips } = ground
  const today = dayOf(now)
  if (!SLIP_STATES.includes(item.state) || !item.leadUnitId) return refuse('slip-not-due', { state: item.state })
  if (c.limitOn < today) return refuse('due-in-past', { dueOn: c.limitOn, today })
  const last = lastSlip(slips)
  if (last && last.limitOn >= today) return refuse('slip-running', { number: last.number, limitOn: last.limitOn })
  const year = Number(today.slice(0, 4))
  const number = slipNumber(c.colour, year, n, codeOf(ground.place))
  const { why, days } = reasonOf(ground, c.colour, today)
  const gongwen = JSON.stringify(slipPage(ground, c, number, today))
  const id = randomUUID()
  const told = {
    kind: 'slip' as const,
    itemId: item.id,
    documentId: null,
    number: item.number,
    title: item.title,
    words: c.words?.trim() || null,
    facts: { number, colour: c.colour, limitOn: c.limitOn },
  }
  return {
    value: { id },
    writes: [
      ...tellWrites(slipAudiences(item.leadUnitId, c.colour === 'red'), told, { actor, now }),
      [
        INSERT,
        [
          actor.jurisdiction,
          id,
          item.id,
          item.number,
          item.title,
          item.leadUnitId,
          ground.unit,
          c.colour,
          year,
          n,
          number,
          now,
          today,
          c.limitOn,
          actor.personId,
          actor.name,
          why,
          days,
          last?.number ?? null,
          c.words?.trim() || null,
          gongwen,
        ],
      ],
    ],
    entries: [
      record('issue', id, number, { itemId: item.id, limitOn: c.limitOn, digest: createHash('sha256').update(gongwen).digest('hex') }),
    ],
  }
}

/** The rule's own reason when the colour is the one suggested; else the person chose, and the days are those of the delay. */
function reasonOf({ item, slips }: SlipGround, colour: SlipColour, today: Day): { why: SlipReason; days: number } {
  const suggestion = suggestionFor(item, slips, today)
  if (suggestion.colour === colour) return { why: suggestion.trigger, days: suggestion.days }
  return { why: 'chosen', days: item.dueOn && item.dueOn < today ? daysBetween(item.dueOn, today) : 0 }
}

const record = (deed: string, id: string, summary: string, body: object) => ({
  action: `slip.${deed}`,
  target: `slip:${id}`,
  summary,
  body: JSON.stringify(body),
})
