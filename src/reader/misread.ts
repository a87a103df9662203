// Finds characters that the scanner mistook for one that looks alike; never changes a number, and only doubts what the document itself does not bear out.

import { rightAdverb } from './adverb.ts'
import type { Doubt } from './reading.ts'
import type { Mend } from './text.ts'
import { NEIGHBOURS, RARE, UNCOMMON } from './words/lookalike.ts'
import { LOOKALIKES } from './words/lookalike-groups.ts'
import { OFFICIAL_WORDS } from './words/official.ts'
import { SURNAMES } from './words/surname.ts'
import { DEMAND_VERBS } from './words/verb.ts'

/** Likely neighbours of a character, before and after it. */
interface Likely {
  left: string
  right: string
}

const LIKELY = new Map<string, Likely>()
const ALIKE = new Map<string, string>()
/** Row of each look-alike and column of each neighbour in the bit tables below; 0 for every other character. */
const ROW = new Uint16Array(65536)
const COLUMN = new Uint16Array(65536)
const rows = NEIGHBOURS.trim()
  .split('\n')
  .map(row => row.split(' '))
let columns = 0
rows.forEach(([c = '', ...sides], i) => {
  ROW[c.charCodeAt(0)] = i + 1
  LIKELY.set(c, { left: sides[0] ?? '', right: sides[2] ?? '' })
  for (const side of sides) for (let k = 0; k < side.length; k++) COLUMN[side.charCodeAt(k)] ||= ++columns
})
/** A set bit: the pair stands in a known word. */
const BEFORE = new Uint8Array((((rows.length + 1) * (columns + 1)) >> 3) | 1)
const AFTER = new Uint8Array(BEFORE.length)
for (const [c = '', likelyLeft = '', left = '', likelyRight = '', right = ''] of rows) {
  for (const before of likelyLeft + left) set(BEFORE, bitOf(c.charCodeAt(0), before.charCodeAt(0)))
  for (const after of likelyRight + right) set(AFTER, bitOf(c.charCodeAt(0), after.charCodeAt(0)))
}
for (const group of LOOKALIKES) for (const c of group) ALIKE.set(c, (ALIKE.get(c) ?? '') + group.replaceAll(c, ''))

function bitOf(c: number, neighbour: number): number {
  return ROW[c]! * columns + COLUMN[neighbour]!
}

function set(bits: Uint8Array, at: number): void {
  bits[at >> 3]! |= 1 << (at & 7)
}

function has(bits: Uint8Array, c: number, neighbour: number): boolean {
  if (COLUMN[neighbour] === 0) return false
  const at = bitOf(c, neighbour)
  return (bits[at >> 3]! & (1 << (at & 7))) !== 0
}

// Both readings make sense almost anywhere (周末/周未, 自己/自已, 大/太): never changed on a word list, only on the same phrase elsewhere.
const TREACHEROUS = '己已巳未末人入八大太天夫无元土士干千于今令日目白自主王玉水永力刀九方万子问间同会合'

const ADVERB = new Uint8Array(65536)
for (const c of '己巳已末未') ADVERB[c.charCodeAt(0)] = 1
const NUMERALS = '八九千万'
const OFFICIAL: ReadonlySet<string> = new Set([...OFFICIAL_WORDS, ...DEMAND_VERBS])

/** Set where some official word holds the two characters side by side, or two that fall on the same place; turns most away without a slice. */
const PAIRS = new Uint8Array(0x10000)
for (const word of OFFICIAL) for (let k = 1; k < word.length; k++) PAIRS[pairOf(word.charCodeAt(k - 1), word.charCodeAt(k))] = 1

function pairOf(a: number, b: number): number {
  return (a * 31 + b) & 0xffff
}

/** How far around a suspect character the document is searched for the phrase it may be. */
const REACH = 40_000
/** Searches made in one document, so that a text of nonsense costs no more than its length. */
const MOST = 1000

