// One sentence that explains a standing with its figures, in Chinese and English: the board, the series and the answer sheet all say this one. Decides nothing.
import { exact, minus, rounded, sizeOf } from './exact.ts'
import { writtenDay } from './gongwen.ts'
import type { Indicator, PaceReason } from './indicator.ts'
import type { Pace } from './pace.ts'
import type { Day } from './types.ts'

export type SentenceLang = 'zh' | 'en'
/** A value with its unit, as the reader's language writes it. */
export type SayAmount = (value: number, unit: string) => string

export type Said = Pick<
  Pace,
  'verdict' | 'reason' | 'month' | 'value' | 'target' | 'share' | 'time' | 'points' | 'neededPerMonth' | 'yearOnYear'
> &
  Partial<Pick<Pace, 'awaited' | 'lowBase'>> & {
    year: number
    /** Of a milestone. */
    dueOn?: Day | null
  }
type Of = Pick<Indicator, 'kind' | 'basis' | 'direction' | 'unit'>

/** 1—5月累计完成4.52亿元，为年度目标10亿元的45.2%，超序时进度（41.67%）3.53个百分点。 */
export function paceSentence(lang: SentenceLang, of: Of, pace: Said, amount: SayAmount = AMOUNT[lang]): string {
  const words = lang === 'zh' ? ZH : EN
  const f = factsOf(lang, of, pace, amount)
  const said = pace.reason ? words.unknown(pace.reason, f) : words[caseOf(of, pace)](f)
  return `${said}${pace.awaited ? words.awaited(pace.awaited) : ''}${words.stop}`
}

export const AMOUNT: Record<SentenceLang, SayAmount> = {
  zh: (value, unit) => `${plain(value)}${unit}`,
  en: (value, unit) => `${grouped(value)}${unit === '%' || unit === '' ? unit : ` ${unit}`}`,
}
const plain = (value: number): string => String(value).replace('-', '−')
const grouped = (value: number): string => new Intl.NumberFormat('en-US', { maximumFractionDigits: 6 }).format(value).replace('-', '−')

/** 超序时进度（38%）1.13个百分点: the share done beside the share of time that is gone, as part of a sentence. */
export function besideTime(lang: SentenceLang, { verdict, time, points }: Pick<Pace, 'verdict' | 'time' | 'points'>): string {
  const number = lang === 'zh' ? plain : grouped
  const f = { points, gone: `${number(time ?? 0)}%`, gap: number(Math.abs(points ?? 0)), behind: verdict === 'behind' }
  return lang === 'zh' ? zhPace(f, '序时进度') : enPace(f, 'time')
}

/** 缺上年同期数，增速不可算: why there is no verdict, as part of a sentence. */
export const reasonWords = (lang: SentenceLang, reason: PaceReason): string => (lang === 'zh' ? ZH_REASON : EN_REASON)[reason]

type Case = 'done' | 'level' | 'stands' | 'growth' | 'used' | 'passed' | 'line' | 'milestone'

function caseOf({ kind, basis }: Of, { share, value, target }: Said): Case {
  if (kind === 'volume' || kind === 'phased') return 'done'
  if (kind === 'level') return share === null ? 'stands' : 'level'
  if (kind === 'ceiling' && basis === 'cumulative') return value! > target! || share === null ? 'passed' : 'used'
  return kind === 'ceiling' ? 'line' : kind
}

type Facts = ReturnType<typeof factsOf>

