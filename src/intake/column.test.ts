import { expect, test } from 'vitest'
import { type Piece, pageLines } from './column.ts'

/** One piece a line, characters as wide as they are high. */
const lines = (texts: string[], x: number, y: number, size = 12): Piece[] =>
  texts.map((text, at) => ({ text, x, y: y - at * size * 1.5, width: text.length * size, size }))
const numbered = (name: string, count: number) => Array.from({ length: count }, (_, at) => `${name}第${at}行的文字足够长`)

test('columns are read one after another, a headline across them first', () => {
  const page = [
    ...lines(numbered('右', 6), 320, 700),
    ...lines(['这是跨越两栏的通栏大标题'], 150, 760, 24),
    ...lines(numbered('左', 6), 60, 700),
  ]
  expect(pageLines(page)).toEqual(['这是跨越两栏的通栏大标题', ...numbered('左', 6), ...numbered('右', 6)])
})

test('three columns above, two below, each part on its own', () => {
  const page = [
    ...lines(numbered('甲', 5), 20, 800),
    ...lines(numbered('乙', 5), 180, 800),
    ...lines(numbered('丙', 5), 340, 800),
    ...lines(['下半版的通栏标题横跨整个版面的宽度足够宽'], 60, 690, 20),
    ...lines(numbered('丁', 5), 20, 640),
    ...lines(numbered('戊', 5), 260, 640),
  ]
  expect(pageLines(page)).toEqual([
    ...numbered('甲', 5),
    ...numbered('乙', 5),
    ...numbered('丙', 5),
    '下半版的通栏标题横跨整个版面的宽度足够宽',
    ...numbered('丁', 5),
    ...numbered('戊', 5),
  ])
})

test('a short headline above the middle column belongs to all three', () => {
  const page = [
    ...lines(numbered('甲', 4), 20, 800),
    ...lines(numbered('乙', 4), 156, 800),
    ...lines(numbered('丙', 4), 292, 800),
    ...lines(['短标题'], 189, 715, 18),
    ...lines(numbered('丁', 4), 20, 690),
    ...lines(numbered('戊', 4), 156, 690),
    ...lines(numbered('己', 4), 292, 690),
  ]
  expect(pageLines(page)).toEqual([
    ...numbered('甲', 4),
    ...numbered('乙', 4),
    ...numbered('丙', 4),
    '短标题',
    ...numbered('丁', 4),
    ...numbered('戊', 4),
    ...numbered('己', 4),
  ])
})

test('a gutter of little more than a character is a gutter', () => {
  const page = [...lines(numbered('左', 5), 20, 700), ...lines(numbered('右', 5), 20 + numbered('左', 1)[0]!.length * 12 + 14, 700)]
  expect(pageLines(page)).toEqual([...numbered('左', 5), ...numbered('右', 5)])
})

test('a table is read row by row, its cells apart by a tab', () => {
  const column = (cells: string[], x: number) => lines(cells, x, 700)
  expect(
    pageLines([
      ...column(['任务', '清淤', '修路', '建厂', '排查'], 60),
      ...column(['单位', '水利局', '交通局', '工信局', '应急局'], 250),
      ...column(['时限', '6月', '7月', '8月', '9月'], 400),
    ]),
  ).toEqual(['任务\t单位\t时限', '清淤\t水利局\t6月', '修路\t交通局\t7月', '建厂\t工信局\t8月', '排查\t应急局\t9月'])
})

test('pieces of one line are joined; a real gap stays one space, Latin words stay apart', () => {
  const piece = (text: string, x: number, width: number): Piece => ({ text, x, y: 700, width, size: 10 })
  expect(
    pageLines([piece('县水', 0, 20), piece('利局', 20, 20), piece('王强', 48, 20), piece('GDP', 70, 15), piece('growth', 88, 30)]),
  ).toEqual(['县水利局 王强GDP growth'])
})

test('the first line of a paragraph keeps its indent as two characters', () => {
  expect(pageLines([...lines(['这一段从缩进两字的地方开始'], 84, 700), ...lines(['回行顶格再写下去', '又一行'], 60, 682)])).toEqual([
    '　　这一段从缩进两字的地方开始',
    '回行顶格再写下去',
    '又一行',
  ])
})

test('a line spread to fill its width loses its gaps, names set apart keep theirs', () => {
  expect(pageLines(lines(['县 住 房 和 城 乡 建 设 局'], 0, 700))).toEqual(['县住房和城乡建设局'])
  expect(pageLines(lines(['主持人：市长 龚 正出席会议并讲话'], 0, 700))).toEqual(['主持人：市长 龚 正出席会议并讲话'])
})

test('an empty page has no lines', () => {
  expect(pageLines([])).toEqual([])
  expect(pageLines([{ text: '  ', x: 0, y: 0, width: 10, size: 10 }])).toEqual([])
})
