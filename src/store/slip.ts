// Slips: the list, one slip, and what the rules suggest today. Reads only; how a slip stands is derived here from the item's own history.
import type { SlipList, SlipQuery, SlipView, SuggestedList, SuggestedQuery, SuggestedSlip } from '../core/contract/slip.ts'
import { dayOf, daysBetween } from '../core/day.ts'
import type { Gongwen } from '../core/gongwen.ts'
import {
  SLIP_ACCEPTED,
  SLIP_COLOURS,
  SLIP_SETTLERS,
  SLIP_STATES,
  type Slip,
  type SlipColour,
  type SlipReason,
  type SlipSuggestion,
  slipFacts,
  suggestSlip,
} from '../core/slip.ts'
import type { CommandName, Day, Instant, Item } from '../core/types.ts'
import { ITEM_COLUMNS, type ItemColumns, itemOf } from './row.ts'
import type { Tx } from './tx.ts'

const list = (words: readonly string[]): string => `'${words.join("','")}'`

/** The first thing done to the item after the slip that settles it by rule, and the first word of the unit. */
const HISTORY = `left join lateral (select e.kind, e.at, e.by_name, e.words from item_event e
      where e.jurisdiction_id = s.jurisdiction_id and e.item_id = s.item_id and e.at > s.issued_at
        and (e.kind in (${list(SLIP_SETTLERS)}) or (s.why = 'unaccepted' and e.kind = '${SLIP_ACCEPTED}'))
      order by e.version, e.ordinal limit 1) r on true
    left join lateral (select e.at, e.by_name, e.words from item_event e
      where e.jurisdiction_id = s.jurisdiction_id and e.item_id = s.item_id and e.at > s.issued_at and e.kind in ('report', 'submit')
      order by e.version, e.ordinal limit 1) a on true`

/** $2 is today. What the office wrote comes before what the rule says. */
const ROWS = `select s.id, s.number, s.colour, s.item_id, s.item_number, s.item_title, s.unit_id, s.unit, s.issued_on, s.issued_at, s.limit_on,
    s.by_name, s.why, s.days, s.after_number, s.words, s.settled_at, s.settled_by, s.settled_words, s.withdrawn_at, s.withdrawn_by, s.withdrawn_words,
    r.kind as rule_kind, r.at as rule_at, r.by_name as rule_by, r.words as rule_words, a.at as answer_at, a.by_name as answer_by, a.words as answer_words,
    case when s.withdrawn_at is not null then 'withdrawn' when s.settled_at is not null or r.at is not null then 'settled'
      when s.limit_on < $2::date then 'lapsed' else 'running' end as stand
  from slip s ${HISTORY} where s.jurisdiction_id = $1`

interface Row {
  id: string
  number: string
  colour: SlipColour
  itemId: string
  itemNumber: string | null
  itemTitle: string
  unitId: string
  unit: string
  issuedOn: Day
  issuedAt: Instant
  limitOn: Day
  byName: string
  why: SlipReason
  days: number
  afterNumber: string | null
  words: string | null
  settledAt: Instant | null
  settledBy: string | null
  settledWords: string | null
  withdrawnAt: Instant | null
  withdrawnBy: string | null
  withdrawnWords: string | null
  ruleKind: CommandName | null
  ruleAt: Instant | null
  ruleBy: string | null
  ruleWords: string | null
  answerAt: Instant | null
  answerBy: string | null
  answerWords: string | null
  stand: SlipView['stand']
}

function viewOf(r: Row, today: Day): SlipView {
  const byOffice = r.settledAt && (!r.ruleAt || r.settledAt < r.ruleAt)
  return {
    id: r.id,
    number: r.number,
    colour: r.colour,
    itemId: r.itemId,
    itemNumber: r.itemNumber,
    itemTitle: r.itemTitle,
    unitId: r.unitId,
    unit: r.unit,
    issuedOn: r.issuedOn,
    issuedAt: r.issuedAt,
    limitOn: r.limitOn,
    by: r.byName,
    why: r.why,
    days: r.days,
    after: r.afterNumber,
    words: r.words,
    stand: r.stand,
    lapsed: r.stand === 'lapsed' ? daysBetween(r.limitOn, today) : 0,
    answer: r.answerAt ? { at: r.answerAt, by: r.answerBy!, words: r.answerWords, days: daysBetween(r.issuedOn, dayOf(r.answerAt)) } : null,
    settled: byOffice
      ? { at: r.settledAt!, by: r.settledBy!, words: r.settledWords, how: 'office' }
      : r.ruleAt
        ? { at: r.ruleAt, by: r.ruleBy!, words: r.ruleWords, how: r.ruleKind! }
        : null,
    withdrawn: r.withdrawnAt ? { at: r.withdrawnAt, by: r.withdrawnBy!, words: r.withdrawnWords } : null,
  }
}

