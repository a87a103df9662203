import { expect, test } from 'vitest'
import { ageOf, WALL_EVERY_MS } from './age.ts'

test.each([
  [0, 'fresh', 0],
  [WALL_EVERY_MS, 'fresh', 0],
  [2 * WALL_EVERY_MS, 'late', 0],
  [3 * WALL_EVERY_MS, 'lost', 1],
  [12 * 60_000, 'lost', 12],
  [-5000, 'fresh', 0],
] as const)('what came %s ms ago is %s', (ms, stand, minutes) => {
  expect(ageOf(1_000_000, 1_000_000 + ms)).toMatchObject({ stand, minutes })
})
