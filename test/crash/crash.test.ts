// Kills the program, and in some rounds its PostgreSQL too, at any moment while 8 writers write; nothing acknowledged may be lost.
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../../src/core/types.ts'
import { verifyAudit } from '../../src/store/audit.ts'
import { openDatabase, read } from '../../src/store/db.ts'
import { tallyFaults } from '../../src/store/tally.ts'
import { wholeOf } from '../../src/store/tx.ts'
import { aJurisdiction, aPerson, aUnit } from '../build.ts'

const ROUNDS = 10
const WRITERS = 8
const dataDir = mkdtempSync(join(tmpdir(), 'luoshi-crash-'))
let cast: { officer: Actor; liaisons: Actor[] }

beforeAll(async () => {
  const db = await openDatabase({ dataDir })
  await aJurisdiction(db)
  const officer = await aPerson(db, [{ role: 'officer', unitId: null }])
  const liaisons: Actor[] = []
  for (let n = 0; n < WRITERS; n++) liaisons.push(await aPerson(db, [{ role: 'liaison', unitId: await aUnit(db) }]))
  cast = { officer, liaisons }
  await db.close()
})
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

interface Acknowledged {
  id: string
  version: number
  number: string
}

const postmaster = (): number => Number(readFileSync(join(dataDir, 'pg/postmaster.pid'), 'utf8').split('\n')[0])

/** Runs the writers, kills them `after` milliseconds of writing, and gives what they said was done. */
async function round(after: number, victims: 'program' | 'database first' | 'program first'): Promise<Acknowledged[]> {
  const child: ChildProcess = spawn(process.execPath, [join(import.meta.dirname, 'writers.ts'), dataDir, JSON.stringify(cast)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let faults = ''
  child.stderr!.on('data', chunk => {
    faults += chunk
  })
  const said: Acknowledged[] = []
  const ended = new Promise<void>(done => child.once('close', () => done()))
  await new Promise<void>((ready, failed) => {
    createInterface({ input: child.stdout! }).on('line', line => {
      const heard = JSON.parse(line) as Acknowledged | { ready: true }
      'ready' in heard ? ready() : said.push(heard)
    })
    child.once('close', () => failed(new Error(`did not start: ${faults}`)))
  })
  await sleep(after)
  const server = postmaster()
  if (victims === 'database first') {
    process.kill(server, 'SIGKILL')
    await sleep(5)
  }
  child.kill('SIGKILL')
  if (victims === 'program first') process.kill(server, 'SIGKILL')
  await ended
  return said
}

test(`every acknowledged write is there after ${ROUNDS} kills, and each next start needs no help`, { timeout: 90_000 }, async () => {
  const said: Acknowledged[] = []
  for (let n = 0; n < ROUNDS; n++) {
    const victims = (['program', 'database first', 'program', 'program first'] as const)[n % 4]!
    const heard = await round(150 + Math.floor(Math.random() * 500), victims)
    expect(heard.length, `round ${n}, ${victims}`).toBeGreaterThan(0)
    said.push(...heard)
  }
  // A program that was killed while it wrote its own files leaves these behind.
  writeFileSync(join(dataDir, 'secrets.json.new'), '{"own')

  const db = await openDatabase({ dataDir })
  try {
    const [events, items, proof, faults] = await read(
      db,
      wholeOf('990124'),
      async tx =>
        [
          await tx.rows<{ itemId: string; version: number }>('select item_id, version from item_event'),
          await tx.rows<{ id: string; version: number; number: string; events: number }>(
            'select i.id, i.version, i.number, (select count(*) from item_event e where e.item_id = i.id) as events from item i order by i.number',
          ),
          await verifyAudit(tx),
          await tallyFaults(tx),
        ] as const,
    )
    const there = new Set(events.map(e => `${e.itemId} ${e.version}`))
    expect(said.filter(s => !there.has(`${s.id} ${s.version}`))).toEqual([])
    expect(said.length).toBeGreaterThan(ROUNDS * WRITERS)
    // Nothing is half there: as many events as versions, and numbers without a gap.
    expect(items.filter(i => i.events !== i.version)).toEqual([])
    expect(items.map(i => Number(i.number.slice(5)))).toEqual(items.map((_, at) => at + 1))
    expect(proof).toMatchObject({ whole: true, broken: null })
    expect(faults).toEqual([])
  } finally {
    await db.close()
  }
})
