import ExcelJS from 'exceljs'
import { expect, test } from 'vitest'
import { type Sheet, sheet } from './sheet.ts'
import { unpackZip } from './zip.ts'

const ledger: Sheet = {
  title: '督办事项台账',
  issuer: '青禾县',
  date: '2026-05-31',
  note: '数据截止2026年5月31日',
  columns: [
    { key: 'number', header: '编号', width: 12, kind: 'text' },
    { key: 'title', header: '事项', width: 40, kind: 'text' },
    { key: 'due', header: '完成时限', width: 12, kind: 'date' },
    { key: 'days', header: '逾期天数', width: 10, kind: 'number' },
    { key: 'share', header: '进度', width: 8, kind: 'percent' },
  ],
  rows: [
    { number: '2026-014', title: '南河大桥维修 <A&B>', due: '2026-05-31', days: 31, share: 0.27 },
    { number: '2026-015', title: null, due: '未明确', days: null, share: null },
  ],
}

async function opened(content: Sheet) {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load((await sheet(content)).slice().buffer)
  return book.worksheets[0]!
}

test('title, note and header stand above the rows, the header is frozen and filtered', async () => {
  const read = await opened(ledger)
  expect(read.name).toBe('督办事项台账')
  expect(read.getCell('A1').value).toBe('督办事项台账')
  expect(read.getCell('A2').value).toBe('数据截止2026年5月31日')
  expect((read.getRow(3).values as unknown[]).slice(1)).toEqual(['编号', '事项', '完成时限', '逾期天数', '进度'])
  expect(read.views[0]).toMatchObject({ state: 'frozen', ySplit: 3 })
  expect(read.autoFilter).toBe('A3:E5')
  expect(read.getColumn(2).width).toBe(41)
})

test('without a note the header moves up one row', async () => {
  const read = await opened({ ...ledger, note: null })
  expect(read.getCell('A2').value).toBe('编号')
  expect(read.views[0]).toMatchObject({ ySplit: 2 })
})

test('dates and numbers are real ones, percentages are ratios shown as per cent', async () => {
  const read = await opened(ledger)
  expect(read.getCell('C4').value).toEqual(new Date('2026-05-31T00:00:00Z'))
  expect(read.getCell('D4').value).toBe(31)
  expect(read.getCell('E4').value).toBe(0.27)
  expect(read.getCell('E4').numFmt).toBe('0%')
})

test('what is no date is kept as the words it is, and nothing stays empty', async () => {
  const read = await opened(ledger)
  expect(read.getCell('C5').value).toBe('未明确')
  for (const at of ['B5', 'D5', 'E5']) expect(read.getCell(at).value).toBeNull()
  const odd = await opened({ ...ledger, rows: [{ number: 'a', title: 'b', due: '2026-02-30', days: Number.NaN, share: 1 }] })
  expect(odd.getCell('C4').value).toBe('2026-02-30')
  expect(odd.getCell('D4').value).toBe('NaN')
})

test.each(['=1+1', '+cmd|calc', '-2+3', '@SUM(A1)', '\t=1', '=HYPERLINK("http://x")'])('%j is text and never a formula', async words => {
  const read = await opened({ ...ledger, rows: [{ number: words, title: words, due: words, days: null, share: null }] })
  for (const at of ['A4', 'B4', 'C4']) {
    expect(read.getCell(at).value).toBe(words)
    expect(read.getCell(at).formula).toBeUndefined()
    expect(read.getCell(at).numFmt).toBe('@')
  }
  const parts = unpackZip(await sheet({ ...ledger, title: words, note: words, rows: [{ number: words }] }))
  const xml = new TextDecoder().decode(parts.get('xl/worksheets/sheet1.xml'))
  expect(xml).toContain('<c r="A4"')
  expect(xml).not.toMatch(/<f[ />]/)
})

test('control characters and half pairs, which XML cannot hold, are dropped or replaced', async () => {
  const read = await opened({ ...ledger, rows: [{ number: 'a\u0000b\u001fc', title: '好\ud800', due: null, days: null, share: null }] })
  expect(read.getCell('A4').value).toBe('abc')
  expect(read.getCell('B4').value).toBe('好\ufffd')
})

test('a row is as high as its longest wrapped text, within what Excel allows', async () => {
  const read = await opened({ ...ledger, rows: [{ title: '字'.repeat(20) }, { title: '字'.repeat(41) }, { title: '字'.repeat(40_000) }] })
  expect([4, 5, 6].map(row => read.getRow(row).height)).toEqual([16, 48, 400])
})

test('a title that is no sheet name is still a title', async () => {
  const read = await opened({ ...ledger, title: "2026/5 [台账]: '全部'" })
  expect(read.name).toBe('2026 5  台账    全部')
  expect(read.getCell('A1').value).toBe("2026/5 [台账]: '全部'")
})

test('more than 26 columns get two letters', async () => {
  const columns = Array.from({ length: 30 }, (_, at) => ({ key: `k${at}`, header: `列${at}`, width: 5, kind: 'number' as const }))
  const read = await opened({
    ...ledger,
    title: '宽',
    note: null,
    columns,
    rows: [Object.fromEntries(columns.map((column, at) => [column.key, at]))],
  })
  expect(read.getCell('AD3').value).toBe(29)
})

test('the same rows give the same bytes, whatever the clock says; the file carries the day of its figures', async () => {
  const bytes = await sheet(ledger)
  await new Promise(resolve => setTimeout(resolve, 2100))
  expect(Buffer.compare(bytes, await sheet(structuredClone(ledger)))).toBe(0)
  const core = new TextDecoder().decode(unpackZip(bytes).get('docProps/core.xml'))
  expect(core).toContain('<dc:creator>青禾县</dc:creator>')
  for (const name of ['created', 'modified'])
    expect(core).toContain(`<dcterms:${name} xsi:type="dcterms:W3CDTF">2026-05-31T00:00:00Z</dcterms:${name}>`)
})
