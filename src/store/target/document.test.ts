import { beforeAll, describe, expect, test } from 'vitest'
import { aJurisdiction, anActor, aPerson, aUnit, ok } from '../../../test/build.ts'
import { aDatabase, type TestDatabase } from '../../../test/database.ts'
import type { Actor } from '../../core/types.ts'
import type { Directive, Reading } from '../../reader/reading.ts'
import { act } from '../act.ts'
import { verifyAudit } from '../audit.ts'
import { read } from '../db.ts'
import { getDocument, listDocuments } from '../document.ts'
import { getItem } from '../item.ts'
import { tallyFaults } from '../tally.ts'
import { wholeOf } from '../tx.ts'

const TEXT =
  '青禾县会议纪要\n一、由县水利局牵头，12月底前完成北渠清淤12公里。\n二、县农业农村局要抓好撂荒地整治。\n三、全县上下要提高认识。'
const NOW = '2026-05-20T02:00:00.000Z'

const directive = (words: string, lead: string | null, ordinal: string | null): Directive => {
  const start = TEXT.indexOf(words)
  const span: [number, number] = [start, start + words.length]
  const action = { span, text: words, strength: 'must' as const, lead, co: [], deadline: lead ? 0 : null, measure: null }
  return {
    article: 0,
    span,
    ordinal,
    path: [],
    heading: '',
    speaker: null,
    topic: 'agriculture',
    hard: lead !== null,
    actions: [action],
    missing: [],
  } as unknown as Directive
}

/** Made by hand, so that the store's tests do not depend on how well the reader reads. */
const READING = {
  source: { name: '纪要', length: TEXT.length, sha256: 'x' },
  articles: [{ span: [0, TEXT.length], title: '青禾县会议纪要', number: '〔2026〕9号', date: '2026-05-19' }],
  directives: [
    directive('由县水利局牵头，12月底前完成北渠清淤12公里', '县水利局', '一'),
    directive('县农业农村局要抓好撂荒地整治', null, '二'),
    directive('全县上下要提高认识', null, null),
  ],
  dates: [{ span: [0, 0], text: '12月底前', from: null, to: '2026-12-31', implied: [] }],
} as unknown as Reading

let db: TestDatabase
let water: string
let farm: string
let officer: Actor
let second: Actor
let liaison: Actor

beforeAll(async () => {
  db = await aDatabase()
  await aJurisdiction(db)
  water = await aUnit(db, { name: '县水利局', duties: '水库、清淤' })
  farm = await aUnit(db, { name: '县农业农村局', duties: '撂荒地、粮食' })
  officer = await aPerson(db, [{ role: 'officer', unitId: null }], { name: '林晓雨' })
  second = await aPerson(db, [{ role: 'officer', unitId: null }], { name: '祝南星' })
  liaison = await aPerson(db, [{ role: 'liaison', unitId: water }])
})

const takeIn = async () =>
  ok(
    await act(
      db,
      officer,
      { kind: 'document', id: null },
      { command: 'take-in', name: '纪要.txt', text: TEXT, reading: READING },
      { now: NOW },
    ),
  ).id
const view = async (id: string, actor: Actor = officer) => read(db, actor, tx => getDocument(tx, id))
const dispatch = (id: string, options: { key?: string; allowPast?: boolean; now?: string } = {}) =>
  act(
    db,
    officer,
    { kind: 'document', id },
    { command: 'dispatch', allowPast: options.allowPast ?? false },
    { key: options.key, now: options.now ?? NOW },
  )
const correct = (documentId: string, index: number, seen: number, changes: object, actor: Actor = officer) =>
  act(db, actor, { kind: 'draft', documentId, index, seen }, { command: 'correct', changes })

