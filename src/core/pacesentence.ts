// One sentence that explains a standing with its figures, in Chinese and English: the board, the series and the answer sheet all say this one. Decides nothing.
import { exact, minus, rounded, sizeOf } from './exact.ts'
import type { Indicator, PaceReason } from './indicator.ts'
import type { Pace } from './pace.ts'
import { ZH, zhPace, zhReason } from './pacechinese.ts'
import { EN, enPace, enReason } from './paceenglish.ts'
import { isCapped } from './pacerule.ts'
import type { Day } from './types.ts'

export type SentenceLang = 'zh' | 'en'
/** Told by an office in the indicator's digits, set as a target in its own, or computed from them. */
type Amount = 'told' | 'target' | 'computed'
/** A value with its unit, as the reader's language writes it. */
type SayAmount = (value: number, unit: string, what: Amount) => string

export type Said = Pick<
  Pace,
  'verdict' | 'reason' | 'month' | 'value' | 'target' | 'share' | 'time' | 'points' | 'neededPerMonth' | 'yearOnYear'
> &
  Partial<Pick<Pace, 'awaited' | 'lowBase'>> & {
    year: number
    /** Of a milestone. */
    dueOn?: Day | null
  }
type Of = Pick<Indicator, 'kind' | 'basis' | 'direction' | 'unit' | 'decimals'>

/** 1—5月累计完成4.52亿元，为年度目标10亿元的45.2%，超序时进度（41.67%）3.53个百分点。 */
export function paceSentence(lang: SentenceLang, of: Of, pace: Said, amount: SayAmount = AMOUNT[lang]): string {
  const words = lang === 'zh' ? ZH : EN
  const f = factsOf(lang, of, pace, amount)
  const said = pace.reason ? words.unknown(pace.reason, f) : words[caseOf(of, pace)](f)
  return `${said}${pace.awaited ? words.awaited(pace.awaited) : ''}${words.stop}`
}

export const AMOUNT: Record<SentenceLang, (value: number, unit: string) => string> = {
  zh: (value, unit) => `${plain(value)}${unit}`,
  en: (value, unit) => `${grouped(value)}${unit === '%' || unit === '' ? unit : ` ${unit}`}`,
}
export const plain = (value: number): string => String(value).replace('-', '−')
export const grouped = (value: number): string =>
  new Intl.NumberFormat('en-US', { maximumFractionDigits: 6 }).format(value).replace('-', '−')

/** 超序时进度（38%）1.13个百分点: the share done beside the share of time that is gone, as part of a sentence. */
export function besideTime(lang: SentenceLang, { verdict, time, points }: Pick<Pace, 'verdict' | 'time' | 'points'>): string {
  const number = lang === 'zh' ? plain : grouped
  const f = { points, gone: `${number(time ?? 0)}%`, gap: number(Math.abs(points ?? 0)), behind: verdict === 'behind' }
  return lang === 'zh' ? zhPace(f, '序时进度') : enPace(f, 'time')
}

/** 缺上年同期数，增速不可算: why there is no verdict, as part of a sentence. */
export const reasonWords = (lang: SentenceLang, reason: PaceReason): string => (lang === 'zh' ? zhReason : enReason)[reason]

type Case = 'done' | 'level' | 'stands' | 'growth' | 'used' | 'passed' | 'line' | 'milestone'

function caseOf({ kind, basis }: Of, { share, value, target }: Said): Case {
  if (kind === 'volume' || kind === 'phased') return 'done'
  if (kind === 'level') return share === null ? 'stands' : 'level'
  if (kind === 'ceiling' && basis === 'cumulative') return value! > target! || share === null ? 'passed' : 'used'
  return kind === 'ceiling' ? 'line' : kind
}

export type Facts = ReturnType<typeof factsOf>

function factsOf(lang: SentenceLang, of: Of, pace: Said, amount: SayAmount) {
  const { value, target, neededPerMonth } = pace
  const number = lang === 'zh' ? plain : grouped
  const percent = (n: number | null) => (n === null ? '' : `${number(n)}%`)
  /** How far apart two figures are: of two percentages in points. */
  const distance = (n: number) =>
    of.unit !== '%'
      ? amount(n, of.unit, 'computed')
      : lang === 'zh'
        ? `${number(n)}个百分点`
        : `${number(n)} ${n === 1 ? 'point' : 'points'}`
  const apart = value === null || target === null ? null : sizeOf(minus(exact(value), exact(target)))
  const digits = Math.max(2, of.decimals)
  return {
    ...of,
    ...pace,
    isRate: of.kind === 'growth' && of.unit === '%',
    month: pace.month ?? 0,
    left: 12 - (pace.month ?? 0),
    said: value === null ? '' : amount(rounded(exact(value), of.decimals), of.unit, 'told'),
    goal: target === null ? '' : of.kind === 'growth' ? percent(target) : amount(target, of.unit, 'target'),
    part: percent(pace.share),
    gone: percent(pace.time),
    gap: number(Math.abs(pace.points ?? 0)),
    // The least that is missing is not printed as nothing.
    apart: apart ? distance(rounded(apart, digits) || rounded(apart, 6)) : '',
    /** Of a limit: in per cent of it; of one that is a percentage, or at zero, as it stands. */
    over: pace.points === null || of.unit === '%' ? null : `${number(Math.abs(pace.points))}%`,
    need: neededPerMonth ? distance(Math.abs(neededPerMonth)) : '',
    capped: isCapped(of),
    /** Nothing more may be added. */
    spent: isCapped(of) && neededPerMonth === 0,
    growth: percent(pace.yearOnYear && Math.abs(pace.yearOnYear)),
    up: of.direction === 'up',
    plan: of.kind === 'phased',
    behind: pace.verdict === 'behind',
    /** Above (+) or below (−) what was asked, as the number line has it. */
    side: Math.sign(pace.points ?? 0) * (of.direction === 'up' || of.kind === 'ceiling' ? 1 : -1),
    late: pace.dueOn != null && `${pace.year}-${String(pace.month).padStart(2, '0')}` > pace.dueOn.slice(0, 7),
  }
}

/** What a share and its time are said by, as part of a sentence. */
export type Beside = Pick<Facts, 'points' | 'gone' | 'gap' | 'behind'>

export type Words = Record<Case, (f: Facts) => string> & {
  unknown: (reason: PaceReason, f: Facts) => string
  awaited: (month: number) => string
  stop: string
}