function factsOf(lang: SentenceLang, of: Of, pace: Said, amount: SayAmount) {
  const { value, target, neededPerMonth } = pace
  const number = lang === 'zh' ? plain : grouped
  const figure = (n: number | null) => (n === null ? '' : amount(n, of.unit))
  const percent = (n: number | null) => (n === null ? '' : `${number(n)}%`)
  return {
    ...of,
    ...pace,
    month: pace.month ?? 0,
    left: 12 - (pace.month ?? 0),
    said: figure(value),
    goal: of.kind === 'growth' ? percent(target) : figure(target),
    part: percent(pace.share),
    gone: percent(pace.time),
    gap: number(Math.abs(pace.points ?? 0)),
    apart: figure(value === null || target === null ? null : rounded(sizeOf(minus(exact(value), exact(target))), 6)),
    need: neededPerMonth ? figure(Math.abs(neededPerMonth)) : '',
    growth: percent(pace.yearOnYear === null ? null : Math.abs(pace.yearOnYear)),
    up: of.direction === 'up',
    plan: of.kind === 'phased',
    behind: pace.verdict === 'behind',
    /** Above (+) or below (−) what was asked, as the number line has it. */
    side: Math.sign(pace.points ?? 0) * (of.direction === 'up' || of.kind === 'ceiling' ? 1 : -1),
    late: pace.dueOn != null && `${pace.year}-${String(pace.month).padStart(2, '0')}` > pace.dueOn.slice(0, 7),
  }
}

type Words = Record<Case, (f: Facts) => string> & {
  unknown: (reason: PaceReason, f: Facts) => string
  awaited: (month: number) => string
  stop: string
}

const ZH: Words = {
  done: f => {
    const head = `${zhWhen(f)}完成${f.said}，为年度目标${f.goal}的${f.part}`
    if (f.month === 12 && f.behind) return `${head}，未完成全年任务，差${f.apart}`
    if (f.verdict === 'reached') return `${head}，已完成全年任务`
    return `${head}，${zhPace(f, f.plan ? '计划进度' : '序时进度')}${zhNeed(f, '每月需完成')}`
  },
  level: f => {
    if (f.verdict === 'reached') return `${zhWhen(f)}为${f.said}，已达到年度目标${f.goal}`
    const [rise, more] = f.up ? ['增', '低'] : ['降', '高']
    if (f.month === 12) return `${zhWhen(f)}为${f.said}，未达到年度目标${f.goal}，差${f.apart}`
    const way = f.share! < 0 ? `${more}于年初水平，年度目标${f.goal}` : `应${rise}部分（目标${f.goal}）已完成${f.part}`
    return `${zhWhen(f)}为${f.said}，${way}，${zhPace(f, '序时进度')}${zhNeed(f, `每月需再${rise}`)}`
  },
  stands: f =>
    f.behind
      ? `${zhWhen(f)}为${f.said}，比年度目标${f.goal}${f.up ? '低' : '高'}${f.points === null ? f.apart : `${f.gap}%`}`
      : `${zhWhen(f)}为${f.said}，已达到年度目标${f.goal}`,
  growth: f => {
    const amount = f.unit === '%' ? '' : `完成${f.said}，`
    const rate = f.yearOnYear === 0 ? '同比持平' : `同比${f.yearOnYear! > 0 ? '增长' : '下降'}${f.growth}`
    const beside = f.points === 0 ? `与目标（${f.goal}）持平` : `比目标（${f.goal}）${f.side > 0 ? '高' : '低'}${f.gap}个百分点`
    return `${zhWhen(f)}${amount}${rate}，${beside}${zhNeed(f, '每月需完成')}${f.lowBase ? '（上年基数低，增速仅供参考）' : ''}`
  },
  used: f => {
    const head = `${zhWhen(f)}${f.said}，为年度控制数${f.goal}的${f.part}`
    if (f.month === 12) return `${head}，未突破`
    const beside = f.points === 0 ? '与时间进度' : f.behind ? '快于时间进度' : '低于时间进度'
    return `${head}，${beside}（${f.gone}）${f.points === 0 ? '持平' : `${f.gap}个百分点`}${zhNeed(f, '每月不超过', f.behind)}`
  },
  passed: f =>
    f.behind ? `${zhWhen(f)}${f.said}，已突破年度控制数${f.goal}，超出${f.apart}` : `${zhWhen(f)}${f.said}，未突破年度控制数${f.goal}`,
  line: f =>
    f.behind
      ? `${zhWhen(f)}为${f.said}，比控制线${f.goal}高${f.points === null ? f.apart : `${f.gap}%`}`
      : `${zhWhen(f)}为${f.said}，在控制线${f.goal}以内`,
  milestone: f => {
    const due = f.dueOn ? writtenDay(f.dueOn) : '年底'
    if (f.behind) return `应于${due}前完成，至${f.month}月底尚未报告完成`
    return f.late ? `${f.month}月完成，晚于时限（${due}）` : `已于${f.month}月完成（时限${due}）`
  },
  unknown: (reason, f) => {
    if (reason === 'not-due' && f.kind === 'milestone') return `应于${f.dueOn ? writtenDay(f.dueOn) : '年底'}前完成，尚未到期`
    const known = f.value === null || f.kind === 'milestone' ? '' : `${zhWhen(f)}${f.basis === 'point' ? '为' : ''}${f.said}，`
    return `${known}${ZH_REASON[reason]}`
  },
  awaited: month => `（${month}月数据未报）`,
  stop: '。',
}

