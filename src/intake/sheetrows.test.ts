// Sheets that come back: cells on their own lines and in words, and every file that is none refused by what it is.
import ExcelJS from 'exceljs'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { SHEET_LIMITS, sheetRows } from './sheetrows.ts'

async function book(fill: (page: ExcelJS.Worksheet, book: ExcelJS.Workbook) => void): Promise<Uint8Array> {
  const made = new ExcelJS.Workbook()
  fill(made.addWorksheet('表'), made)
  return new Uint8Array(await made.xlsx.writeBuffer())
}

describe('the rows of a sheet', () => {
  test('stand on their own lines, a formula as its result, a percentage with its sign', async () => {
    const bytes = await book(page => {
      page.getCell('A1').value = '标题'
      page.getCell('B3').value = { formula: '30+30', result: 60 }
      page.getCell('C3').value = 0.6
      page.getCell('C3').numFmt = '0%'
      page.getCell('D3').value = new Date('2026-05-31T00:00:00Z')
      page.getCell('D3').numFmt = 'yyyy-mm-dd'
    })
    expect(await sheetRows(bytes)).toEqual([['标题'], [], ['', '60', '60%', '2026年5月31日']])
  })

  test('come from the first sheet that is shown', async () => {
    const bytes = await book((page, all) => {
      page.state = 'hidden'
      page.getCell('A1').value = '藏'
      all.addWorksheet('第二').getCell('A1').value = '见'
    })
    expect(await sheetRows(bytes)).toEqual([['见']])
  })
})

describe('refused', () => {
  const plain = book(page => (page.getCell('A1').value = 'x'))
  const withPart = async (name: string, part: Uint8Array) => zipSync({ ...unzipSync(await plain), [name]: part })
  test.each<[string, () => Promise<Uint8Array> | Uint8Array, object]>([
    ['nothing', () => new Uint8Array(), { code: 'empty' }],
    ['words', () => strToU8('编号,进度'), { code: 'unsupported-type', facts: { found: 'txt' } }],
    ['a book with macros', () => withPart('xl/vbaProject.bin', new Uint8Array(8)), { code: 'unsupported-type', facts: { found: 'xlsm' } }],
    [
      'a book with macros of 1992',
      () => withPart('xl/macrosheets/sheet1.xml', strToU8('<x/>')),
      { code: 'unsupported-type', facts: { found: 'xlsm' } },
    ],
    ['an archive of something else', () => zipSync({ 'a.txt': strToU8('x') }), { code: 'unsupported-type', facts: { found: 'zip' } }],
    ['a bomb', () => withPart('xl/worksheets/sheet9.xml', new Uint8Array(SHEET_LIMITS.unpackedBytes + 1)), { code: 'zip-bomb' }],
    ['a broken book', async () => (await plain).slice(0, -400), { code: 'damaged' }],
    ['too large a file', () => new Uint8Array(SHEET_LIMITS.bytes + 1), { code: 'too-large' }],
    ['too long a sheet', () => book(page => (page.getCell('A5000').value = 'x')), { code: 'too-large', facts: { of: 'rows' } }],
  ])('%s', async (_, bytes, refusal) => expect(await sheetRows(await bytes())).toMatchObject(refusal))
})
