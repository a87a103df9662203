// Reads the brackets or label lines that assign an item: 牵头单位, 责任单位, 配合单位, 完成时限; never guesses a unit that is not printed.

import type { Values } from './action.ts'
import type { RawDate } from './context.ts'
import type { Span } from './reading.ts'

export interface Task {
  /** Where the first of the brackets or labels starts; the end of the directive when there are none. */
  start: number
  lead: string | null
  co: string[]
  dates: RawDate[]
}

const LABEL =
  /(牵头|主办|主责|责任|承办|落实|实施|主体)(?:单位|部门|领导|人|主体)\s*[：:]|(配合|协办|参与|协助)(?:单位|部门)\s*[：:]|((?:完成|办结|整改|工作)?(?:时限|期限|时间)(?:要求)?)\s*[：:]/g

/** The assignment of one item between `words` and `end`. */
export function taskOf(text: string, [words, end]: Span, values: Values): Task {
  const s = text.slice(words, end)
  const labels = s.includes('：') || s.includes(':') ? [...s.matchAll(LABEL)] : []
  const first = labels[0]
  if (!first) return { start: end, lead: null, co: [], dates: [] }
  const opens = '（('.includes(s[first.index - 1] ?? ' ') ? first.index - 1 : first.index
  const leads: string[] = []
  const duty: string[] = []
  const helps: string[] = []
  let dates: RawDate[] = []
  labels.forEach((m, i) => {
    const from = m.index + m[0].length
    const to = labels[i + 1]?.index ?? s.length
    const value = s.slice(from, to).split(/[；;。）)\n]/, 1)[0]!
    if (m[3]) dates = values.dates.filter(d => d.span[0] >= words + from && d.span[1] <= words + from + value.length + 1)
    else if (m[2]) helps.push(...names(value))
    else (m[1] === '牵头' || m[1] === '主办' || m[1] === '主责' ? leads : duty).push(...names(value))
  })
  const all = [...leads, ...duty, ...helps]
  return { start: words + opens, lead: all[0] ?? null, co: all.slice(1), dates }
}

/** 县农业农村局、县水利局、各有关乡镇 → the named ones */
function names(s: string): string[] {
  return s
    .split(/[、，,\s　]|(?<=局|委|办|部)[和及]/)
    .map(n => n.trim())
    .filter(n => n.length > 1 && n.length < 30 && !/^(?:各?有关|各?相关)/.test(n))
}