/** The slips that pass the filters, newest first; a unit sees those addressed to it. */
export async function listSlips(tx: Tx, query: SlipQuery, today: Day): Promise<SlipList> {
  const values: unknown[] = [tx.context.jurisdiction, today]
  const inner: string[] = []
  const and = (condition: (n: string) => string, value: unknown) => inner.push(condition(`$${values.push(value)}`))
  if (query.colour.length) and(n => `s.colour = any(${n})`, query.colour)
  if (query.unit.length) and(n => `s.unit_id = any(${n})`, query.unit)
  if (query.month) and(n => `to_char(s.issued_on, 'YYYY-MM') = ${n}`, query.month)
  if (query.item) and(n => `s.item_id = ${n}`, query.item)
  const found = `select * from (${ROWS}${inner.map(c => ` and ${c}`).join('')}) t${query.stand.length ? ` where t.stand = any($${values.push(query.stand)})` : ''}`
  const page = `limit ${query.size} offset ${(query.page - 1) * query.size}`
  const [rows, [count]] = await Promise.all([
    tx.rows<Row>(`${found} order by t.issued_at desc, t.number desc ${page}`, values),
    tx.rows<{ total: number }>(`select count(*) as total from (${found}) c`, values),
  ])
  return { slips: rows.map(row => viewOf(row, today)), total: count!.total }
}

/** One slip with its page as it went out; null when it is not there or not to be seen. */
export async function getSlip(tx: Tx, id: string, today: Day): Promise<{ slip: SlipView; gongwen: Gongwen } | null> {
  const [[row], [page]] = await Promise.all([
    tx.rows<Row>(`${ROWS} and s.id = $3`, [tx.context.jurisdiction, today, id]),
    tx.rows<{ gongwen: Gongwen }>('select gongwen from slip where jurisdiction_id = $1 and id = $2', [tx.context.jurisdiction, id]),
  ])
  return row && page ? { slip: viewOf(row, today), gongwen: page.gongwen } : null
}

/** The slips of some items as the rules take them: those withdrawn never count. */
export async function slipsOf(tx: Tx, itemIds: string[], today: Day): Promise<Map<string, Slip[]>> {
  const rows = itemIds.length
    ? await tx.rows<Row>(`${ROWS} and s.item_id = any($3) and s.withdrawn_at is null order by s.issued_at`, [
        tx.context.jurisdiction,
        today,
        itemIds,
      ])
    : []
  const slips = rows.map(row => {
    const view = viewOf(row, today)
    const settledOn = view.settled ? dayOf(view.settled.at) : null
    const slip: Slip = { colour: view.colour, number: view.number, issuedOn: view.issuedOn, limitOn: view.limitOn, settledOn }
    return { id: view.itemId, slip }
  })
  return new Map([...Map.groupBy(slips, s => s.id)].map(([id, of]) => [id, of.map(s => s.slip)]))
}

/** What the rules say of one item today. */
export const suggestionFor = (item: Item, slips: readonly Slip[], today: Day): SlipSuggestion =>
  suggestSlip(slipFacts(item, slips, today), today)

/** The suggestion as the contract shows it. */
export const suggestionView = (s: SlipSuggestion) => ({
  colour: s.colour,
  trigger: s.colour === null ? null : s.trigger,
  why: s.colour === null ? s.why : null,
  days: 'days' in s ? s.days : 0,
  since: s.colour === null ? null : s.since,
  after: s.colour === null ? ('number' in s ? s.number : null) : s.after,
})

const CANDIDATES = `select ${ITEM_COLUMNS}, u.name as unit_name from item i join unit u on u.jurisdiction_id = i.jurisdiction_id and u.id = i.lead_unit_id
  where i.jurisdiction_id = $1 and i.open and i.state in (${list(SLIP_STATES)}) and (i.due_on < $2::date or i.state = 'dispatched'
    or exists (select 1 from slip s where s.jurisdiction_id = i.jurisdiction_id and s.item_id = i.id))`

/**
 * Every item for which the rules suggest a slip today, the gravest and longest first; and those whose red slip has lapsed, for which there is
 * no colour left and which the leader in charge must be told of.
 */
export async function listSuggested(tx: Tx, query: SuggestedQuery, today: Day): Promise<SuggestedList> {
  const rows = await tx.rows<ItemColumns & { unitName: string }>(CANDIDATES, [tx.context.jurisdiction, today])
  const slips = await slipsOf(
    tx,
    rows.map(row => row.id),
    today,
  )
  const all = rows.flatMap(({ unitName, ...columns }): SuggestedSlip[] => {
    const item = itemOf(columns)
    const suggestion = suggestionView(suggestionFor(item, slips.get(item.id) ?? [], today))
    if (suggestion.colour === null && suggestion.why !== 'red-lapsed') return []
    if (query.unit.length && !query.unit.includes(item.leadUnitId!)) return []
    if (query.colour.length && !(suggestion.colour && query.colour.includes(suggestion.colour))) return []
    return [
      {
        ...suggestion,
        itemId: item.id,
        itemNumber: item.number,
        itemTitle: item.title,
        state: item.state,
        urgency: item.urgency,
        dueOn: item.dueOn,
        unitId: item.leadUnitId!,
        unit: unitName,
      },
    ]
  })
  const weight = (s: SuggestedSlip): number => (s.colour === null ? SLIP_COLOURS.length : SLIP_COLOURS.indexOf(s.colour))
  all.sort((a, b) => weight(b) - weight(a) || b.days - a.days || (a.itemId < b.itemId ? -1 : 1))
  const from = (query.page - 1) * query.size
  return { suggestions: all.slice(from, from + query.size), total: all.length }
}