describe('a document', () => {
  test('is taken in with one draft for each directive, named units chosen, slogans off', async () => {
    const document = (await view(await takeIn()))!
    expect(document).toMatchObject({
      title: '青禾县会议纪要',
      number: '〔2026〕9号',
      day: '2026-05-19',
      state: 'read',
      directives: 3,
      items: 0,
      createdBy: '林晓雨',
    })
    expect(document.reading).toEqual(READING)
    expect(document.drafts.map(d => [d.chosen, d.slogan, d.leadUnitId, d.dueOn])).toEqual([
      [true, false, water, '2026-12-31'],
      [true, false, null, null],
      [false, true, null, null],
    ])
    expect(document.drafts[1]!.suggestions[0]).toMatchObject({ unitId: farm, reason: 'duties' })
  })

  test('is not dispatched while a chosen draft has no lead unit; then it is, once, each item with its sentence', async () => {
    const id = await takeIn()
    expect(await dispatch(id)).toEqual({ refused: 'no-lead-unit', facts: { index: 1 } })
    expect((await view(id))!.items).toBe(0)
    ok(await correct(id, 1, 1, { leadUnitId: farm }))
    const done = ok(await dispatch(id, { key: 'key-of-dispatch' }))
    expect(done.units).toBe(2)
    expect(ok(await dispatch(id, { key: 'key-of-dispatch' }))).toEqual(done)
    expect(await dispatch(id)).toMatchObject({ refused: 'already-dispatched' })
    const item = (await read(db, liaison, tx => getItem(tx, liaison, done.items[0]!.id)))!
    expect(item).toMatchObject({ state: 'dispatched', version: 2, leadUnit: '县水利局', dueOn: '2026-12-31' })
    expect(TEXT.slice(...item.source!.span)).toBe(item.source!.sentence)
    const after = (await view(id))!
    expect(after).toMatchObject({ state: 'dispatched', items: 2 })
    expect(after.drafts.map(d => d.itemId)).toEqual([done.items[0]!.id, done.items[1]!.id, null])
    expect(await correct(id, 0, after.drafts[0]!.version, { title: '改' })).toMatchObject({ refused: 'already-dispatched' })
  })

  test('gives gapless numbers to two dispatched at the same moment', async () => {
    const ids = [await takeIn(), await takeIn()]
    for (const id of ids) ok(await correct(id, 1, 1, { leadUnitId: farm }))
    const [a, b] = await Promise.all(ids.map(id => dispatch(id)))
    const numbers = [...ok(a!).items, ...ok(b!).items].map(i => Number(i.number.slice(5))).sort((x, y) => x - y)
    expect(numbers.map(n => n - numbers[0]!)).toEqual([0, 1, 2, 3])
  })

  test('says which deadline is past, and is dispatched when told to', async () => {
    const id = await takeIn()
    ok(await correct(id, 1, 1, { chosen: false }))
    ok(await correct(id, 0, 1, { dueOn: '2026-05-01' }))
    expect(await dispatch(id)).toEqual({ refused: 'due-in-past', facts: { index: 0, dueOn: '2026-05-01', today: '2026-05-20' } })
    expect(ok(await dispatch(id, { allowPast: true })).items).toHaveLength(1)
  })

  test('with nothing chosen is not dispatched', async () => {
    const id = await takeIn()
    for (const index of [0, 1]) ok(await correct(id, index, 1, { chosen: false }))
    expect(await dispatch(id)).toEqual({ refused: 'nothing-to-dispatch', facts: {} })
  })

  test('is removed while nothing came of it, and not after', async () => {
    const id = await takeIn()
    ok(await act(db, officer, { kind: 'document', id }, { command: 'delete' }))
    expect(await view(id)).toBeNull()
    const kept = await takeIn()
    ok(await correct(kept, 1, 1, { chosen: false }))
    ok(await dispatch(kept))
    expect(await act(db, officer, { kind: 'document', id: kept }, { command: 'delete' })).toMatchObject({ refused: 'already-dispatched' })
  })

  test('is seen by a unit once one of its items came from it, without the office’s drafts', async () => {
    const id = await takeIn()
    expect(await view(id, liaison)).toBeNull()
    ok(await correct(id, 1, 1, { chosen: false }))
    ok(await dispatch(id))
    expect(await view(id, liaison)).toMatchObject({ text: TEXT, drafts: [] })
    expect(await view(id, anActor('liaison', { unitIds: [farm] }))).toBeNull()
    expect(await act(db, liaison, { kind: 'document', id }, { command: 'delete' })).toMatchObject({ refused: 'not-allowed' })
  })

  test('is found by words of its text', async () => {
    await takeIn()
    const found = (q: string) => read(db, officer, tx => listDocuments(tx, { page: 1, size: 5, q }))
    expect((await found('北渠清淤')).total).toBeGreaterThan(0)
    expect((await found('100%_')).total).toBe(0)
  })
})

describe('a draft', () => {
  test('that two officers correct at once is the first one’s; the second is told by whom', async () => {
    const id = await takeIn()
    ok(await correct(id, 0, 1, { title: '北渠清淤十二公里' }, second))
    expect(await correct(id, 0, 1, { title: '别的' })).toEqual({ refused: 'stale-version', facts: { seen: 1, now: 2, by: '祝南星' } })
  })

  test('cannot have one unit as lead and co, nor an unknown one', async () => {
    const id = await takeIn()
    expect(await correct(id, 0, 1, { coUnitIds: [water] })).toMatchObject({ refused: 'lead-is-co' })
    expect(await correct(id, 0, 1, { leadUnitId: '00000000-0000-4000-8000-000000000009' })).toMatchObject({ refused: 'unknown-unit' })
    expect(await correct(id, 9, 1, {})).toMatchObject({ refused: 'not-found' })
  })
})

test('afterwards the tally equals counting, and the chain is whole', async () => {
  expect(await read(db, wholeOf('990124'), tallyFaults)).toEqual([])
  expect(await read(db, wholeOf('990124'), verifyAudit)).toMatchObject({ whole: true })
})
