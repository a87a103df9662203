// The ledger's filters as SQL: one statement text for each set of filters in use, values always as parameters.
import type { ItemQuery } from '../core/contract/item.ts'
import { addDays, dayOf } from '../core/day.ts'
import type { ItemKind } from '../core/kind.ts'
import type { Rules } from '../core/rules.ts'
import { OTHERS } from '../core/trouble.ts'
import { type Day, type LIGHTS, OPEN_STATES, STATES } from '../core/types.ts'
import { NO_UNIT } from './tally.ts'
import { seesAll, type Tx } from './tx.ts'

export interface Clause {
  /** Conditions on `item i`. */
  where: string
  /** What the rows are ordered by, and then by id. */
  key: string
  direction: 'asc nulls last' | 'desc nulls last'
  values: unknown[]
  /** Where the kept counts can answer how many there are. */
  tally: { text: string; values: unknown[] } | null
}

/** Worst first, and in the order of an item's life. */
const rank = (column: string, words: readonly string[]): string => `array_position(array['${words.join("','")}'], ${column})`

const SORTS: Record<ItemQuery['sort'], string> = {
  number: 'i.number',
  title: 'i.title',
  dueOn: 'i.due_on',
  percent: 'i.percent',
  light: rank('i.light', ['red', 'yellow', 'grey', 'green'] satisfies (typeof LIGHTS)[number][]),
  state: rank('i.state', STATES),
  leadUnit: '(select u.position from unit u where u.jurisdiction_id = i.jurisdiction_id and u.id = i.lead_unit_id)',
  lastReportAt: 'i.last_report_at',
  dispatchedAt: 'i.dispatched_at',
}

/** Days before which something is too long ago; asked for by few filters. */
export interface Marks {
  staleBefore: Day
  blockedBefore: Day
}
export const marksOf = (rules: Rules, today: Day = dayOf(Date.now())): Marks => ({
  staleBefore: addDays(today, -rules.light.stale),
  blockedBefore: addDays(today, -rules.blocked),
})

/** As core/trouble.ts says them, of `item i`; `n` is the parameter with the mark. While the office verifies, silence is not the unit's. */
export const STALE = (n: string): string =>
  `i.state in ('dispatched', 'in_progress', 'returned') and coalesce(i.last_report_at, i.dispatched_at) < (${n}::date::timestamp at time zone 'Asia/Shanghai')`
export const BLOCKED = (n: string): string =>
  `i.open and i.state <> 'suspended' and i.waiting_for in ('${OTHERS.join("','")}') and i.waiting_since < ${n}::date`
export const UNOWNED = `i.lead_unit_id is null and i.state <> 'archived'`

export function listClause(tx: Tx, query: ItemQuery, marks: Marks | null = null, kind: ItemKind = 'matter'): Clause {
  const values: unknown[] = [tx.context.jurisdiction]
  const where = ['i.jurisdiction_id = $1', `i.kind = '${kind}'`]
  const and = (condition: (n: string) => string, value: unknown) => where.push(condition(`$${values.push(value)}`))

  // Words with blanks between them: all of them must be found, anywhere.
  for (const word of query.q?.split(/\s+/).filter(Boolean) ?? []) and(n => `i.id = any(array(select found_items($1, ${n})))`, word)
  if (query.state.length) and(n => `i.state = any(${n})`, query.state)
  if (query.light.length) and(n => `i.light = any(${n})`, query.light)
  if (query.topic.length) and(n => `i.topic = any(${n})`, query.topic)
  if (query.waiting.length) and(n => `i.waiting_for = any(${n})`, query.waiting)
  if (query.document) and(n => `i.document_id = ${n}`, query.document)
  if (query.dueFrom) and(n => `i.due_on >= ${n}`, query.dueFrom)
  if (query.dueTo) and(n => `i.due_on <= ${n}`, query.dueTo)
  if (query.open) where.push('i.open')
  if (query.overdue) where.push('i.overdue')
  if (query.undated) where.push('i.due_on is null')
  if (query.unmeasured) where.push('i.measure is null')
  if (query.unowned) where.push(UNOWNED)
  if (query.stale && marks) and(STALE, marks.staleBefore)
  if (query.blocked && marks) and(BLOCKED, marks.blockedBefore)
  if (query.changedSince)
    and(
      n => `exists (select 1 from item_event e where e.jurisdiction_id = i.jurisdiction_id and e.item_id = i.id and e.at >= ${n})`,
      query.changedSince,
    )
  const party = !seesAll(tx.context, kind)
  if (query.unit.length) {
    if (query.part === 'lead') and(n => `i.lead_unit_id = any(${n})`, query.unit)
    // Of an item's units a party may look up only its own: other ones are looked for in the item itself.
    else if (tx.context.scope !== 'all')
      and(n => (query.part === 'co' ? `i.co_unit_ids && ${n}::uuid[]` : `i.party_unit_ids && ${n}::uuid[]`), query.unit)
    else and(n => partOf(n, query.part === 'co' ? ` and m.part = 'co'` : '', query.open), query.unit)
  }
  // The policy filters rows; this lets the planner find them by an index first.
  if (party && (!query.unit.length || query.part !== 'lead')) and(n => partOf(n, '', query.open), tx.context.unitIds)

  const direction = query.dir === 'asc' ? 'asc nulls last' : 'desc nulls last'
  return {
    where: where.join(' and '),
    key: SORTS[query.sort],
    direction,
    values,
    tally: kind === 'matter' ? tallyOf(tx, query) : null,
  }
}

const partOf = (n: string, part: string, open: boolean): string =>
  `i.id in (select m.item_id from item_unit m where m.jurisdiction_id = $1 and m.unit_id = any(${n})${part}${open ? ' and m.open' : ''})`

/** Filters that are columns of the tally need no counting of rows. A party sees items that it does not lead, which the tally does not tell apart. */
function tallyOf(tx: Tx, query: ItemQuery): Clause['tally'] {
  const other =
    query.q ||
    query.topic.length ||
    query.waiting.length ||
    query.document ||
    query.dueFrom ||
    query.dueTo ||
    query.undated ||
    query.unmeasured ||
    query.unowned ||
    query.stale ||
    query.blocked ||
    query.changedSince
  if (tx.context.scope !== 'all' || other || (query.unit.length && query.part !== 'lead')) return null
  const values: unknown[] = [tx.context.jurisdiction]
  const where = ['jurisdiction_id = $1']
  const and = (column: string, any: readonly string[]) => where.push(`${column} = any($${values.push(any)})`)
  if (query.state.length) and('state', query.state)
  if (query.open) and('state', OPEN_STATES)
  if (query.light.length) and('light', query.light)
  if (query.overdue) where.push('overdue')
  if (query.unit.length)
    and(
      'unit_id',
      query.unit.filter(id => id !== NO_UNIT),
    )
  return { text: `select coalesce(sum(items), 0)::int as total from tally where ${where.join(' and ')}`, values }
}
