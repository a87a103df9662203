// 三色督查单 blue, orange and red slips: which one a rule suggests, with its reason. It suggests only; a person issues, and may take another.

import { addDays, addWorkdays, type Calendar, daysBetween } from './day.ts'
import { isOverdue } from './light.ts'
import type { CommandName, Day, Item, State, Urgency, Waiting } from './types.ts'

/** 蓝（提醒） 橙（警示） 红（批评） */
export const SLIP_COLOURS = ['blue', 'orange', 'red'] as const
export type SlipColour = (typeof SLIP_COLOURS)[number]

/** One issued slip of an item. */
export interface Slip {
  colour: SlipColour
  /** 督蓝〔2026〕3号 */
  number: string
  issuedOn: Day
  /** The day by which the slip asks for the result. */
  limitOn: Day
  /** The day on which the office was satisfied (整改到位); null: not yet. A settled slip counts no more. */
  settledOn: Day | null
}

export const SLIP_TRIGGERS = ['overdue', 'unaccepted', 'slip-lapsed'] as const
type SlipTrigger = (typeof SLIP_TRIGGERS)[number]
/** Why a slip was issued: by rule, or by a person's own choice (`chosen`). */
export const SLIP_REASONS = [...SLIP_TRIGGERS, 'chosen'] as const
export type SlipReason = (typeof SLIP_REASONS)[number]

/** How a slip stands: within its time, past it, done with, or taken back. Derived, but for the last two when a person says so. */
export const SLIP_STANDS = ['running', 'lapsed', 'settled', 'withdrawn'] as const
export type SlipStand = (typeof SLIP_STANDS)[number]

/** What settles a slip by rule: the item handed in, closed or withdrawn; one that asked for nothing but acceptance also by accepting. */
export const SLIP_SETTLERS: readonly CommandName[] = ['submit', 'close', 'withdraw']
export const SLIP_ACCEPTED: CommandName = 'accept'

/** Working days that a slip gives when nobody says otherwise (product choice). */
const SLIP_LIMIT: Record<SlipColour, number> = { blue: 5, orange: 5, red: 3 }
export const slipLimit = (colour: SlipColour, today: Day, calendar: Calendar): Day => addWorkdays(today, SLIP_LIMIT[colour], calendar)

/** A row holds when the trigger has lasted at least `days` and the last unsettled slip is `after`. */
interface SlipRule {
  colour: SlipColour
  after: SlipColour | 'none'
  urgency: Urgency | 'any'
  trigger: SlipTrigger
  days: number
}

/**
 * The rule of 三明 (市政府“三色督查单”制度, 2017, 二、等级确定): blue for slow progress; orange when blue's own time limit passes, red when orange's does;
 * important and urgent matters begin at orange. Days, and beginning at orange after a month without any slip, are product choices.
 */
const SLIP_RULES: readonly SlipRule[] = [
  { colour: 'red', after: 'orange', urgency: 'any', trigger: 'slip-lapsed', days: 1 },
  { colour: 'orange', after: 'blue', urgency: 'any', trigger: 'slip-lapsed', days: 1 },
  { colour: 'orange', after: 'none', urgency: 'urgent', trigger: 'overdue', days: 1 },
  { colour: 'orange', after: 'none', urgency: 'urgent', trigger: 'unaccepted', days: 1 },
  { colour: 'orange', after: 'none', urgency: 'any', trigger: 'overdue', days: 30 },
  { colour: 'blue', after: 'none', urgency: 'any', trigger: 'overdue', days: 1 },
  { colour: 'blue', after: 'none', urgency: 'any', trigger: 'unaccepted', days: 1 },
]

export interface SlipFacts {
  state: State
  urgency: Urgency
  /** Days past the deadline, and past the day to accept; 0: not past. */
  overdue: number
  unaccepted: number
  /** Who is waited for now. */
  waitingFor: Waiting | null
  /** The item's slips, in any order. */
  slips: readonly Slip[]
}

/** Why nothing is suggested. */
export const NO_SLIP = ['in-time', 'not-running', 'waits-elsewhere', 'slip-running', 'red-lapsed'] as const

