import { expect, test } from 'vitest'
import { plainRadicals } from './radical.ts'

test.each([
  ['⻅⻬⻓⻔⻋⻢⻛', '见齐长门车马风'],
  ['⼈⼤⼭⽔⾯', '人大山水面'],
  ['\uf9b5\uf914', '例樂'],
  ['见人，2026年①（一）', '见人，2026年①（一）'],
  ['⺀\ufa0e', '⺀\ufa0e'],
])('%s becomes %s', (text, expected) => {
  expect(plainRadicals(text)).toBe(expected)
})

test('no length changes, so that places in the text stay places on the page', () => {
  for (let code = 0x2e80; code <= 0x2fd5; code++) expect(plainRadicals(String.fromCharCode(code))).toHaveLength(1)
})
