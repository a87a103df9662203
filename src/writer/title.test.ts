import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ems } from './measure.ts'
import { titleLines } from './title.ts'

test.each([
  ['关于开展安全检查的通知', ['关于开展安全检查的通知']],
  ['关于2026年1—5月督办事项办理情况的通报', ['关于2026年1—5月', '督办事项办理情况的通报']],
  ['青禾县人民政府办公室关于转发《北岭省防汛工作方案》的通知', ['青禾县人民政府办公室关于转发', '《北岭省防汛工作方案》的通知']],
  [
    '青禾县人民政府办公室关于印发《农村供水保障三年行动方案（2026—2028年）》的通知',
    ['青禾县人民政府办公室关于', '印发《农村供水保障三年行动', '方案（2026—2028年）》的通知'],
  ],
])('%s is set as %j', (title, expected) => {
  expect(titleLines(title, 18)).toEqual(expected)
})

test('no title loses a character or gets a line wider than the page, however long its words', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[关于印发青禾县安全生产检查工作的通知和《》2026年1月]{1,90}$/), title => {
      const lines = titleLines(title, 18)
      expect(lines.join('')).toBe(title)
      for (const line of lines) expect(ems(line)).toBeLessThanOrEqual(18)
    }),
  )
})
