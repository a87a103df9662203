import { expect, test } from 'vitest'
import { hashOf } from './hash.ts'
import { softHash } from './softhash.ts'

test('a browser and the machine itself give a text the same hash', () => {
  for (const text of ['', '青禾县', '请于2026年5月30日前报送😀']) expect(softHash(text)).toBe(hashOf(text))
})
