// The overview: units by lights from the kept counts, what is due, what is stuck, what changed last. Cached until the next write.
import type { ItemRow, TimelineEntry } from '../core/contract/item.ts'
import type { Overview, UnitLights } from '../core/contract/overview.ts'
import { addDays } from '../core/day.ts'
import { type Day, LIGHTS, type Light, OPEN_STATES, STATES, type State, WAITING } from '../core/types.ts'
import { BLOCKED, marksOf, STALE, UNOWNED } from './filter.ts'
import { ITEMS, ROW } from './item.ts'
import { bookOf } from './rules.ts'
import type { Tx } from './tx.ts'

const SHOWN = 10

interface Counts {
  unitId: string
  state: State
  light: Light
  overdue: boolean
  items: number
  percentSum: number
  closed: number
  dated: number
  onTime: number
}

const list = (condition: string, order: string): string =>
  `select coalesce(json_agg(r), '[]') as items from (select ${ROW} from ${ITEMS} where i.jurisdiction_id = $1 and i.kind = 'matter' and i.open and ${condition} order by ${order} limit ${SHOWN}) r`

/** Everything the overview shows. A party's shows the items its units lead. */
export async function getOverview(tx: Tx, today: Day): Promise<Overview> {
  const place = tx.context.jurisdiction
  const units = tx.context.scope === 'party' ? tx.context.unitIds : null
  const values = [place, units]
  // Two texts instead of an `or`, so that each is planned with its own index.
  const marks = marksOf(await bookOf(tx), today)
  const mine = (column: string): string => (units ? `${column} = any($2)` : '$2::uuid[] is null')
  const [counts, names, [numbers], [dueSoon], [stuck], changes] = await Promise.all([
    tx.rows<Counts>(
      // What is not dispatched yet is none of a unit's business.
      `select unit_id, state, light, overdue, items, percent_sum, closed, dated, on_time from tally where jurisdiction_id = $1 and items <> 0 and ${mine('unit_id')}${units ? " and state <> 'registered'" : ''}`,
      values,
    ),
    tx.rows<{ id: string; name: string }>(
      `select id, name from unit where jurisdiction_id = $1 and ${mine('id')} order by position`,
      values,
    ),
    tx.rows<Numbers>(numbersOf(mine('i.lead_unit_id')), [...values, today, sundayOf(today), marks.staleBefore, marks.blockedBefore]),
    tx.rows<{ items: ItemRow[] }>(list(`i.due_on >= $3 and i.state <> 'suspended' and ${mine('i.lead_unit_id')}`, 'i.due_on, i.id'), [
      ...values,
      today,
    ]),
    tx.rows<{ items: ItemRow[] }>(
      list(`i.state <> 'suspended' and ${mine('i.lead_unit_id')}`, 'coalesce(i.last_report_at, i.dispatched_at), i.id'),
      values,
    ),
    changesOf(tx, units),
  ])
  const states = Object.fromEntries(STATES.map(state => [state, 0])) as Record<State, number>
  for (const c of counts) states[c.state] += c.items
  const isOpen = (c: Counts) => (OPEN_STATES as readonly State[]).includes(c.state)
  const open = counts.filter(isOpen)
  const byUnit = Map.groupBy(counts, c => c.unitId)
  return {
    today,
    states,
    open: sum(open, c => c.items),
    overdue: sum(open, c => (c.overdue ? c.items : 0)),
    dueThisWeek: numbers!.dueThisWeek,
    waitingUpper: numbers!.waiting[WAITING.indexOf('upper')]!,
    troubles: {
      undated: numbers!.undated,
      unowned: numbers!.unowned,
      unmeasured: numbers!.unmeasured,
      stale: numbers!.stale,
      blocked: numbers!.blocked,
    },
    waiting: Object.fromEntries(
      WAITING.map((who, at) => [who, { items: numbers!.waiting[at]!, days: numbers!.days[at]! }]),
    ) as Overview['waiting'],
    units: names.map(unit => lightsOf(unit, byUnit.get(unit.id) ?? [], isOpen)).filter(u => u.open + u.closed > 0),
    dueSoon: dueSoon!.items,
    stuck: stuck!.items,
    changes,
  }
}

interface Numbers {
  dueThisWeek: number
  undated: number
  unowned: number
  unmeasured: number
  stale: number
  blocked: number
  /** By party, in the order of WAITING. */
  waiting: number[]
  days: number[]
}

