import ExcelJS from 'exceljs'
import { expect, test } from 'vitest'
import { sheet } from '../writer/sheet.ts'
import { packZip } from '../writer/zip.ts'
import { intake } from './intake.ts'

async function taken(fill: (book: ExcelJS.Workbook) => void) {
  const book = new ExcelJS.Workbook()
  fill(book)
  const read = await intake(new Uint8Array(await book.xlsx.writeBuffer()), { name: 'a.xlsx' })
  if ('code' in read) throw new Error(`refused: ${read.code}`)
  expect(read.kind).toBe('xlsx')
  return read
}

test('a table of tasks becomes numbered sentences with units and deadlines', async () => {
  const read = await taken(book => {
    const tasks = book.addWorksheet('任务分解')
    tasks.addRow(['青禾县2026年重点任务分解表'])
    tasks.addRow(['序号', '重点任务', '牵头单位', '责任单位', '完成时限'])
    tasks.addRow([1, '新建水厂2座', '县水利局', '各乡镇', new Date('2026-10-31T00:00:00Z')])
    tasks.addRow([2, '完成清淤', '县水利局', null, '6月底前'])
    tasks.getCell('E3').numFmt = 'yyyy-mm-dd'
    tasks.mergeCells('A1:E1')
  })
  expect(read.text).toBe(
    '青禾县2026年重点任务分解表\n1.新建水厂2座。\n牵头单位：县水利局\n责任单位：各乡镇\n完成时限：2026年10月31日\n2.完成清淤。\n牵头单位：县水利局\n完成时限：6月底前\n',
  )
})

test('cells merged downward hold for the rows they cover', async () => {
  const read = await taken(book => {
    const tasks = book.addWorksheet('表')
    tasks.addRow(['重点任务', '具体措施', '牵头单位'])
    tasks.addRow(['保障供水', '更换管道', '县水利局'])
    tasks.addRow([null, '新建水厂', null])
    tasks.mergeCells('A2:A3')
    tasks.mergeCells('C2:C3')
  })
  expect(read.text).toBe('保障供水\n更换管道。\n牵头单位：县水利局\n新建水厂。\n牵头单位：县水利局\n')
})

test('each sheet with something on it is a page under its name; hidden and empty ones are left out and said', async () => {
  const read = await taken(book => {
    book.addWorksheet('一季度').addRow(['甲', 1])
    book.addWorksheet('空')
    book.addWorksheet('藏', { state: 'hidden' }).addRow(['乙'])
    book.addWorksheet('二季度').addRow(['丙', 2])
  })
  expect(read.text).toBe('一季度\n甲\t1\n二季度\n丙\t2\n')
  expect(read.pages.map(page => read.text.slice(page.start, page.end))).toEqual(['一季度\n甲\t1\n', '二季度\n丙\t2\n'])
  expect(read.notes).toEqual([{ code: 'sheets-left-out', facts: { count: 2 } }])
})

test('numbers, percentages, days and formulas are written as the sheet shows them', async () => {
  const read = await taken(book => {
    const values = book.addWorksheet('表')
    values.addRow([
      '数',
      0.1 + 0.2,
      12345678901,
      { formula: '1+1', result: 2 },
      0.455,
      new Date('2026-05-01T00:00:00Z'),
      { richText: [{ text: '富' }, { text: '文' }] },
    ])
    values.getCell('E1').numFmt = '0.0%'
    values.getCell('F1').numFmt = 'yyyy"年"m"月"'
  })
  expect(read.text).toBe('数\t0.3\t12345678901\t2\t45.5%\t2026年5月\t富文\n')
})

test('what the project exports it can take in again', async () => {
  const bytes = await sheet({
    title: '督办事项台账',
    note: null,
    date: '2026-05-31',
    issuer: '青禾县',
    columns: [
      { key: 'title', header: '事项', width: 30, kind: 'text' },
      { key: 'lead', header: '牵头单位', width: 20, kind: 'text' },
      { key: 'due', header: '完成时限', width: 12, kind: 'date' },
      { key: 'share', header: '进度', width: 8, kind: 'percent' },
    ],
    rows: [{ title: '河道清淤', lead: '县水利局', due: '2026-05-31', share: 0.27 }],
  })
  expect(await intake(bytes, { name: 'a' })).toMatchObject({
    kind: 'xlsx',
    text: '督办事项台账\n河道清淤。\n牵头单位：县水利局\n完成时限：2026年5月31日\n进度：27%\n',
  })
})

