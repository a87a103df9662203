// 调度: what moved in a ledger of late, what is stuck, what is due. Reads only; an office goes through it in its meeting.
import type { KindRow, WeekView } from '../core/contract/kind.ts'
import { addDays } from '../core/day.ts'
import { KIND, type LedgerKind, rowOf } from '../core/kind.ts'
import { kindClocks } from '../core/kindclock.ts'
import type { Day } from '../core/types.ts'
import { ITEMS, iso } from './item.ts'
import { KIND_ROW } from './kind.ts'
import { listed } from './kindfilter.ts'
import { namesOf } from './named.ts'
import type { Tx } from './tx.ts'

const MOST = 300

const MOVED = `select i.id, i.number, i.title, d.fields ->> 'sponsor' as sponsor, ${iso('e.at')} as at, e.by_name as by, e.kind, e.words, e.facts
  from item_event e join item i on i.jurisdiction_id = e.jurisdiction_id and i.id = e.item_id
  left join item_detail d on d.jurisdiction_id = i.jurisdiction_id and d.item_id = i.id
  where e.jurisdiction_id = $1 and e.at >= ($3::date::timestamp at time zone 'Asia/Shanghai') and i.kind = $2 and i.kind <> 'matter'
    and e.kind in ('register', 'move', 'amend', 'report', 'submit', 'close') order by e.at desc, e.version desc limit ${MOST}`

const rows = (from: string): string =>
  `select coalesce(json_agg(r), '[]')::text as items from (select ${KIND_ROW} from (${from}) p join ${ITEMS.replace('item i', 'item i on i.jurisdiction_id = $1 and i.id = p.id')} order by i.due_on nulls last, i.stage_on, i.id) r`

export async function getWeek(tx: Tx, kind: LedgerKind, today: Day, days: number): Promise<WeekView> {
  const place = tx.context.jurisdiction
  const from = addDays(today, -days)
  const { clocks = [], lists = {} } = KIND[kind]
  const select = (where: string) =>
    `select i.id from item i where i.jurisdiction_id = $1 and i.kind = $2 and i.kind <> 'matter'${where} limit ${MOST}`
  const ask = async (where: string, values: unknown[]) =>
    JSON.parse((await tx.rows<{ items: string }>(rows(select(where)), [place, kind, ...values]))[0]!.items) as KindRow[]
  const inList = async (name: string) => {
    const values: unknown[] = [place, kind]
    const where = listed(kind, name, undefined, values, today)
    return { name, found: await ask(where, values.slice(2)) }
  }
  const soon = addDays(today, days)
  const stages = [...new Set(clocks.flatMap(clock => clock.stages))]
  const [moved, late, named, dated, clocked] = await Promise.all([
    tx.rows<WeekView['moved'][number]>(MOVED, [place, kind, from]),
    // What stands beside the row was left, and is stuck no more.
    ask(` and i.open and i.light in ('red', 'yellow') and i.stage = any($3)`, [rowOf(kind)]),
    Promise.all(Object.keys(lists).map(inList)),
    ask(' and i.open and i.due_on <= $3', [soon]),
    stages.length ? ask(' and i.stage = any($3)', [stages]) : [],
  ])
  const listsOf = Map.groupBy(
    named.flatMap(({ name, found }) => found.map(row => ({ id: row.id, name }))),
    one => one.id,
  )
  const stuck = [...new Map([...named.flatMap(one => one.found), ...late].map(row => [row.id, row])).values()]
  const running = clocked.filter(row => kindClocks({ kind, ...row }, today).some(clock => clock.dueOn <= soon))
  const due = [...new Map([...dated, ...running].map(row => [row.id, row])).values()]
  return {
    from,
    moved,
    stuck: stuck.map(row => ({ ...row, lists: (listsOf.get(row.id) ?? []).map(one => one.name) })),
    due,
    names: await namesOf(
      tx,
      kind,
      [...stuck, ...due].map(row => row.fields),
    ),
  }
}
