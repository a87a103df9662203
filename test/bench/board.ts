// npm run bench:board: the scoreboard of a county, a city of 13 and a province of 117 counties, beside the same question in plain SQL on the same
// PostgreSQL and in DuckDB on the same rows. Prints one table and asserts nothing. About ten minutes for all three, most of it filling.
//   --sizes county,city,province   --rounds 5
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { Agent, type IncomingMessage, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { gunzipSync } from 'node:zlib'
import { WHOLE } from '../../src/core/indicator.ts'
import { hashPassword } from '../../src/server/password.ts'
import { act } from '../../src/store/act.ts'
import { openDatabase } from '../../src/store/db.ts'
import { runningOn } from '../../src/store/postmaster.ts'
import { secretsIn } from '../../src/store/secret.ts'
import { anActor, ok } from '../build.ts'
import { type Asked, duckMs, plainMs } from './boardbeside.ts'
import { addPlace, BOARD, type Filled, fillBoard, ownerOf } from './boardfill.ts'
import { databaseMs } from './processor.ts'
import { type Program, signIn, startProgram } from './program.ts'

const { values: options } = parseArgs({
  options: { sizes: { type: 'string', default: 'county,city,province' }, rounds: { type: 'string', default: '5' } },
})
const rounds = Number(options.rounds)
const PORT = 18_797
const PASSWORD = 'Measure-2026'
const TOP = '990000'
const COUNTY = '990124'
const SIZES = { county: 1, city: 13, province: 117 } as const
type Size = keyof typeof SIZES
const say = (text: string) => process.stderr.write(`${text}\n`)
const median = (all: number[]): number => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)]!
const shown = (n: number | null): string => (n === null ? '–' : n >= 100 ? n.toFixed(0) : n.toFixed(n < 10 ? 2 : 1))

const countyIds = (n: number): string[] => [COUNTY, ...Array.from({ length: n - 1 }, (_, at) => String(991_001 + at))]

async function fill(folder: string, counties: number): Promise<Filled> {
  const from = performance.now()
  const db = await openDatabase({ dataDir: folder })
  const passwordHash = await hashPassword(PASSWORD)
  const owner = await ownerOf(addressIn(folder))
  await addPlace(owner, TOP, '云川市', null)
  await addPlace(owner, COUNTY, '青禾县', TOP)
  for (const place of [TOP, COUNTY]) {
    const account = { username: `officer${place}`, name: '督查员', passwordHash }
    const system = anActor('system_admin', { jurisdiction: place })
    const { id } = ok(await act(db, system, { kind: 'account', id: null }, { command: 'add', ...account }))
    const appointments = [{ role: 'officer' as const, unitId: null }]
    const security = anActor('security_admin', { jurisdiction: place })
    ok(await act(db, security, { kind: 'account', id }, { command: 'appoint', appointments }))
  }
  let first: Filled | null = null
  for (const [n, place] of countyIds(counties).entries()) {
    if (place !== COUNTY) await addPlace(owner, place, `第${n}县`, TOP)
    const filled = await fillBoard(owner, place, 20_260_601 + n)
    first ??= filled
    if (n % 13 === 12) say(`  ${n + 1} counties, ${((performance.now() - from) / 1000).toFixed(0)} s`)
  }
  await owner.query('vacuum analyze')
  await owner.end()
  await db.close()
  say(`${counties} counties filled in ${((performance.now() - from) / 1000).toFixed(0)} s`)
  return first!
}

function addressIn(folder: string) {
  const { host, port } = runningOn(join(folder, 'pg'))!
  return { host, port, user: 'luoshi_owner', password: secretsIn(folder).owner, database: 'luoshi' }
}

const PATH = `/api/board?year=${BOARD.year}&month=9`
const BELOW = `/api/board/below?year=${BOARD.year}&month=9`

const agent = new Agent({ keepAlive: true })

