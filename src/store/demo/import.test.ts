import { beforeAll, describe, expect, test } from 'vitest'
import { aJurisdiction, anActor, cellsOf } from '../../../test/build.ts'
import { aDatabase, asOwner, type TestDatabase } from '../../../test/database.ts'
import type { Board } from '../../core/contract/indicator.ts'
import { act } from '../act.ts'
import { verifyAudit } from '../audit.ts'
import { boardText } from '../board.ts'
import { read } from '../db.ts'
import { standingFaults } from '../standingcheck.ts'
import { tallyFaults } from '../tally.ts'
import { type Tx, wholeOf } from '../tx.ts'
import { type Cast, type Life, livesOf, tasksOf } from './history.ts'
import { insertLives, insertRecords, insertRows, recordsOf } from './import.ts'
import { makeDemo } from './make.ts'
import { chanceFrom } from './random.ts'

const PLACE = '990124'
const TODAY = '2026-11-22'
const UNITS = ['县水利局', '县财政局', '云溪镇'].map((name, at) => ({ id: `00000000-0000-4000-8000-00000000000${at + 1}`, name }))

const unit = ({ id }: (typeof UNITS)[number], works: string): Cast['units'][number] => ({
  id,
  works,
  kind: 'government',
  liaison: anActor('liaison', { unitIds: [id], name: `联络员${works}` }),
  head: anActor('head', { unitIds: [id] }),
})
const cast: Cast = {
  officers: [anActor('officer', { name: '林晓雨' }), anActor('officer', { name: '祝南星' })],
  units: [unit(UNITS[0]!, '水利局'), unit(UNITS[1]!, '财政局'), unit(UNITS[2]!, '乡镇')],
  towns: ['云溪镇'],
}

type Done = Awaited<ReturnType<typeof act<'item'>>>

async function withUnits(): Promise<TestDatabase> {
  const db = await aDatabase()
  await aJurisdiction(db)
  await read(db, wholeOf(PLACE), tx =>
    insertRows(
      tx,
      'unit',
      UNITS.map((u, position) => ({ jurisdiction_id: PLACE, ...u, aliases: [], kind: 'government', duties: '', position })),
    ),
  )
  return db
}

/** Everything that was written, but the ids that are drawn by chance. */
async function left(tx: Tx) {
  return {
    items: await tx.rows(
      `select number, title, state, version, lead_unit_id, co_unit_ids, due_on, measure, percent, registered_at, dispatched_at, accepted_at, last_report_at,
         submitted_at, closed_at, urged_at, reported_by, suspended_from, suspended_until, waiting_for, open, party_unit_ids from item order by number`,
    ),
    events: await tx.rows(
      `select i.number, e.version, e.ordinal, e.kind, e.at, e.by_id, e.by_name, e.by_unit, e.words, e.file_ids, e.facts::text from item_event e
       join item i on i.id = e.item_id order by 1, 2, 3`,
    ),
    units: await tx.rows(
      'select i.number, m.unit_id, m.part, m.open, m.due_on from item_unit m join item i on i.id = m.item_id order by 1, 2',
    ),
    counters: await tx.rows('select year, last from counter order by 1'),
    records: await tx.rows(
      `select i.number, a.at, a.actor_id, a.actor, a.action, a.summary, a.body from audit a join item i on a.target = 'item:' || i.id order by 1, 2, a.seq`,
    ),
  }
}

describe('a history written in bulk', () => {
  let lives: Life[]
  let bulk: TestDatabase
  let acted: TestDatabase
  beforeAll(async () => {
    const chance = chanceFrom(7)
    lives = livesOf(chance, cast, tasksOf(chance, cast, 40, '2026-11-21'), '2026-11-21')
    bulk = await withUnits()
    await read(bulk, wholeOf(PLACE), async tx => {
      await insertLives(tx, lives, TODAY, new Map(UNITS.map(u => [u.id, u.name])), chance)
      await insertRecords(tx, recordsOf(lives))
    })
    acted = await withUnits()
    for (const life of lives) {
      let id: string | null = null
      for (const { command, actor, at } of life.steps) {
        const done: Done = await act(acted, actor, { kind: 'item', id }, command, { now: at })
        if ('refused' in done) throw new Error(done.refused)
        id = done.id
      }
    }
  })

  test('is what `act` leaves when it is given the same commands at the same moments', async () => {
    const [one, other] = await Promise.all([read(bulk, wholeOf(PLACE), left), read(acted, wholeOf(PLACE), left)])
    expect(one.events.length).toBeGreaterThan(200)
    expect(one).toEqual(other)
  })

  test('has a tally that equals counting, and a whole chain', async () => {
    expect(await read(bulk, wholeOf(PLACE), tallyFaults)).toEqual([])
    expect(await read(bulk, wholeOf(PLACE), verifyAudit)).toMatchObject({
      whole: true,
      entries: lives.reduce((n, l) => n + l.steps.length, 0),
    })
  })

  test('can be gone on with', async () => {
    const open = lives.find(l => l.item.state === 'in_progress')!
    const liaison = cast.units.find(u => u.id === open.item.leadUnitId)!.liaison
    const command = { command: 'report' as const, percent: null, words: '继续推进', fileIds: [], waitingFor: null }
    expect(await act(bulk, liaison, { kind: 'item', id: open.item.id, seen: open.item.version }, command)).toMatchObject({
      version: open.item.version + 1,
    })
    expect(await read(bulk, wholeOf(PLACE), verifyAudit)).toMatchObject({ whole: true })
    expect(await read(bulk, wholeOf(PLACE), tallyFaults)).toEqual([])
  })
})

