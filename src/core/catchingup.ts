// Figures of places beside each other: which is the better one, how each grew in a year, and when the one has caught up with the other. Derives, never stores.

import type { z } from 'zod'
import { rateToClose, yearsToCatchUp } from './benchmark.ts'
import type { BenchmarkRow } from './contract/benchmark.ts'
import { exact, minus, over, rounded, times } from './exact.ts'
import type { Direction, ReadingStatus } from './indicator.ts'

export type Row = z.infer<typeof BenchmarkRow>
type CatchUp = NonNullable<Row['catchUp']>
type From = NonNullable<NonNullable<Row['figure']>['from']>

/** One month's figure; `from` null: of one's own readings. */
export interface Told {
  year: number
  month: number
  value: number
  /** Null: of several, or nobody said. */
  status: ReadingStatus | null
  from: From | null
}

/** Two decimals for rates are more than is known. */
const RATE_DECIMALS = 2

/** Months in a row. */
export const at = (f: { year: number; month: number }): number => f.year * 12 + f.month - 1
export const monthOf = (n: number) => ({ year: Math.floor(n / 12), month: (n % 12) + 1 })

export const better = (a: number, b: number, direction: Direction): boolean => (direction === 'up' ? a > b : a < b)

/** Growth that tells of its base: the pace's rule, too. */
export const LOW_BASE = 100

/** Per cent; null without last year's figure or on a base that is not above zero. */
export function yearOnYear(now: Told | null, before: Told | null): number | null {
  if (!now || !before || before.value <= 0) return null
  const [a, b] = [exact(now.value), exact(before.value)]
  return rounded(over(times(minus(a, b), exact(100)), b), RATE_DECIMALS)
}

/** Why there is none, of figures that there are. */
export const noYearOnYear = (now: Told | null, before: Told | null): Row['noYearOnYear'] =>
  !now ? null : !before ? 'no-base' : before.value <= 0 ? 'bad-base' : null

/** A rate in per cent a year; `said`: somebody assumed it, so that it need not be likely. */
export interface Rate {
  rate: number | null
  said: boolean
}

/** Nobody goes on growing from a low base at that rate: no years are told of it. */
const unlikely = ({ rate, said }: Rate): boolean => !said && rate !== null && Math.abs(rate) > LOW_BASE

export function catchUp(
  own: Told,
  other: Told,
  ownGrowth: Rate,
  otherGrowth: Rate,
  { direction }: { direction: Direction },
  isRate: boolean,
): { catchUp: CatchUp | null; noCatchUp: Row['noCatchUp'] } {
  if (isRate) return { catchUp: null, noCatchUp: 'is-rate' }
  const [ownRate, otherRate] = [ownGrowth.rate, otherGrowth.rate]
  if (ownRate === null || otherRate === null) return { catchUp: null, noCatchUp: 'no-rate' }
  if (unlikely(ownGrowth) || unlikely(otherGrowth)) return { catchUp: null, noCatchUp: 'low-base' }
  const said = yearsToCatchUp({ value: own.value, rate: ownRate }, { value: other.value, rate: otherRate }, direction)
  return {
    catchUp: {
      ownRate,
      otherRate,
      years: said.years,
      why: said.years === null ? said.why : null,
      rateInFive: rateToClose(own.value, { value: other.value, rate: otherRate }, 5),
    },
    noCatchUp: null,
  }
}
