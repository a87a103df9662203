// Importing readings over the API: a sheet checked, carried out once however often it comes, opened again from its figures, and taken back as one step.
import { randomUUID } from 'node:crypto'
import ExcelJS from 'exceljs'
import { beforeAll, describe, expect, test } from 'vitest'
import { aJurisdiction, aPerson, aUnit } from '../../test/build.ts'
import { aServer, type Client, signedIn } from '../../test/client.ts'
import { aDatabase, type TestDatabase } from '../../test/database.ts'
import type { Fixes, ReadingsPreview } from '../core/contract/readingimport.ts'
import { WHOLE } from '../core/indicator.ts'

let db: TestDatabase
let officer: Client
let liaison: Client
let head: Client
let hall: string
let town: string

beforeAll(async () => {
  db = await aDatabase()
  await aJurisdiction(db)
  const app = await aServer(db)
  hall = await aUnit(db, { name: '县财政局' })
  town = await aUnit(db, { name: '禾丰镇' })
  const people = [
    await aPerson(db, [{ role: 'officer', unitId: null }], { username: 'officer.i' }),
    await aPerson(db, [{ role: 'liaison', unitId: hall }], { username: 'liaison.i' }),
    await aPerson(db, [{ role: 'head', unitId: town }], { username: 'head.i' }),
  ] as const
  officer = await signedIn(app, db, people[0], 'officer.i')
  liaison = await signedIn(app, db, people[1], 'liaison.i')
  head = await signedIn(app, db, people[2], 'head.i')
})

let made = 0
const anIndicator = async (parts: object = {}) => {
  const name = `收入之${'甲乙丙丁戊己庚辛壬癸'[made % 10]}${'一二三四五六'[Math.floor(made++ / 10)]}`
  const body = { name, kind: 'volume', basis: 'cumulative', unit: '亿元', topic: 'economy', ...parts }
  const { status, body: view } = await officer.ask('postIndicator', { body })
  expect(status).toBe(201)
  return { id: view.id, name }
}
const csv = (rows: string[], name = '五月指标.csv') => ({ name, bytes: Buffer.from(rows.join('\n')) })
const check = async (file: { name: string; bytes: Buffer }, fixes: object = {}, who = officer): Promise<ReadingsPreview> => {
  const { status, body } = await who.ask('checkImport', { file, beside: { fixes } })
  expect(status, JSON.stringify(body)).toBe(200)
  return body as ReadingsPreview
}
const carry = async (
  file: { name: string; bytes: Buffer },
  fixes: Partial<(typeof Fixes)['_input']> = {},
  who = officer,
  key = randomUUID() as string,
) => {
  const { mark } = await check(file, fixes, who)
  return who.ask('postImport', { file, beside: { fixes, mark }, key })
}
const standingAt = async (indicator: string, month = 5) => {
  const { body } = await officer.ask('listReadings', { query: { year: '2026', month: String(month), indicator } })
  return body.readings.map(r => [r.unitId, r.value, r.from])
}

describe('a sheet of readings', () => {
  test('writes nothing while it is checked', async () => {
    const { id, name } = await anIndicator()
    const preview = await check(csv(['指标,1—5月累计（万元）', `${name},123000`]))
    expect(preview.counts).toEqual({ new: 1, revision: 0, same: 0, decide: 0, refused: 0 })
    expect(preview.lines[0]).toMatchObject({
      at: 'B2',
      value: 12.3,
      from: '万元',
      measure: '亿元',
      indicator: { id, name },
      unit: { id: WHOLE },
    })
    expect(await standingAt(id)).toEqual([])
  })

  test('is carried out once: sent again its answer is the first, and as a new wish there is nothing to write', async () => {
    const { id, name } = await anIndicator()
    const file = csv(['指标,1—5月累计', `${name},12.3`])
    const [fixes, key] = [{}, randomUUID() as string]
    const { mark } = await check(file)
    const first = await officer.ask('postImport', { file, beside: { fixes, mark }, key })
    expect([first.status, first.body.added, first.body.revised]).toEqual([201, 1, 0])
    const again = await officer.ask('postImport', { file, beside: { fixes, mark }, key })
    expect(again.body).toEqual(first.body)
    expect(await standingAt(id)).toEqual([[WHOLE, 12.3, '五月指标.csv B2']])
    const preview = await check(file)
    expect([preview.before?.id, preview.counts.same]).toEqual([first.body.import.id, 1])
    expect((await carry(file)).body.code).toBe('same-already')
  })

  test('that was put right stays so when the same file comes again', async () => {
    const { id, name } = await anIndicator()
    const file = csv(['指标,1—5月累计', `${name},约12`])
    const fixes = { cells: [{ at: 'B2', value: '12' }] }
    expect((await carry(file, fixes)).status).toBe(201)
    expect(await standingAt(id)).toEqual([[WHOLE, 12, '五月指标.csv B2']])
    expect((await check(file)).counts).toEqual({ new: 0, revision: 0, same: 1, decide: 0, refused: 0 })
  })

  test('is not written when others wrote since it was looked at', async () => {
    const { id, name } = await anIndicator()
    const file = csv(['指标,1—5月累计', `${name},12.3`])
    const { mark } = await check(file)
    await officer.ask('postReading', { params: { id }, body: { unitId: WHOLE, year: 2026, month: 5, value: 12.3, seen: 0 } })
    const { status, body } = await officer.ask('postImport', { file, beside: { fixes: {}, mark } })
    expect([status, body.code]).toEqual([409, 'preview-stale'])
  })

  test('is kept, and opened by who sees every figure or brought it in', async () => {
    const { id, name } = await anIndicator({ sourceUnitId: hall })
    const file = csv(['指标,1—5月累计', `${name},7`])
    const { body } = await carry(file, {}, liaison)
    const ask = { params: { id: body.import.id } }
    expect((await officer.ask('getImportFile', ask)).bytes).toEqual(file.bytes)
    expect((await liaison.ask('getImportFile', ask)).bytes).toEqual(file.bytes)
    expect((await head.ask('getImportFile', ask)).status).toBe(404)
    const opens = async (who: Client) =>
      (await who.ask('getSeries', { params: { id }, query: { unit: WHOLE, year: '2026' } })).body.readings[0]!.file
    expect([await opens(officer), await opens(liaison), await opens(head)]).toEqual([true, true, false])
  })

  test('gives a unit only the figures whose source it is', async () => {
    const [own, other] = [await anIndicator({ sourceUnitId: hall }), await anIndicator({ sourceUnitId: town })]
    const preview = await check(csv(['指标,1—5月累计', `${own.name},7`, `${other.name},8`]), {}, liaison)
    expect(preview.lines.map(l => [l.state, l.reason])).toEqual([
      ['new', null],
      ['refused', 'not-mine'],
    ])
  })

  test('is read next month as it was read this month', async () => {
    const { id, name } = await anIndicator()
    const sheet = (month: number, value: number) =>
      csv([`完成额之栏,1—${month}月累计`, `${name}完成额,${value}`, `合计,1`], `${month}月.csv`)
    const fixes = { names: [{ as: 'indicator' as const, text: `${name}完成额`, id }] }
    expect((await carry(sheet(4, 10), fixes)).status).toBe(201)
    const preview = await check(sheet(5, 12.5))
    expect(preview.tables[0]!.remembered).not.toBeNull()
    expect(preview.counts.new).toBe(1)
  })
})

