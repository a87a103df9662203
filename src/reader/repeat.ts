// Finds a word that was set twice (会议强调强调); never touches numbers, reduplication that the language itself makes, or a word and its own beginning.

import type { Mend } from './text.ts'

// 被两次通报的的: particles that are never said twice; 的的确确 is
const PARTICLES = '的及与于为被'

// 一个一个, 研究研究 as a verb said twice, 来来往往: spoken forms that are meant.
const MEANT = /^(?:[一二三四五六七八九十两每逐]|研究|讨论|商量|交流|锻炼|休息|考虑|了解|介绍|学习|活动|走走|看看|点点)/

const LONGEST = 6

/** Words of two to six Han characters that stand twice in a row. Linear. */
export function findRepeats(text: string): Mend[] {
  const mends: Mend[] = []
  // The character and the six behind it
  let [a, b, c, d, e, f, g] = [0, 0, 0, 0, 0, 0, 0]
  let free = 0
  for (let next = 0; next < text.length + LONGEST; next++) {
    a = b
    b = c
    c = d
    d = e
    e = f
    f = g
    g = next < text.length ? text.charCodeAt(next) : 0
    const i = next - LONGEST
    if (i < free || a < 0x4e00 || a > 0x9fff) continue
    if (a === b && PARTICLES.includes(text[i]!) && isAlone(text, i)) {
      mends.push({ start: i, end: i + 2, now: text[i]!, kind: 'repeated' })
      free = i + 2
    } else if (a === c || a === d || a === e || a === f || a === g) {
      const size = repeatedSize(text, i)
      if (size === 0) continue
      mends.push({ start: i, end: i + 2 * size, now: text.slice(i, i + size), kind: 'repeated' })
      free = i + 2 * size
    }
  }
  return mends
}

/** Neither 的的确确 nor a run of three. */
function isAlone(text: string, at: number): boolean {
  return text[at - 1] !== text[at] && text[at + 2] !== text[at] && (text[at + 2] !== text[at + 3] || text[at + 2] === undefined)
}

/** Length of the longest word that stands twice from here on, 0 when none does. */
function repeatedSize(text: string, at: number): number {
  for (let size = LONGEST; size >= 2; size--) if (isRepeat(text, at, size)) return size
  return 0
}

function isRepeat(text: string, at: number, size: number): boolean {
  if (at + 2 * size > text.length) return false
  for (let k = 0; k < size; k++) {
    const c = text.charCodeAt(at + k)
    if (c < 0x4e00 || c > 0x9fff || c !== text.charCodeAt(at + size + k)) return false
  }
  const word = text.slice(at, at + size)
  if (/^(.)\1+$/.test(word)) return false
  return !MEANT.test(word)
}
