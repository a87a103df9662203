// Where words stand in a printed text, whatever its line breaks and blanks. Pure.
import type { Span } from '../../reader/reading.ts'

/** A book full of the same word needs no longer list. */
const MOST = 50

/** Every place where the words stand, blanks and line breaks apart, first to last. */
export function placesOf(text: string, words: string): Span[] {
  const wanted = words.replace(/\s+/g, '')
  if (!wanted) return []
  const at: number[] = []
  let plain = ''
  for (let i = 0; i < text.length; i++) {
    if (/\s/.test(text[i]!)) continue
    at.push(i)
    plain += text[i]
  }
  const found: Span[] = []
  for (let i = plain.indexOf(wanted); i >= 0 && found.length < MOST; i = plain.indexOf(wanted, i + 1))
    found.push([at[i]!, at[i + wanted.length - 1]! + 1])
  return found
}

/** A selection without the blanks at its ends; null when nothing else is in it. */
export function trimmed(text: string, [from, to]: Span): Span | null {
  const words = text.slice(from, to)
  const start = from + words.length - words.trimStart().length
  const end = start + words.trim().length
  return start < end ? [start, end] : null
}

/** The words around a place, to tell it from the others. */
export function around(text: string, [from, to]: Span, reach = 12): string {
  const flat = (a: number, b: number) => text.slice(Math.max(0, a), b).replace(/\s+/g, '')
  return `…${flat(from - reach, from)}【${flat(from, to)}】${flat(to, to + reach)}…`
}
