// What will have landed by the end of the year: what has, and what stands before it times the share of earlier projects that landed within so many days. Pure; no model, one sentence.
import { daysBetween } from './day.ts'
import { compare, exact, plus, times, ZERO } from './exact.ts'
import { decimalText } from './money.ts'
import type { Day } from './types.ts'

/** A signed project: when it was signed, when it landed or was dropped, and its money in yuan. */
export interface Signed {
  signedOn: Day
  landedOn: Day | null
  dropped: boolean
  yuan: string
}

/** 历史不足 今年没有签约待落地的项目 */
export const FORECAST_REASONS = ['history-short', 'nothing-waits'] as const
type ForecastReason = (typeof FORECAST_REASONS)[number]

export interface Forecast {
  year: string
  /** Landed this year so far, and what may come to it, in yuan. */
  landed: string
  low: string
  likely: string
  high: string
  /** Projects signed and not landed, and their money. */
  waiting: number
  waitingYuan: string
  /** The days that are left, and of how many earlier projects how many landed within as many days more. */
  days: number
  seen: number
  came: number
  reason: ForecastReason | null
}

/** With fewer earlier projects than this a share is no rule (product choice). */
const LEAST = 8

/** In days from the signing: until it landed, and until today. */
interface Past {
  took: number | null
  watched: number
}

/** Earlier projects that stood waiting as long as this one does now, and of them those that landed within `days` more. */
function chanceOf(age: number, earlier: readonly Past[], days: number): { seen: number; came: number } {
  let [seen, came] = [0, 0]
  for (const { took, watched } of earlier) {
    // It must have waited so long itself, and been watched for as long as is looked ahead.
    if ((took !== null && took < age) || watched < age + days) continue
    seen++
    if (took !== null && took <= age + days) came++
  }
  return { seen, came }
}

/** By the end of today's year. The range is what the share may be with 19 in 20 (Wilson): it says how little is known, not what is wished. */
export function forecast(all: readonly Signed[], today: Day): Forecast {
  const year = today.slice(0, 4)
  const end = `${year}-12-31`
  const days = daysBetween(today, end)
  const landed = all.filter(one => one.landedOn?.startsWith(year)).reduce((sum, one) => plus(sum, exact(one.yuan)), ZERO)
  const waiting = all.filter(one => !one.landedOn && !one.dropped)
  const whole = waiting.reduce((sum, one) => plus(sum, exact(one.yuan)), ZERO)
  let [low, likely, high] = [landed, landed, landed]
  let [seen, came] = [0, 0]
  const earlier = all.map(({ signedOn, landedOn }) => ({
    took: landedOn ? daysBetween(signedOn, landedOn) : null,
    watched: daysBetween(signedOn, today),
  }))
  const chances = new Map<number, { seen: number; came: number }>()
  for (const one of waiting) {
    const age = daysBetween(one.signedOn, today)
    const chance = chances.get(age) ?? chanceOf(age, earlier, days)
    chances.set(age, chance)
    seen = Math.max(seen, chance.seen)
    if (chance.seen === seen) came = chance.came
    const used = chance.seen >= LEAST ? chance : { seen: 0, came: 0 }
    const [from, to] = wilson(used.came, used.seen)
    const money = exact(one.yuan)
    low = plus(low, times(money, exact(from.toFixed(4))))
    high = plus(high, times(money, exact(to.toFixed(4))))
    if (used.seen) likely = plus(likely, times(money, exact((used.came / used.seen).toFixed(4))))
  }
  const reason = !waiting.length ? 'nothing-waits' : seen < LEAST ? 'history-short' : null
  return {
    year,
    landed: decimalText(landed),
    low: decimalText(low),
    likely: decimalText(compare(likely, low) < 0 ? low : likely),
    high: decimalText(high),
    waiting: waiting.length,
    waitingYuan: decimalText(whole),
    days,
    seen,
    came,
    reason,
  }
}

/** Nothing seen: anything from none to all. */
function wilson(came: number, seen: number): [number, number] {
  if (!seen) return [0, 1]
  const z = 1.96
  const p = came / seen
  const middle = (p + (z * z) / (2 * seen)) / (1 + (z * z) / seen)
  const half = (z * Math.sqrt((p * (1 - p)) / seen + (z * z) / (4 * seen * seen))) / (1 + (z * z) / seen)
  return [Math.max(0, middle - half), Math.min(1, middle + half)]
}
