// Of the projects signed in the same time, or found on the same visit: how many kept the agreement, landed, started, and how much of the money is in place. Pure.
import { type Exact, exact, over, rounded, times } from './exact.ts'
import { type ExchangeRate, inYuan, type Money, totals } from './money.ts'
import type { Day } from './types.ts'

/** Counted projects of one cohort with the same currency, added up. */
export interface CohortCell {
  /** The year of the first signing, or the id of the visit. */
  cohort: string
  currency: Money['currency'] | null
  projects: number
  landed: number
  started: number
  producing: number
  dropped: number
  sum: string
  inPlace: string
}

/** 履约率 落地率 开工率 投产率 资金到位率 */
export const COHORT_RATES = ['performance', 'landing', 'start', 'production', 'funds'] as const
type CohortRate = (typeof COHORT_RATES)[number]

interface Cohort {
  cohort: string
  projects: number
  landed: number
  started: number
  producing: number
  dropped: number
  sums: Money[]
  /** In yuan, by the rates of the day. */
  yuan: string
  /** In percent to one decimal; null: there is nothing to divide by. */
  rates: Record<CohortRate, number | null>
}

const percent = (part: Exact, whole: Exact): number | null => (whole.n === 0n ? null : rounded(times(over(part, whole), exact('100')), 1))
const count = (n: number): Exact => exact(String(n))

/** Each cohort, in the order of its name; funds are compared in yuan, currencies without a rate are left out of both sides. */
export function cohorts(cells: readonly CohortCell[], rates: readonly ExchangeRate[], today: Day): Cohort[] {
  return [...Map.groupBy(cells, cell => cell.cohort)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([cohort, of]) => {
      const add = (name: 'projects' | 'landed' | 'started' | 'producing' | 'dropped') => of.reduce((n, cell) => n + cell[name], 0)
      const monies = (name: 'sum' | 'inPlace') =>
        of.flatMap(cell => (cell.currency ? [{ amount: cell[name], currency: cell.currency }] : []))
      const [signed, inPlace] = [inYuan(monies('sum'), rates, today), inYuan(monies('inPlace'), rates, today)]
      const projects = add('projects')
      // What was dropped was not kept; a project that landed was, whatever its stage.
      return {
        cohort,
        projects,
        landed: add('landed'),
        started: add('started'),
        producing: add('producing'),
        dropped: add('dropped'),
        sums: totals(monies('sum')),
        yuan: signed.amount,
        rates: {
          performance: percent(count(projects - add('dropped')), count(projects)),
          landing: percent(count(add('landed')), count(projects)),
          start: percent(count(add('started')), count(projects)),
          production: percent(count(add('producing')), count(projects)),
          funds: percent(exact(inPlace.amount), exact(signed.amount)),
        },
      }
    })
}

/** One beside the other, as if they were one cohort. */
export const together = (cells: readonly CohortCell[], cohort: string): CohortCell[] => cells.map(cell => ({ ...cell, cohort }))
