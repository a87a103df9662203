// Breaks a document's title into lines of whole words and nearly equal length; it never changes a character.

import { ems } from './measure.ts'

const WORDS = new Intl.Segmenter('zh', { granularity: 'word' })
/** 7.3.1 asks for lines whose words stay whole: no line begins with these (青禾|县 is one name), nor ends with those. */
const NEVER_FIRST = /^(?:[的和与及、，。；：！？》）”’〕]|[省市县区乡镇村局办委室]$)/u
const NEVER_LAST = /[《（“‘〔和与及]$/u
/** Where a reader pauses: 关于2026年1—5月|督办事项…, …方案》|的通知, 关于转发|《…. */
const PAUSE_AFTER = /^(?:年|月|日|》|”|）|关于|印发|转发)$/u
const PAUSE_BEFORE = /^[《“]/u

/** Lines of at most `width` full-width characters; a title that fits stays one line. */
export function titleLines(title: string, width: number): string[] {
  const count = Math.ceil(ems(title) / width)
  if (count <= 1) return [title]
  const words = Array.from(WORDS.segment(title), part => part.segment)
  const lines: string[] = []
  let rest = words
  for (let left = count; left > 1 && rest.length > 0; left--) {
    const at = bestBreak(rest, left, width)
    lines.push(rest.slice(0, at).join(''))
    rest = rest.slice(at)
  }
  const last = rest.join('')
  return last === '' ? lines : ems(last) <= width ? [...lines, last] : [...lines, ...titleLines(last, width)]
}

/** The number of words of the first of `lines` lines: nearly equal lengths, at a pause if there is one, and never so short that the rest needs another line. */
function bestBreak(words: string[], lines: number, width: number): number {
  const total = ems(words.join(''))
  const wanted = total / lines
  let best = 1
  let bestCost = Number.POSITIVE_INFINITY
  let length = 0
  for (let at = 1; at <= words.length; at++) {
    length += ems(words[at - 1]!)
    if (length > width && at > 1) break
    const [before, after] = [words[at - 1]!, words[at] ?? '']
    const awkward = after !== '' && (NEVER_FIRST.test(after) || NEVER_LAST.test(before))
    const pause = PAUSE_AFTER.test(before) || PAUSE_BEFORE.test(after)
    const tooShort = total - length > (lines - 1) * width
    const cost = Math.abs(length - wanted) + (awkward || tooShort ? width : pause ? 0 : 2)
    if (cost < bestCost) [best, bestCost] = [at, cost]
  }
  return best
}
