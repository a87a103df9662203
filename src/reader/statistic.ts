// Finds the name of a statistic that a figure is of, before it and apart from the words between (一般公共预算收入完成|6.42亿元); knows no places and no periods.

import type { RawQuantity, Sentence } from './context.ts'
import { makeEndings } from './ending.ts'
import { letters } from './letters.ts'
import { isHan } from './name.ts'
import { seek } from './seek.ts'
import { makeTrie } from './trie.ts'
import { BEFORE_FIGURE, BEFORE_NAME, INDICATOR_ENDS, INDICATORS, SIDES } from './words/indicators.ts'

const whole = makeEndings(INDICATORS)
const ends = makeEndings(INDICATOR_ENDS)
const figures = makeEndings(BEFORE_FIGURE)
const heads = makeTrie(BEFORE_NAME)

/** The name of a statistic and where it stands. */
export interface Named {
  name: string
  span: [number, number]
}

/** Where the words that speak of `q` begin: after the last mark, date or quantity. */
export function segmentStart(text: string, sentence: Sentence, q: RawQuantity, last: number): number {
  let start = Math.max(last, q.span[0] - 40)
  for (const d of sentence.dates)
    if (d.span[1] <= q.span[0] && d.span[1] > start && !text.startsWith('同期', d.span[1] - 2)) start = d.span[1]
  for (let i = q.span[0] - 1; i >= start; i--)
    if (closesSegment(text, i) && !(text[i] === '.' && isDigit(text, i + 1) && isDigit(text, i - 1))) return i + 1
  return start
}

const closesSegment = letters('，,；;。：:（(“”\n\u3000．.！')

function isDigit(text: string, i: number): boolean {
  const code = text.charCodeAt(i)
  return code >= 48 && code <= 57
}

// 全产业链产值力争三年翻一番: how long is no figure of it
export const TIMES = new Set(['year', 'month', 'day', '工作日', '小时', '周', '分钟', 'rank'])
export const COMPARED =
  /(?:增速|增幅|降幅|总量|同比|环比)*(?:较|比(?![例重率])|高于|低于|快于|慢于|占(?!比|地|用)|超过?|欠|距|(?:仅|只|才|已)*完成(?=了?(?:全年|年度|年初|年|目标|任务|计划|预算)))/

/** One of the letters stands there without which nothing is compared. */
function compares(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (isComparing(text, i)) return true
  return false
}

const isComparing = letters('较比于占超欠距完')

/** The name of a statistic that ends the segment, the verb before the figure apart. */
export function nameIn(text: string, from: number, to: number): Named | null {
  const own = nameEnding(text, from, beforeFigure(text, from, to))
  if (own) return own
  // 税收收入占一般公共预算收入的78%, 工业增加值增速较全市平均水平低1.3个百分点: the name stands before the comparison
  const cut = compares(text, from, to) ? COMPARED.exec(text.slice(from, to)) : null
  return cut && cut.index > 2 ? nameEnding(text, from, beforeFigure(text, from, from + cut.index)) : null
}

/** 固定资产投资（不含农户）增长3%: the name stands before the bracket that the segment begins in. */
export function nameBeforeBracket(text: string, from: number, to: number, least: number): Named | null {
  const shut = text[from - 1] === '（' ? seek(text, '）', from, to) : -1
  if (shut < 0 || beforeFigure(text, shut + 1, to) > shut + 1) return null
  let start = from - 1
  while (start > least && from - start < 24 && !'，。；：、（）'.includes(text[start - 1]!)) start--
  return nameEnding(text, start, from - 1)
}

/** 贷款余额9月末达20亿元: the day of the figure stands between it and the name. */
export function nameBeforeDate(text: string, sentence: Sentence, from: number, to: number): Named | null {
  const date = sentence.dates.find(d => d.span[1] === from)
  if (!date || (beforeFigure(text, from, to) > from && !OF_GOAL.test(text.slice(from, to)))) return null
  const start = clauseStart(text, sentence, date.span[0])
  return nameEnding(text, start, beforeFigure(text, start, date.span[0]))
}

// 税收仅完成全年任务的22%
const OF_GOAL = /^(?:度|初)?(?:任务|目标|预算|计划)数?的$/

// 水果产值则由增转降，下降3%; 客运量稳步回升，增长5%: how it goes is said first, and the figure behind the comma
const GOES =
  /(?:[则却也均仍都]|继续|持续|首次|稳步|明显|逐步|快速|平稳)*(?:由[增升降减正负盈亏快慢]转[增升降减正负盈亏快慢]|止[跌降]回升|保持(?:较快|平稳|快速|稳定)?增长|增势(?:良好|强劲|平稳|迅猛)|回升|回落|下滑|走[低高]|承压|转[正负好弱]|向好|加快|放缓|提速|回暖)$/

