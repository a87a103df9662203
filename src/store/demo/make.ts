// Makes the demonstration: the fictional county 青禾县 with its units, people, documents and a year of items. Once; all of it or nothing.
import { hashPassword } from 'better-auth/crypto'
import type { SetupState } from '../../core/contract/account.ts'
import { addDays, dayOf } from '../../core/day.ts'
import type { Day } from '../../core/types.ts'
import type { Database } from '../db.ts'
import { relight } from '../relight.ts'
import { type Tx, tell, txOf, wholeOf } from '../tx.ts'
import { makeBenchmark } from './benchmark.ts'
import { makeBoundary } from './boundary.ts'
import { makeCampaigns } from './campaign.ts'
import { makeCascade } from './cascade.ts'
import { livesOf, tasksOf } from './history.ts'
import { insertLives, insertRecords, recordsOf } from './import.ts'
import { makeIndicators } from './indicator.ts'
import { makeMessages } from './message.ts'
import { makeNotes } from './note.ts'
import { linkDocuments, makeDocuments } from './paper.ts'
import { countyPeople } from './people.ts'
import { makeProjects } from './project.ts'
import { chanceFrom } from './random.ts'
import { makeRequests } from './request.ts'
import { makeRisks } from './risk.ts'
import { makeSlips } from './slip.ts'
import { makePeople, makeUnits } from './staff.ts'
import { DEMO, SEED, type Story } from './story.ts'
import { makeVisits } from './visit.ts'

const PASSWORD = 'Qinghe-2026'

export type DemoLogin = SetupState['demo'][number]
export type DemoStep = 'units' | 'people' | 'documents' | 'items' | 'ready'

interface DemoOptions {
  /** Items of the office's own; those of the documents come on top. */
  items?: number
  today?: Day
  seed?: number
  onStep?: (step: DemoStep) => void
  /** Aborted: given up at the next statement, and nothing is kept. */
  signal?: AbortSignal
}

/** The log-ins to print: one for each role. */
export const demoLogins = (): DemoLogin[] =>
  countyPeople(chanceFrom(SEED)).flatMap(p =>
    p.username && p.role ? [{ username: p.username, password: PASSWORD, name: p.name, role: p.role, unit: p.unit }] : [],
  )

/** Fills an empty database; does nothing when the county is there already. */
export async function makeDemo(db: Pick<Database, 'pool' | 'filesDir'>, options: DemoOptions = {}): Promise<void> {
  const { items = 5000, today = dayOf(Date.now()), seed = SEED, onStep, signal } = options
  const passwordHash = await hashPassword(PASSWORD)
  const client = await db.pool.connect()
  try {
    await tell(client, wholeOf(DEMO.id))
    const open = txOf(client, wholeOf(DEMO.id))
    const tx: Tx = {
      ...open,
      rows(text, values) {
        signal?.throwIfAborted()
        return open.rows(text, values)
      },
    }
    const [there] = await tx.rows('select id from jurisdiction where id = $1', [DEMO.id])
    if (there) return
    await client.query('begin')
    const chance = chanceFrom(seed)
    const story: Story = { tx, chance, today, last: addDays(today, -1), began: `${addDays(today, -400)}T01:00:00.000Z`, records: [] }
    onStep?.('units')
    const units = await makeUnits(story)
    onStep?.('people')
    const cast = await makePeople(story, units, passwordHash)
    onStep?.('documents')
    const papers = [...(await makeDocuments(story, units, cast)), ...(await makeNotes(story, units, cast))]
    onStep?.('items')
    const tasks = [...papers.flatMap(p => p.tasks), ...tasksOf(chance, cast, items, story.last)].sort((a, b) => (a.day < b.day ? -1 : 1))
    const lives = livesOf(chance, cast, tasks, story.last)
    const unitNames = new Map(units.map(u => [u.id, u.name]))
    await insertLives(tx, lives, today, unitNames, chance)
    await linkDocuments(story, papers, lives, cast.officers[0]!)
    await makeSlips(story, lives, units, cast)
    await makeIndicators(db, story, units, lives)
    await makeBenchmark(story, cast.officers[0]!)
    await makeMessages(tx, lives, unitNames, today)
    await insertRecords(tx, [...story.records, ...recordsOf(lives)])
    await client.query('commit')
    await makeCascade(db, cast, today)
    await makeVisits(db, cast, today)
    await makeRisks(db, cast, today)
    await makeProjects(db, cast, today)
    await makeBoundary(db, cast)
    await makeCampaigns(db, cast, today)
    await makeRequests(db, cast, today)
    // What was done in earlier months was lit as on those days.
    await client.query('update jurisdiction set lit_on = null where id = $1', [DEMO.id])
    await relight(db, DEMO.id, today)
    await client.query('select look_again()')
    onStep?.('ready')
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}
