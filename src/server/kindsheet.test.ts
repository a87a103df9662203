// A ledger's sheet over the API: checked, decided, carried out once, given out in its own columns, the same when it comes again, and taken back as one step.
import { randomUUID } from 'node:crypto'
import ExcelJS from 'exceljs'
import { beforeAll, describe, expect, test } from 'vitest'
import { aJurisdiction, aPerson, aUnit } from '../../test/build.ts'
import { aServer, type Client, signedIn } from '../../test/client.ts'
import { aDatabase, type TestDatabase } from '../../test/database.ts'
import type { SheetFixesBody, SheetPreview } from '../core/contract/kindsheet.ts'

let db: TestDatabase
let officer: Client
let follower: Client
let liaison: Client
let trade: string

beforeAll(async () => {
  db = await aDatabase()
  await aJurisdiction(db)
  const app = await aServer(db)
  trade = await aUnit(db, { name: '县商务局' })
  const people = [
    await aPerson(db, [{ role: 'officer', unitId: null }], { username: 'officer.k' }),
    await aPerson(db, [{ role: 'investment_officer', unitId: trade }], { username: 'follower.k' }),
    await aPerson(db, [{ role: 'liaison', unitId: trade }], { username: 'liaison.k' }),
  ] as const
  officer = await signedIn(app, db, people[0], 'officer.k')
  follower = await signedIn(app, db, people[1], 'follower.k')
  liaison = await signedIn(app, db, people[2], 'liaison.k')
})

type File = { name: string; bytes: Buffer }
type Said = Partial<(typeof SheetFixesBody)['_input']>
const kind = 'project' as const

/** As offices keep it: a title, a line of measures, a head over two rows, a total. */
async function workbook(rows: (string | number | null)[][]): Promise<File> {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('台账')
  sheet.addRow(['青禾县招商引资项目台账'])
  sheet.addRow(['填报单位：县商务局', '', '', '单位：万元、亩'])
  sheet.addRow(['序号', '项目名称', '投资方', '投资情况', '', '责任单位', '备注'])
  sheet.addRow(['', '', '', '总投资', '用地', '', ''])
  sheet.mergeCells('D3:E3')
  for (const cell of ['A', 'B', 'C', 'F', 'G']) sheet.mergeCells(`${cell}3:${cell}4`)
  for (const row of rows) sheet.addRow(row)
  sheet.addRow(['合计', '', '', 1, '', '', ''])
  return { name: '项目台账.xlsx', bytes: Buffer.from(await book.xlsx.writeBuffer()) }
}

const check = async (file: File, fixes: Said = {}, who = officer): Promise<SheetPreview> => {
  const { status, body } = await who.ask('checkKindSheet', { params: { kind }, file, beside: { fixes } })
  expect(status, JSON.stringify(body)).toBe(200)
  return body as SheetPreview
}
const carry = async (file: File, fixes: Said = {}, who = officer, key: string = randomUUID(), dispatch = false) => {
  const { mark } = await check(file, fixes, who)
  return who.ask('postKindSheet', { params: { kind }, file, beside: { fixes, mark, dispatch }, key })
}
const listed = async (who = officer) => {
  const { body } = await who.ask('listKind', { params: { kind }, query: { sort: 'number', dir: 'asc' } })
  return body.items
}
let made = 0
const NAMES = '禾丰粮油 清溪水泥 松岗茶业 望澜新材 恒岳机械 白露药业 朝晖光电 河湾冷链 石桥陶瓷 明川纺织'.split(' ')
const name = () => `${NAMES[made++ % NAMES.length]!}基地`