export function nameBeforeTurn(text: string, sentence: Sentence, from: number, to: number): Named | null {
  if (text[from - 1] !== '，' || !SIDE.test(text.slice(from, to))) return null
  const start = clauseStart(text, sentence, from - 1)
  const goes = GOES.exec(text.slice(start, from - 1))
  return goes && nameEnding(text, start, start + goes.index)
}

/** 占全部工业比重升至20%: the share that the statistic named before has in another. */
export function shareOf(segment: string, current: Named | null, start: number): Named | null {
  const share = current && /^占[\u4e00-\u9fff]{2,16}?(?:比重|比例|份额)(?=[达为升降提约近超]|$)/.exec(segment)?.[0]
  return share ? { name: current.name.replace(/占[^占]*(?:比重|比例|份额)$/, '') + share, span: [start, start + share.length] } : null
}

/** Where the clause that ends at `end` begins: after a mark, a figure or a date. */
function clauseStart(text: string, sentence: Sentence, end: number): number {
  let start = end
  while (start > sentence.start && end - start < 40 && !closesClause(text, start - 1)) start--
  for (const { span } of sentence.quantities) if (span[1] <= end && span[1] > start) start = span[1]
  for (const { span } of sentence.dates) if (span[1] <= end && span[1] > start) start = span[1]
  return start
}

const closesClause = letters('，。；：、（）(,;\n')

/** The place where the words between a name and its figure begin. */
export function beforeFigure(text: string, from: number, to: number): number {
  let end = to
  for (let step = 0; step < 4; step++) {
    const length = figures.lengthBefore(text, from, end)
    if (length === 0) break
    // 完成投资 is a name although 完成 stands in it
    end -= length
  }
  return end
}

export function nameEnding(text: string, from: number, end: number): Named | null {
  if (end - from < 2) return null
  const known = whole.before(text, from, end)
  const start = nameStart(text, from, end)
  const long = text.slice(start, end)
  if (known && known.length < 4 && !isClean(long)) return null
  if (known && (known.length >= long.length || !isClean(long) || long.length > known.length + 8))
    return { name: known, span: [end - known.length, end] }
  if (long.length < 2 || long.length > 20 || !isClean(long)) return null
  const ending = ends.before(text, start, end)
  if (!ending && !known) return null
  if (!known && ending === long && long.length < 3) return SIDES.has(long) ? { name: long, span: [start, end] } : null
  const bare = long.replace(/企业(?:实现|完成)/, '')
  return { name: whole.before(bare, 0, bare.length) === bare ? bare : long.replace(/实现|完成(?!投资|率)/, ''), span: [start, end] }
}

const endsWords = letters('的了）')

export function nameStart(text: string, from: number, end: number): number {
  let start = from
  for (let i = end - 1; i >= from; i--) {
    if (endsWords(text, i)) {
      start = i + 1
      break
    }
  }
  for (let step = 0; step < 5; step++) {
    while (start < end && !isHan(text.charCodeAt(start)) && /[\d．.）)、\s]/.test(text[start]!) && !/\d/.test(text[start + 1] ?? ''))
      start++
    const word = heads.longest(text, start, end - 1) - start
    const place = word ? 0 : placeLength(text, start, end)
    if (!word && !place) {
      const body = opensBody(text, start) ? BODY.exec(text.slice(start, Math.min(end - 2, start + 16))) : null
      if (!body) break
      start += body[0].length
      continue
    }
    if (word && whole.lengthBefore(text, start, end) === end - start) break
    start += word || place
  }
  return start
}

const opensBody = letters('县市区省州旗镇乡')
// 县财政局到位资金: who acts is no part of the name
const BODY = /^[县市区省州旗镇乡][\u4e00-\u9fff]{1,10}?(?:局|委|办|部|厅|中心)(?![长员属级])/

const isLevel = letters('县市省')

// 丹阳市地区生产总值: two or three letters and a level before the name
function placeLength(text: string, start: number, end: number): number {
  if (!isLevel(text, start + 2) && !isLevel(text, start + 3)) return 0
  const m = /^[\u4e00-\u9fa5]{2,3}[县市省](?!场|值|级|民|区|政|辖|域|外|内|直|城)/.exec(text.slice(start, Math.min(end, start + 5)))
  return m && start + m[0].length < end - 1 ? m[0].length : 0
}

