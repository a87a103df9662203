// Reads the brackets or label lines that assign an item: 牵头单位, 责任单位, 配合单位, 完成时限; never guesses a unit that is not printed.

import type { Values } from './action.ts'
import type { RawDate } from './context.ts'
import type { Span } from './reading.ts'
import { BODY } from './table.ts'

export interface Task {
  /** Where the first of the brackets or labels starts; the end of the directive when there are none. */
  start: number
  lead: string | null
  co: string[]
  dates: RawDate[]
}

// 牵头单位：  责任单位：  配合单位：  责任领导：  完成时限：
const LABEL =
  /(牵头|主办|主责|责任|承办|落实|实施|主体)(?:单位|部门|主体|科室|股室|处室|站所)\s*[：:]|(配合|协办|参与|协助)(?:单位|部门|科室|股室|处室|站所)\s*[：:]|(?:(?:牵头|责任|分管|包联|督办|包抓|包保|挂联|挂包|主管)(?:县?领导|人)|联系县?领导)\s*[：:]|((?:完成|办结|整改|工作)?(?:时限|期限|时间)(?:要求)?)\s*[：:]/g
// （县水利局牵头，县发展改革局、相关乡镇配合，2028年6月底前完成） at the end of an item
const FREE = /[（(〔【[［]([^（）()〔〕【】[\]［］]{3,200}?(?:牵头|负责|配合)[^（）()〔〕【】[\]［］]{0,60})[）)〕】\]］]。?$/

/** The assignment of one item between `words` and `end`. */
export function taskOf(text: string, [words, end]: Span, values: Values): Task {
  const s = text.slice(words, end)
  const labels = s.includes('：') || s.includes(':') ? [...s.matchAll(LABEL)] : []
  if (!labels.length) return freeTask(s, words, values) ?? bareTask(s, words, values) ?? { start: end, lead: null, co: [], dates: [] }
  const first = labels[0]!.index
  const leads: string[] = []
  const duty: string[] = []
  const helps: string[] = []
  let leader: string | null = null
  let dates: RawDate[] = []
  labels.forEach((m, i) => {
    const from = m.index + m[0].length
    const to = labels[i + 1]?.index ?? s.length
    const value = said(s.slice(from, to))
    if (m[3]) dates = datesIn(values, words + from, words + from + value.length)
    else if (m[2]) helps.push(...names(value))
    else if (!m[1]) leader ??= names(value)[0] ?? null
    else (m[1] === '牵头' || m[1] === '主办' || m[1] === '主责' ? leads : duty).push(...names(value))
  })
  const all = [...leads, ...duty, ...helps]
  const bracketed = '（(〔【[［'.includes(s[first - 1] ?? ' ')
  // （责任单位：县水利局；2027年6月底前完成）: the time behind the units needs no label of its own
  if (bracketed && dates.length === 0) {
    const last = labels.at(-1)!
    const close = s.slice(last.index).search(/[）)〕】\]］]。?$/)
    if (close > 0) dates = datesIn(values, words + last.index, words + last.index + close)
  }
  return {
    start: words + (bracketed ? first - 1 : first),
    lead: all[0] ?? leader,
    co: all.slice(1),
    dates,
  }
}

/** What a label says, up to the mark that closes it; brackets inside it are its own (各乡镇（街道）). */
function said(s: string): string {
  let depth = 0
  for (let i = 0; i < s.length; i++) {
    const c = s[i]!
    if ('（('.includes(c)) depth++
    else if ('）)'.includes(c) && depth > 0) depth--
    else if ('；;。）)〕】]］\n'.includes(c)) return s.slice(0, i)
  }
  return s
}

function freeTask(s: string, words: number, values: Values): Task | null {
  const m = /[）)〕】\]］]。?$/.test(s.slice(-2)) ? FREE.exec(s.slice(-240)) : null
  if (!m) return null
  const start = words + Math.max(0, s.length - 240) + m.index
  const leads: string[] = []
  const helps: string[] = []
  for (const part of m[1]!.split(/[，,；;]/)) {
    const named = names(part.replace(/^由/, '').replace(/(?:分别|按职责分工|共同|等)*(?:牵头|负责|配合|参与|协助|落实)+.*$/, ''))
    if (/配合|参与|协助/.test(part)) helps.push(...named)
    else if (/牵头|负责/.test(part)) leads.push(...named)
  }
  const all = [...leads, ...helps]
  return all.length ? { start, lead: all[0]!, co: all.slice(1), dates: datesIn(values, start, start + m[0].length) } : null
}

const IN_BRACKETS = /[（(〔【[［]([^（）()〔〕【】[\]［］]{3,120})[）)〕】\]］]。?$/
// 底前完成, 长期坚持: what is said with a time in such brackets
const TIMED =
  /^(?:于|在|按|到)?(?:之?前|以前|底前|底|前底)?(?:全面|全部|基本|如期|按期)?(?:完成|办结|落实到位|整改到位|完工|到位|报送|见效|建成|启动)?$|^(?:长期坚持|持续推进|立行立改|即知即改|常态化(?:推进|落实)?|并长期坚持)$/

/** （县财政局、县水利局，11月30日前）, （2027年8月底前完成）: nothing but bodies and a time closes the item. */
function bareTask(s: string, words: number, values: Values): Task | null {
  const tail = s.slice(-160)
  const m = /[）)〕】\]］]。?$/.test(s.slice(-2)) ? IN_BRACKETS.exec(tail) : null
  if (!m) return null
  const start = words + s.length - tail.length + m.index
  const from = start + 1
  const dates = datesIn(values, from, from + m[1]!.length)
  let inner = m[1]!
  for (const d of [...dates].reverse()) inner = inner.slice(0, d.span[0] - from) + inner.slice(d.span[1] - from)
  const bodies = inner
    .split(/[、，,；;\s]/)
    .map(n => n.trim())
    .filter(n => n.length > 0 && !TIMED.test(n))
  if (!bodies.every(n => n.length > 2 && n.length < 26 && BODY.test(n) && !NO_DUTY.test(n))) return null
  // （松岗镇） only says where
  if (bodies.length === 0 ? dates.length === 0 : dates.length === 0 && !bodies.some(n => ORGAN.test(n))) return null
  const named = names(bodies.join('、'))
  return { start, lead: named[0] ?? null, co: named.slice(1), dates }
}

const NO_DUTY = /^(?:含|不含|包括|除|以下|附|见|另|原|即|简称|详见|按|其中|如|例如|注|备注)|\d/
const ORGAN = /(?:局|委|办|部|厅|院|中心|公司|集团|政府|办公室|指挥部|专班|委员会|大队|联社|总会|联合会|校|站|所)$/

function datesIn(values: Values, start: number, end: number): RawDate[] {
  return values.dates.filter(d => d.span[0] >= start && d.span[1] <= end)
}

/** 县农业农村局、县水利局、各有关乡镇 → the named ones */
function names(s: string): string[] {
  return s
    .split(/[、，,\s　]|(?<=局|委|办|部)[和及]/)
    .map(n => n.trim())
    .filter(n => n.length > 1 && n.length < 30 && !/^(?:各?有关|各?相关)/.test(n))
}
