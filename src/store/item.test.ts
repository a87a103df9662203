import { beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { aDatabase, type TestDatabase } from '../../test/database.ts'
import { ItemQuery, ItemRow, ItemView } from '../core/contract/item.ts'
import { Overview } from '../core/contract/overview.ts'
import { TodoEntry } from '../core/contract/todo.ts'
import { dayOf, daysBetween } from '../core/day.ts'
import { type Actor, LIGHTS, OPEN_STATES, STATES, WAITING } from '../core/types.ts'
import { readActor } from './account.ts'
import { read } from './db.ts'
import { makeDemo } from './demo/make.ts'
import { chanceFrom } from './demo/random.ts'
import { exportItems, getItem, listItems } from './item.ts'
import { getOverview } from './overview.ts'
import { listTodo } from './todo.ts'
import { wholeOf } from './tx.ts'

const TODAY = '2026-11-22'
const PLACE = '990124'
let db: TestDatabase
let officer: Actor
let liaison: Actor
let head: Actor
/** Every item as the office sees it, with what a row does not show. */
let all: (ItemRow & { sentence: string | null; document: string | null; waitingSince: string | null })[]

const signedIn = async (username: string): Promise<Actor> => {
  const [row] = await read(db, wholeOf(PLACE), tx => tx.rows<{ id: string }>('select id from person where username = $1', [username]))
  return (await readActor(db, PLACE, row!.id))!.actor
}
const list = (actor: Actor, query: object) => read(db, actor, tx => listItems(tx, ItemQuery.parse({ size: 200, ...query })))

beforeAll(async () => {
  db = await aDatabase()
  await makeDemo(db, { items: 800, today: TODAY })
  ;[officer, liaison, head] = await Promise.all([signedIn('ducha'), signedIn('zhujian'), signedIn('juzhang')])
  const rows = await read(db, officer, tx => exportItems(tx, ItemQuery.parse({})))
  const more = await read(db, officer, tx =>
    tx.rows<{ id: string; sentence: string | null; documentId: string | null; waitingSince: string | null }>(
      'select id, sentence, document_id, waiting_since from item',
    ),
  )
  const by = new Map(more.map(m => [m.id, m]))
  all = rows.map(row => {
    const { sentence, documentId, waitingSince } = by.get(row.id)!
    return { ...row, sentence, document: documentId, waitingSince }
  })
})

const isOpen = (row: ItemRow) => (OPEN_STATES as readonly string[]).includes(row.state)
const sees = (actor: Actor, row: ItemRow) =>
  actor === officer || (row.state !== 'registered' && [row.leadUnitId, ...row.coUnitIds].some(id => id && actor.unitIds.includes(id)))

/** The troubles of the page said over rows: `today` in the filters is the real one. */
const daysSince = (day: string): number => daysBetween(day, dayOf(Date.now()))
const isStale = (row: (typeof all)[number]) =>
  ['dispatched', 'in_progress', 'returned'].includes(row.state) && daysSince(dayOf(row.lastReportAt ?? row.dispatchedAt!)) > 30
const isBlocked = (row: (typeof all)[number]) =>
  isOpen(row) && row.state !== 'suspended' && ['co', 'upper', 'other'].includes(row.waitingFor ?? '') && daysSince(row.waitingSince!) > 3

/** What a query means, said a second time over all rows in memory. */
function meant(actor: Actor, q: ItemQuery): string[] {
  const has = (row: (typeof all)[number], words: string) =>
    [row.number, row.title, row.measure, row.sentence].some(text => text?.toLowerCase().includes(words.toLowerCase()))
  return all
    .filter(
      row =>
        sees(actor, row) &&
        (q.q ?? '').split(' ').every(word => has(row, word)) &&
        (!q.state.length || q.state.includes(row.state)) &&
        (!q.light.length || q.light.includes(row.light)) &&
        (!q.topic.length || q.topic.includes(row.topic)) &&
        (!q.waiting.length || (row.waitingFor !== null && q.waiting.includes(row.waitingFor))) &&
        (!q.document || row.document === q.document) &&
        (!q.dueFrom || (row.dueOn !== null && row.dueOn >= q.dueFrom)) &&
        (!q.dueTo || (row.dueOn !== null && row.dueOn <= q.dueTo)) &&
        (!q.open || isOpen(row)) &&
        (!q.overdue || row.overdue) &&
        (!q.undated || row.dueOn === null) &&
        (!q.unmeasured || row.measure === null) &&
        (!q.unowned || (row.leadUnitId === null && row.state !== 'archived')) &&
        (!q.stale || isStale(row)) &&
        (!q.blocked || isBlocked(row)) &&
        (!q.unit.length ||
          (q.part !== 'co' && row.leadUnitId !== null && q.unit.includes(row.leadUnitId)) ||
          (q.part !== 'lead' && row.coUnitIds.some(id => q.unit.includes(id)))),
    )
    .map(row => row.id)
    .sort()
}

describe('the ledger', () => {
  test('gives rows as the contract describes them', () => {
    expect(z.array(ItemRow).safeParse(all.map(({ sentence: _, document: __, waitingSince: ___, ...row }) => row)).error).toBeUndefined()
    expect(all.length).toBeGreaterThan(800)
  })

  test('gives to each person exactly what his filters mean', async () => {
    const chance = chanceFrom(Number(process.env.SEED ?? 5))
    const some = <T>(words: readonly T[]): T[] => (chance.happens(0.3) ? [chance.of(words), chance.of(words)] : [])
    const units = [...new Set(all.map(row => row.leadUnitId!))]
    const documents = [...new Set(all.flatMap(row => row.document ?? []))]
    for (let round = 0; round < 150; round++) {
      const query = ItemQuery.parse({
        size: 200,
        q: chance.happens(0.3)
          ? chance.of(['污水', '水', '2026-0', '户厕改造', '没有这几个字', '5G', '5g', '100%', '农村', '农村 公路', '公里 不在'])
          : undefined,
        state: some(STATES),
        light: some(LIGHTS),
        waiting: chance.happens(0.1) ? some(WAITING) : [],
        topic: some(['agriculture', 'safety', 'livelihood', 'economy']),
        unit: some(units),
        part: chance.of(['lead', 'co', 'any']),
        document: chance.happens(0.1) ? chance.of(documents) : undefined,
        dueFrom: chance.happens(0.1) ? '2026-06-01' : undefined,
        dueTo: chance.happens(0.1) ? '2026-12-01' : undefined,
        open: chance.happens(0.3),
        overdue: chance.happens(0.1),
        undated: chance.happens(0.05),
        unmeasured: chance.happens(0.05),
        unowned: chance.happens(0.03),
        stale: chance.happens(0.1),
        blocked: chance.happens(0.1),
      })
      for (const actor of [officer, liaison, head]) {
        const { items, total } = await list(actor, query)
        const ids = meant(actor, query)
        if (total !== ids.length)
          console.log(
            JSON.stringify(query),
            actor.name,
            all.find(r => r.id === ids[0]),
          )
        expect([round, query, total]).toEqual([round, query, ids.length])
        if (total <= 200) expect(items.map(i => i.id).sort()).toEqual(ids)
      }
    }
  })

  test.each(['number', 'title', 'dueOn', 'percent', 'lastReportAt', 'dispatchedAt'] as const)(
    'is sorted by %s both ways, what has none last, and pages do not overlap',
    async sort => {
      for (const dir of ['asc', 'desc'] as const) {
        const pages = await Promise.all([1, 2, 3].map(page => list(officer, { sort, dir, page, size: 100 })))
        const rows = pages.flatMap(p => p.items)
        expect(new Set(rows.map(row => row.id)).size).toBe(300)
        const values = rows.map(row => row[sort])
        const known = values.filter(v => v !== null)
        // The database compares texts by their code points, as JavaScript does by code units: alike within the characters used here.
        for (const [at, value] of known.entries())
          if (at) expect(dir === 'asc' ? value >= known[at - 1]! : value <= known[at - 1]!).toBe(true)
        expect(values.slice(known.length).every(v => v === null)).toBe(true)
      }
    },
  )

  test('puts the worst light first', async () => {
    const { items } = await list(officer, { sort: 'light', open: true })
    expect(items[0]!.light).toBe('red')
  })

  test('has nothing on a page that is not there, and still says how many there are', async () => {
    const { items, total } = await list(officer, { page: 1000 })
    expect([items, total]).toEqual([[], all.length])
  })

  test('finds what changed since a moment', async () => {
    const { items } = await list(officer, { changedSince: '2026-11-20T00:00:00.000Z' })
    expect(items.length).toBeGreaterThan(0)
    for (const item of items.slice(0, 10)) {
      const { timeline } = (await read(db, officer, tx => getItem(tx, officer, item.id)))!
      expect(timeline[0]!.at >= '2026-11-20').toBe(true)
    }
  })
})

test('an item’s page is as the contract describes it, its timeline newest first', async () => {
  for (const row of all.slice(0, 20)) {
    const item = (await read(db, officer, tx => getItem(tx, officer, row.id)))!
    expect(ItemView.safeParse(item).error).toBeUndefined()
    expect(item.timeline.at(-1)!.kind).toBe('register')
    expect(item.timeline).toHaveLength(item.version)
  }
  expect(await read(db, officer, tx => getItem(tx, officer, '00000000-0000-4000-8000-000000000009'))).toBeNull()
})

test('an item is looked around only where something may hang together with it, and then always', async () => {
  const rows = await read(db, officer, tx =>
    tx.rows<{ hangs: boolean; found: boolean; n: number }>(
      `select hangs, exists (select 1 from item_part p where i.id in (p.child_id, p.parent_id)) or exists (select 1 from relay r where r.item_id = i.id) as found,
         count(*) as n from item i group by 1, 2 order by 1, 2`,
    ),
  )
  expect(rows.map(({ hangs, found }) => [hangs, found])).toEqual([
    [false, false],
    [true, true],
  ])
  expect(rows[0]!.n).toBeGreaterThan(rows[1]!.n)
})

describe('the to-do list', () => {
  const todo = (actor: Actor) => read(db, actor, tx => listTodo(tx, actor, TODAY))

  test('of a unit holds what it leads and has to accept, report or do again, by deadline', async () => {
    const { entries } = await todo(liaison)
    const kinds = { dispatched: 'to-accept', in_progress: 'to-report', returned: 'returned' } as Record<string, string>
    const expected = all.filter(
      row => liaison.unitIds.includes(row.leadUnitId!) && kinds[row.state] && (row.waitingFor ?? 'lead') === 'lead',
    )
    expect(entries.map(e => [e.item!.id, e.kind]).sort()).toEqual(expected.map(row => [row.id, kinds[row.state]!]).sort())
    expect(z.array(TodoEntry).safeParse(entries).error).toBeUndefined()
    const days = entries.map(e => e.dueOn ?? '9999')
    expect(days).toEqual([...days].sort())
  })

  test('of the office holds what to verify, to dispatch, to look at again, and the document that is only read', async () => {
    const { entries } = await todo(officer)
    const kinds = new Map(
      (await read(db, officer, tx => tx.rows<{ id: string; kind: string; state: string }>('select id, kind, state from item'))).map(row => [
        row.id,
        row,
      ]),
    )
    const others = entries.filter(e => e.item && kinds.get(e.item.id)!.kind !== 'matter')
    // A visit and a lesson are for nobody to be dispatched; a look at a lesson is due like any other.
    expect(others.filter(e => e.kind === 'to-dispatch' && ['visit', 'lesson', 'request'].includes(kinds.get(e.item!.id)!.kind))).toEqual([])
    expect(others.some(e => e.kind === 'to-recheck' && kinds.get(e.item!.id)!.kind === 'lesson')).toBe(true)
    const waiting = all.filter(
      row =>
        row.state === 'registered' ||
        row.state === 'pending_verification' ||
        row.state === 'proposed' ||
        row.askedDue !== null ||
        (row.recheckOn !== null && row.recheckOn <= TODAY),
    )
    expect(
      entries
        .filter(e => e.item && !others.includes(e))
        .map(e => e.item!.id)
        .sort(),
    ).toEqual(waiting.map(row => row.id).sort())
    // The words of the last submission stand there, so that most are decided without opening them.
    for (const entry of entries.filter(e => e.kind === 'to-verify').slice(0, 20)) {
      const item = (await read(db, officer, tx => getItem(tx, officer, entry.item!.id)))!
      expect(entry.words).toBe(item.timeline.find(e => e.kind === 'submit')!.words)
    }
    expect(entries.find(e => e.kind === 'to-dispatch')?.words ?? null).toBeNull()
    expect(entries.at(-1)).toMatchObject({ kind: 'draft-document', document: { title: expect.any(String) } })
  })

  test('of an administrator is empty', async () => {
    const system = await signedIn('xitong')
    expect(await todo(system)).toEqual({ entries: [], total: 0 })
  })
})

describe('the overview', () => {
  test('counts what the ledger and the pages of the items hold, for the office and for a unit', { timeout: 60_000 }, async () => {
    for (const actor of [officer, liaison, head]) {
      const overview = await read(db, actor, tx => getOverview(tx, TODAY))
      expect(Overview.safeParse(overview).error).toBeUndefined()
      const rows = all.filter(row => actor === officer || (sees(actor, row) && actor.unitIds.includes(row.leadUnitId!)))
      const open = rows.filter(isOpen)
      for (const state of STATES) expect([state, overview.states[state]]).toEqual([state, rows.filter(row => row.state === state).length])
      expect(overview.open).toBe(open.length)
      expect(overview.overdue).toBe(open.filter(row => row.overdue).length)
      expect(overview.dueThisWeek).toBe(open.filter(row => row.state !== 'suspended' && row.dueOn === TODAY).length)
      for (const unit of overview.units) {
        const own = rows.filter(row => row.leadUnitId === unit.unitId)
        for (const light of LIGHTS) expect(unit.lights[light]).toBe(own.filter(row => isOpen(row) && row.light === light).length)
        expect(unit.open + unit.closed + own.filter(row => row.state === 'registered' || row.state === 'proposed').length).toBe(own.length)
      }
      expect(overview.troubles.undated).toBe(open.filter(row => row.dueOn === null).length)
      expect(overview.troubles.unmeasured).toBe(open.filter(row => row.measure === null).length)
      for (const who of WAITING)
        expect([who, overview.waiting[who].items]).toEqual([
          who,
          open.filter(row => row.state !== 'suspended' && row.waitingFor === who).length,
        ])
      const charge = await Promise.all(open.map(row => read(db, actor, tx => getItem(tx, actor, row.id, `${TODAY}T04:00:00.000Z`))))
      for (const who of WAITING)
        expect([who, overview.waiting[who].days]).toEqual([who, charge.reduce((sum, item) => sum + item!.waited[who], 0)])
      expect(overview.dueSoon.map(row => row.dueOn)).toEqual(overview.dueSoon.map(row => row.dueOn).sort())
      expect(overview.changes.map(c => c.entry.at)).toEqual(
        overview.changes
          .map(c => c.entry.at)
          .sort()
          .reverse(),
      )
      expect(overview.changes).toHaveLength(10)
    }
  })

  test('is empty for an administrator', async () => {
    const overview = await read(db, await signedIn('shenji'), tx => getOverview(tx, TODAY))
    expect(overview).toMatchObject({ open: 0, units: [], dueSoon: [], stuck: [], changes: [] })
  })
})