const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** A workbook of one sheet as a program packs it, from the sheet's XML. */
function aBook(sheet1: string, more: Record<string, string> = {}): Uint8Array {
  return packZip(
    new Map([
      ['xl/workbook.xml', `<workbook xmlns:r="${REL}"><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>`],
      ['xl/_rels/workbook.xml.rels', '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>'],
      ['xl/worksheets/sheet1.xml', sheet1],
      ...Object.entries(more),
    ]),
  )
}

test('a broken sheet is damaged, a workbook without any text has none', async () => {
  expect(await intake(aBook('<worksheet><sheetData><row>'), { name: 'a' })).toEqual({ code: 'damaged', facts: { kind: 'xlsx' } })
  expect(await intake(aBook('<worksheet/>'), { name: 'a' })).toMatchObject({ code: 'no-text' })
})

test('days in formats that the Chinese edition leaves unsaid are days', async () => {
  const styles = `<styleSheet><cellXfs>${[0, 14, 31, 57, 58, 20].map(id => `<xf numFmtId="${id}"/>`).join('')}</cellXfs></styleSheet>`
  const cells = ['A', 'B', 'C', 'D', 'E'].map(
    (column, at) => `<c r="${column}1" s="${at + 1}"><v>${column === 'E' ? 0.375 : 46173}</v></c>`,
  )
  const read = await intake(
    aBook(`<worksheet><sheetData><row r="1">${cells.join('')}</row></sheetData></worksheet>`, { 'xl/styles.xml': styles }),
    {
      name: 'a',
    },
  )
  expect(read).toMatchObject({ text: '2026年5月31日\t2026年5月31日\t2026年5月\t2026年5月31日\t9:00\n' })
})

test('a workbook that writes every tag with a prefix is read', async () => {
  const read = await intake(
    aBook('<x:worksheet xmlns:x="m"><x:sheetData><x:row r="1"><x:c r="A1" t="s"><x:v>0</x:v></x:c></x:row></x:sheetData></x:worksheet>', {
      'xl/workbook.xml': `<x:workbook xmlns:x="m" xmlns:r="${REL}"><x:sheets><x:sheet name="a" sheetId="1" r:id="r1"/></x:sheets></x:workbook>`,
      'xl/sharedStrings.xml': '<x:sst xmlns:x="m"><x:si><x:t>清淤</x:t><x:rPh sb="0" eb="1"><x:t>qing</x:t></x:rPh></x:si></x:sst>',
    }),
    { name: 'a' },
  )
  expect(read).toMatchObject({ text: '清淤\n' })
})

test('what reaches over whole columns costs nothing; merging millions of cells is refused', async () => {
  const cell = '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>清淤</t></is></c></row></sheetData>'
  const everywhere = 'A1:XFD1048576'
  const started = performance.now()
  const read = await intake(
    aBook(
      `<worksheet><cols><col min="1" max="100000000" width="9"/></cols>${cell}<autoFilter ref="${everywhere}"/><conditionalFormatting sqref="${everywhere}"><cfRule type="expression" priority="1"><formula>1</formula></cfRule></conditionalFormatting><dataValidations count="1"><dataValidation type="list" sqref="${everywhere}"><formula1>"是,否"</formula1></dataValidation></dataValidations></worksheet>`,
      {
        'xl/workbook.xml': `<workbook xmlns:r="${REL}"><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets><definedNames><definedName name="_xlnm._FilterDatabase" localSheetId="0">a!$A$1:$XFD$1048576</definedName></definedNames></workbook>`,
      },
    ),
    { name: 'a' },
  )
  expect(read).toMatchObject({ text: '清淤\n' })
  expect(
    await intake(aBook(`<worksheet>${cell}<mergeCells><mergeCell ref="${everywhere}"/></mergeCells></worksheet>`), { name: 'a' }),
  ).toEqual({
    code: 'too-large',
    facts: { limit: 500_000, is: 17_179_869_184, of: 'cells' },
  })
  expect(performance.now() - started).toBeLessThan(5_000)
})
