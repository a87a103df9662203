import { expect, test } from 'vitest'
import { enlarged } from './enlarge.ts'

test('sides are doubled and new pixels lie between the old ones', () => {
  const { data, width, height } = enlarged({ data: Uint8Array.of(0, 100), width: 2, height: 1 })
  expect([width, height]).toEqual([4, 2])
  expect([...data]).toEqual([0, 25, 75, 100, 0, 25, 75, 100])
})

test('rows stay rows', () => {
  const { data, width, height } = enlarged({ data: Uint8Array.of(0, 0, 0, 200, 200, 200), width: 3, height: 2 })
  expect([width, height]).toEqual([6, 4])
  expect([0, 1, 2, 3].map(y => [...data.subarray(y * 6, y * 6 + 6)])).toEqual([0, 50, 150, 200].map(tone => new Array(6).fill(tone)))
})