const ZH_REASON: Record<PaceReason, string> = {
  'no-target': '未定年度目标，快慢不可算',
  'zero-target': '年度目标不大于零，完成比例不可算',
  'no-reading': '本年尚无数据，快慢不可算',
  'not-due': '未到报数时间，快慢暂不可算',
  'no-plan': '当月未排计划，快慢不可算',
  'no-base': '缺年初基数，是否达到序时进度不可算',
  'bad-base': '上年同期不大于零，增速不可算',
  'no-last-year': '缺上年同期数，增速不可算',
}

/** 1月, 1—5月累计, 全年; 5月末, 年末 */
function zhWhen({ basis, month }: Facts): string {
  if (basis === 'point') return month === 12 ? '年末' : `${month}月末`
  return month === 12 ? '全年' : month === 1 ? '1月' : `1—${month}月累计`
}
type Beside = Pick<Facts, 'points' | 'gone' | 'gap' | 'behind'>
const zhPace = (f: Beside, line: string): string =>
  f.points === 0 ? `与${line}（${f.gone}）持平` : `${f.behind ? '欠' : '超'}${line}（${f.gone}）${f.gap}个百分点`
const zhNeed = (f: Facts, verb: string, say = f.behind): string =>
  say && f.need ? `；余下${f.left}个月${f.left === 1 ? verb.replace('每月', '') : verb}${f.need}` : ''

