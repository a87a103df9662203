// Answers which characters look alike and which pairs of characters stand in known words; decides nothing.

import { NEIGHBOURS, RARE, UNCOMMON } from './words/lookalike.ts'
import { LOOKALIKES } from './words/lookalike-groups.ts'

/** Bits of `kindOf`. */
export const KNOWN = 1
export const RARELY = 2
export const SELDOM = 4
export const TREACHERY = 8

// Both readings make sense almost anywhere (周末/周未, 自己/自已, 大/太): never changed on a word list, only on the same phrase elsewhere.
const TREACHEROUS = '己已巳未末人入八大太天夫无元土士干千于今令日目白自主王玉水永力刀九方万子问间同会合'

export interface Lookalikes {
  /** KNOWN for every look-alike, with RARELY, SELDOM and TREACHERY; 0 for every other character. */
  kindOf: Uint8Array
  /** The characters that it may be. */
  alike(code: number): readonly number[]
  /** The pair stands in a known word. */
  follows(before: number, code: number): boolean
  precedes(code: number, after: number): boolean
  /** The pair stands in a frequent word. */
  likelyFollows(before: number, code: number): boolean
  likelyPrecedes(code: number, after: number): boolean
}

let built: Lookalikes | null = null

/** Built when the first text is read: a program that reads none does not pay for it. */
export function lookalikes(): Lookalikes {
  built ??= build()
  return built
}

function build(): Lookalikes {
  const kindOf = new Uint8Array(65536)
  const rowOf = new Uint16Array(65536)
  const columnOf = new Uint16Array(65536)
  const { rows, columns } = number(rowOf, columnOf)
  const width = columns + 1
  // Four tables of bits: likely before, before, likely after, after
  const bits = [0, 1, 2, 3].map(() => new Uint8Array(((rows + 1) * width + 7) >> 3))
  fill(rowOf, columnOf, width, bits)
  const [likelyLeft, left, likelyRight, right] = bits as [Uint8Array, Uint8Array, Uint8Array, Uint8Array]
  const groupOf = new Uint16Array(65536)
  const groups: number[][] = [[]]
  for (const group of LOOKALIKES)
    for (const c of group) {
      const code = c.charCodeAt(0)
      kindOf[code]! |= KNOWN
      groupOf[code] ||= groups.push([]) - 1
      for (const other of group) if (other !== c) groups[groupOf[code]!]!.push(other.charCodeAt(0))
    }
  for (const [letters, kind] of [
    [RARE, RARELY],
    [UNCOMMON, SELDOM],
    [TREACHEROUS, TREACHERY],
  ] as const)
    for (let i = 0; i < letters.length; i++) kindOf[letters.charCodeAt(i)]! |= kind
  const has = (table: Uint8Array, code: number, neighbour: number) => {
    const column = columnOf[neighbour]!
    if (column === 0) return false
    const at = rowOf[code]! * width + column
    return (table[at >> 3]! & (1 << (at & 7))) !== 0
  }
  return {
    kindOf,
    alike: code => groups[groupOf[code]!]!,
    follows: (before, code) => has(left, code, before),
    precedes: (code, after) => has(right, code, after),
    likelyFollows: (before, code) => has(likelyLeft, code, before),
    likelyPrecedes: (code, after) => has(likelyRight, code, after),
  }
}

const [BLANK, BREAK] = [32, 10]

/** Gives every row its number and every neighbour its column, from 1; the most frequent neighbours lie together, so that most questions touch little memory. */
function number(rowOf: Uint16Array, columnOf: Uint16Array): { rows: number; columns: number } {
  let rows = 0
  let first = true
  const times = new Uint16Array(65536)
  const neighbours: number[] = []
  for (let i = 0; i < NEIGHBOURS.length; i++) {
    const code = NEIGHBOURS.charCodeAt(i)
    if (code === BREAK) first = true
    else if (first) {
      rowOf[code] = ++rows
      first = false
    } else if (code !== BLANK && times[code]!++ === 0) neighbours.push(code)
  }
  neighbours.sort((a, b) => times[b]! - times[a]!)
  neighbours.forEach((code, i) => {
    columnOf[code] = i + 1
  })
  return { rows, columns: neighbours.length }
}

/** A likely pair is a known one too. */
function fill(rowOf: Uint16Array, columnOf: Uint16Array, width: number, bits: readonly Uint8Array[]): void {
  let row = 0
  let side = -1
  for (let i = 0; i < NEIGHBOURS.length; i++) {
    const code = NEIGHBOURS.charCodeAt(i)
    if (code === BREAK) side = -1
    else if (code === BLANK) side++
    else if (side < 0) row = rowOf[code]! * width
    else {
      const at = row + columnOf[code]!
      bits[side]![at >> 3]! |= 1 << (at & 7)
      if (side === 0 || side === 2) bits[side + 1]![at >> 3]! |= 1 << (at & 7)
    }
  }
}