describe('the demonstration', () => {
  let db: TestDatabase
  beforeAll(async () => {
    db = await aDatabase()
    await makeDemo(db, { items: 300, today: TODAY })
  })

  test('is made once', async () => {
    const count = () => asOwner(db, 'select (select count(*) from item) as items, (select count(*) from audit) as records')
    const before = await count()
    await makeDemo(db, { items: 300, today: TODAY })
    expect(await count()).toEqual(before)
  })

  test('has items in every state and every light, and links some to sentences of documents', async () => {
    const [counts] = await read(db, wholeOf('990124'), tx =>
      tx.rows<{ states: number; lights: number; linked: number }>(
        `select count(distinct state) as states, count(distinct light) as lights, count(*) filter (where document_id is not null) as linked from item`,
      ),
    )
    expect(counts).toMatchObject({ lights: 4 })
    expect(counts!.states).toBeGreaterThanOrEqual(7)
    expect(counts!.linked).toBeGreaterThan(10)
  })

  test('links each such item to the very words of its document', async () => {
    const rows = await read(db, wholeOf('990124'), tx =>
      tx.rows<{ text: string; span: [number, number]; sentence: string; itemId: string; draftItem: string | null }>(
        `select d.text, i.span, i.sentence, i.id as item_id, f.item_id as draft_item from item i join document d on d.id = i.document_id
         left join draft f on f.document_id = d.id and f.span = i.span
         where not exists (select 1 from item_part p where p.child_id = i.id)`,
      ),
    )
    for (const row of rows) {
      expect(
        row.text
          .slice(...row.span)
          .replace(/\s*\n\s*/g, '')
          .startsWith(row.sentence),
      ).toBe(true)
      expect(row.draftItem).toBe(row.itemId)
    }
  })

  test('is lit as on this day, what was done in earlier months too', async () => {
    const stale = `select number from item where jurisdiction_id = '990124' and kind = 'matter' and state = 'in_progress' and overdue <> (due_on < $1::date)`
    expect(await read(db, wholeOf('990124'), tx => tx.rows(stale, [TODAY]))).toEqual([])
  })

  test('has a whole audit chain and a true tally', async () => {
    expect(await read(db, wholeOf('990124'), verifyAudit)).toMatchObject({ whole: true })
    expect(await read(db, wholeOf('990124'), tallyFaults)).toEqual([])
  })

  test('has indicators of every kind, some behind, some that cannot be judged, kept as the write path keeps them', async () => {
    expect(await read(db, wholeOf('990124'), standingFaults)).toEqual([])
    const query = { topic: [], unit: [] }
    const board = JSON.parse(await read(db, wholeOf('990124'), tx => boardText(tx, query, TODAY))) as Board
    expect(board).toMatchObject({ year: 2026, month: 10 })
    expect(new Set(board.indicators.map(i => i.kind)).size).toBe(6)
    expect(new Set(cellsOf(board).map(c => c.verdict)).size).toBe(4)
    expect(new Set(board.commitments.map(c => c.stand)).size).toBeGreaterThan(1)
    const odd = await asOwner(db, `select 1 from standing where shown like '%bad-base%' or shown like '%"mismatch":{%'`)
    expect(odd.length).toBeGreaterThan(1)
    expect(board.rows.length).toBeGreaterThan(10)
    const linked = 'select 1 from indicator i join item t on t.id = i.item_id and t.lead_unit_id = i.source_unit_id'
    expect((await asOwner(db, linked)).length).toBeGreaterThan(3)
  })

  test('is the same for the same seed and day', async () => {
    const again = await aDatabase()
    await makeDemo(again, { items: 300, today: TODAY })
    const story = (from: TestDatabase) =>
      asOwner(from, 'select number, title, state, percent::text, due_on::text, light from item order by number')
    expect(await story(again)).toEqual(await story(db))
  })
})
