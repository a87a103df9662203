import { expect, test } from 'vitest'
import { makeEndings } from './ending.ts'
import { letters } from './letters.ts'
import { makeTrie } from './trie.ts'

test('the longest word from a place on is found, and none that runs over the end', () => {
  const trie = makeTrie(['县政府', '县政府办公室', '政府'])
  expect([trie.longest('县政府办公室', 0, 6), trie.longest('县政府办公室', 0, 5), trie.longest('县政府办公室', 1, 6)]).toEqual([6, 3, 3])
  expect([trie.longest('县委', 0, 2), trie.longest('县政府', 3, 9), trie.longest('县政', 0, 9)]).toEqual([0, 3, 0])
})

test('the longest word that ends at a place is found, and none that begins too early', () => {
  const endings = makeEndings(['江省', '云江省', '省'])
  expect([endings.before('在云江省', 0, 4), endings.before('在云江省', 2, 4), endings.before('在云江省', 4, 4)]).toEqual([
    '云江省',
    '江省',
    null,
  ])
  expect([endings.lengthBefore('在云江省', 0, 4), endings.lengthBefore('在云江省', 0, 3), endings.lengthBefore('省', 0, 7)]).toEqual([
    3, 0, 0,
  ])
})

test('a set of letters knows its own, and nothing behind the end of the text', () => {
  const sets = Array.from({ length: 40 }, (_, i) => letters(String.fromCharCode(0x4e00 + i)))
  expect(sets.map(has => has('一', 0)).filter(Boolean)).toHaveLength(1)
  expect([sets[0]!('一', 1), sets[0]!('一', -1), sets[0]!('', 0)]).toEqual([false, false, false])
})
