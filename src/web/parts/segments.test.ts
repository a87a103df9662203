import { expect, test } from 'vitest'
import { linesOf, type Mark } from './segments.ts'

const mark = (from: number, to: number, key: string): Mark => ({ span: [from, to], kind: 'date', key, index: 0 })
const drawn = (text: string, marks: Mark[]) =>
  linesOf(text, marks).map(l => l.segments.map(s => [text.slice(s.start, s.end), s.marks.map(m => m.key).join()]))

test('overlapping marks are cut into pieces that each know all their marks', () => {
  expect(drawn('6月底前完成', [mark(0, 4, 'a'), mark(2, 6, 'b')])).toEqual([
    [
      ['6月', 'a'],
      ['底前', 'a,b'],
      ['完成', 'b'],
    ],
  ])
})

test('a mark over a broken line is drawn on both lines, and the break itself on none', () => {
  expect(drawn('改革创\n新大会', [mark(1, 6, 'a')])).toEqual([
    [
      ['改', ''],
      ['革创', 'a'],
    ],
    [
      ['新大', 'a'],
      ['会', ''],
    ],
  ])
})

test('empty lines stay, and nothing of the text is lost', () => {
  const text = '第一行\n\n第三行\n'
  const lines = linesOf(text, [mark(4, 4, 'empty'), mark(2, 7, 'a')])
  expect(lines).toHaveLength(4)
  expect(lines.map(l => l.segments.map(s => text.slice(s.start, s.end)).join('')).join('\n')).toBe(text)
})

test('an empty text is one empty line', () => {
  expect(linesOf('', [])).toEqual([{ start: 0, segments: [] }])
})
