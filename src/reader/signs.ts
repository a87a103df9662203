// Looks up once what each letter of a sentence may begin, for all who search the sentence; knows no letters itself.

import type { Sentence } from './context.ts'

const table = new Int32Array(0x10000)
let taken = 0

/** Gives out the bit that stands for these letters, or for the first letters of these words. */
export function sign(words: Iterable<string>): number {
  const bit = 1 << taken++
  for (const word of words) table[word.charCodeAt(0)]! |= bit
  return bit
}

/** What the letters of one sentence may begin; made again for each sentence, in the same place. */
export interface Signs {
  sentence: Sentence | null
  /** The bits of all its letters. */
  all: number
  /** The bits of each of its letters, from its first on. */
  at: Int32Array
}

export function noSigns(): Signs {
  return { sentence: null, all: 0, at: new Int32Array(2048) }
}

/** The bits of all letters of a stretch: which patterns are worth trying on it. */
export function signsIn(text: string, start: number, end: number): number {
  let all = 0
  for (let i = start; i < end; i++) all |= table[text.charCodeAt(i)]!
  return all
}

/** The signs of a sentence. Everybody's own table would be fetched anew for each letter; this one is fetched once, and its answers lie side by side. */
export function signsOf({ text, signs }: { text: string; signs: Signs }, sentence: Sentence): Signs {
  if (signs.sentence === sentence) return signs
  const { start, end } = sentence
  if (signs.at.length < end - start) signs.at = new Int32Array(2 * (end - start))
  const { at } = signs
  let all = 0
  for (let i = start; i < end; i++) {
    const bits = table[text.charCodeAt(i)]!
    at[i - start] = bits
    all |= bits
  }
  signs.all = all
  signs.sentence = sentence
  return signs
}