/** Timed to the last byte as it came; what the reader does with it afterwards is not the server's. */
async function get(program: Program, cookie: string, path: string): Promise<{ ms: number; text: () => string }> {
  const from = performance.now()
  const [answer, bytes] = await new Promise<[IncomingMessage, Buffer]>((resolve, reject) => {
    const headers = { cookie, 'accept-encoding': 'gzip' }
    request(`${program.address}${path}`, { agent, headers }, answer => {
      const parts: Buffer[] = []
      answer.on('data', part => parts.push(part))
      answer.on('end', () => resolve([answer, Buffer.concat(parts)]))
    })
      .on('error', reject)
      .end()
  })
  const ms = performance.now() - from
  const text = () => (answer.headers['content-encoding'] === 'gzip' ? gunzipSync(bytes) : bytes).toString()
  if (answer.statusCode !== 200) throw new Error(`${path}: ${answer.statusCode} ${text().slice(0, 200)}`)
  return { ms, text }
}

const WARM = 200

interface Measured {
  cold: number
  coldCpu: number
  warm: number
  warmCpu: number
  size: number
  below: number | null
  write: number
  writeCpu: number
  seen: number
  seenAbove: number | null
  memory: number
  plain: number
  duck: number
}

async function measure(folder: string, size: Size, { indicatorIds, unitIds }: Filled): Promise<Measured> {
  const kept: Record<'cold' | 'warm' | 'below' | 'write' | 'seen' | 'seenAbove', number[]> = {
    cold: [],
    warm: [],
    below: [],
    write: [],
    seen: [],
    seenAbove: [],
  }
  let [cpu, coldCpu, warmCpu, memory, bytes] = [0, 0, 0, 0, 0]
  let beside = { plain: 0, duck: 0 }
  for (let round = 1; round <= rounds; round++) {
    const program = await startProgram(folder, PORT)
    try {
      const office = await signIn(program.address, `officer${COUNTY}`, PASSWORD)
      const top = await signIn(program.address, `officer${TOP}`, PASSWORD)
      await settled(() => program.usedMs() + databaseMs(folder))
      const asleep = program.usedMs() + databaseMs(folder)
      kept.cold.push((await get(program, office, PATH)).ms)
      coldCpu += program.usedMs() + databaseMs(folder) - asleep
      const rested = program.usedMs() + databaseMs(folder)
      for (let n = 0; n < WARM; n++) kept.warm.push((await get(program, office, PATH)).ms)
      warmCpu += (program.usedMs() + databaseMs(folder) - rested) / WARM
      bytes = (await get(program, office, PATH)).text().length
      if (size !== 'county') for (let n = 0; n < 30; n++) kept.below.push((await get(program, top, BELOW)).ms)
      const before = program.usedMs() + databaseMs(folder)
      const WRITES = 60
      for (let n = 0; n < WRITES; n++) {
        const value = 1000 + round * 100 + n
        const from = performance.now()
        await write(program, office, indicatorIds[n % 7]!, n % 3 === 0 ? WHOLE : unitIds[n % unitIds.length]!, value)
        kept.write.push(performance.now() - from)
      }
      cpu += (program.usedMs() + databaseMs(folder) - before) / WRITES
      await visible(program, office, top, size, indicatorIds[1]!, 5000 + round, kept)
      memory = Math.max(memory, program.memory())
      if (round === rounds) {
        const asked: Asked = {
          places: size === 'county' ? [COUNTY] : countyIds(SIZES[size]),
          year: BOARD.year,
          month: 9,
          whole: size !== 'county',
        }
        beside = { plain: await plainMs(addressIn(folder), asked, 10), duck: await duckMs(addressIn(folder), asked, 10) }
      }
    } finally {
      await program.stop()
      await sleep(300)
    }
  }
  return {
    cold: median(kept.cold),
    coldCpu: coldCpu / rounds,
    warm: median(kept.warm),
    warmCpu: warmCpu / rounds,
    size: bytes / 1024,
    below: kept.below.length ? median(kept.below) : null,
    write: median(kept.write),
    writeCpu: cpu / rounds,
    seen: median(kept.seen),
    seenAbove: kept.seenAbove.length ? median(kept.seenAbove) : null,
    memory,
    ...beside,
  }
}

