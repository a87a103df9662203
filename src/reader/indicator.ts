// Finds the figures of named statistics (一般公共预算收入完成6.42亿元，增长9.8%) with place and period; a project's size is none.

import type { RawDate, RawIndicator, RawQuantity, ReadContext, Sentence } from './context.ts'
import { dateOf, lastDayOf, monthOf, yearOf } from './day.ts'
import { makeEndings } from './ending.ts'
import { letters } from './letters.ts'
import { isHan } from './name.ts'
import { looksLikePlace } from './place.ts'
import { seek } from './seek.ts'
import { makeTrie } from './trie.ts'
import { BEFORE_FIGURE, BEFORE_NAME, INDICATOR_ENDS, INDICATORS, SIDES } from './words/indicators.ts'

const whole = makeEndings(INDICATORS)
const ends = makeEndings(INDICATOR_ENDS)
const figures = makeEndings(BEFORE_FIGURE)
const heads = makeTrie(BEFORE_NAME)

/** The period and place last said in an article. */
interface Memory {
  article: number
  period: string | null
  city: string | null
}

/** The name of a statistic and where it stands. */
interface Named {
  name: string
  span: [number, number]
}

const memories = new WeakMap<ReadContext, Memory>()

/** The indicators of a sentence, one for each figure; also tells each of these quantities of what and whose it is; to be called in the order of the sentences, after dates and quantities. */
export function findIndicators(ctx: ReadContext, sentence: Sentence): RawIndicator[] {
  const memory = remember(ctx, sentence)
  if (sentence.quantities.length === 0) return []
  const { text } = ctx
  const found: RawIndicator[] = []
  let current: Named | null = null
  let shared: Named[] = []
  let last = sentence.start
  let attached = false
  for (const q of sentence.quantities) {
    const start = segmentStart(text, sentence, q, last)
    last = q.span[1]
    const segment = text.slice(start, q.span[0])
    const next = shared.shift()
    if (next && /^[、，,和与及]?$/.test(segment.trim())) {
      current = next
      found.push(indicator(ctx, sentence, memory, next, q))
      continue
    }
    shared = []
    const split = segment.indexOf('分别')
    if (split >= 0 && SIDE.test(segment.replace('分别', ''))) {
      shared = earlierNames(ctx, sentence, found, q)
      current = shared.shift() ?? null
      attached = current !== null
      if (current) found.push(indicator(ctx, sentence, memory, current, q))
      continue
    }
    if (split > 0) {
      const names = namesBefore(text, start, start + split)
      if (names.length > 1) {
        current = names[0]!
        shared = names.slice(1)
        found.push(indicator(ctx, sentence, memory, current, q))
        attached = true
        continue
      }
    }
    const name =
      nameIn(text, start, q.span[0]) ??
      nameBeforeBracket(text, start, q.span[0], sentence.start) ??
      nameBeforeDate(text, sentence, start, q.span[0]) ??
      nameBeforeTurn(text, sentence, start, q.span[0]) ??
      shareOf(segment, current, start)
    if (
      name &&
      (!SIDES.has(name.name) || (name.name.endsWith('完成率') && (!current || '；。'.includes(text[start - 1] ?? '。')))) &&
      !isOfSome(ctx.text, sentence, name) &&
      !isOfProject(text, q) &&
      (!TIMES.has(q.unit) || /天数|时间|年限|寿命|周期/.test(name.name))
    ) {
      current = name
      attached = true
      found.push(indicator(ctx, sentence, memory, name, q))
    } else if (
      !name &&
      ctx.articles[sentence.article]?.genre === 'other' &&
      GROWS.test(text.slice(q.span[1], q.span[1] + 8)) &&
      plainNoun(text, start, q)
    ) {
      current = plainNoun(text, start, q)!
      attached = true
      found.push(indicator(ctx, sentence, memory, current, q))
    } else if (current && belongs(segment, q, attached, LIMITS.test(text.slice(q.span[1], q.span[1] + 6)))) {
      attached = true
      found.push(indicator(ctx, sentence, memory, current, q))
    } else {
      attached = false
      if (!/^[，,]?$/.test(segment)) if (isNewSubject(segment) && COMPARED.exec(segment)?.index !== 0) current = null
    }
  }
  return found
}

