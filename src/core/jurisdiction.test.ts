import { expect, test } from 'vitest'
import { belowFault, levelOf } from './jurisdiction.ts'

test.each([
  ['990000', 'province'],
  ['990100', 'city'],
  ['990124', 'county'],
  ['990124100', 'township'],
])('%s is a %s', (code, level) => {
  expect(levelOf(code)).toBe(level)
})

test.each([
  ['990000', '990100'],
  ['990000', '999001'],
  ['990100', '990124'],
  ['990100', '990100003'],
  ['990124', '990124100'],
])('below %s stands %s', (upper, code) => {
  expect(belowFault(upper, code)).toBeNull()
})

test.each([
  ['990124', '990124'],
  ['990124', '990125'],
  ['990124', '990125100'],
  ['990124', '990100'],
  ['990100', '990000'],
  ['990100', '990201'],
  ['990124100', '990124101'],
  ['990124100', '990124100'],
])('below %s does not stand %s', (upper, code) => {
  expect(belowFault(upper, code)).toEqual({ refused: 'not-below', facts: { code, upper } })
})
