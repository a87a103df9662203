// npm run bench:api: the server under load through HTTP, beside PostgreSQL alone and beside its targets; prints one table and asserts nothing.
// About five minutes on a machine with nothing else to do; what runs beside it is measured too.
//   --seconds 4   of each measurement   --rounds 3   --keep   leaves the database in test/bench/.county for the next run
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { ItemQuery } from '../../src/core/contract/item.ts'
import { dayOf } from '../../src/core/day.ts'
import { openDatabase } from '../../src/store/db.ts'
import { getItem, listItemsText } from '../../src/store/item.ts'
import { getOverview } from '../../src/store/overview.ts'
import { runningOn } from '../../src/store/postmaster.ts'
import { secretsIn } from '../../src/store/secret.ts'
import { wholeOf } from '../../src/store/tx.ts'
import { anActor } from '../build.ts'
import { fillCounty, ITEMS, type Measured, PASSWORD, PLACE, UNITS } from './county.ts'
import { CONNECTIONS, reading, reporting, type Visitor } from './load.ts'
import { firstVisit } from './page.ts'
import { databaseMs } from './processor.ts'
import { type Program, signIn, startProgram } from './program.ts'
import { asOwner, hasPgbench, pgbench, statementsOf } from './raw.ts'
import { type Figures, note, tableOf } from './table.ts'
import { TARGETS, type TargetName } from './targets.ts'

const { values: options } = parseArgs({
  options: {
    seconds: { type: 'string', default: '4' },
    rounds: { type: 'string', default: '3' },
    keep: { type: 'boolean', default: false },
  },
})
const seconds = Number(options.seconds)
const rounds = Number(options.rounds)
const PORT = 18_787

const folder = options.keep ? join(import.meta.dirname, '.county') : mkdtempSync(join(tmpdir(), 'luoshi-bench-'))
const noted = join(folder, 'measured.json')
const kept: Figures = { ours: {}, raw: {}, program: {}, database: {} }
const say = (text: string) => process.stderr.write(`${text}\n`)

async function county(): Promise<Measured> {
  if (existsSync(noted)) return JSON.parse(readFileSync(noted, 'utf8')) as Measured
  say(`filling ${UNITS} units and ${ITEMS} items, each change through act …`)
  const from = performance.now()
  const db = await openDatabase({ dataDir: folder })
  const measured = await fillCounty(db)
  await db.close()
  writeFileSync(noted, JSON.stringify(measured))
  say(`filled in ${((performance.now() - from) / 1000).toFixed(0)} s`)
  return measured
}

const listOf = (unitId: string) => `/api/items?unit=${unitId}&open=true&sort=dueOn&size=50`
const SEARCH = `/api/items?q=${encodeURIComponent('污水处理')}&size=50`

async function visit(program: Program, measured: Measured): Promise<Visitor[]> {
  const chosen = measured.liaisons.slice(0, CONNECTIONS)
  return Promise.all(
    chosen.map(async ({ username, itemIds }) => ({
      cookie: await signIn(program.address, username, PASSWORD),
      items: itemIds.map(id => ({ id, version: 0 })),
    })),
  )
}

/** The versions as they are now: the end of a round cuts requests off. */
async function refresh(program: Program, measured: Measured, visitors: Visitor[]): Promise<void> {
  for (const [at, visitor] of visitors.entries()) {
    const url = `${program.address}/api/items?unit=${measured.liaisons[at]!.unitId}&open=true&size=200`
    const { items } = (await (await fetch(url, { headers: { cookie: visitor.cookie } })).json()) as { items: Visitor['items'] }
    visitor.items = items.map(({ id, version }) => ({ id, version }))
  }
}

async function load(program: Program, measured: Measured, visitors: Visitor[]): Promise<void> {
  const units = new Map(visitors.map((v, at) => [v, measured.liaisons[at]!.unitId]))
  const officers: Visitor[] = [{ cookie: await signIn(program.address, measured.officer, PASSWORD), items: [] }]
  const rows: [TargetName, () => ReturnType<typeof reading>][] = [
    ['list', () => reading(program.address, seconds, visitors, v => listOf(units.get(v)!))],
    ['report', () => reporting(program.address, seconds, visitors)],
    ['item', () => reading(program.address, seconds, visitors, (v, n) => `/api/items/${v.items[n % v.items.length]!.id}`)],
    ['board', () => reading(program.address, seconds, officers, () => '/api/overview')],
    ['search', () => reading(program.address, seconds, officers, () => SEARCH)],
  ]
  const alone = await beside(measured)
  for (let round = 1; round <= rounds; round++) {
    for (const [name, measure] of rows) {
      await refresh(program, measured, visitors)
      const [programBefore, databaseBefore] = [program.usedMs(), databaseMs(folder)]
      const { perSecond, answers, wrong } = await measure()
      note(kept.program, name, (program.usedMs() - programBefore) / answers)
      note(kept.database, name, (databaseMs(folder) - databaseBefore) / answers)
      note(kept.ours, name, perSecond)
      const raw = alone?.(name)
      if (raw) note(kept.raw, name, raw)
      const others = `${raw ? `, pgbench ${raw.toFixed(0)}/s` : ''}${wrong ? `  (${wrong} answers were wrong)` : ''}`
      say(`round ${round}  ${TARGETS[name].name}: ${perSecond.toFixed(0)}/s${others}`)
    }
  }
}

