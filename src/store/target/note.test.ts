import { beforeAll, describe, expect, test } from 'vitest'
import { aJurisdiction, anActor, anItem, aPerson, aUnit, ok } from '../../../test/build.ts'
import { aDatabase, type TestDatabase } from '../../../test/database.ts'
import { dayOf } from '../../core/day.ts'
import { noteText } from '../../core/note.ts'
import { isRefusal } from '../../core/refusal.ts'
import type { Actor } from '../../core/types.ts'
import { read as readText } from '../../reader/index.ts'
import { act } from '../act.ts'
import { read } from '../db.ts'
import { getDocument } from '../document.ts'
import { getItem } from '../item.ts'
import { getNote, listNotes } from '../note.ts'
import { listTodo } from '../todo.ts'
import { type NoteDraft, noteHead } from './note.ts'

let db: TestDatabase
let water: string
let officer: Actor
let leader: Actor
let liaison: Actor

beforeAll(async () => {
  db = await aDatabase()
  await aJurisdiction(db)
  water = await aUnit(db, { name: '县水利局' })
  officer = await aPerson(db, [{ role: 'officer', unitId: null }], { name: '林晓雨' })
  leader = await aPerson(db, [{ role: 'leader', unitId: null }], { name: '周晓棠' })
  liaison = await aPerson(db, [{ role: 'liaison', unitId: water }])
})

const NOW = '2099-11-20T02:00:00.000Z'
const ALL = { stand: [], page: 1, size: 50 }

async function write(actor: Actor, words: string, parts: Partial<NoteDraft> = {}) {
  const draft: NoteDraft = { words, urgency: 'ordinary', on: { kind: 'overview', id: null, address: '/' }, leaderId: null, ...parts }
  const head = await read(db, actor, tx => noteHead(tx, actor, draft, dayOf(NOW)))
  if (isRefusal(head)) return head
  const text = noteText({ ...head, on: head.title, day: dayOf(NOW), words })
  const reading = readText(text, { name: '', place: '青禾县', today: dayOf(NOW) })
  return act(db, actor, { kind: 'note', id: null }, { command: 'write', ...draft, head, text, reading }, { now: NOW })
}
const notes = async (who: Actor, of: string | null = null) => (await read(db, who, tx => listNotes(tx, ALL, of))).notes

test('a note on an item becomes a document whose directives carry the unit and the day of its words', async () => {
  const { id, number } = await anItem(db, officer, { leadUnitId: water, title: '北渠清淤十二公里' })
  const made = ok(
    await write(leader, '请县水利局抓紧清淤，12月10日前报结果。', { urgency: 'urgent', on: { kind: 'item', id, address: `/items/${id}` } }),
  )
  const document = (await read(db, officer, tx => getDocument(tx, made.documentId!)))!
  expect(document.title).toBe(`周晓棠关于“${number} 北渠清淤十二公里”的批示`)
  expect(document.reading.articles[0]).toMatchObject({ genre: 'leader-note', date: '2099-11-20' })
  expect(document.drafts).toMatchObject([{ chosen: true, leadUnitId: water, dueOn: '2099-12-10' }])
  const { entries } = await read(db, officer, tx => listTodo(tx, officer))
  expect(entries.find(e => e.document?.id === made.documentId)).toMatchObject({
    kind: 'draft-document',
    dueOn: '2099-11-23',
    document: { note: { id: made.id, urgency: 'urgent', words: '请县水利局抓紧清淤，12月10日前报结果。' } },
  })
  expect(await read(db, leader, tx => getNote(tx, made.id))).toMatchObject({
    stand: 'waiting',
    items: [],
    leader: '周晓棠',
    recordedBy: null,
  })

  const done = ok(
    await act(db, officer, { kind: 'document', id: made.documentId }, { command: 'dispatch', allowPast: false }, { now: NOW }),
  )
  const item = (await read(db, liaison, tx => getItem(tx, liaison, done.items[0]!.id)))!
  expect([item.clock?.key, item.urgency]).toEqual(['note-urgent', 'urgent'])
  expect(item.source).toMatchObject({
    sentence: '请县水利局抓紧清淤，12月10日前报结果。',
    note: { leader: '周晓棠', on: { kind: 'item', title: `${number} 北渠清淤十二公里`, address: `/items/${id}` } },
  })
  expect(await read(db, leader, tx => getNote(tx, made.id))).toMatchObject({
    stand: 'dispatched',
    items: [{ id: item.id, light: item.light, unit: '县水利局' }],
  })
})

