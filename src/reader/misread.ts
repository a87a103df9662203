// Finds characters that the scanner mistook for one that looks alike; never changes a number, and only doubts what the document itself does not bear out.

import { rightAdverb } from './adverb.ts'
import { type Lookalikes, lookalikes, RARELY, SELDOM, TREACHERY } from './lookalike.ts'
import type { Doubt } from './reading.ts'
import type { Mend } from './text.ts'
import { BODIES, FIELDS } from './words/bodies.ts'
import { INDICATOR_ENDS, INDICATORS } from './words/indicators.ts'
import { MEASURED } from './words/measured.ts'
import { OFFICIAL_WORDS } from './words/official.ts'
import { LABELS, POSTS } from './words/posts.ts'
import { SURNAMES } from './words/surname.ts'
import { ADVERBS, DEMAND_VERBS } from './words/verb.ts'

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

/** 报备 and 限上 are right as they stand: the pairs of characters in the words that the reader itself knows, packed by `packed`. */
const SAID = new Set<number>()
const SAID_PAIRS = new Uint8Array(0x10000)
for (const word of [
  ...OFFICIAL,
  ...ADVERBS,
  ...INDICATORS,
  ...INDICATOR_ENDS,
  ...MEASURED,
  ...BODIES,
  ...FIELDS,
  ...POSTS,
  ...LABELS,
  '限上',
  '规上',
  '报备',
  // 每名县级领导, 3名干部
  ...[...'每多几数两一二三四五六七八九十百0123456789'].map(c => `${c}名`),
  // 须报县政府批准, 须经公示: the word of duty before a verb of one letter
  ...[...'报送交持附办到经由向在以按将对把做有先'].map(c => `须${c}`),
])
  for (let k = 1; k < word.length; k++) {
    SAID.add(packed(word.charCodeAt(k - 1), word.charCodeAt(k)))
    SAID_PAIRS[pairOf(word.charCodeAt(k - 1), word.charCodeAt(k))] = 1
  }

function isSaid(before: number, code: number, after: number): boolean {
  return (
    (SAID_PAIRS[pairOf(before, code)] === 1 && SAID.has(packed(before, code))) ||
    (SAID_PAIRS[pairOf(code, after)] === 1 && SAID.has(packed(code, after)))
  )
}

/** Two characters as one number of 32 bits; a larger one would be allocated at each look-up. */
function packed(first: number, second: number): number {
  return (first << 16) | second
}

/** How far around a suspect character the document is searched for the phrase it may be. */
const REACH = 40_000
/** Searches made in one document, so that a text of nonsense costs no more than its length. */
const MOST = 1000

/** Mends that are sure enough to make, and doubts for those that are only likely (spans in the given text). */
export function findMisreadings(text: string): { mends: Mend[]; doubts: Doubt[] } {
  const mends: Mend[] = []
  const doubts: Doubt[] = []
  const known = lookalikes()
  const { kindOf } = known
  const search: Search = { text, known, left: MOST }
  let before = 0
  let code = text.charCodeAt(0)
  for (let i = 0; i < text.length && search.left > 0; i++) {
    const after = i + 1 < text.length ? text.charCodeAt(i + 1) : 0
    // 一罚了之, 一停了之: a saying that takes any verb
    if (kindOf[code] !== 0 && !(after === 0x4e86 && text.charCodeAt(i + 2) === 0x4e4b)) {
      const adverb = ADVERB[code] ? rightAdverb(text, i) : null
      if (adverb) mends.push({ start: i, end: i + 1, now: adverb, kind: 'misread' })
      else if (!known.follows(before, code) && !known.precedes(code, after)) {
        const found = isSaid(before, code, after) ? null : likeliest(search, i, code, before, after)
        if (found?.sure) mends.push({ start: i, end: i + 1, now: found.now, kind: 'misread' })
        else if (found && doubts.length < 50)
          doubts.push({ span: [i, i + 1], code: 'misread-suggested', facts: { was: text[i]!, maybe: found.now } })
      }
    }
    before = code
    code = after
  }
  return { mends, doubts }
}

/** The document and how many more searches in it are allowed. */
interface Search {
  text: string
  known: Lookalikes
  left: number
}

function likeliest(search: Search, i: number, code: number, before: number, after: number): { now: string; sure: boolean } | null {
  const { text, known } = search
  const kind = known.kindOf[code]!
  const rare = (kind & RARELY) !== 0
  const treacherous = (kind & TREACHERY) !== 0
  // a word that every paper uses goes before one that is only likely: 要素保障, and not 要紧
  let likely = rare
  for (const other of known.alike(code)) {
    const joins = known.likelyFollows(before, other) || known.likelyPrecedes(other, after)
    if (isOfficial(text, i, other, before, after, joins && !treacherous ? 2 : 3)) return { now: String.fromCharCode(other), sure: true }
    likely ||= joins
  }
  if (!likely) return null
  for (const other of known.alike(code)) {
    const joinsLeft = known.likelyFollows(before, other)
    const joinsRight = known.likelyPrecedes(other, after)
    if (!joinsLeft && !joinsRight && !rare) continue
    const now = String.fromCharCode(other)
    if (joinsLeft || joinsRight) {
      if (rare || occurs(search, i, treacherous ? wider(text, i, now, joinsLeft) : phrase(text, i, now, joinsLeft, joinsRight)))
        return { now, sure: true }
      if (!treacherous && (kind & SELDOM) !== 0) return { now, sure: joinsLeft || !SURNAMES.has(text[i]!) }
    } else if (isSurname(search, i, now)) return { now, sure: true }
  }
  return null
}

/** 薜明川 where 薛明川 stands elsewhere: a surname misread. */
function isSurname(search: Search, i: number, now: string): boolean {
  const { text } = search
  return !SURNAMES.has(text[i]!) && SURNAMES.has(now) && occurs(search, i, now + text.slice(i + 1, i + 3)) && isHan(text, i + 2)
}

/** With the other character it is a word that every paper uses (追究责任, 兑现补贴); numbers are never made or unmade. */
function isOfficial(text: string, i: number, other: number, before: number, after: number, least: number): boolean {
  if (PAIRS[pairOf(before, other)] === 0 && PAIRS[pairOf(other, after)] === 0) return false
  const now = String.fromCharCode(other)
  if (NUMERALS.includes(text[i]!) || NUMERALS.includes(now)) return false
  for (let size = least; size <= 4; size++)
    for (let from = Math.max(0, i - size + 1); from <= i; from++) {
      const word = text.slice(from, i) + now + text.slice(i + 1, from + size)
      if (word.length === size && OFFICIAL.has(word)) return true
    }
  return false
}

/** The character with the neighbours that it makes words with. */
function phrase(text: string, i: number, now: string, joinsLeft: boolean, joinsRight: boolean): string {
  return text.slice(joinsLeft ? i - 1 : i, i) + now + text.slice(i + 1, joinsRight ? i + 2 : i + 1)
}

/** The phrase of three characters on the side where the reading would make a word. */
function wider(text: string, i: number, now: string, joinsLeft: boolean): string {
  return joinsLeft ? text.slice(Math.max(0, i - 2), i) + now : now + text.slice(i + 1, i + 3)
}

function occurs(search: Search, i: number, words: string): boolean {
  if (words.length < 2) return false
  search.left--
  const { text } = search
  return text.slice(Math.max(0, i - REACH), Math.min(text.length, i + REACH)).includes(words)
}

function isHan(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code >= 0x4e00 && code <= 0x9fff
}
