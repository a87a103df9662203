// Makes the demonstration: the fictional county 青禾县 with its units, people, documents and a year of items. Once; all of it or nothing.
import { readFileSync } from 'node:fs'
import { hashPassword } from 'better-auth/crypto'
import type { SetupState } from '../../core/contract/account.ts'
import { addDays, dayOf } from '../../core/day.ts'
import { draftItems } from '../../core/draft.ts'
import type { Actor, Day, Instant, Unit } from '../../core/types.ts'
import { read as readText } from '../../reader/index.ts'
import type { Signed } from '../audit.ts'
import type { Database } from '../db.ts'
import { appoint, newAccount } from '../target/account.ts'
import { document } from '../target/document.ts'
import { type Tx, tell, txOf, wholeOf } from '../tx.ts'
import type { Done, Write } from '../write.ts'
import { COUNTY } from './county.ts'
import { type Cast, type Life, livesOf, type Task, tasksOf } from './history.ts'
import { insertLives, insertRecords, insertRows, recordsOf } from './import.ts'
import { type CountyPerson, countyPeople } from './people.ts'
import { type Chance, chanceFrom } from './random.ts'

export const DEMO = { id: '990124', name: '青禾县', office: '青禾县人民政府督查室' }
const PASSWORD = 'Qinghe-2026'
const SEED = 20_260_105

export type DemoLogin = SetupState['demo'][number]
export type DemoStep = 'units' | 'people' | 'documents' | 'items' | 'ready'

export interface DemoOptions {
  /** Items of the office's own; those of the documents come on top. */
  items?: number
  today?: Day
  seed?: number
  onStep?: (step: DemoStep) => void
}

/** The log-ins to print: one for each role. */
export const demoLogins = (): DemoLogin[] =>
  countyPeople(chanceFrom(SEED)).flatMap(p =>
    p.username && p.role ? [{ username: p.username, password: PASSWORD, name: p.name, role: p.role, unit: p.unit }] : [],
  )

