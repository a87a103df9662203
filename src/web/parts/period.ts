// The periods of a circular that people ask for by name. Pure; today comes as an argument.
import { addDays } from '../../core/day.ts'

export const PERIODS = ['thisMonth', 'lastMonth', 'quarter', 'year'] as const
export type Period = (typeof PERIODS)[number]

/** First and last day; a period still running ends today. */
export function periodOf(name: Period, today: string): { from: string; to: string } {
  const [year, month] = [today.slice(0, 4), Number(today.slice(5, 7))]
  const first = (m: number) => `${year}-${String(m).padStart(2, '0')}-01`
  switch (name) {
    case 'thisMonth':
      return { from: first(month), to: today }
    case 'lastMonth': {
      const to = addDays(first(month), -1)
      return { from: `${to.slice(0, 8)}01`, to }
    }
    case 'quarter':
      return { from: first(month - ((month - 1) % 3)), to: today }
    case 'year':
      return { from: first(1), to: today }
  }
}
