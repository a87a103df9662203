// Cuts text into clauses at the marks that close them and finds the verb a clause demands with; never judges a whole item.

import { isBlank } from './breaks.ts'
import { letters } from './letters.ts'
import type { Span } from './reading.ts'
import { seekBack } from './seek.ts'
import { makeTrie, type Trie } from './trie.ts'
import { ADVERBS, DEMAND_VERBS, MANNER_END, PREMISES, TASK_VERBS } from './words/verb.ts'

const VERBS = makeTrie([...DEMAND_VERBS, ...TASK_VERBS])
const ADVERB_WORDS = makeTrie(ADVERBS)
const PREMISE = new RegExp(`^(?:${PREMISES.sort((a, b) => b.length - a.length).join('|')})`)
// Single characters that open a demand: 抓项目, 促增长, 报县政府办公室备案
const SHORT_VERB = /^(?:抓|建|推|促|保|稳|补|强|扩|提|做|树|扛|守|盯|查|管|办|学|破|变|用|报|让|使|把|将|对|按|由|请|与|同|向|到|去|凡)/
// 要 that is a verb: not 重要 主要 需要 要求 要素
const MODAL =
  /(?<![重主需首必纪简概摘扼只还不想险机紧])要(?!求|素|点|闻|么|是|领|害|件|义|地|塞)|必须|(?<!供|反|适|响|相|对|效|感|回|呼|照|顺|因|理|供)应(?:当|于|在|该)?(?!用|急|对|收|有|届|变|届|届时|付|试|聘|援|酬|和|邀|征|诊|允|验|力|季|激|声|战|考)|务必|确保|严禁|(?<!来|由|容|巴|舍|怪|值|了|顾)不得(?=[\u4e00-\u9fff])(?!不|半点|丝毫|一丝)|不准|力争|争取|须(?!知)|力保|(?<!提|申|报|邀|聘|约|恳|宴)请(?!示|假|教|求|愿|款|战|柬|客|帖)/
const MODAL_START = new Uint8Array(65536)
for (const c of '要必应务确严不力争须请') MODAL_START[c.charCodeAt(0)] = 1
const BOUND = /不少于|不低于|不超过|不高于|至少|以上|以内|以下|控制在/
const RESULT =
  /破(?=\d)|达到|达|提高|提升|增长|下降|降低|压缩|收窄|控制|稳定在|完工|完成|开工|竣工|通水|通车|投用|投产|到位|全部|实现|翻一番|翻番|覆盖|缩短|签约|建成|新增|归零|清零|见底|破土/

export interface Clause {
  start: number
  end: number
}

const [OPENS, SHUTS, QUOTE, PAUSE, STOP] = [1, 2, 3, 4, 5]
const MARKS = new Uint8Array(65536)
for (const [marks, kind] of [
  ['（(《〔“「', OPENS],
  ['）)》〕”」', SHUTS],
  ['"', QUOTE],
  ['，,；;：', PAUSE],
  ['。！？\n', STOP],
] as const)
  for (const c of marks) MARKS[c.charCodeAt(0)] = kind!

/** Clauses of a stretch, split at ，；。！？ and line ends outside brackets and quotes; without white space at the edges. */
export function cutClauses(text: string, [from, to]: Span): Clause[] {
  const clauses: Clause[] = []
  let start = from
  let depth = 0
  let quoted = false
  for (let i = from; i < to; i++) {
    const mark = MARKS[text.charCodeAt(i)]!
    if (mark === 0 || (mark === PAUSE && inTime(text, i))) continue
    if (mark === OPENS) depth++
    else if (mark === SHUTS) depth = Math.max(0, depth - 1)
    else if (mark === QUOTE) quoted = !quoted
    else if (mark === STOP || (depth === 0 && !quoted) || i - start > 80) {
      push(start, i)
      start = i + 1
      if (mark === PAUSE) continue
      depth = 0
      quoted = false
    }
  }
  push(start, to)
  return clauses

  function push(s: number, e: number) {
    while (s < e && (isBlank(text.charCodeAt(s)) || isLeftOver(text, s))) s++
    while (e > s && (isBlank(text.charCodeAt(e - 1)) || text[e - 1] === '\n')) e--
    e = withoutBracket(text, s, e)
    if (e - s > 1) clauses.push({ start: s, end: e })
  }
}

const isLeftOver = letters('\n”"」）)')
const isColon = letters('：:')
const shuts = letters('）)')

/** 12：00, 7：3 */
function inTime(text: string, i: number): boolean {
  return isColon(text, i) && /\d/.test(text[i - 1] ?? '') && /\d/.test(text[i + 1] ?? '')
}

