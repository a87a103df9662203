// What a jurisdiction goes by: thresholds of lights and troubles, templates of clocks, looks after closing, and its calendar. The shipped values.
import { CLOCKS, type ClockTemplate } from './clock.ts'
import { type Calendar, WEEK_ONLY } from './day.ts'
import { LIGHT_RULES, type LightRules } from './light.ts'
import { RECHECK_AFTER } from './recheck.ts'
import { RISK_SCALE, type RiskScale } from './riskmatrix.ts'
import type { ClockKey } from './types.ts'

/** What the officer can change. */
export interface Rules {
  light: LightRules
  /** Days of waiting for another party after which an item is blocked (product choice). */
  blocked: number
  recheckAfter: number[]
  clocks: Record<ClockKey, ClockTemplate>
  /** The risk matrix 风险矩阵. */
  risk: RiskScale
}

/** With the calendar, which the administrator loads. */
export interface Rulebook extends Rules {
  calendar: Calendar
}

export const RULES: Rules = { light: LIGHT_RULES, blocked: 3, recheckAfter: RECHECK_AFTER, clocks: CLOCKS, risk: RISK_SCALE }

/** The shipped rules with Saturdays and Sundays off and no holidays. */
export const PLAIN_BOOK: Rulebook = { ...RULES, calendar: WEEK_ONLY }
