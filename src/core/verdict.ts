// 开门红 双过半 全年红 全面红: whether a scope of indicators has earned the name, and which stand in its way. Derives from the paces, never stores.
import type { Series, Verdict } from './indicator.ts'
import { judge, PACE_RULES, type PaceRules } from './pace.ts'
import { reportMonths } from './planline.ts'

export const HONOURS = ['strongQuarter', 'doubleHalf', 'allYear', 'allRound'] as const
export type HonourName = (typeof HONOURS)[number]

/** `open`: the data are not there yet, or do not suffice to say so. */
export const HONOUR_ANSWERS = ['yes', 'no', 'open'] as const
export type HonourAnswer = (typeof HONOUR_ANSWERS)[number]

/** One unit's indicator; a scope is a unit's, a frame's, or all of a county's. */
export interface Judgeable {
  indicatorId: string
  unitId: string
  series: Series
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

export const honours = (scope: readonly Judgeable[], month: number, rules: PaceRules = PACE_RULES): Record<HonourName, Honour> => ({
  strongQuarter: month < 3 ? OPEN : answer(asked(scope, [3], rules)),
  doubleHalf: month < 6 ? OPEN : answer(asked(scope, [6], rules)),
  allYear: allYear(scope, month, rules),
  allRound: answer(scope.map(one => ({ one, verdict: verdictBy(one, month, rules), month }))),
})

const OPEN: Honour = { answer: 'open', on: 0, of: 0, missing: [] }

interface Asked {
  one: Judgeable
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
function allYear(scope: readonly Judgeable[], month: number, rules: PaceRules): Honour {
  const said = answer(
    asked(
      scope,
      QUARTERS.filter(m => m <= month),
      rules,
    ),
  )
  return said.answer === 'yes' && month < 12 ? { ...said, answer: 'open' } : said
}

/** At each of the months by the data of just that month; the first miss speaks for the indicator, a known one before an unknown. */
function asked(scope: readonly Judgeable[], months: readonly number[], rules: PaceRules): Asked[] {
  return scope.map(one => {
    const all = months.map(month => ({ one, verdict: verdictAt(one, month, rules), month }))
    return (
      all.find(({ verdict }) => verdict === 'behind') ??
      all.find(({ verdict }) => verdict === 'unknown') ??
      all.find(({ verdict }) => verdict !== null) ?? { one, verdict: null, month: 0 }
    )
  })
}

/** By the newest figure up to the month. */
function verdictBy({ series }: Judgeable, month: number, rules: PaceRules): Verdict | null {
  const { verdict, reason } = judge(series, month, rules)
  return reason === 'not-due' || reason === 'no-target' ? null : verdict
}

function verdictAt(one: Judgeable, month: number, rules: PaceRules): Verdict | null {
  const { kind, frequency } = one.series.indicator
  if (kind === 'milestone') return verdictBy(one, month, rules)
  if (!reportMonths(frequency).includes(month)) return null
  const verdict = verdictBy(one, month, rules)
  return verdict === null || one.series.values[month - 1] != null ? verdict : 'unknown'
}
