// node test/bench/store.ts: how quick the store is by itself, without HTTP, beside PostgreSQL alone. Prints one table; asserts nothing.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ItemQuery } from '../../src/core/contract/item.ts'
import { addDays, dayOf } from '../../src/core/day.ts'
import type { Actor } from '../../src/core/types.ts'
import { readActor } from '../../src/store/account.ts'
import { act } from '../../src/store/act.ts'
import { type Database, openDatabase, read } from '../../src/store/db.ts'
import { DEMO, makeDemo } from '../../src/store/demo/make.ts'
import { getItem, listItemsText } from '../../src/store/item.ts'
import { getOverview, overviewText } from '../../src/store/overview.ts'
import { wholeOf } from '../../src/store/tx.ts'

const AT_ONCE = 16
const SECONDS = Number(process.argv[2] ?? 3)

/** Calls per second with 16 at once. */
async function rate(work: (n: number) => Promise<unknown>): Promise<number> {
  const end = performance.now() + SECONDS * 1000
  let done = 0
  const start = performance.now()
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      while (performance.now() < end) await work(done++)
    }),
  )
  return Math.round((done / (performance.now() - start)) * 1000)
}

async function liaisons(db: Database): Promise<{ actor: Actor; items: { id: string; version: number }[] }[]> {
  const rows = await read(db, wholeOf(DEMO.id), tx =>
    tx.rows<{ personId: string; items: { id: string; version: number }[] }>(
      `select t.person_id, json_agg(json_build_object('id', i.id, 'version', i.version)) as items from appointment t
       join item i on i.lead_unit_id = t.unit_id and i.state = 'in_progress' where t.role = 'liaison' group by 1`,
    ),
  )
  return Promise.all(rows.map(async row => ({ actor: (await readActor(db, DEMO.id, row.personId))!.actor, items: row.items })))
}

const folder = mkdtempSync(join(tmpdir(), 'luoshi-bench-'))
const db = await openDatabase({ dataDir: folder })
try {
  const made = performance.now()
  await makeDemo(db)
  const table: Record<string, string | number> = { 'make the county of 5,000 items (ms)': Math.round(performance.now() - made) }
  const units = await liaisons(db)
  const officer = { ...units[0]!.actor, appointments: [{ role: 'officer' as const, unitId: null }], unitIds: [] }
  const today = dayOf(Date.now())
  const all = units.flatMap(u => u.items)
  const of = <T>(list: T[], n: number): T => list[n % list.length]!
  const open = ItemQuery.parse({ open: true })
  await db.pool.query('select 1')

  table['my list: 50 open items by deadline, a unit (/s)'] = await rate(n => {
    const { actor } = of(units, n)
    return read(db, actor, tx => listItemsText(tx, open))
  })
  table['the same, by the lead unit (/s)'] = await rate(n => {
    const { actor } = of(units, n)
    return read(db, actor, tx => listItemsText(tx, { ...open, unit: actor.unitIds }))
  })
  table['all open items by deadline, the office (/s)'] = await rate(() => read(db, officer, tx => listItemsText(tx, open)))
  table['one item with its history (/s)'] = await rate(n => read(db, officer, tx => getItem(tx, officer, of(all, n).id)))
  table['search 污水处理 (/s)'] = await rate(() => read(db, officer, tx => listItemsText(tx, ItemQuery.parse({ q: '污水处理' }))))
  table['overview, nothing changed (/s)'] = await rate(() => read(db, officer, tx => overviewText(tx, today)))
  table['overview, made anew (/s)'] = await rate(() => read(db, officer, tx => getOverview(tx, today)))
  table['overview of a unit, made anew (/s)'] = await rate(n => read(db, of(units, n).actor, tx => getOverview(tx, today)))
  const idle = units.flatMap(u => u.items.map(item => ({ actor: u.actor, item, busy: false })))
  table['report: item, event, tally, audit, durable (/s)'] = await rate(async n => {
    const at = idle.find((_, k) => !idle[(n * 7 + k) % idle.length]!.busy)
    const one = idle[(n * 7 + idle.indexOf(at!)) % idle.length]!
    one.busy = true
    const done = await act(
      db,
      one.actor,
      { kind: 'item', id: one.item.id, seen: one.item.version },
      {
        command: 'report',
        percent: n % 100,
        words: '已完成清淤两公里',
        fileIds: [],
        waitingFor: null,
      },
      { key: `bench-${n}-${Date.now()}` },
    )
    if ('refused' in done) throw new Error(JSON.stringify(done))
    one.item.version = done.version
    one.busy = false
  })
  table['today'] = addDays(today, 0)
  console.table(table)
} finally {
  await db.close()
  rmSync(folder, { recursive: true, force: true })
}