/** Once the program has begun its daily work: how long a start takes is another question, and what runs beside it would be counted as the board's. */
async function settled(usedMs: () => number): Promise<void> {
  for (let quiet = 0, used = usedMs(), n = 0; quiet < 3 && n < 100; n++) {
    await sleep(100)
    const now = usedMs()
    quiet = now - used <= 5 ? quiet + 1 : 0
    used = now
  }
}

async function write(program: Program, cookie: string, indicatorId: string, unitId: string, value: number): Promise<void> {
  const url = `${program.address}/api/indicators/${indicatorId}/readings`
  const current = (await (
    await fetch(`${program.address}/api/indicators/${indicatorId}/series?unit=${unitId}&year=${BOARD.year}`, { headers: { cookie } })
  ).json()) as { readings: { month: number; revision: number }[] }
  const seen = Math.max(0, ...current.readings.filter(r => r.month === 9).map(r => r.revision))
  const answer = await fetch(url, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json', 'idempotency-key': randomUUID() },
    body: JSON.stringify({ unitId, year: BOARD.year, month: 9, value, status: 'final', seen, words: null }),
  })
  if (!answer.ok) throw new Error(`write: ${answer.status} ${await answer.text()}`)
}

/** From the sending of a figure to the board that shows it, here and above. */
async function visible(
  program: Program,
  office: string,
  top: string,
  size: Size,
  indicatorId: string,
  value: number,
  kept: Record<'seen' | 'seenAbove', number[]>,
): Promise<void> {
  const from = performance.now()
  await write(program, office, indicatorId, WHOLE, value)
  if (!(await get(program, office, PATH)).text().includes(`"value":${value}`)) throw new Error('the board does not show what was written')
  kept.seen.push(performance.now() - from)
  if (size === 'county') return
  if (!(await get(program, top, BELOW)).text().includes(`"value":${value}`))
    throw new Error('the board above does not show what was written')
  kept.seenAbove.push(performance.now() - from)
}

const found: [Size, Measured][] = []
for (const size of options.sizes.split(',') as Size[]) {
  say(
    `${size}: filling ${SIZES[size]} × ${BOARD.units} units × ${BOARD.indicators} indicators × ${BOARD.months} months and ${BOARD.items} items …`,
  )
  const folder = mkdtempSync(join(tmpdir(), 'luoshi-board-'))
  try {
    found.push([size, await measure(folder, size, await fill(folder, SIZES[size]))])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const ROWS: [name: string, reach: string, of: (m: Measured) => number | null][] = [
  ['a county’s board, cold: the first one after the start (ms)', '≤ 60', m => m.cold],
  ['… processor of program + database (ms)', '≤ 60', m => m.coldCpu],
  ['a county’s board, warm (ms)', '≤ 5', m => m.warm],
  ['… processor of program + database (ms)', '≤ 5', m => m.warmCpu],
  ['… its JSON (kB)', '–', m => m.size],
  ['the board above, warm (ms)', '≤ 50', m => m.below],
  ['one figure written (ms)', '–', m => m.write],
  ['one figure written, processor of program + database (ms)', '± 20 % of a county’s', m => m.writeCpu],
  ['figure written and seen on the county’s board (ms)', '–', m => m.seen],
  ['… and on the board above (ms)', 'next request', m => m.seenAbove],
  ['the same question in plain SQL, PostgreSQL (ms)', '–', m => m.plain],
  ['the same question in DuckDB, same rows (ms)', '–', m => m.duck],
  ['memory of the server (MB)', '≤ 300', m => m.memory],
]
console.log(`\nmedians of ${rounds} starts; writes one after another over HTTP\n`)
console.log(`| | to reach | ${found.map(([size]) => size).join(' | ')} |\n|---|---|${found.map(() => '---|').join('')}`)
for (const [name, reach, of] of ROWS) console.log(`| ${name} | ${reach} | ${found.map(([, m]) => shown(of(m))).join(' | ')} |`)
const [county] = found.filter(([size]) => size === 'county')
if (county)
  for (const [size, m] of found)
    if (size !== 'county') console.log(`a write in a ${size} costs ${(m.writeCpu / county[1].writeCpu).toFixed(2)} × one in a county alone`)