describe('a sheet of a ledger', () => {
  test('says what it means and writes nothing', async () => {
    const title = name()
    const before = (await listed()).length
    const preview = await check(await workbook([[1, title, '恒远集团', 35000, 120, '县商务局', '需增容']]))
    expect(preview.counts).toEqual({ new: 1, changed: 0, same: 0, decide: 0, left: 1 })
    expect(preview.rows[0]).toMatchObject({
      ...{ at: '台账!B5', title, state: 'new', leadUnitId: trade, extra: { 备注: '需增容' } },
      fields: { investor: '恒远集团', sum: { amount: '350000000', currency: 'CNY' }, land: 120 },
    })
    expect(preview.rows[1]).toMatchObject({ state: 'left', reason: 'total' })
    expect(await listed()).toHaveLength(before)
  })

  test('what cannot be read is decided first; then all of it is carried out once, however often it is sent', async () => {
    const [first, second] = [name(), name()]
    const file = await workbook([
      [1, first, '恒远集团', '1.2亿美元', null, '县招商中心', null],
      [2, second, '丰泽集团', '若干', null, '县商务局', null],
    ])
    const open = await check(file)
    expect(open.counts).toMatchObject({ new: 0, decide: 2 })
    expect(open.rows.flatMap(r => r.problems.map(p => [p.at, p.code]))).toEqual([
      ['台账!F5', 'no-unit'],
      ['台账!D6', 'no-figure'],
    ])
    const fixes = { names: [{ text: '县招商中心', unitId: trade }], cells: [{ at: '台账!D6', value: '800' }] }
    const key = randomUUID()
    const done = await carry(file, fixes, officer, key)
    expect([done.status, done.body.added, done.body.changed]).toEqual([201, 2, 0])
    const again = await carry(file, fixes, officer, key)
    expect(again.body.import.id).toBe(done.body.import.id)
    const rows = (await listed()).filter(i => [first, second].includes(i.title))
    expect(rows.map(i => [i.fields.sum, i.leadUnit, i.stage])).toEqual([
      [{ amount: '120000000', currency: 'USD' }, '县商务局', 'lead'],
      [{ amount: '8000000', currency: 'CNY' }, '县商务局', 'lead'],
    ])
    const next = await check(await workbook([[1, first, '恒远集团', '1.2亿美元', null, '县招商中心', null]]))
    expect(next.counts).toMatchObject({ same: 1, decide: 0 })
    expect(next.tables[0]!.remembered?.by).toBeTruthy()
  })

  test('goes out in the columns that it came in, and comes in again without any change', async () => {
    const title = name()
    const file = await workbook([[1, title, '恒远集团', 35000.5, 120, '县商务局', '三通一平']])
    const { body } = await carry(file)
    const out = await officer.ask('getKindSheet', { params: { kind }, query: { like: body.import.id } })
    expect(out.status).toBe(200)
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(out.bytes as unknown as ArrayBuffer)
    const sheet = book.worksheets[0]!
    const lines = [...sheet.getSheetValues()].map(row => (Array.isArray(row) ? row.slice(1).map(cell => cell ?? null) : []))
    expect(lines[3]).toEqual(['序号', '项目名称', '投资方', '投资情况 总投资（万元）', '投资情况 用地（亩）', '责任单位', '备注'])
    const line = lines.find(cells => cells?.[1] === title)!
    expect(line.slice(1)).toEqual([title, '恒远集团', 35000.5, 120, '县商务局', '三通一平'])
    const back = await check({ name: '再来.xlsx', bytes: Buffer.from(out.bytes) })
    expect(back.rows.filter(r => r.title === title)).toEqual([])
    expect(back.counts).toMatchObject({ new: 0, changed: 0 })
  })

  test('changes what differs of a known project, and is taken back as one step with what stood before', async () => {
    const [old, fresh] = [name(), name()]
    await carry(await workbook([[1, old, '恒远集团', 100, null, '县商务局', null]]))
    const done = await carry(
      await workbook([
        [1, old, '恒远新材', 260, null, '县商务局', null],
        [2, fresh, '丰泽集团', 50, null, null, null],
      ]),
      {},
      follower,
    )
    expect([done.body.added, done.body.changed]).toEqual([1, 1])
    const found = async (title: string) => (await listed()).find(i => i.title === title)
    expect((await found(old))!.fields).toMatchObject({ investor: '恒远新材', sum: { amount: '2600000', currency: 'CNY' } })
    const undone = await follower.ask('undoKindSheet', { params: { kind, id: done.body.import.id } })
    expect([undone.status, undone.body.undoneBy]).toEqual([200, expect.any(String)])
    expect((await found(old))!.fields).toEqual({ investor: '恒远集团', sum: { amount: '1000000', currency: 'CNY' } })
    expect((await found(fresh))!).toMatchObject({ state: 'archived', stage: 'dropped' })
    expect((await follower.ask('undoKindSheet', { params: { kind, id: done.body.import.id } })).body.code).toBe('import-undone')
  })

  test('is not taken back once somebody has worked on it', async () => {
    const title = name()
    const done = await carry(await workbook([[1, title, '恒远集团', 100, null, '县商务局', null]]), {}, officer, randomUUID(), true)
    const item = (await listed()).find(i => i.title === title)!
    expect(item.state).toBe('dispatched')
    const told = await officer.ask('postCommand', {
      params: { id: item.id },
      body: { version: item.version, command: { command: 'amend', fields: { land: 30 } } },
    })
    expect(told.status, JSON.stringify(told.body)).toBe(200)
    const undo = await officer.ask('undoKindSheet', { params: { kind, id: done.body.import.id } })
    expect([undo.status, undo.body.code, undo.body.facts]).toEqual([409, 'worked-on', { numbers: item.number, n: 1 }])
  })

  test('a unit reads its ledger out, and brings none in', async () => {
    expect((await liaison.ask('getKindSheet', { params: { kind } })).status).toBe(200)
    expect((await liaison.ask('checkKindSheet', { params: { kind }, file: await workbook([]), beside: { fixes: {} } })).status).toBe(403)
  })

  test('whoever follows projects brings in projects, and no risks', async () => {
    const file = await workbook([[1, name(), '恒远集团', 1, null, null, null]])
    const { status } = await follower.ask('checkKindSheet', { params: { kind: 'risk' }, file, beside: { fixes: {} } })
    expect(status).toBe(403)
    expect((await carry(file, {}, follower)).status).toBe(201)
  })
})
