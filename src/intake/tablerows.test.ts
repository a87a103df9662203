import { expect, test } from 'vitest'
import { csvRows, tableRows } from './tablerows.ts'

test.each<[string, string, string[][]]>([
  ['plain cells', '日期,类型\n2027-02-05,休\n', [['日期', '类型'], ['2027-02-05', '休'], ['']]],
  [
    'quoted cells with commas and quotes',
    '"春节，初一","说""休"""\r\n班,x',
    [
      ['春节，初一', '说"休"'],
      ['班', 'x'],
    ],
  ],
  ['tabs and Chinese commas', '2027-02-05\t休，春节', [['2027-02-05', '休', '春节']]],
  [
    'semicolons, when every line has as many',
    '指标;5月\n财政收入;75,5',
    [
      ['指标', '5月'],
      ['财政收入', '75,5'],
    ],
  ],
  [
    'semicolons in prose',
    '说明,甲;乙\n班,x',
    [
      ['说明', '甲;乙'],
      ['班', 'x'],
    ],
  ],
  ['a byte order mark', '\uFEFF日期,类型', [['日期', '类型']]],
])('%s', (_, text, rows) => expect(csvRows(text).map(row => row.filter((cell, at) => cell !== '' || at === 0))).toEqual(rows))

test('a file in the encoding of an older Excel is read, a picture is refused', async () => {
  // 日期,休 in GB18030
  const bytes = new Uint8Array([0xc8, 0xd5, 0xc6, 0xda, 0x2c, 0xd0, 0xdd, 0x0a])
  expect(((await tableRows(bytes)) as string[][])[0]!.slice(0, 2)).toEqual(['日期', '休'])
  expect(await tableRows(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))).toHaveProperty('code')
})