export type SlipSuggestion =
  /** `since`: the first day on which it held. */
  | { colour: SlipColour; trigger: SlipTrigger; days: number; after: string | null; since: Day }
  | { colour: null; why: 'in-time' | 'not-running' }
  /** The delay is another's: upper level or the office itself (product choice). */
  | { colour: null; why: 'waits-elsewhere'; who: Waiting }
  /** A slip's own time limit has not passed. */
  | { colour: null; why: 'slip-running'; number: string; limitOn: Day }
  /** There is no colour above red: this is for the leader in charge. */
  | { colour: null; why: 'red-lapsed'; number: string; days: number }

/** States in which the lead unit owes something. */
export const SLIP_STATES: readonly State[] = ['dispatched', 'in_progress', 'returned']

/** What the rules look at, taken from an item. `slips`: those not withdrawn. */
export function slipFacts(
  item: Pick<Item, 'state' | 'urgency' | 'dueOn' | 'submittedAt' | 'acceptedAt' | 'waitingFor' | 'clock'>,
  slips: readonly Slip[],
  today: Day,
): SlipFacts {
  const acceptBy = item.acceptedAt ? null : (item.clock?.acceptBy ?? null)
  return {
    state: item.state,
    urgency: item.urgency,
    overdue: isOverdue(item, today) ? daysBetween(item.dueOn!, today) : 0,
    unaccepted: acceptBy && acceptBy < today ? daysBetween(acceptBy, today) : 0,
    waitingFor: item.waitingFor,
    slips,
  }
}

/** The slip that counts: the last one that is not settled. */
export const lastSlip = (slips: readonly Slip[]): Slip | null =>
  slips.filter(slip => slip.settledOn === null).reduce<Slip | null>((a, b) => (a && rank(a) >= rank(b) ? a : b), null)

/** The slip that the rules suggest today: the first row that holds. `after` is the number of the slip it follows. */
export function suggestSlip(facts: SlipFacts, today: Day, rules: readonly SlipRule[] = SLIP_RULES): SlipSuggestion {
  if (!SLIP_STATES.includes(facts.state)) return { colour: null, why: 'not-running' }
  if (facts.waitingFor === 'upper' || facts.waitingFor === 'office') return { colour: null, why: 'waits-elsewhere', who: facts.waitingFor }
  const last = lastSlip(facts.slips)
  if (last && last.limitOn >= today) return { colour: null, why: 'slip-running', number: last.number, limitOn: last.limitOn }

  const lapsed = last ? daysBetween(last.limitOn, today) : 0
  const lasted: Record<SlipTrigger, number> = { overdue: facts.overdue, unaccepted: facts.unaccepted, 'slip-lapsed': lapsed }
  for (const rule of rules)
    if (
      rule.after === (last?.colour ?? 'none') &&
      (rule.urgency === 'any' || rule.urgency === facts.urgency) &&
      lasted[rule.trigger] >= rule.days
    )
      return {
        colour: rule.colour,
        trigger: rule.trigger,
        days: lasted[rule.trigger],
        after: last?.number ?? null,
        since: addDays(today, 1 - lasted[rule.trigger]),
      }
  if (last?.colour === 'red') return { colour: null, why: 'red-lapsed', number: last.number, days: lapsed }
  return { colour: null, why: 'in-time' }
}

/** Later counts more; of one day the higher colour. */
const rank = (slip: Slip): string => `${slip.issuedOn}${SLIP_COLOURS.indexOf(slip.colour)}`

const COLOUR_WORD: Record<SlipColour, string> = { blue: '蓝', orange: '橙', red: '红' }

/** 督蓝〔2026〕3号: each colour and year counts for itself. `code` is the office's own word, 督 by default (product choice). */
export function slipNumber(colour: SlipColour, year: number, n: number, code = '督'): string {
  if (!Number.isInteger(n) || n < 1) throw new RangeError(`a slip's number must be 1 or more, not ${n}`)
  return `${code}${COLOUR_WORD[colour]}〔${year}〕${n}号`
}
