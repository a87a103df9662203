// 对标: who is compared with whom, who stands where, and how long it takes to catch up. Every choice is a stated rule; missing and low-base figures are shown as such.
import { compare, exact, minus, rounded, sizeOf } from './exact.ts'
import type { Direction } from './indicator.ts'

/** A product choice: population within ±50 %, widened by tens of per cent until there are at least five. */
interface PeerRules {
  /** Per cent of one's own population. */
  within: number
  widenBy: number
  atLeast: number
}
export const PEER_RULES: PeerRules = { within: 50, widenBy: 10, atLeast: 5 }

interface Populated {
  id: string
  population: number | null
}
interface PeerChoice {
  /** Nearest in population first. */
  peers: string[]
  /** The band that was used in the end, per cent. */
  within: number
  widened: boolean
  /** There are not as many as the rule asks for: all are taken, however large they are. */
  short: boolean
  /** They could not be looked at: no population. */
  unknown: string[]
}

/** Own population zero or not known: RangeError, for there is nothing to go by. */
export function choosePeers(own: number, others: readonly Populated[], rules: PeerRules = PEER_RULES): PeerChoice {
  if (!(own > 0)) throw new RangeError('own population must be above zero')
  const apart = others
    .flatMap(({ id, population }) => (population === null ? [] : [{ id, percent: (Math.abs(population - own) * 100) / own }]))
    .sort((a, b) => a.percent - b.percent || (a.id < b.id ? -1 : 1))
  const asked = apart[Math.min(rules.atLeast, apart.length) - 1]?.percent ?? 0
  const steps = Math.max(0, Math.ceil((asked - rules.within) / rules.widenBy))
  const within = rules.within + steps * rules.widenBy
  return {
    peers: apart.filter(one => one.percent <= within).map(one => one.id),
    within,
    widened: steps > 0,
    short: apart.length < rules.atLeast,
    unknown: others.filter(one => one.population === null).map(one => one.id),
  }
}

/** 第一方阵 has no authoritative definition: rank ≤ ⌈n / 3⌉ is a product choice. */
interface RankRules {
  /** Up to this rank of so many that have a figure. */
  firstTier: (of: number) => number
  /** Growth above so many per cent, up or down, tells of its base; null: the figures are no growth. */
  lowBaseAbove: number | null
}
export const RANK_RULES: RankRules = { firstTier: of => Math.ceil(of / 3), lowBaseAbove: null }

export interface Entrant {
  id: string
  value: number | null
}

export interface Gap {
  /** More than one where they tie. */
  ids: string[]
  /** Never below zero; in the figures' unit. */
  gap: number
}

export interface Place {
  id: string
  value: number | null
  /** Ties share the better rank and leave the next ones out: 1, 1, 3. Null: no figure. */
  rank: number | null
  tied: boolean
  /** 标兵: the nearest better figure; null for the first. */
  ahead: Gap | null
  /** 追兵: the nearest worse one; null for the last. */
  behind: Gap | null
  firstTier: boolean
  /** To the last figure within the first tier; 0 within it, null without a figure. */
  toFirstTier: number | null
  lowBase: boolean
}

interface Ranking {
  /** By rank, then by id; those without a figure last. */
  places: Place[]
  /** Those with a figure: the n of the ranks. */
  of: number
  /** The last figure within the first tier; null when nobody has one. */
  firstTierAt: number | null
}

/** `better`: whether more is better or less. */
export function ranking(entrants: readonly Entrant[], better: Direction, rules: RankRules = RANK_RULES): Ranking {
  const order = (a: number, b: number) => (better === 'up' ? b - a : a - b)
  const known = entrants
    .filter((one): one is { id: string; value: number } => one.value !== null)
    .sort((a, b) => order(a.value, b.value) || (a.id < b.id ? -1 : 1))
  const values = [...new Set(known.map(one => one.value))]
  const at = (value: number) => known.filter(one => one.value === value).map(one => one.id)
  const rankOf = new Map(values.map(value => [value, 1 + known.findIndex(one => one.value === value)]))
  const line = rules.firstTier(known.length)
  const firstTierAt = values.findLast(value => rankOf.get(value)! <= line) ?? null
  const gapTo = (value: number, other: number | undefined): Gap | null =>
    other === undefined ? null : { ids: at(other), gap: distance(value, other) }

  const places = known.map(({ id, value }): Place => {
    const rank = rankOf.get(value)!
    const index = values.indexOf(value)
    return {
      id,
      value,
      rank,
      tied: at(value).length > 1,
      ahead: gapTo(value, values[index - 1]),
      behind: gapTo(value, values[index + 1]),
      firstTier: rank <= line,
      toFirstTier: rank <= line ? 0 : firstTierAt === null ? null : distance(value, firstTierAt),
      lowBase: rules.lowBaseAbove !== null && Math.abs(value) > rules.lowBaseAbove,
    }
  })
  const missing = entrants
    .filter(one => one.value === null)
    .map(({ id }) => id)
    .sort()
    .map((id): Place => ({ ...UNKNOWN, id }))
  return { places: [...places, ...missing], of: known.length, firstTierAt }
}

const UNKNOWN: Omit<Place, 'id'> = {
  value: null,
  rank: null,
  tied: false,
  ahead: null,
  behind: null,
  firstTier: false,
  toFirstTier: null,
  lowBase: false,
}

const distance = (a: number, b: number): number => rounded(sizeOf(minus(exact(a), exact(b))), 6)

export const CATCH_UP_REASONS = ['bad-base', 'never', 'too-far'] as const
/** `bad-base`: a figure, or what a rate leaves of it, is not above zero. `too-far`: beyond what anybody plans. */
export type CatchUp = { years: number } | { years: null; why: (typeof CATCH_UP_REASONS)[number] }

/** Longer than this is no forecast (product choice). */
const MOST_YEARS = 100

/**
 * Years until one's own figure is as good as the other's, both changing by a steady rate in per cent a year; with one decimal, rounded up, so that it
 * has happened by then. 0: it is as good already.
 */
export function yearsToCatchUp(own: Moving, other: Moving, better: Direction): CatchUp {
  const [a, b] = [1 + own.rate / 100, 1 + other.rate / 100]
  if (own.value <= 0 || other.value <= 0 || a <= 0 || b <= 0) return { years: null, why: 'bad-base' }
  const lead = compare(exact(own.value), exact(other.value)) * (better === 'up' ? 1 : -1)
  if (lead >= 0) return { years: 0 }
  const faster = better === 'up' ? a / b : b / a
  if (faster <= 1) return { years: null, why: 'never' }
  const apart = better === 'up' ? other.value / own.value : own.value / other.value
  // A hair less than it comes to, so that a whole number of years is not rounded up past itself.
  const years = Math.ceil((Math.log(apart) / Math.log(faster)) * 10 - 1e-6) / 10
  return years > MOST_YEARS ? { years: null, why: 'too-far' } : { years }
}

/** A figure and the rate, in per cent a year, at which it changes. */
export interface Moving {
  value: number
  rate: number
}

/** The rate in per cent a year, two decimals, at which one's own figure meets the other's in so many years; null: a figure or the years not above zero. */
export function rateToClose(own: number, other: Moving, years: number): number | null {
  if (own <= 0 || other.value <= 0 || other.rate <= -100 || !(years > 0)) return null
  const times = (other.value / own) ** (1 / years) * (1 + other.rate / 100)
  return rounded(exact((times - 1) * 100), 2)
}
