// node test/bench/store.ts: the store by itself, without HTTP. Calls per second with 16 at once, and the processor's milliseconds of each call
// (program + database), which other load on the machine does not change. Prints one table; asserts nothing.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ItemQuery } from '../../src/core/contract/item.ts'
import { dayOf } from '../../src/core/day.ts'
import type { Actor } from '../../src/core/types.ts'
import { readActor } from '../../src/store/account.ts'
import { act } from '../../src/store/act.ts'
import { verifyAudit } from '../../src/store/audit.ts'
import { type Database, openDatabase, read } from '../../src/store/db.ts'
import { makeDemo } from '../../src/store/demo/make.ts'
import { DEMO } from '../../src/store/demo/story.ts'
import { getItem, listItemsText } from '../../src/store/item.ts'
import { getOverview, overviewText } from '../../src/store/overview.ts'
import { wholeOf } from '../../src/store/tx.ts'
import { databaseMs } from './processor.ts'

const AT_ONCE = 16
const SECONDS = Number(process.argv[2] ?? 3)
const folder = mkdtempSync(join(tmpdir(), 'luoshi-bench-'))

async function measure(work: (n: number, worker: number) => Promise<unknown>) {
  const warm = performance.now() + 500
  while (performance.now() < warm) await work(0, 0)
  const [program, database, start] = [process.cpuUsage(), databaseMs(folder), performance.now()]
  let done = 0
  await Promise.all(
    Array.from({ length: AT_ONCE }, async (_, worker) => {
      while (performance.now() < start + SECONDS * 1000) await work(++done, worker)
    }),
  )
  const used = process.cpuUsage(program)
  return {
    '/s': Math.round((done / (performance.now() - start)) * 1000),
    'ms program': Number(((used.user + used.system) / 1000 / done).toFixed(3)),
    'ms database': Number(((databaseMs(folder) - database) / done).toFixed(3)),
  }
}

interface Worked {
  actor: Actor
  items: { id: string; version: number }[]
}

async function unitsOf(db: Database): Promise<Worked[]> {
  const rows = await read(db, wholeOf(DEMO.id), tx =>
    tx.rows<{ personId: string; items: Worked['items'] }>(
      `select t.person_id, json_agg(json_build_object('id', i.id, 'version', i.version)) as items from appointment t
       join item i on i.lead_unit_id = t.unit_id and i.state = 'in_progress' where t.role = 'liaison' group by 1`,
    ),
  )
  return Promise.all(rows.map(async row => ({ actor: (await readActor(db, DEMO.id, row.personId))!.actor, items: row.items })))
}

const db = await openDatabase({ dataDir: folder })
try {
  await makeDemo(db)
  const units = await unitsOf(db)
  const officer: Actor = { ...units[0]!.actor, appointments: [{ role: 'officer', unitId: null }], unitIds: [] }
  const today = dayOf(Date.now())
  const all = units.flatMap(u => u.items)
  const of = <T>(list: T[], n: number): T => list[n % list.length]!
  const open = ItemQuery.parse({ open: true })
  const words = ItemQuery.parse({ q: '污水处理' })
  // Each worker has its own items: two reports on one item at once would only be refused.
  const own = Array.from({ length: AT_ONCE }, (_, worker) =>
    units.flatMap(u => u.items.map(item => ({ actor: u.actor, item }))).filter((_, at) => at % AT_ONCE === worker),
  )
  const report = async (n: number, worker: number) => {
    const { actor, item } = of(own[worker]!, n)
    const command = { command: 'report' as const, percent: n % 100, words: '已完成清淤两公里', fileIds: [], waitingFor: null }
    const done = await act(db, actor, { kind: 'item', id: item.id, seen: item.version }, command, {
      key: `bench-${worker}-${n}-${performance.now()}`,
    })
    if ('refused' in done) throw new Error(JSON.stringify(done))
    item.version = done.version
  }
  const rows: Record<string, () => Promise<object>> = {
    'my list: 50 open items by deadline': () => measure(n => read(db, of(units, n).actor, tx => listItemsText(tx, open))),
    'the same, by its lead unit': () =>
      measure(n => read(db, of(units, n).actor, tx => listItemsText(tx, { ...open, unit: of(units, n).actor.unitIds }))),
    'the office’s list: 50 of all open items': () => measure(() => read(db, officer, tx => listItemsText(tx, open))),
    'one item with its history': () => measure(n => read(db, officer, tx => getItem(tx, officer, of(all, n).id))),
    'search 污水处理': () => measure(() => read(db, officer, tx => listItemsText(tx, words))),
    'overview, nothing changed since': () => measure(() => read(db, officer, tx => overviewText(tx, today))),
    'overview, made anew': () => measure(() => read(db, officer, tx => getOverview(tx, today))),
    'overview of a unit, made anew': () => measure(n => read(db, of(units, n).actor, tx => getOverview(tx, today))),
    'report: item, event, tally, audit, key; durable': () => measure(report),
  }
  const table: Record<string, object> = {}
  for (const [name, row] of Object.entries(rows)) table[name] = await row()
  console.table(table)
  const from = performance.now()
  const proof = await read(db, wholeOf(DEMO.id), verifyAudit)
  console.log(`verify: ${proof.entries} entries, ${proof.whole ? 'whole' : 'BROKEN'}, ${Math.round(performance.now() - from)} ms`)
} finally {
  await db.close()
  rmSync(folder, { recursive: true, force: true })
}
