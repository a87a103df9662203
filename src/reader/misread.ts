// Finds characters that the scanner mistook for one that looks alike; never changes a number, and only doubts what the document itself does not bear out.

import type { Doubt } from './reading.ts'
import type { Mend } from './text.ts'
import { NEIGHBOURS, RARE, UNCOMMON } from './words/lookalike.ts'
import { LOOKALIKES } from './words/lookalike-groups.ts'
import { SURNAMES } from './words/surname.ts'

interface Neighbours {
  likelyLeft: string
  left: string
  likelyRight: string
  right: string
}

const NEAR = new Map<string, Neighbours>(
  NEIGHBOURS.trim()
    .split('\n')
    .map(row => {
      const [c = '', likelyLeft = '', left = '', likelyRight = '', right = ''] = row.split(' ')
      return [c, { likelyLeft, left, likelyRight, right }]
    }),
)
const ALIKE = new Map<string, string>()
const IS_ALIKE = new Uint8Array(65536)
for (const group of LOOKALIKES)
  for (const c of group) {
    ALIKE.set(c, (ALIKE.get(c) ?? '') + group.replaceAll(c, ''))
    IS_ALIKE[c.charCodeAt(0)] = 1
  }

// Both readings make sense almost anywhere (周末/周未, 自己/自已, 大/太): never changed on a word list, only on the same phrase elsewhere.
const TREACHEROUS = '己已巳未末人入八大太天夫无元土士干千于今令日目白自主王玉水永力刀九方万子问间同会合'

/** How far around a suspect character the document is searched for the phrase it may be. */
const REACH = 40_000
/** Suspects looked into in one document, so that a text of nonsense costs no more than its length. */
const MOST = 600

/** Mends that are sure enough to make, and doubts for those that are only likely (spans in the given text). */
export function findMisreadings(text: string): { mends: Mend[]; doubts: Doubt[] } {
  const mends: Mend[] = []
  const doubts: Doubt[] = []
  let suspects = 0
  for (let i = 0; i < text.length && suspects < MOST; i++) {
    const code = text.charCodeAt(i)
    if (!IS_ALIKE[code]) continue
    const c = text[i]!
    if (isKnown(text[i - 1], c, text[i + 1])) continue
    const found = likeliest(text, i, c)
    if (!found) continue
    suspects++
    if (found.sure) mends.push({ start: i, end: i + 1, now: found.now, kind: 'misread' })
    else if (doubts.length < 50) doubts.push({ span: [i, i + 1], code: 'misread-suggested', facts: { was: c, maybe: found.now } })
  }
  return { mends, doubts }
}

function isKnown(before: string | undefined, c: string, after: string | undefined): boolean {
  const near = NEAR.get(c)
  if (!near) return false
  return (
    (before !== undefined && (near.likelyLeft.includes(before) || near.left.includes(before))) ||
    (after !== undefined && (near.likelyRight.includes(after) || near.right.includes(after)))
  )
}

function likeliest(text: string, i: number, c: string): { now: string; sure: boolean } | null {
  const before = text[i - 1] ?? ' '
  const after = text[i + 1] ?? ' '
  for (const now of ALIKE.get(c) ?? '') {
    const near = NEAR.get(now)
    const joinsLeft = near?.likelyLeft.includes(before) ?? false
    const joinsRight = near?.likelyRight.includes(after) ?? false
    if (joinsLeft || joinsRight) {
      const rare = RARE.includes(c)
      const treacherous = TREACHEROUS.includes(c)
      const phrase = joinsLeft && joinsRight ? before + now + after : joinsLeft ? before + now : now + after
      if (rare || occurs(text, i, treacherous ? wider(text, i, now, joinsLeft) : phrase)) return { now, sure: true }
      if (!treacherous && UNCOMMON.includes(c)) return { now, sure: joinsLeft || !SURNAMES.has(c) }
    } else if (
      RARE.includes(c) &&
      !SURNAMES.has(c) &&
      SURNAMES.has(now) &&
      occurs(text, i, now + text.slice(i + 1, i + 3)) &&
      isHan(text, i + 2)
    ) {
      // 薜俊辉 where 薛俊辉 stands elsewhere: a surname misread
      return { now, sure: true }
    }
  }
  return null
}

/** The phrase of three characters on the side where the reading would make a word. */
function wider(text: string, i: number, now: string, joinsLeft: boolean): string {
  return joinsLeft ? text.slice(Math.max(0, i - 2), i) + now : now + text.slice(i + 1, i + 3)
}

function occurs(text: string, i: number, phrase: string): boolean {
  if (phrase.length < 2) return false
  const from = Math.max(0, i - REACH)
  return text.slice(from, Math.min(text.length, i + REACH)).includes(phrase)
}

function isHan(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code >= 0x4e00 && code <= 0x9fff
}
