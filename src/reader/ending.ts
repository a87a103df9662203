// A dictionary that finds the longest of its words that ends at a place in a text; holds words, knows no meaning.

import { makeWordGraph } from './wordgraph.ts'

export interface Endings {
  /** The longest word that ends at `at` and begins at or after `from`; null when none does. */
  before(text: string, from: number, at: number): string | null
  /** The length of that word, 0 when there is none. */
  lengthBefore(text: string, from: number, at: number): number
}

/** Built once from a list of words; a look-up costs the length of the word found. */
export function makeEndings(words: Iterable<string>): Endings {
  const { firsts, ends, next } = makeWordGraph(words, true)
  return {
    before(text, from, at) {
      const length = lengthBefore(text, from, at)
      return length > 0 ? text.slice(at - length, at) : null
    },
    lengthBefore,
  }

  function lengthBefore(text: string, from: number, at: number): number {
    if (at <= from || at > text.length) return 0
    let node = firsts[text.charCodeAt(at - 1)]!
    if (node === 0) return 0
    let found = ends[node] ? 1 : 0
    for (let i = at - 2; i >= from; i--) {
      node = next(node, text.charCodeAt(i))
      if (node === 0) break
      if (ends[node]) found = at - i
    }
    return found
  }
}