// 造林3.2万亩，同比增长4%: in an analysis what grows is a statistic, whatever its name ends in
const GROWS = /^，(?:同比|环比|可比|比上年|比去年|较上年|较去年)(?:[增下上减提降回多少]|持平)/
const NO_STATISTIC = /^(?:增|减|下降|上升|提高|回升|同比|环比|占|较|比|超|欠|排|居|列|其中|另有|还有|共有)|项目$|企业$/

function plainNoun(text: string, from: number, q: RawQuantity): Named | null {
  const end = beforeFigure(text, from, q.span[0])
  const start = nameStart(text, from, end)
  const name = text.slice(start, end)
  return name.length >= 2 && name.length <= 14 && isClean(name) && !NO_STATISTIC.test(name) && !SIDE.test(name) && !TIMES.has(q.unit)
    ? { name, span: [start, end] }
    : null
}

/** 甲、乙……，分别增长5.1%和7.4%: the names last given figures, as many as figures follow; none when there are too few. */
function earlierNames(ctx: ReadContext, sentence: Sentence, found: readonly RawIndicator[], q: RawQuantity): Named[] {
  const from = sentence.quantities.indexOf(q)
  let count = 1
  for (let k = from + 1; k < sentence.quantities.length; k++, count++)
    if (!/^[、，,和与及]$/.test(ctx.text.slice(sentence.quantities[k - 1]!.span[1], sentence.quantities[k]!.span[0]))) break
  const names: Named[] = []
  for (let k = found.length - 1; k >= 0 && names.length < count; k--)
    if (!names.some(n => n.name === found[k]!.name)) names.unshift({ name: found[k]!.name, span: q.span })
  if (names.length === count) return names
  if (names.length > 0)
    ctx.doubts.push({ span: [q.span[0], q.span[1]], code: 'distribution-mismatch', facts: { names: names.length, figures: count } })
  return []
}