/** PostgreSQL alone with the same SQL, asked in the same minute; null where there is no pgbench. */
async function beside(measured: Measured): Promise<((name: TargetName) => number) | null> {
  if (!hasPgbench()) {
    say('pgbench is not on this machine: PostgreSQL alone is not measured')
    return null
  }
  const running = runningOn(join(folder, 'pg'))!
  const address = { host: running.host, port: running.port, user: 'luoshi_owner', password: secretsIn(folder).owner, database: 'luoshi' }
  const context = wholeOf(PLACE)
  const officer = anActor('officer')
  const some = measured.liaisons.slice(0, CONNECTIONS)
  const each = (work: (l: (typeof some)[number]) => Promise<string>) => Promise.all(some.map(work))
  const query = (parts: object) => ItemQuery.parse({ size: 50, ...parts })
  const scripts: Partial<Record<TargetName, string[]>> = {
    list: await each(l => statementsOf(context, tx => listItemsText(tx, query({ unit: l.unitId, open: true })))),
    report: some.map(l => reportSql(l.itemIds)),
    item: await each(l => statementsOf(context, tx => getItem(tx, officer, l.itemIds[0]!))),
    board: [await statementsOf(context, tx => getOverview(tx, dayOf(Date.now())))],
    search: [await statementsOf(context, tx => listItemsText(tx, query({ q: '污水处理' })))],
  }
  asOwner(address, COPIES)
  return name => pgbench(address, scripts[name]!, seconds)
}

/** Copies, so that what pgbench writes stands in no item's history. */
const COPIES = `set client_min_messages = warning; drop table if exists bench_item, bench_event;
create table bench_item as select * from item; alter table bench_item add primary key (jurisdiction_id, id);
create table bench_event as select * from item_event; create index on bench_event (jurisdiction_id, item_id, version, ordinal);`

/** The least that a durable report is: the item's new percent and one note, in one transaction. */
const reportSql = (ids: string[]): string => `\\set n random(0, 99)
begin;
update bench_item set percent = :n, last_report_at = now(), version = version + 1 where jurisdiction_id = '${PLACE}' and id = '${ids[0]}';
insert into bench_event (jurisdiction_id, item_id, version, ordinal, id, kind, at, by_id, by_name, words, file_ids, facts)
  select jurisdiction_id, id, version, 0, gen_random_uuid(), 'report', now(), id, 'pgbench', '已完成施工图审查，正在组织招标。', '{}', '{}' from bench_item where jurisdiction_id = '${PLACE}' and id = '${ids[0]}';
commit;`

async function starts(): Promise<void> {
  for (let round = 1; round <= rounds; round++) {
    const fresh = mkdtempSync(join(tmpdir(), 'luoshi-fresh-'))
    for (const name of ['fresh', 'existing'] as const) {
      const program = await startProgram(fresh, PORT + 1)
      note(kept.ours, name, program.started)
      await program.stop()
    }
    rmSync(fresh, { recursive: true, force: true })
  }
}

const measured = await county()
say('starting …')
await starts()
const program = await startProgram(folder, PORT)
try {
  await sleep(5000)
  note(kept.ours, 'idle', program.memory())
  const visitors = await visit(program, measured)
  await load(program, measured, visitors)
  note(kept.ours, 'loaded', program.memory())
  const office = await signIn(program.address, measured.officer, PASSWORD)
  for (let round = 1; round <= rounds; round++) {
    const page = await firstVisit(program.address, office)
    if (typeof page === 'string') {
      say(page)
      break
    }
    for (const [name, figure] of Object.entries(page) as [TargetName, number][]) note(kept.ours, name, figure)
  }
} finally {
  await program.stop()
  if (!options.keep) rmSync(folder, { recursive: true, force: true })
}
console.log(`\n${rounds} rounds of ${seconds} s, ${CONNECTIONS} connections, medians\n\n${tableOf(kept)}`)