/** Fills an empty database; does nothing when the county is there already. */
export async function makeDemo(db: Pick<Database, 'pool'>, options: DemoOptions = {}): Promise<void> {
  const { items = 5000, today = dayOf(Date.now()), seed = SEED, onStep } = options
  const passwordHash = await hashPassword(PASSWORD)
  const client = await db.pool.connect()
  try {
    await tell(client, wholeOf(DEMO.id))
    const tx = txOf(client, wholeOf(DEMO.id))
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
    const papers = await makeDocuments(story, units, cast)
    onStep?.('items')
    const tasks = [...papers.flatMap(p => p.tasks), ...tasksOf(chance, cast, items, story.last)].sort((a, b) => (a.day < b.day ? -1 : 1))
    const lives = livesOf(chance, cast, tasks, story.last)
    await insertLives(tx, lives, today, new Map(units.map(u => [u.id, u.name])), chance)
    await linkDocuments(story, papers, lives, cast.officers[0]!)
    await insertRecords(tx, [...story.records, ...recordsOf(lives)])
    await client.query('commit')
    await client.query('select look_again()')
    onStep?.('ready')
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}

interface Story {
  tx: Tx
  chance: Chance
  today: Day
  /** The last day on which anything has happened. */
  last: Day
  began: Instant
  records: Signed[]
}

function record(story: Story, done: Pick<Done<unknown>, 'entries'>, actor: Pick<Actor, 'personId' | 'name'>, at: Instant): void {
  story.records.push(...done.entries.map(entry => ({ ...entry, at, actorId: actor.personId, actor: actor.name })))
}

const carry = (tx: Tx, writes: Write[]) => Promise.all(writes.map(([text, values]) => tx.rows(text, values)))
const program = { personId: '00000000-0000-0000-0000-000000000000', name: 'luoshi' }

async function makeUnits(story: Story): Promise<(Unit & { works: string })[]> {
  const { tx, chance, today, began } = story
  await tx.rows('insert into jurisdiction (id, name, place, office, demo, lit_on, created_at) values ($1, $2, $2, $3, true, $4, $5)', [
    DEMO.id,
    DEMO.name,
    DEMO.office,
    today,
    began,
  ])
  const ids = new Map(COUNTY.map(u => [u.name, chance.id()]))
  const units = COUNTY.map(({ under, ...u }) => ({ ...u, id: ids.get(u.name)!, parentId: under && ids.get(under)! }))
  await insertRows(
    tx,
    'unit',
    units.map((u, position) => ({
      jurisdiction_id: DEMO.id,
      id: u.id,
      name: u.name,
      aliases: u.aliases,
      kind: u.kind,
      parent_id: u.parentId,
      duties: u.duties,
      position,
    })),
  )
  const above = (id: string | null): string[] => (id ? [id, ...above(units.find(u => u.id === id)!.parentId)] : [])
  await insertRows(
    tx,
    'unit_closure',
    units.flatMap(u => above(u.id).map((ancestor, depth) => ({ jurisdiction_id: DEMO.id, ancestor_id: ancestor, unit_id: u.id, depth }))),
  )
  for (const { id, works: _, ...unit } of units)
    record(
      story,
      { entries: [{ action: 'unit.add', target: `unit:${id}`, summary: unit.name, body: JSON.stringify(unit) }] },
      program,
      began,
    )
  return units
}

async function makePeople(story: Story, units: (Unit & { works: string })[], passwordHash: string): Promise<Cast> {
  const { tx, chance, began } = story
  const unitId = (name: string | null) => units.find(u => u.name === name)?.id ?? null
  const people = countyPeople(chanceFrom(SEED))
  const actors = new Map<CountyPerson, Actor>()
  const silent: { person: Record<string, unknown>; appointment: Record<string, unknown> }[] = []
  for (const p of people) {
    const appointments = p.role ? [{ role: p.role, unitId: unitId(p.unit) }] : []
    let personId = chance.id()
    if (p.username) {
      const made = newAccount(DEMO.id, { username: p.username, name: p.name, passwordHash }, began)
      personId = made.id
      await carry(tx, [
        ...made.writes,
        ['update person set post = $3 where jurisdiction_id = $1 and id = $2', [DEMO.id, personId, p.post]],
        ...appoint(DEMO.id, personId, appointments, { now: began }),
      ])
    } else
      silent.push({
        person: { jurisdiction_id: DEMO.id, id: personId, name: p.name, post: p.post, disabled: false, created_at: began },
        appointment: {
          jurisdiction_id: DEMO.id,
          id: chance.id(),
          person_id: personId,
          role: p.role,
          unit_id: unitId(p.unit),
          from_day: dayOf(began),
        },
      })
    record(
      story,
      {
        entries: [
          { action: 'account.add', target: `account:${personId}`, summary: p.username ?? p.name, body: JSON.stringify({ name: p.name }) },
          {
            action: 'account.appoint',
            target: `account:${personId}`,
            summary: p.name,
            body: JSON.stringify({ was: [], now: appointments }),
          },
        ],
      },
      program,
      began,
    )
    actors.set(p, { personId, name: p.name, jurisdiction: DEMO.id, appointments, unitIds: appointments.flatMap(a => a.unitId ?? []) })
  }
  await insertRows(
    tx,
    'person',
    silent.map(s => s.person),
  )
  await insertRows(
    tx,
    'appointment',
    silent.map(s => s.appointment),
  )
  const holder = (role: CountyPerson['role'], unit: string) => actors.get(people.find(p => p.role === role && p.unit === unit)!)!
  return {
    officers: people.filter(p => p.role === 'officer').map(p => actors.get(p)!),
    towns: units.filter(u => u.kind === 'township').map(u => u.name),
    units: units
      .filter(u => u.works)
      .map(u => ({ id: u.id, works: u.works, kind: u.kind, liaison: holder('liaison', u.name), head: holder('head', u.name) })),
  }
}

interface Paper {
  id: string
  tasks: Task[]
}

/** Samples that were dispatched on their day; the newspaper page is left for the visitor to try. */
const PAPERS = ['plan', 'notice', 'minutes', 'circular', 'leader-note', 'half-year-report'] as const
const UNTOUCHED = 'newspaper-page'
const sample = (name: string): string => readFileSync(new URL(`../../../samples/${name}.txt`, import.meta.url), 'utf8')

async function makeDocuments(story: Story, units: Unit[], cast: Cast): Promise<Paper[]> {
  const papers: Paper[] = []
  for (const name of [...PAPERS, UNTOUCHED]) papers.push(await makeDocument(story, name, units, cast))
  return papers
}

async function makeDocument(story: Story, name: string, units: Unit[], cast: Cast): Promise<Paper> {
  const text = sample(name)
  const reading = readText(text, { name: `${name}.txt`, today: story.today, place: DEMO.name })
  const day = reading.articles[0]?.date ?? story.last
  const on = day < story.last ? day : story.last
  const officer = cast.officers[0]!
  const now = `${on}T01:30:00.000Z`
  const done = document.decide(
    { found: null, units, place: DEMO.name, chosen: [], numbers: [], byUnit: null },
    { id: null },
    { command: 'take-in', name: `${name}.txt`, text, reading },
    { actor: officer, now },
  )
  if ('refused' in done) throw new Error(`the sample ${name} was refused: ${done.refused}`)
  await carry(story.tx, done.writes)
  record(story, done, officer, now)
  if (name === UNTOUCHED || day > story.last) return { id: done.value.id, tasks: [] }
  const [row] = await story.tx.rows<{ title: string }>('select title from document where jurisdiction_id = $1 and id = $2', [
    DEMO.id,
    done.value.id,
  ])
  const working = new Set(cast.units.map(u => u.id))
  const tasks = draftItems(reading, text, units, DEMO.name).flatMap((d): Task[] => {
    const lead = [d.leadUnitId, ...d.suggestions.map(s => s.unitId)].find(id => id && working.has(id))
    if (!d.chosen || !lead) return []
    const { span } = reading.directives[d.index]!
    const sentence = text
      .slice(...span)
      .replace(/\s*\n\s*/g, '')
      .slice(0, 2000)
    return [
      {
        day: on,
        draft: {
          title: d.title,
          topic: d.topic,
          urgency: 'ordinary',
          leadUnitId: lead,
          coUnitIds: d.coUnitIds.filter(id => id !== lead),
          dueOn: d.dueOn,
          measure: d.measure,
        },
        source: { documentId: done.value.id, documentTitle: row!.title, documentDay: reading.articles[0]?.date ?? null, span, sentence },
      },
    ]
  })
  return { id: done.value.id, tasks }
}

/** The drafts that became items, and the documents' own records of it. */
async function linkDocuments(story: Story, papers: Paper[], lives: Life[], officer: Actor): Promise<void> {
  const { tx } = story
  for (const { id } of papers) {
    const items = lives.flatMap(l => (l.item.source?.documentId === id ? [l.item] : []))
    if (!items.length) continue
    for (const item of items)
      await tx.rows(
        'update draft set item_id = $3, lead_unit_id = $4, version = version + 1 where jurisdiction_id = $1 and document_id = $2 and span = $5 and item_id is null',
        [DEMO.id, id, item.id, item.leadUnitId, item.source!.span],
      )
    await tx.rows(`update document set state = 'dispatched', items = $3, version = 2 where jurisdiction_id = $1 and id = $2`, [
      DEMO.id,
      id,
      items.length,
    ])
    const entry = {
      action: 'document.dispatch',
      target: `document:${id}`,
      summary: `${items.length}`,
      body: JSON.stringify({ items: items.map(i => i.number) }),
    }
    record(story, { entries: [entry] }, officer, items[0]!.registeredAt!)
  }
}