test('an officer records a note for a leader, and stands beside it by name; for nobody else', async () => {
  const { id } = ok(await write(officer, '请县水利局抓紧。', { leaderId: leader.personId }))
  expect(await read(db, officer, tx => getNote(tx, id))).toMatchObject({ leader: '周晓棠', recordedBy: '林晓雨' })
  expect(await write(officer, '请县水利局抓紧。')).toMatchObject({ refused: 'invalid', facts: { field: 'leaderId', rule: 'required' } })
  expect(await write(officer, '请县水利局抓紧。', { leaderId: liaison.personId })).toMatchObject({
    refused: 'invalid',
    facts: { rule: 'leader' },
  })
  const other = await aPerson(db, [{ role: 'leader', unitId: null }])
  expect(await write(other, '请县水利局抓紧。', { leaderId: leader.personId })).toMatchObject({ refused: 'not-allowed' })
  expect(await write(liaison, '请县水利局抓紧。', { leaderId: leader.personId })).toMatchObject({ refused: 'not-allowed' })
})

test('a leader sees his own notes, the office sees all', async () => {
  const other = await aPerson(db, [{ role: 'leader', unitId: null }])
  const { id } = ok(await write(other, '请县水利局抓紧抢修。'))
  expect((await notes(officer)).map(n => n.id)).toContain(id)
  expect((await notes(leader, leader.personId)).map(n => n.id)).not.toContain(id)
})

test('a note that asks for nothing is marked as read once, and its document is not deleted', async () => {
  const { id, documentId } = ok(await write(leader, '阅。'))
  expect(await act(db, officer, { kind: 'document', id: documentId }, { command: 'delete' })).toMatchObject({ refused: 'note-kept' })
  const mark = (who: Actor) => act(db, who, { kind: 'note', id }, { command: 'read', words: '无须办理' })
  expect(await mark(leader)).toMatchObject({ refused: 'not-allowed' })
  ok(await mark(officer))
  expect(await mark(officer)).toMatchObject({ refused: 'note-over' })
  expect((await notes(officer)).find(n => n.id === id)).toMatchObject({ stand: 'read', read: { by: '林晓雨', words: '无须办理' } })
  expect((await read(db, officer, tx => listTodo(tx, officer))).entries.some(e => e.document?.id === documentId)).toBe(false)
})

test('a note stands on a page that is there', async () => {
  const id = '00000000-0000-4000-8000-000000000000'
  expect(await write(leader, '请抓紧办理。', { on: { kind: 'item', id, address: `/items/${id}` } })).toMatchObject({ refused: 'not-found' })
})

describe('with the server’s own checks taken away', () => {
  test('a note is seen by the unit that was given an item of it, and its words are never changed', async () => {
    const { id } = ok(await write(leader, '请县水利局抓紧排查。'))
    const seen = (who: Actor) => read(db, who, tx => tx.rows('select 1 from note where id = $1', [id]))
    expect([await seen(liaison), await seen(anActor('system_admin')), (await seen(officer)).length]).toEqual([[], [], 1])
    for (const statement of [`update note set words = 'x'`, `update note set leader = 'x'`, 'delete from note'])
      await expect(read(db, officer, tx => tx.rows(statement))).rejects.toMatchObject({ code: '42501' })
  })
})
