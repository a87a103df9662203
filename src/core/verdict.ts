// 开门红 双过半 全年红 全面红: whether a scope of indicators has earned the name, and which stand in its way. Derives from the paces, never stores.
import type { Indicator, PaceReason, Series, Verdict } from './indicator.ts'
import { PACE_RULES, type PaceRules, verdictOf } from './pace.ts'
import { reportMonths } from './planline.ts'

export const HONOURS = ['strongQuarter', 'doubleHalf', 'allYear', 'allRound'] as const
export type HonourName = (typeof HONOURS)[number]

/** `open`: the data are not there yet, or do not suffice to say so. */
export const HONOUR_ANSWERS = ['yes', 'no', 'open'] as const
type HonourAnswer = (typeof HONOUR_ANSWERS)[number]

/** One unit's indicator; a scope is a unit's, a frame's, or all of a county's. */
export interface Judgeable {
  indicatorId: string
  unitId: string
  series: Series
}

/** The same with its paces known already. */
export interface Stood {
  indicatorId: string
  unitId: string
  indicator: Pick<Indicator, 'kind' | 'frequency'>
  /** `fresh`: the month itself has a figure. null: it is not kept. */
  at(month: number): { verdict: Verdict; reason: PaceReason | null; fresh: boolean } | null
}

export interface Missing {
  indicatorId: string
  unitId: string
  /** Behind, or unknown: an honour is not given on missing figures. */
  verdict: Verdict
  /** Of the data by which it is missing. */
  month: number
}

export interface Honour {
  answer: HonourAnswer
  /** On pace or done, of those asked; one that has no figure or nothing due by then is not asked. */
  on: number
  of: number
  missing: Missing[]
}

/** 全年红 is looked at when a quarter ends, as 一季度开门红、二季度双过半 are (product choice): a January says little. */
const QUARTERS = [3, 6, 9, 12]

export const honours = (scope: readonly Judgeable[], month: number, rules: PaceRules = PACE_RULES): Record<HonourName, Honour> =>
  honoursOf(
    scope.map(({ indicatorId, unitId, series }) => ({
      indicatorId,
      unitId,
      indicator: series.indicator,
      at: m => ({ ...verdictOf(series, m, rules), fresh: series.values[m - 1] != null }),
    })),
    month,
  )

export const honoursOf = (scope: readonly Stood[], month: number): Record<HonourName, Honour> => ({
  strongQuarter: month < 3 ? OPEN : answer(asked(scope, [3])),
  doubleHalf: month < 6 ? OPEN : answer(asked(scope, [6])),
  allYear: allYear(scope, month),
  allRound: answer(scope.map(one => ({ one, verdict: verdictBy(one, month), month }))),
})

const OPEN: Honour = { answer: 'open', on: 0, of: 0, missing: [] }

interface Asked {
  one: Stood
  /** null: nothing was to be shown by then. */
  verdict: Verdict | null
  month: number
}

function answer(all: readonly Asked[]): Honour {
  const due = all.filter(({ verdict }) => verdict !== null)
  const missing = due.flatMap(({ one, verdict, month }) =>
    verdict === 'behind' || verdict === 'unknown' ? [{ indicatorId: one.indicatorId, unitId: one.unitId, verdict, month }] : [],
  )
  const behind = missing.some(({ verdict }) => verdict === 'behind')
  return {
    answer: behind ? 'no' : missing.length > 0 || due.length === 0 ? 'open' : 'yes',
    on: due.length - missing.length,
    of: due.length,
    missing,
  }
}

/** On pace at each quarter's end so far; what fell behind once has not been so all year. A yes only when the year is over. */
function allYear(scope: readonly Stood[], month: number): Honour {
  const quarters = QUARTERS.filter(m => m <= month)
  const said = answer(asked(scope, quarters))
  return said.answer === 'yes' && month < 12 ? { ...said, answer: 'open' } : said
}

/** How loud each verdict speaks for an indicator that is asked at several months: a known miss before an unknown one. */
const LOUD: Record<Verdict, number> = { behind: 2, unknown: 1, on: 0, reached: 0 }

/** At each of the months by the data of just that month; the first of the loudest speaks for the indicator. */
function asked(scope: readonly Stood[], months: readonly number[]): Asked[] {
  return scope.map(one => {
    let said: Asked = { one, verdict: null, month: 0 }
    for (const month of months) {
      const verdict = verdictAt(one, month)
      if (verdict !== null && (said.verdict === null || LOUD[verdict] > LOUD[said.verdict])) said = { one, verdict, month }
    }
    return said
  })
}

/** By the newest figure up to the month. */
function verdictBy(one: Stood, month: number): Verdict | null {
  const stood = one.at(month)
  return !stood || stood.reason === 'not-due' || stood.reason === 'no-target' ? null : stood.verdict
}

function verdictAt(one: Stood, month: number): Verdict | null {
  const { kind, frequency } = one.indicator
  if (kind === 'milestone') return verdictBy(one, month)
  if (!reportMonths(frequency).includes(month)) return null
  const verdict = verdictBy(one, month)
  return verdict === null || one.at(month)?.fresh ? verdict : 'unknown'
}
