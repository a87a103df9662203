import { expect, test } from 'vitest'
import { lockMinutes } from './lockout.ts'

test.each([
  [1, 0],
  [4, 0],
  [5, 15],
  [6, 30],
  [7, 60],
  [8, 120],
  [99, 120],
])('after %i wrong passwords the account is closed for %i minutes', (wrong, minutes) => expect(lockMinutes(wrong)).toBe(minutes))