describe('an import taken back', () => {
  test('leaves what stood before it, and can be brought in again', async () => {
    const [fresh, revised] = [await anIndicator(), await anIndicator()]
    await officer.ask('postReading', { params: { id: revised.id }, body: { unitId: WHOLE, year: 2026, month: 5, value: 20, seen: 0 } })
    const file = csv(['指标,1—5月累计', `${fresh.name},12.3`, `${revised.name},21`])
    const { body } = await carry(file)
    expect([body.added, body.revised]).toEqual([1, 1])
    const { body: undone } = await officer.ask('undoImport', { params: { id: body.import.id } })
    expect(undone.undoneBy).not.toBeNull()
    expect((await standingAt(revised.id)).map(r => r[1])).toEqual([20])
    expect((await standingAt(fresh.id)).filter(r => r[1] !== null)).toEqual([])
    expect((await check(file)).counts).toMatchObject({ new: 1, revision: 1 })
    expect((await carry(file)).status).toBe(201)
    expect((await standingAt(revised.id)).map(r => r[1])).toEqual([21])
  })

  test('is refused with who and when while a later revision stands on it', async () => {
    const { id, name } = await anIndicator()
    const { body } = await carry(csv(['指标,1—5月累计', `${name},12.3`]))
    await officer.ask('postReading', { params: { id }, body: { unitId: WHOLE, year: 2026, month: 5, value: 13, seen: 1 } })
    const { status, body: refused } = await officer.ask('undoImport', { params: { id: body.import.id } })
    expect([status, refused.code, refused.facts?.indicator]).toEqual([409, 'reading-revised', name])
  })

  test('is no right of others', async () => {
    const { name } = await anIndicator()
    const { body } = await carry(csv(['指标,1—5月累计', `${name},12.3`]))
    expect((await liaison.ask('undoImport', { params: { id: body.import.id } })).status).toBe(403)
    const { body: list } = await liaison.ask('listImports')
    expect(list.imports.find(i => i.id === body.import.id)?.mine).toBe(false)
  })
})

test('the sheet to fill in holds what is known, and brought back unchanged changes nothing', async () => {
  const { id } = await anIndicator()
  await officer.ask('putTarget', { params: { id }, body: { unitId: town, year: 2026, value: 50, seen: 0 } })
  await officer.ask('postReading', { params: { id }, body: { unitId: town, year: 2026, month: 5, value: 21.5, seen: 0 } })
  const { bytes } = await officer.ask('getReadingsSheet', { query: { year: '2026' } })
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(Uint8Array.from(bytes).buffer)
  expect(book.worksheets[0]!.getCell('A1').value).toMatch(/2026年指标数据$/)
  const preview = await check({ name: '取回.xlsx', bytes })
  expect(preview.counts).toMatchObject({ new: 0, revision: 0, decide: 0, refused: 0 })
  expect(preview.counts.same).toBeGreaterThan(0)
  expect(preview.lines).toEqual([])
})

test('a marked sheet is refused', async () => {
  const { body } = await officer.ask('checkImport', { file: csv(['机密★1年', '指标,1—5月累计', '收入,1']) })
  expect([body.code, body.facts?.code]).toEqual(['file-refused', 'classified'])
})
