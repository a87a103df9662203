// Finds the figures of named statistics (一般公共预算收入完成6.42亿元，增长9.8%) with place and period; a project's size is none.

import type { RawIndicator, RawQuantity, ReadContext, Sentence } from './context.ts'
import { type Memory, periodBefore, regionOf, remember } from './spoken.ts'
import {
  beforeFigure,
  COMPARED,
  isClean,
  type Named,
  nameBeforeBracket,
  nameBeforeDate,
  nameBeforeTurn,
  nameIn,
  nameStart,
  namesBefore,
  parkLength,
  SIDE,
  segmentStart,
  shareOf,
  TIMES,
} from './statistic.ts'
import { readStatistics } from './statistictable.ts'
import { SIDES } from './words/indicators.ts'

/** The indicators of a sentence, one for each figure; also tells each of these quantities of what and whose it is; to be called in the order of the sentences, after dates and quantities. */
export function findIndicators(ctx: ReadContext, sentence: Sentence): RawIndicator[] {
  const memory = remember(ctx, sentence)
  if (sentence.quantities.length === 0) return []
  const { text } = ctx
  const row = readStatistics(ctx, sentence)
  if (row) return row.map(({ name, quantity }) => indicator(ctx, sentence, memory, null, name, quantity))
  const found: RawIndicator[] = []
  let current: Named | null = null
  let shared: Named[] = []
  // the names that 分别 gave the last figures to: 增长18.4%和21.7% goes on with them
  let spread: Named[] = []
  let last = sentence.start
  let attached = false
  // whose the figures are, where it is no county: a town, or a park whose name is not told
  let local: Local = null
  for (const q of sentence.quantities) {
    const opens = segmentStart(text, sentence, q, last)
    const here = localAt(text, sentence, opens, q.span[0])
    const start = here ? here.end : opens
    local = here ?? (local && !text.slice(last, opens).includes('；') && !SPEAKS_OF_ALL.test(text.slice(opens, q.span[0])) ? local : null)
    last = q.span[1]
    const segment = text.slice(start, q.span[0])
    const next = shared.shift()
    if (next && /^[、，,和与及]?$/.test(segment.trim())) {
      current = next
      found.push(indicator(ctx, sentence, memory, local, next, q))
      continue
    }
    shared = []
    const again = spread.length > 1 && SIDE.test(segment) && runOf(text, sentence, q) === spread.length ? spread : []
    spread = []
    if (again.length > 0) {
      current = again[0]!
      shared = again.slice(1)
      attached = true
      found.push(indicator(ctx, sentence, memory, local, current, q))
      continue
    }
    const split = segment.indexOf('分别')
    if (split >= 0 && SIDE.test(segment.replace('分别', ''))) {
      shared = earlierNames(ctx, sentence, found, q)
      current = shared.shift() ?? null
      attached = current !== null
      if (current) found.push(indicator(ctx, sentence, memory, local, current, q))
      continue
    }
    if (split > 0) {
      const names = namesBefore(text, start, start + split)
      if (names.length > 1) {
        current = names[0]!
        shared = names.slice(1)
        if (runOf(text, sentence, q) === names.length) spread = names
        found.push(indicator(ctx, sentence, memory, local, current, q))
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
      found.push(indicator(ctx, sentence, memory, local, name, q))
    } else if (!name && ctx.article?.genre === 'other' && GROWS.test(text.slice(q.span[1], q.span[1] + 8)) && plainNoun(text, start, q)) {
      current = plainNoun(text, start, q)!
      attached = true
      found.push(indicator(ctx, sentence, memory, local, current, q))
    } else if (
      current &&
      ((here && isSameOf(text, here, q, found.at(-1))) || belongs(segment, q, attached, LIMITS.test(text.slice(q.span[1], q.span[1] + 6))))
    ) {
      attached = true
      found.push(indicator(ctx, sentence, memory, local, current, q))
    } else {
      attached = false
      if (!/^[，,]?$/.test(segment)) if (isNewSubject(segment) && COMPARED.exec(segment)?.index !== 0) current = null
    }
  }
  return found
}

/** A town or a park whose figures follow; a park that is only called 园区 has no name. */
type Local = { name: string | null; end: number } | null

const LOCAL = /(?:镇|乡|街道|苏木|园区|开发区|高新区|经开区|产业园|工业园|新区|示范区)$/
// 高于全县6个百分点 is still the town's
const SPEAKS_OF_ALL = /(?<![于比较占])全[县市区省州旗]/

/** The town or park that the words before a figure open with: 石桥镇实现|农业总产值, 园区实现|工业总产值. */
function localAt(text: string, sentence: Sentence, at: number, figure: number): Local {
  const unit = sentence.units.find(u => u.span[0] === at && u.span[1] < figure && LOCAL.test(u.name))
  if (unit) return { name: unit.name, end: unit.span[1] }
  const park = parkLength(text, at, figure)
  return park > 0 ? { name: park > 3 ? text.slice(at, at + park) : null, end: at + park } : null
}

/** 茶亭镇整改率达95%，石塘镇仅为40%: the same statistic of another place. */
function isSameOf(text: string, here: { end: number }, q: RawQuantity, before: RawIndicator | undefined): boolean {
  return before?.quantity?.unit === q.unit && /^(?:也|则|却|只|仅)?(?:仅|只)?(?:为|有|达到?|是)?$/.test(text.slice(here.end, q.span[0]))
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
  const count = runOf(ctx.text, sentence, q)
  const names: Named[] = []
  for (let k = found.length - 1; k >= 0 && names.length < count; k--)
    if (!names.some(n => n.name === found[k]!.name)) names.unshift({ name: found[k]!.name, span: q.span })
  if (names.length === count) return names
  if (names.length > 0)
    ctx.doubts.push({ span: [q.span[0], q.span[1]], code: 'distribution-mismatch', facts: { names: names.length, figures: count } })
  return []
}
/** How many figures follow one another from `q` on with nothing but a mark or 和 between them. */
function runOf(text: string, sentence: Sentence, q: RawQuantity): number {
  let count = 1
  for (let k = sentence.quantities.indexOf(q) + 1; k < sentence.quantities.length; k++, count++)
    if (!/^[、，,和与及]$/.test(text.slice(sentence.quantities[k - 1]!.span[1], sentence.quantities[k]!.span[0]))) break
  return count
}

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
  if (!['%', 'pp', '倍', 'rank', '‰', 'CNY', 'USD'].includes(q.unit) && !/(?:增加|减少|增|减|目标|任务|[多少][产采销收发]?$)/.test(s))
    return false
  return s.length <= 18 && s.length > 0 && SIDE.test(s)
}

function isNewSubject(segment: string): boolean {
  return segment.replace(/[，,、；;\s]/g, '').length > 3
}

function indicator(ctx: ReadContext, sentence: Sentence, memory: Memory, local: Local, name: Named, quantity: RawQuantity): RawIndicator {
  const region = local ? local.name : regionOf(ctx, sentence, memory, quantity)
  quantity.of = name.name
  quantity.subject = region
  const span: [number, number] = [Math.min(name.span[0], quantity.span[0]), quantity.span[1]]
  return { span, name: name.name, region, period: periodBefore(ctx.text, sentence, quantity, memory) ?? memory.period, quantity }
}
