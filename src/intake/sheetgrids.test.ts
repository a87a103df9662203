// Workbooks as grids: each visible sheet with its name, its cells in words and its merged cells.
import ExcelJS from 'exceljs'
import { strToU8 } from 'fflate'
import { describe, expect, test } from 'vitest'
import { GRID_LIMITS, sheetGrids } from './sheetgrids.ts'

async function book(fill: (book: ExcelJS.Workbook) => void): Promise<Uint8Array> {
  const made = new ExcelJS.Workbook()
  fill(made)
  return new Uint8Array(await made.xlsx.writeBuffer())
}

describe('the grids of a workbook', () => {
  test('are its visible sheets, merged cells with their corners', async () => {
    const bytes = await book(made => {
      const page = made.addWorksheet('月报')
      page.getCell('A1').value = '标题'
      page.mergeCells('A1:C1')
      page.getCell('A2').value = '单位'
      page.mergeCells('A2:A3')
      page.getCell('C3').value = 0.065
      page.getCell('C3').numFmt = '0.0%'
      made.addWorksheet('藏', { state: 'hidden' }).getCell('A1').value = 1
      made.addWorksheet('空')
      made.addWorksheet('四月').getCell('B2').value = 12.3
    })
    expect(await sheetGrids(bytes)).toEqual({
      hidden: 1,
      grids: [
        {
          sheet: '月报',
          rows: [['标题'], ['单位'], ['', '', '6.5%']],
          merged: [
            { top: 0, left: 0, bottom: 0, right: 2 },
            { top: 1, left: 0, bottom: 2, right: 0 },
          ],
        },
        { sheet: '四月', rows: [[], ['', '12.3']], merged: [] },
      ],
    })
  })

  test('say which rows and columns are hidden', async () => {
    const bytes = await book(made => {
      const page = made.addWorksheet('月报')
      page.addRows([
        ['指标', '5月', '旧'],
        ['财政收入', 1, 2],
      ])
      page.getRow(2).hidden = true
      page.getColumn(3).hidden = true
    })
    expect(await sheetGrids(bytes)).toMatchObject({ grids: [{ hiddenRows: [1], hiddenColumns: [2] }] })
  })

  test('show a formula without a result, and an error, as such', async () => {
    const bytes = await book(made => {
      const page = made.addWorksheet('月报')
      page.getCell('A1').value = { formula: 'SUM(B1:B2)' } as ExcelJS.CellFormulaValue
      page.getCell('A2').value = { error: '#REF!' }
    })
    expect(await sheetGrids(bytes)).toMatchObject({ grids: [{ rows: [['=SUM(B1:B2)'], ['#REF!']] }] })
  })

  test('of a .csv is one without a name', async () => {
    expect(await sheetGrids(strToU8('指标,5月\n财政收入,"1,234.5"\n'))).toEqual({
      hidden: 0,
      grids: [{ sheet: '', rows: [['指标', '5月'], ['财政收入', '1,234.5'], ['']], merged: [] }],
    })
  })
})

test('too long a sheet is refused', async () => {
  const bytes = await book(made => (made.addWorksheet('长').getCell(`A${GRID_LIMITS.rows + 1}`).value = 'x'))
  expect(await sheetGrids(bytes)).toMatchObject({ code: 'too-large', facts: { of: 'rows' } })
})

test('what is no workbook is refused by what it is', async () => {
  expect(await sheetGrids(strToU8('%PDF-1.7'))).toMatchObject({ code: 'unsupported-type', facts: { found: 'pdf' } })
})
