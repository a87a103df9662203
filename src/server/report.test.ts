// Bulk reporting from the sheet that goes out to the reports that come of it: checked, confirmed, carried out once, and nothing by accident.
import ExcelJS from 'exceljs'
import type { FastifyInstance } from 'fastify'
import { beforeAll, describe, expect, test } from 'vitest'
import { aJurisdiction, anItem, aPerson, aUnit, ok } from '../../test/build.ts'
import { aServer, type Client, signedIn } from '../../test/client.ts'
import { aDatabase, type TestDatabase } from '../../test/database.ts'
import type { Actor } from '../core/types.ts'
import { WORKBOOK_COLUMNS } from '../core/workbook.ts'
import { act } from '../store/act.ts'

let db: TestDatabase
let app: FastifyInstance
let officer: Actor
let water: string
let liaison: Actor
let second: Actor
let client: Client

beforeAll(async () => {
  db = await aDatabase()
  await aJurisdiction(db)
  water = await aUnit(db, { name: '县水利局' })
  app = await aServer(db)
  officer = await aPerson(db, [{ role: 'officer', unitId: null }])
  liaison = await aPerson(db, [{ role: 'liaison', unitId: water }], { username: 'heqing', name: '何清' })
  second = await aPerson(db, [{ role: 'liaison', unitId: water }], { name: '江某' })
  client = await signedIn(app, db, liaison, 'heqing')
})

async function accepted(title: string, unitId = water, measure: string | null = null): Promise<string> {
  const { id } = await anItem(db, officer, { title, leadUnitId: unitId, measure })
  const by = unitId === water ? liaison : await aPerson(db, [{ role: 'liaison', unitId }])
  ok(await act(db, by, { kind: 'item', id }, { command: 'accept', words: null }))
  return id
}

const at = (key: string): number => WORKBOOK_COLUMNS.findIndex(column => column.key === key) + 1
type Fill = (set: (title: string, key: string, value: ExcelJS.CellValue, numFmt?: string) => void, page: ExcelJS.Worksheet) => void

/** The sheet as it is sent out, filled in as a person would. */
async function filled(fill: Fill): Promise<Buffer> {
  const { bytes, status } = await client.ask('getReportSheet')
  expect(status).toBe(200)
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(new Uint8Array(bytes).buffer)
  const page = book.worksheets[0]!
  fill((title, key, value, numFmt) => {
    page.eachRow(row => {
      if (row.getCell(at('title')).value !== title) return
      row.getCell(at(key)).value = value
      // Cells that look alike share their style.
      if (numFmt) row.getCell(at(key)).style = { ...row.getCell(at(key)).style, numFmt }
    })
  }, page)
  return Buffer.from(await book.xlsx.writeBuffer())
}
const check = async (bytes: Buffer) => (await client.ask('checkReports', { file: { name: '批量反馈表.xlsx', bytes } })).body
const of = (lines: Awaited<ReturnType<typeof check>>['lines'], title: string) => lines.find(line => line.title === title)!