// 青禾工业园区实现工业总产值, 开发区固定资产投资; but 园区个数
const PARK =
  /^[\u4e00-\u9fa5]{0,8}?(?:园区|开发区|高新区|经开区|产业园|工业园|示范区|新区)(?=实现|完成|累计|共|(?:规模以上|规上|限上|固定资产|工业|税收|财政|一般公共|外贸|进出口|社会消费|营业收入|主营业务|利润|招商|高新技术产业))/

function endsPark(text: string, from: number, to: number): boolean {
  for (let i = from + 1; i < to && i < from + 13; i++) if (isParkEnd(text, i)) return true
  return false
}

const isParkEnd = letters('区园')

/** The length of the name of a park before that of the statistic. */
export function parkLength(text: string, start: number, end: number): number {
  const park = endsPark(text, start, end) ? PARK.exec(text.slice(start, Math.min(end, start + 20))) : null
  return park && start + park[0].length < end - 1 && !/[的和与及在占对]/.test(park[0]) ? park[0].length : 0
}

// 过夜游客占比, 主要污染物, 使用率, 供给: compounds in which those letters are no verbs
const HARMLESS = /过夜|过境|主要|重要|需要|要素|供给|给水|使用|达标|达产|对外|对口|在建|在校|在册|在库|在营|从业|由来|给付|转让|出让/g

// a name has no verb of doing and no structure word in it
export function isClean(full: string): boolean {
  const name = full.replace(HARMLESS, '')
  if (name && !isHan(name.charCodeAt(0)) && !/^[A-Z0-9Ⅰ-Ⅻ]/.test(name)) return false
  if (/^(?:[欠超距占较比仅]|低于|高于|落后|滞后|快于|慢于|领先|计划投资|预计|概算|估算|自有|配套)|概算|估算/.test(name)) return false
  return !/[在对把将从向于被由让给使达过要]|反映|表示|认为|计划|总投资|年产|占地|(?:规划|建筑|用地|建设|厂房)面积|^(?:总|区域|国土|辖区|行政|流域|水域|城区|幅员)面积$|补助|奖励|安排|拨付|争取|力争|确保|负责|牵头|组织|落实|筹集|列支|投入(?!强度|占|比)|带动|实施|和投资|建设(?!用地)|给予|处以|罚款|缴纳/.test(
    name,
  )
}

/** Names before 分别: 城镇、农村居民人均可支配收入; a part without an ending takes that of the last. */
export function namesBefore(text: string, from: number, to: number): Named[] {
  const start = nameStart(text, from, to)
  const parts: { word: string; at: number }[] = []
  let at = start
  for (const word of text.slice(start, to).split(/[、和]/)) {
    if (word) parts.push({ word, at })
    at += word.length + 1
  }
  const lastPart = parts.at(-1)
  if (!lastPart || parts.length < 2) return []
  const full = nameEnding(text, lastPart.at, lastPart.at + lastPart.word.length)
  if (!full) return []
  return parts.map(({ word, at: i }) => {
    if (i === lastPart.at) return full
    const own = nameEnding(text, i, i + word.length)
    return own ?? { name: word + full.name.slice(word.length), span: [i, i + word.length] as [number, number] }
  })
}

// 增长9.8%, 占年度目标的55.8%, 欠进度7.4个百分点, 居全市第4位: a side of the statistic named before
export const SIDE =
  /^(?:不变价格|不变价|时间|微增|微降|略增|略降|小幅|每亩|每吨|每公斤|是|按同口径|同口径|可比口径|可比价格|其中税收|完成率|任务数|目标数|可比价|目标|拉动|名义|全国|落后|改善|增产|减产|上涨|下跌|攀升|下滑|回升|时序|全县|降低|当年|扩大|总额|增幅|因素|位居|距离|多增|恢复|多采|多产|多销|多收|多发|少采|少产|少销|少收|高于|上年|还差|下降|上月|当期|回落|时序|两年|口径|快于|年度|序时|全市|计算|去年|排名|年均|完成|少增|增收|比重|上升|实际|收窄|全省|低于|相差|慢于|占比|年初|任务|剔除|同比|水平|领先|好于|贡献|平均|全年|相比|位列|净增|提高|以上|增长|增加|增速|降幅|总量|进度|预算|提升|减少|同期|以来|年计划|年预算|环比|上期|计划|按|占|已|区|省|均|排|欠|列|其|期|和|居|的|仅|且|升|快|差|数|至|超|较|也|增|末|距|但|多|少|市|前|并|额|到|降|、|速|，|,|减|国|约|县|幅|从|比|值|高|慢|达|全|与|个|为|初|第|由|低)*$/