/** $3 today, $4 Sunday, $5 and $6 the marks of the filters. Days are those of core/waiting.ts: charged before, and those of the running span. */
const numbersOf = (mine: string): string => `select
    count(*) filter (where i.open and i.state <> 'suspended' and i.due_on between $3 and $4) as due_this_week,
    count(*) filter (where i.open and i.due_on is null) as undated, count(*) filter (where ${UNOWNED}) as unowned,
    count(*) filter (where i.open and i.measure is null) as unmeasured,
    count(*) filter (where ${STALE('$5')}) as stale, count(*) filter (where ${BLOCKED('$6')}) as blocked,
    array[${WAITING.map(who => `count(*) filter (where i.open and i.state <> 'suspended' and i.waiting_for = '${who}')`).join(', ')}]::int[] as waiting,
    array[${WAITING.map(
      (who, at) =>
        `coalesce(sum(i.waited[${at + 1}] + case when i.waiting_for = '${who}' then greatest($3::date - i.waiting_since, 0) else 0 end) filter (where i.open), 0)`,
    ).join(', ')}]::int[] as days
  from item i where i.jurisdiction_id = $1 and i.kind = 'matter' and (i.open or i.state = 'registered') and ${mine}`

function lightsOf(unit: { id: string; name: string }, counts: Counts[], isOpen: (c: Counts) => boolean): UnitLights {
  const open = counts.filter(isOpen)
  const items = sum(open, c => c.items)
  const overdue = sum(open, c => (c.overdue ? c.items : 0))
  return {
    unitId: unit.id,
    unit: unit.name,
    lights: Object.fromEntries(LIGHTS.map(light => [light, sum(open, c => (c.light === light ? c.items : 0))])) as Record<Light, number>,
    open: items,
    dispatched: items + sum(counts, c => c.closed),
    closed: sum(counts, c => c.closed),
    overdue,
    due: sum(counts, c => c.dated) + overdue,
    onTime: sum(counts, c => c.onTime),
    percent: items ? Math.round((sum(open, c => c.percentSum) / items) * 10) / 10 : null,
  }
}

const sum = (counts: Counts[], of: (c: Counts) => number): number => counts.reduce((total, c) => total + of(c), 0)

/** Weeks end on Sunday. */
const sundayOf = (day: Day): Day => addDays(day, (7 - new Date(`${day}T00:00:00Z`).getUTCDay()) % 7)

type Change = Omit<TimelineEntry, 'files'> & { itemId: string; number: string | null; title: string }

/** An event under the names of the contract. */
const ENTRY = `e.id, e.kind, e.at, e.by_name as by, e.by_unit, e.words, e.facts`
/** All: the newest events by their index, cut off before the join. A party: the newest few of each of its items, which are far fewer than all events. */
const ALL_CHANGES = `select ${ENTRY}, e.item_id, i.number, i.title
  from (select * from item_event v where v.jurisdiction_id = $1 order by v.at desc, v.version desc limit ${SHOWN}) e
  join item i on i.jurisdiction_id = e.jurisdiction_id and i.id = e.item_id order by e.at desc, e.version desc`
const PARTY_CHANGES = `select ${ENTRY}, e.item_id, i.number, i.title from item i
  cross join lateral (select * from item_event v where v.jurisdiction_id = i.jurisdiction_id and v.item_id = i.id order by v.version desc, v.ordinal desc limit 3) e
  where i.jurisdiction_id = $1 and i.lead_unit_id = any($2) order by e.at desc, e.version desc limit ${SHOWN}`

async function changesOf(tx: Tx, units: string[] | null): Promise<Overview['changes']> {
  const place = tx.context.jurisdiction
  const rows = units ? await tx.rows<Change>(PARTY_CHANGES, [place, units]) : await tx.rows<Change>(ALL_CHANGES, [place])
  return rows.map(({ itemId, number, title, ...entry }) => ({ itemId, number, title, entry: { ...entry, files: [] } }))
}

/** Kept texts by jurisdiction, scope and day; each good while no write was made in the jurisdiction since. */
const kept = new Map<string, { writes: number; json: string }>()
const MOST_KEPT = 500

/** The overview as JSON. Every change adds to an audit lane, so the sum of the lanes says whether the kept text is still true. */
export async function overviewText(tx: Tx, today: Day): Promise<string> {
  const { jurisdiction, scope, unitIds } = tx.context
  const [row] = await tx.rows<{ writes: number; litOn: Day | null }>(
    'select sum(seq)::bigint as writes, (select lit_on from jurisdiction where id = $1) as lit_on from audit_lane where jurisdiction_id = $1',
    [jurisdiction],
  )
  const writes = row!.writes
  const key = [jurisdiction, scope, today, row!.litOn, ...(scope === 'party' ? unitIds : [])].join(' ')
  const known = kept.get(key)
  if (known?.writes === writes) return known.json
  const json = JSON.stringify(await getOverview(tx, today))
  if (kept.size >= MOST_KEPT) kept.delete(kept.keys().next().value!)
  kept.set(key, { writes, json })
  return json
}