describe('a sheet that came back', () => {
  test('says of each line what it would do, writes nothing, and is carried out once when confirmed', async () => {
    const [kept, moved, done, late, formula, share] = await Promise.all(
      ['不动的事', '推进的事', '办成的事', '别人先报的事', '有公式的事', '百分格的事'].map(title => accepted(title)),
    )
    const farm = await aUnit(db, { name: '县农业农村局' })
    const others = await accepted('别家的事', farm)
    const bytes = await filled((set, page) => {
      set('推进的事', 'percent', 60)
      set('推进的事', 'words', '已清淤七公里')
      set('推进的事', 'waiting', '上级')
      set('办成的事', 'words', '全部完成')
      set('办成的事', 'submit', '是')
      set('别人先报的事', 'percent', 50)
      set('有公式的事', 'percent', { formula: '20+25', result: 45 })
      set('百分格的事', 'percent', 0.3, '0%')
      page.addRow({})
      const last = page.lastRow!
      last.getCell(at('id')).value = others!
      last.getCell(at('percent')).value = 90
    })
    ok(await act(db, second, { kind: 'item', id: late! }, { command: 'report', percent: 30, words: '先报', fileIds: [], waitingFor: null }))
    const { lines, fault } = await check(bytes)
    expect(fault).toBeNull()
    expect(of(lines, '不动的事').verdict).toBe('unchanged')
    expect(of(lines, '推进的事')).toMatchObject({ verdict: 'ok', itemId: moved, change: { was: 0, now: 60, words: '已清淤七公里' } })
    expect(of(lines, '办成的事')).toMatchObject({ verdict: 'ok', itemId: done, change: { now: 100, submit: true } })
    expect(of(lines, '别人先报的事')).toMatchObject({ verdict: 'changed-elsewhere', facts: { was: 0, now: 30, by: '江某' } })
    expect(of(lines, '有公式的事')).toMatchObject({ verdict: 'ok', itemId: formula, change: { now: 45 } })
    expect(of(lines, '百分格的事')).toMatchObject({ verdict: 'ok', itemId: share, change: { now: 30 } })
    expect(lines.find(line => line.verdict === 'unknown-item')).toMatchObject({ itemId: null, title: null })
    expect((await client.ask('getItem', { params: { id: moved! } })).body.percent).toBe(0)

    const body = { lines: lines.flatMap(({ itemId, version, command }) => (command ? [{ itemId, version, command }] : [])) }
    const sent = await client.ask('postReports', { body, key: 'one-confirmation' })
    expect(sent.body.results.map(r => r.refused)).toEqual([null, null, null, null])
    expect((await client.ask('postReports', { body, key: 'one-confirmation' })).body).toEqual(sent.body)
    const shown = (await client.ask('getItem', { params: { id: moved! } })).body
    expect([shown.percent, shown.waitingFor, shown.timeline.filter(e => e.kind === 'report').length]).toEqual([60, 'upper', 1])
    expect((await client.ask('getItem', { params: { id: done! } })).body.state).toBe('pending_verification')
    expect((await client.ask('getItem', { params: { id: kept! } })).body.version).toBe(3)

    // Confirmed anew, the same lines stand on versions that are gone: each is refused by itself.
    const again = await client.ask('postReports', { body })
    expect(again.body.results.every(r => r.refused === 'stale-version' && r.facts.by === '何清')).toBe(true)
  })

  test('takes the value of an item’s figure with the progress that it makes, and the next sheet has it', async () => {
    const [km, bare] = [await accepted('清十二公里', water, '清淤12公里'), await accepted('没有数的事')]
    const { lines } = await check(
      await filled(set => {
        set('清十二公里', 'value', 3)
        set('没有数的事', 'value', 3)
      }),
    )
    expect(of(lines, '没有数的事')).toMatchObject({ verdict: 'value-no-figure', itemId: bare, written: { value: '3' } })
    const line = of(lines, '清十二公里')
    expect(line).toMatchObject({ verdict: 'ok', change: { now: 25, value: { now: 3, unit: '公里' } } })
    await client.ask('postReports', { body: { lines: [{ itemId: km, version: line.version, command: line.command }] } })
    const { held, percent } = (await client.ask('getItem', { params: { id: km } })).body
    expect([held?.last?.value, percent]).toEqual([3, 25])
    expect(of((await check(await filled(() => {}))).lines, '清十二公里')).toMatchObject({ verdict: 'unchanged', written: { value: '3' } })
  })

  test('goes back with remarks on the items as they are now', async () => {
    const id = await accepted('要改的事')
    const remark = { itemId: id, remark: '“六成”不是数字', percent: '六成', words: '已招标', waiting: '上级', submit: '否' }
    const { bytes } = await client.ask('postReportSheet', { body: { remarks: [remark] } })
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(new Uint8Array(bytes).buffer)
    const cells: Record<string, unknown> = {}
    book.worksheets[0]!.eachRow(row => {
      if (row.getCell(at('id')).value === id) for (const { key } of WORKBOOK_COLUMNS) cells[key] = row.getCell(at(key)).value
    })
    expect(cells).toMatchObject({ remark: '“六成”不是数字', percent: '六成', words: '已招标', waiting: '上级' })
    expect((await check(Buffer.from(bytes))).lines.find(line => line.itemId === id)!.verdict).toBe('percent-unreadable')
  })

  test('with its columns moved is read by their heads; with one missing, or of another kind, it is refused as a whole', async () => {
    await accepted('一件事')
    const moved = await filled((_set, page) => page.spliceColumns(2, 0, ['科室', '备注']))
    expect((await check(moved)).fault).toBeNull()
    const cut = await filled((_set, page) => page.spliceColumns(at('words'), 1))
    expect(await check(cut)).toEqual({ fault: 'missing-column', headers: ['办理情况'], lines: [] })
    const foreign = new ExcelJS.Workbook()
    foreign.addWorksheet('花名册').addRow(['姓名', '电话'])
    expect((await check(Buffer.from(await foreign.xlsx.writeBuffer()))).fault).toBe('no-header')
  })

  test('that is no workbook is refused with what it is', async () => {
    const ask = (bytes: string) => client.ask('checkReports', { file: { name: '表.xlsx', bytes } })
    expect((await ask('不是表')).body).toMatchObject({ code: 'file-refused', facts: { code: 'unsupported-type', found: 'txt' } })
    expect((await ask('PK\u0003\u0004坏')).body).toMatchObject({ code: 'file-refused', facts: { code: 'damaged' } })
  })
})
