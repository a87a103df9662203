// A dictionary that finds the longest of its words at a place in a text; holds words, knows no meaning.

import { makeWordGraph } from './wordgraph.ts'

export interface Trie {
  /** The end of the longest word that begins at `at` and ends at or before `end`; `at` when none does. */
  longest(text: string, at: number, end: number): number
  /** Whether some word begins with this letter. */
  begins(code: number): boolean
}

/** Built once from a list of words; a look-up costs the length of the word found. */
export function makeTrie(words: Iterable<string>): Trie {
  const { firsts, ends, next } = makeWordGraph(words)
  return {
    begins: code => firsts[code] !== 0,
    longest(text, at, limit) {
      const end = limit < text.length ? limit : text.length
      if (at >= end) return at
      let node = firsts[text.charCodeAt(at)]!
      if (node === 0) return at
      let found = ends[node] ? at + 1 : at
      for (let i = at + 1; i < end; ) {
        node = next(node, text.charCodeAt(i++))
        if (node === 0) break
        if (ends[node]) found = i
      }
      return found
    },
  }
}