/** Where the words that speak of `q` begin: after the last mark, date or quantity. */
function segmentStart(text: string, sentence: Sentence, q: RawQuantity, last: number): number {
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
const TIMES = new Set(['year', 'month', 'day', '工作日', '小时', '周', '分钟', 'rank'])
const COMPARED =
  /(?:增速|增幅|降幅|总量|同比|环比)*(?:较|比(?![例重率])|高于|低于|快于|慢于|占(?!比|地|用)|超过?|欠|距|(?:仅|只|才|已)*完成(?=了?(?:全年|年度|年初|年|目标|任务|计划|预算)))/

/** The name of a statistic that ends the segment, the verb before the figure apart. */
function nameIn(text: string, from: number, to: number): Named | null {
  const own = nameEnding(text, from, beforeFigure(text, from, to))
  if (own) return own
  // 税收收入占一般公共预算收入的78%, 工业增加值增速较全市平均水平低1.3个百分点: the name stands before the comparison
  const cut = COMPARED.exec(text.slice(from, to))
  return cut && cut.index > 2 ? nameEnding(text, from, beforeFigure(text, from, from + cut.index)) : null
}

/** 固定资产投资（不含农户）增长3%: the name stands before the bracket that the segment begins in. */
function nameBeforeBracket(text: string, from: number, to: number, least: number): Named | null {
  const shut = text[from - 1] === '（' ? seek(text, '）', from, to) : -1
  if (shut < 0 || beforeFigure(text, shut + 1, to) > shut + 1) return null
  let start = from - 1
  while (start > least && from - start < 24 && !'，。；：、（）'.includes(text[start - 1]!)) start--
  return nameEnding(text, start, from - 1)
}

/** 贷款余额9月末达20亿元: the day of the figure stands between it and the name. */
function nameBeforeDate(text: string, sentence: Sentence, from: number, to: number): Named | null {
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

function nameBeforeTurn(text: string, sentence: Sentence, from: number, to: number): Named | null {
  if (text[from - 1] !== '，' || !SIDE.test(text.slice(from, to))) return null
  const start = clauseStart(text, sentence, from - 1)
  const goes = GOES.exec(text.slice(start, from - 1))
  return goes && nameEnding(text, start, start + goes.index)
}

/** 占全部工业比重升至20%: the share that the statistic named before has in another. */
function shareOf(segment: string, current: Named | null, start: number): Named | null {
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
function beforeFigure(text: string, from: number, to: number): number {
  let end = to
  for (let step = 0; step < 4; step++) {
    const length = figures.lengthBefore(text, from, end)
    if (length === 0) break
    // 完成投资 is a name although 完成 stands in it
    end -= length
  }
  return end
}

function nameEnding(text: string, from: number, end: number): Named | null {
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

function nameStart(text: string, from: number, end: number): number {
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

// 过夜游客占比, 主要污染物, 使用率, 供给: compounds in which those letters are no verbs
const HARMLESS = /过夜|过境|主要|重要|需要|要素|供给|给水|使用|达标|达产|对外|对口|在建|在校|在册|在库|在营|从业|由来|给付|转让|出让/g

// a name has no verb of doing and no structure word in it
function isClean(full: string): boolean {
  const name = full.replace(HARMLESS, '')
  if (name && !isHan(name.charCodeAt(0)) && !/^[A-Z0-9Ⅰ-Ⅻ]/.test(name)) return false
  if (/^(?:[欠超距占较比仅]|低于|高于|落后|滞后|快于|慢于|领先|计划投资|预计|概算|估算|自有|配套)/.test(name)) return false
  return !/[在对把将从向于被由让给使达过要]|反映|表示|认为|计划|总投资|年产|占地|(?:规划|建筑|用地|建设|厂房)面积|^(?:总|区域|国土|辖区|行政|流域|水域|城区|幅员)面积$|补助|奖励|安排|拨付|争取|力争|确保|负责|牵头|组织|落实|筹集|列支|投入(?!强度|占|比)|带动|实施|和投资|建设(?!用地)|给予|处以|罚款|缴纳/.test(
    name,
  )
}

/** Names before 分别: 城镇、农村居民人均可支配收入; a part without an ending takes that of the last. */
function namesBefore(text: string, from: number, to: number): Named[] {
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
const SIDE =
  /^(?:不变价格|不变价|时间|微增|微降|略增|略降|小幅|每亩|每吨|每公斤|是|按同口径|同口径|可比口径|可比价格|其中税收|完成率|任务数|目标数|可比价|目标|拉动|名义|全国|落后|改善|增产|减产|上涨|下跌|攀升|下滑|回升|时序|全县|降低|当年|扩大|总额|增幅|因素|位居|距离|多增|高于|上年|还差|下降|上月|当期|回落|时序|两年|口径|快于|年度|序时|全市|计算|去年|排名|年均|完成|少增|增收|比重|上升|实际|收窄|全省|低于|相差|慢于|占比|年初|任务|剔除|同比|水平|领先|好于|贡献|平均|全年|相比|位列|净增|提高|以上|增长|增加|增速|降幅|总量|进度|预算|提升|减少|同期|以来|年计划|年预算|环比|上期|计划|按|占|已|区|省|均|排|欠|列|其|期|和|居|的|仅|且|升|快|差|数|至|超|较|也|增|末|距|但|多|少|市|前|并|额|到|降|、|速|，|,|减|国|约|县|幅|从|比|值|高|慢|达|全|与|个|为|初|第|由|低)*$/

// 19个村集体经济收入不足10万元: of some, not of the whole
function isOfSome(text: string, sentence: Sentence, name: Named): boolean {
  // 500万元以上固定资产投资 is the statistic of all of them
  return sentence.quantities.some(
    q =>
      q.span[1] === name.span[0] &&
      // 138家规上工业企业: all there are
      !(q.unit === '家' && /^(?:规模以上|规上|限额以上|限上)/.test(text.slice(...name.span))) &&
      !(q.unit === 'CNY' && /以上$/.test(q.text) && /投资|工业|项目|企业/.test(text.slice(...name.span))),
  )
}

// 投资3亿元的某某项目: a project's size
function isOfProject(text: string, q: RawQuantity): boolean {
  return text[q.span[1]] === '的' && text.startsWith('投资', q.span[0] - 2)
}

// 其中10亿元以上项目2个、5亿元至10亿元项目4个: the figure says which ones
const LIMITS = /^(?:[及和]?以[上下])?的?(?:项目|企业|单位|农户|家庭|合同|订单|主体|大户)/

function belongs(segment: string, q: RawQuantity, attached: boolean, limits: boolean): boolean {
  const s = segment.trim()
  if (limits) return false
  if (s === '的') return attached
  // 比2020年翻了一番: the year is read by itself
  if (s === '') return attached && q.unit === '倍'
  if (!['%', 'pp', '倍', 'rank', '‰', 'CNY', 'USD'].includes(q.unit) && !/(?:增加|减少|增|减|目标|任务|[多少]$)/.test(s)) return false
  return s.length <= 18 && s.length > 0 && SIDE.test(s)
}

function isNewSubject(segment: string): boolean {
  return segment.replace(/[，,、；;\s]/g, '').length > 3
}

function indicator(ctx: ReadContext, sentence: Sentence, memory: Memory, name: Named, quantity: RawQuantity): RawIndicator {
  const region = regionOf(ctx, sentence, memory, quantity)
  quantity.of = name.name
  quantity.subject = region
  const span: [number, number] = [Math.min(name.span[0], quantity.span[0]), quantity.span[1]]
  return { span, name: name.name, region, period: periodBefore(ctx.text, sentence, quantity) ?? memory.period, quantity }
}

const HOST = /(?:^|[，。；（(、在到赴对])([\u4e00-\u9fa5]{2,4}[市县])(?=地处|位于|隶属|，|,|全市|学习|是)/

function remember(ctx: ReadContext, sentence: Sentence): Memory {
  let m = memories.get(ctx)
  if (!m || m.article !== sentence.article) {
    m = { article: sentence.article, period: null, city: null }
    memories.set(ctx, m)
  }
  const until = ctx.articles[sentence.article]?.date
  for (const d of sentence.dates) {
    const period = isCompared(ctx.text, d) ? null : periodOf(d)
    if (period && !/[前底末内]$/.test(d.text) && !(until && d.to && d.to > until && !/年$/.test(d.text))) m.period = period
  }
  // a visit speaks of the place visited: 东江市地处……; elsewhere the article's own place is meant
  if (ctx.articles[sentence.article]?.genre === 'visit') {
    const place = HOST.exec(ctx.text.slice(sentence.start, sentence.end))
    if (place && looksLikePlace(place[1]!)) m.city = place[1]!
  }
  return m
}

/** 2018, 2026-H1, 2026-Q3, 2026-01..2026-05, 2026-05. */
export function periodOf(d: RawDate): string | null {
  const { from, to } = d
  if (!from || !to || dateOf(from) !== 1 || dateOf(to) !== lastDayOf(yearOf(to), monthOf(to))) return null
  const [a, b] = [monthOf(from), monthOf(to)]
  const year = from.slice(0, 4)
  if (to.slice(0, 4) !== year) return `${from.slice(0, 7)}..${to.slice(0, 7)}`
  if (a === 1 && b === 12) return year
  if (b - a === 5 && (a === 1 || a === 7)) return `${year}-H${a === 1 ? 1 : 2}`
  if (b - a === 2 && a % 3 === 1) return `${year}-Q${Math.ceil(b / 3)}`
  return a === b ? from.slice(0, 7) : `${from.slice(0, 7)}..${to.slice(0, 7)}`
}

// 比上年同期, 较一季度, 为去年同期的, 距年底, 与2024年相比: what is compared with is not when the figure holds
function isCompared(text: string, d: RawDate): boolean {
  return d.text.endsWith('同期') || '比较与距为离同'.includes(text[d.span[0] - 1] ?? '。') || text.startsWith('相比', d.span[1])
}

function periodBefore(text: string, sentence: Sentence, q: RawQuantity): string | null {
  let period: string | null = null
  for (const d of sentence.dates)
    if (d.span[1] <= q.span[0] && !isCompared(text, d) && !/[前底内]$/.test(d.text)) period = periodOf(d) ?? period
  return period
}

/** 全县 is the article's place; 全市 the city last spoken of; else whichever was spoken of last. */
function regionOf(ctx: ReadContext, sentence: Sentence, memory: Memory, q: RawQuantity): string | null {
  const own = ctx.articles[sentence.article]?.place ?? null
  const before = ctx.text.slice(sentence.start, q.span[0])
  const at = Math.max(before.lastIndexOf('全县'), before.lastIndexOf('全市'))
  if (at >= 0 && own && own.endsWith(before[at + 1]!)) return own
  if (at >= 0 && memory.city?.endsWith(before[at + 1]!)) return memory.city
  return memory.city ?? own
}