/** Mends that are sure enough to make, and doubts for those that are only likely (spans in the given text). */
export function findMisreadings(text: string): { mends: Mend[]; doubts: Doubt[] } {
  const mends: Mend[] = []
  const doubts: Doubt[] = []
  const search: Search = { text, left: MOST }
  for (let i = 0; i < text.length && search.left > 0; i++) {
    const code = text.charCodeAt(i)
    if (ROW[code] === 0) continue
    if (ADVERB[code]) {
      const now = rightAdverb(text, i)
      if (now) mends.push({ start: i, end: i + 1, now, kind: 'misread' })
      if (now) continue
    }
    if (has(BEFORE, code, text.charCodeAt(i - 1)) || has(AFTER, code, text.charCodeAt(i + 1))) continue
    const found = likeliest(search, i, text[i]!)
    if (!found) continue
    if (found.sure) mends.push({ start: i, end: i + 1, now: found.now, kind: 'misread' })
    else if (doubts.length < 50) doubts.push({ span: [i, i + 1], code: 'misread-suggested', facts: { was: text[i]!, maybe: found.now } })
  }
  return { mends, doubts }
}

/** The document and how many more searches in it are allowed. */
interface Search {
  text: string
  left: number
}

function likeliest(search: Search, i: number, c: string): { now: string; sure: boolean } | null {
  const { text } = search
  const before = text[i - 1] ?? ' '
  const after = text[i + 1] ?? ' '
  for (const now of ALIKE.get(c) ?? '') {
    const near = LIKELY.get(now)
    const joinsLeft = near?.left.includes(before) ?? false
    const joinsRight = near?.right.includes(after) ?? false
    if (joinsLeft || joinsRight) {
      const rare = RARE.includes(c)
      const treacherous = TREACHEROUS.includes(c)
      const phrase = joinsLeft && joinsRight ? before + now + after : joinsLeft ? before + now : now + after
      if (
        rare ||
        isOfficial(text, i, c, now, treacherous ? 3 : 2) ||
        occurs(search, i, treacherous ? wider(text, i, now, joinsLeft) : phrase)
      )
        return { now, sure: true }
      if (!treacherous && UNCOMMON.includes(c)) return { now, sure: joinsLeft || !SURNAMES.has(c) }
    } else if (isOfficial(text, i, c, now, 3)) return { now, sure: true }
    else if (
      RARE.includes(c) &&
      !SURNAMES.has(c) &&
      SURNAMES.has(now) &&
      occurs(search, i, now + text.slice(i + 1, i + 3)) &&
      isHan(text, i + 2)
    ) {
      // 薜明川 where 薛明川 stands elsewhere: a surname misread
      return { now, sure: true }
    }
  }
  return null
}

/** With the other character it is a word that every paper uses (追究责任, 兑现补贴); numbers are never made or unmade. */
function isOfficial(text: string, i: number, c: string, now: string, least: number): boolean {
  const code = now.charCodeAt(0)
  if (PAIRS[pairOf(text.charCodeAt(i - 1), code)] === 0 && PAIRS[pairOf(code, text.charCodeAt(i + 1))] === 0) return false
  if (NUMERALS.includes(c) || NUMERALS.includes(now)) return false
  for (let size = least; size <= 4; size++)
    for (let from = Math.max(0, i - size + 1); from <= i; from++) {
      const word = text.slice(from, i) + now + text.slice(i + 1, from + size)
      if (word.length === size && OFFICIAL.has(word)) return true
    }
  return false
}

/** The phrase of three characters on the side where the reading would make a word. */
function wider(text: string, i: number, now: string, joinsLeft: boolean): string {
  return joinsLeft ? text.slice(Math.max(0, i - 2), i) + now : now + text.slice(i + 1, i + 3)
}

function occurs(search: Search, i: number, phrase: string): boolean {
  if (phrase.length < 2) return false
  search.left--
  const { text } = search
  const from = Math.max(0, i - REACH)
  return text.slice(from, Math.min(text.length, i + REACH)).includes(phrase)
}

function isHan(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code >= 0x4e00 && code <= 0x9fff
}