/** 报送工作总结（电子版发至……） ends before the remark in brackets. */
function withoutBracket(text: string, start: number, end: number): number {
  if (!shuts(text, end - 1)) return end
  const open = Math.max(seekBack(text, '（', start, end), seekBack(text, '(', start, end))
  return open > start + 3 && end - open > 6 ? open : end
}

/** 要, 必须, 确保…… somewhere in the clause. */
export function hasModal(s: string): boolean {
  for (let i = 0; i < s.length; i++) if (MODAL_START[s.charCodeAt(i)]) return MODAL.test(s)
  return false
}

// 必要时可封闭道路, 可先行调拨物资; but not 可见, 可能
const ALLOWS = /^(?:必要时|确有必要|确需)?可(?:以|先行|适当|酌情|视情|考虑|由|从)?(?!见|能|靠|行|控|喜)[\u4e00-\u9fff]{4}/

const opensLeave = letters('必确可')

/** What may be done is said, and nothing before it but the occasion. */
export function allows(s: string): boolean {
  return opensLeave(s, 0) && ALLOWS.test(s)
}

export function hasBound(s: string): boolean {
  return BOUND.test(s)
}

export function hasResult(s: string): boolean {
  return RESULT.test(s)
}

/** The demand verb that the clause opens with, after adverbs; '' when it opens with something else. */
export function openingVerb(s: string): string {
  let at = 0
  for (let guard = 0; guard < 6; guard++) {
    const verb = wordAt(s, at, VERBS)
    if (verb) return verb
    const next = ADVERB_WORDS.longest(s, at, s.length)
    if (next === at) break
    at = next
  }
  return SHORT_VERB.exec(s.slice(at, at + 2))?.[0] ?? ''
}

// 从预备费中列支, 在城区内设立: where from or where stands before the verb
const FROM_WHERE = /^(?:从|在|于|用|向)[^，]{1,12}?(?:中|里|内|上|下|处)(?=[\u4e00-\u9fff]{2})/

/** What is left of a clause behind whoever acts, without where from or where. */
export function deedIn(s: string): string {
  const m = FROM_WHERE.exec(s)
  return m && openingVerb(s.slice(m[0].length)).length > 1 ? s.slice(m[0].length) : s
}

/** A demand verb or an adverb of two characters and more begins here. */
export function startsVerb(text: string, at: number): boolean {
  return VERBS.longest(text, at, text.length) > at + 1 || ADVERB_WORDS.longest(text, at, text.length) > at + 1
}

/** Offset of the first demand verb within the first `limit` characters, or -1. */
export function verbWithin(s: string, limit = 40): number {
  for (let i = 0; i < s.length && i < limit; i++) if (VERBS.longest(s, i, s.length) > i) return i
  return -1
}

function wordAt(s: string, at: number, words: Trie): string {
  return s.slice(at, words.longest(s, at, s.length))
}

// 为新设企业免费发放首套印章; but 为深入开展……, 为全县发展提供保障 give the reason
const SERVES =
  /^为[^，]{2,16}?(?:免费[\u4e00-\u9fff]{2}[^，]*$|(?:发放|安装|配备|配发|办理|购买|缴纳|建档|赠送|减免|垫付|体检|补贴|补助|检测|代办|颁发|配送|兑现|补缴)[^，]{2,})/

/** Whom it serves, and what is done for them. */
export function serves(s: string): boolean {
  return SERVES.test(s) && VERBS.longest(s, 1, s.length) === 1 && ADVERB_WORDS.longest(s, 1, s.length) < 3
}

const endsSpan = letters('中间际时')
const opensPremise = letters(PREMISES.map(words => words[0]).join(''))

/** 按照……, 通过……, 以……的紧迫感, 在……基础上: gives manner, ground or reason only. */
export function isPremise(s: string): boolean {
  if (s[0] === '以') return MANNER_END.test(s) || s.length < 6
  if (s[0] === '在' && /^在.*(?:上|中|下|前|后|里|时|方面|期间|之际|面前)$/.test(s)) return true
  if (endsSpan(s, s.length - 1) && /^[^将把，,]*的[^，,]*(?:中|期间|之际|同时)$/.test(s) && !hasModal(s)) return true
  if (s[0] === '为' && serves(s)) return false
  if (s[0] === '为' && /^为.{2,}/.test(s) && !hasModal(s) && !/^为(?:民|企|群众|企业|基层)/.test(s)) return true
  return opensPremise(s, 0) && PREMISE.test(s) && !hasModal(s)
}
