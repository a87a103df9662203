// Which oddities of an arriving figure stop it until somebody says that it is right; the others are only shown. Pure.
import { oddities } from '../outlier.ts'
import type { Facts } from '../refusal.ts'
import type { KnownIndicator } from './world.ts'

export const DOUBTS = ['scale-slip', 'sign', 'falls', 'above-later', 'absurd-growth', 'off-beat', 'not-yes-no', 'total-differs'] as const

export interface Doubt {
  code: (typeof DOUBTS)[number]
  facts: Facts
  /** It is not written before somebody says so. */
  stops: boolean
}

const STOPS: readonly string[] = ['scale-slip', 'sign', 'falls', 'above-later', 'not-yes-no']

/** `at`: what is known of a month, or comes with the same sheet. Where a slip or a sign explains it, what follows from that is not said as well. */
export function doubtsOf(
  indicator: KnownIndicator,
  { year, month, value }: { year: number; month: number; value: number },
  at: (year: number, month: number) => number | null,
): Doubt[] {
  const months = (of: number) => Array.from({ length: 12 }, (_, index) => at(of, index + 1))
  const values = months(year).map((known, index) => (index === month - 1 ? null : known))
  const found = oddities({ month, value, unit: null }, { indicator, year, target: null, values, lastYear: months(year - 1) }, 12)
  const slips = found.some(f => f.flag === 'scale-slip' || f.flag === 'sign')
  return DOUBTS.flatMap(code => {
    const odd = found.find(f => f.flag === code)
    return odd && !(slips && (code === 'falls' || code === 'above-later')) ? [{ code, facts: odd.facts, stops: STOPS.includes(code) }] : []
  })
}