const EN: Words = {
  done: f => {
    const head = `${enWhen(f)} ${f.said} is done, ${f.part} of the year’s target of ${f.goal}`
    if (f.month === 12 && f.behind) return `${head}: the year’s task was missed by ${f.apart}`
    if (f.verdict === 'reached') return `${head}: the year’s task is done`
    return `${head}, ${enPace(f, f.plan ? 'the plan' : 'time')}${enNeed(f, '%each must add')}`
  },
  level: f => {
    if (f.verdict === 'reached') return `${enWhen(f)} it stands at ${f.said}: the year’s target of ${f.goal} is reached`
    if (f.month === 12) return `${enWhen(f)} it stands at ${f.said}: the target of ${f.goal} was missed by ${f.apart}`
    const way =
      f.share! < 0
        ? `${f.up ? 'below' : 'above'} where the year began, with a target of ${f.goal}`
        : `${f.part} of the way to the target of ${f.goal}`
    return `${enWhen(f)} it stands at ${f.said}, ${way}, ${enPace(f, 'time')}${enNeed(f, `%each must ${f.up ? 'add' : 'take off'}`)}`
  },
  stands: f =>
    f.behind
      ? `${enWhen(f)} it stands at ${f.said}, ${f.points === null ? f.apart : `${f.gap}%`} ${f.up ? 'below' : 'above'} the target of ${f.goal}`
      : `${enWhen(f)} it stands at ${f.said}: the year’s target of ${f.goal} is reached`,
  growth: f => {
    const amount = f.unit === '%' ? '' : ` ${f.said} is done,`
    const rate = f.yearOnYear === 0 ? 'the same as a year before' : `${f.yearOnYear! > 0 ? 'up' : 'down'} ${f.growth} on a year before`
    const beside =
      f.points === 0 ? `just the target of ${f.goal}` : `${enPoints(f)} ${f.side > 0 ? 'above' : 'below'} the target of ${f.goal}`
    const low = f.lowBase ? ' (from a low base: read with care)' : ''
    return `${enWhen(f)}${amount} ${rate}, ${beside}${enNeed(f, '%each must add')}${low}`
  },
  used: f => {
    const head = `${enWhen(f)} ${f.said}, ${f.part} of the year’s ceiling of ${f.goal}`
    if (f.month === 12) return `${head}: kept`
    const beside = f.points === 0 ? 'level with time' : `${enPoints(f)} ${f.behind ? 'faster' : 'slower'} than time`
    return `${head}, ${beside} (${f.gone})${enNeed(f, '%each may add at most')}`
  },
  passed: f =>
    f.behind
      ? `${enWhen(f)} ${f.said}: the year’s ceiling of ${f.goal} is passed by ${f.apart}`
      : `${enWhen(f)} ${f.said}: within the year’s ceiling of ${f.goal}`,
  line: f =>
    f.behind
      ? `${enWhen(f)} it stands at ${f.said}, ${f.points === null ? f.apart : `${f.gap}%`} above the limit of ${f.goal}`
      : `${enWhen(f)} it stands at ${f.said}, within the limit of ${f.goal}`,
  milestone: f => {
    const due = f.dueOn ?? 'the year’s end'
    if (f.behind) return `Due by ${due}, and not reported done by the end of ${MONTHS[f.month]}`
    return f.late ? `Done in ${MONTHS[f.month]}, after its day (${due})` : `Done in ${MONTHS[f.month]} (due by ${due})`
  },
  unknown: (reason, f) => {
    if (reason === 'not-due' && f.kind === 'milestone') return `Due by ${f.dueOn ?? 'the year’s end'}: not due yet`
    const known = f.value === null || f.kind === 'milestone' ? '' : `${enWhen(f)} ${f.said}; `
    const why = EN_REASON[reason]
    return known ? `${known}${why}` : `${why[0]!.toUpperCase()}${why.slice(1)}`
  },
  awaited: month => ` (${MONTHS[month]} has not been reported)`,
  stop: '.',
}

const EN_REASON: Record<PaceReason, string> = {
  'no-target': 'no target is set for the year, so its pace cannot be computed',
  'zero-target': 'the target is not above zero, so its share cannot be computed',
  'no-reading': 'no figure of this year yet, so its pace cannot be computed',
  'not-due': 'no figure is due yet',
  'no-plan': 'nothing is planned for this month, so its pace cannot be computed',
  'no-base': 'where the year began is not given, so its pace cannot be computed',
  'bad-base': 'last year’s figure is not above zero, so growth cannot be computed',
  'no-last-year': 'last year’s figure is missing, so growth cannot be computed',
}

const MONTHS = ['', ...'January February March April May June July August September October November December'.split(' ')]

function enWhen({ basis, month }: Facts): string {
  if (basis === 'point') return month === 12 ? 'At the year’s end' : `At the end of ${MONTHS[month]}`
  return month === 12 ? 'In the whole year' : `By the end of ${MONTHS[month]}`
}
const enPoints = ({ gap }: Pick<Facts, 'gap'>): string => `${gap} ${gap === '1' ? 'point' : 'points'}`
const enPace = (f: Beside, line: string): string =>
  f.points === 0 ? `level with ${line} (${f.gone})` : `${enPoints(f)} ${f.behind ? 'behind' : 'ahead of'} ${line} (${f.gone})`
const enNeed = (f: Facts, words: string): string =>
  f.behind && f.need ? `; ${words.replace('%each', f.left === 1 ? 'the month left' : `each of the ${f.left} months left`)} ${f.need}` : ''
