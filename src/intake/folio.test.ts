import { expect, test } from 'vitest'
import { withoutFolios } from './folio.ts'

test.each(['— 1 —', '－1－', '-1-', '第1页', '第 1 页 共 9 页', '第1页，共9页', '1/9'])(
  '%s at the foot or the head of a page is its number',
  words => {
    expect(withoutFolios([`逐点落实监\n${words}\n`])).toEqual(['逐点落实监\n'])
    expect(withoutFolios([`${words}\n测责任人\n`])).toEqual(['测责任人\n'])
  },
)

test('bare numbers are page numbers when pages count on by them, from whatever number', () => {
  expect(withoutFolios(['甲\n3\n', '乙\n', '丙\n5\n'])).toEqual(['甲\n', '乙\n', '丙\n'])
})

test('a bare number that stands alone, or counts nothing, is text', () => {
  expect(withoutFolios(['名次\n1\n'])).toEqual(['名次\n1\n'])
  expect(withoutFolios(['甲\n8\n', '乙\n3\n'])).toEqual(['甲\n8\n', '乙\n3\n'])
})

test('numbers inside a page, list numbers and years stay', () => {
  for (const text of ['甲\n— 1 —\n乙\n', '1.清淤\n', '完成率95%\n', '2026年\n', '']) expect(withoutFolios([text])).toEqual([text])
})
