import { beforeAll, expect, test } from 'vitest'
import { aJurisdiction, anActor, aPerson, aUnit, ok } from '../../../test/build.ts'
import { aDatabase, type TestDatabase } from '../../../test/database.ts'
import { corrected } from '../../core/correction.ts'
import type { Actor } from '../../core/types.ts'
import { read as readText } from '../../reader/index.ts'
import { act } from '../act.ts'
import { read } from '../db.ts'
import { getDocument } from '../document.ts'
import type { CorrectionCommand } from './correction.ts'

const TEXT = `关于做好北渠清淤工作的通知

各有关单位：
一、由县水利局牵头，12月底前完成北渠清淤12公里。

青禾县人民政府办公室
2026年11月2日
`
let db: TestDatabase
let officer: Actor
let second: Actor

beforeAll(async () => {
  db = await aDatabase()
  await aJurisdiction(db)
  officer = await aPerson(db, [{ role: 'officer', unitId: null }])
  second = await aPerson(db, [{ role: 'officer', unitId: null }])
})

async function aDocument(): Promise<string> {
  const reading = readText(TEXT, { name: '通知.txt', place: '青禾县' })
  return ok(await act(db, officer, { kind: 'document', id: null }, { command: 'take-in', name: '通知.txt', text: TEXT, reading })).id
}
const correct = (documentId: string, c: Omit<CorrectionCommand, 'command'>, actor = officer) =>
  act(db, actor, { kind: 'correction', documentId }, { command: 'correct', ...c })
const shown = async (id: string, actor = officer) => (await read(db, actor, tx => getDocument(tx, id)))!

test('a correction is kept with who and when, and the reader’s own words stay', async () => {
  const id = await aDocument()
  const before = await shown(id)
  ok(await correct(id, { of: 'dates', index: 0, value: { to: '2027-01-31' } }))
  const after = await shown(id, second)
  expect(after.reading).toEqual(before.reading)
  expect(after.corrections).toMatchObject([{ of: 'dates', index: 0, value: { to: '2027-01-31' }, by: officer.name }])
  expect(corrected(after.reading, after.corrections).dates[0]!.to).toBe('2027-01-31')
})

test('an added entry gets the next index, is changed as a whole, and is struck out again', async () => {
  const id = await aDocument()
  const at = TEXT.indexOf('北渠')
  const { index } = ok(await correct(id, { of: 'units', index: null, value: { span: [at, at + 2], name: '北渠' } }))
  expect(index).toBe((await shown(id)).reading.units.length)
  ok(await correct(id, { of: 'units', index, value: { name: '北渠管理所' } }, second))
  const { reading, corrections } = await shown(id)
  expect(corrected(reading, corrections).units.at(-1)).toEqual({ span: [at, at + 2], name: '北渠管理所' })
  ok(await correct(id, { of: 'units', index, value: null }))
  const again = await shown(id)
  expect(corrected(again.reading, again.corrections).units).toEqual(reading.units)
})

test('two officers who add at the same moment get two entries', async () => {
  const id = await aDocument()
  const add = (actor: Actor, name: string) => correct(id, { of: 'people', index: null, value: { span: [0, 2], name } }, actor)
  const made = await Promise.all([add(officer, '何清'), add(second, '竹青')])
  expect(new Set(made.map(m => ok(m).index)).size).toBe(2)
  expect((await shown(id)).corrections).toHaveLength(2)
})

test('drafts follow a correction where nobody had set them otherwise', async () => {
  const id = await aDocument()
  const [draft] = (await shown(id)).drafts
  const index = (await shown(id)).reading.dates.findIndex(d => d.text.includes('12月底'))
  ok(await correct(id, { of: 'dates', index, value: { to: '2026-12-20' } }))
  const [followed] = (await shown(id)).drafts
  expect(followed).toMatchObject({ dueOn: '2026-12-20', version: draft!.version + 1, title: draft!.title })

  const target = { kind: 'draft' as const, documentId: id, index: draft!.index, seen: followed!.version }
  ok(await act(db, officer, target, { command: 'correct', changes: { dueOn: '2027-03-31' } }))
  ok(await correct(id, { of: 'dates', index, value: { to: '2026-12-25' } }, second))
  expect((await shown(id)).drafts[0]!.dueOn).toBe('2027-03-31')

  ok(await correct(id, { of: 'directives', index: 0, value: null }, second))
  expect((await shown(id)).drafts[0]!.chosen).toBe(false)
})

test('what names nothing in the text or the reading is refused', async () => {
  const id = await aDocument()
  const beyond: [number, number] = [TEXT.length - 1, TEXT.length + 1]
  expect(await correct(id, { of: 'dates', index: 99, value: { to: null } })).toMatchObject({
    refused: 'invalid',
    facts: { field: 'index' },
  })
  expect(await correct(id, { of: 'people', index: null, value: { span: beyond, name: '何清' } })).toMatchObject({ refused: 'invalid' })
})

test('only the office corrects, and the database refuses what a forgotten check would let through', async () => {
  const id = await aDocument()
  const liaison = await aPerson(db, [{ role: 'liaison', unitId: await aUnit(db) }])
  expect(await correct(id, { of: 'dates', index: 0, value: null }, liaison)).toMatchObject({ refused: 'not-allowed' })
  const insert = (actor: Actor) =>
    read(db, actor, tx =>
      tx.rows(
        `insert into correction (jurisdiction_id, document_id, seq, of, index, value, by_id, by_name, at) values ($1, $2, 99, 'dates', 0, null, $3, 'x', now())`,
        ['990124', id, actor.personId],
      ),
    )
  await expect(insert(liaison)).rejects.toThrow(/row-level security/)
  await expect(insert(anActor('officer', { jurisdiction: '990125' }))).rejects.toThrow(/row-level security/)
})

test('a removed document takes its corrections along', async () => {
  const id = await aDocument()
  ok(await correct(id, { of: 'dates', index: 0, value: null }))
  ok(await act(db, officer, { kind: 'document', id }, { command: 'delete' }))
  expect(await read(db, officer, tx => getDocument(tx, id))).toBeNull()
})
