// 传达对照: compares a lower level's document with the one it conveys: what was kept, localised, dropped, added or tightened. It shows; people judge.
import type { Quantity, Reading, Topic } from '../reader/reading.ts'
import { cadenceOf, withinOf } from './cadence.ts'
import { daysBetween } from './day.ts'
import { alike, pairUp } from './similar.ts'
import type { Day } from './types.ts'

/** 照转 本地化 遗漏 新增 加码 */
export const RELAY_VERDICTS = ['kept', 'localised', 'dropped', 'added', 'tightened'] as const
export type RelayVerdict = (typeof RELAY_VERDICTS)[number]

/** One thing that a directive asks for, with its date and figure. */
export interface Point {
  text: string
  dueOn: Day | null
  figure: Pick<Quantity, 'text' | 'value' | 'unit' | 'bound' | 'change'> | null
}
/** A directive as the comparison needs it; `sayings` makes them of a reading. */
export interface Saying {
  text: string
  ordinal: string | null
  topic: Topic
  points: Point[]
}

export const RELAY_CHANGES = [
  'date-earlier', // { was, now, days }
  'date-later',
  'date-added', // { now }
  'date-dropped', // { was }
  'figure-tighter', // { was, now, by }: higher to reach, or a lower ceiling
  'figure-looser',
  'figure-added',
  'figure-dropped',
  'more-often', // { was, now }: 每月 where 每季度 was asked for
  'less-often',
  'sooner', // { was, now }: 30分钟内 where 1小时内 was asked for
  'slower',
] as const
export interface RelayChange {
  change: (typeof RELAY_CHANGES)[number]
  facts: Record<string, string | number>
}

interface RelayLine {
  verdict: RelayVerdict
  /** Indexes of the directive above and the one below. */
  upper: number | null
  lower: number | null
  /** How alike their words are, 0 to 1; for a dropped or added one, to the nearest on the other side. */
  score: number
  /** The nearest on the other side of a dropped or added one: perhaps it went into that. */
  nearest: number | null
  changes: RelayChange[]
}

export interface Relay {
  lines: RelayLine[]
  counts: Record<RelayVerdict, number>
  /** 层层加码: at least one directive was tightened. */
  pilingOn: boolean
}

/** From how alike two directives are one, and from where the words count as kept (product choices). */
interface RelayRules {
  same: number
  kept: number
}
const RELAY_RULES: RelayRules = { same: 0.3, kept: 0.9 }
/** Points are compared only inside one directive, where less in common is enough. */
const SAME_POINT = 0.2

/** The directives of a reading; `text` is the original that the reading was made of. */
export function sayings(reading: Reading, text: string): Saying[] {
  return reading.directives.map(directive => ({
    text: text.slice(...directive.span),
    ordinal: directive.ordinal,
    topic: directive.topic,
    points: directive.actions.map(action => ({
      text: action.text,
      dueOn: action.deadline === null ? null : (reading.dates[action.deadline]?.to ?? null),
      figure: action.measure === null ? null : (reading.quantities[action.measure] ?? null),
    })),
  }))
}

/** The comparison, in the order of the upper document, what was added last. */
export function relay(upper: readonly Saying[], lower: readonly Saying[], rules: RelayRules = RELAY_RULES): Relay {
  const [above, below] = [upper.map(one => one.text), lower.map(one => one.text)]
  const beside = (i: number, j: number): number =>
    (upper[i]!.topic === lower[j]!.topic ? 0.03 : 0) + (upper[i]!.ordinal !== null && upper[i]!.ordinal === lower[j]!.ordinal ? 0.02 : 0)
  const pairs = new Map(pairUp(above, below, rules.same, beside).map(pair => [pair.a, pair]))
  const taken = new Set([...pairs.values()].map(pair => pair.b))
  const nearest = nearestOf(alike(above, below))

  const lines: RelayLine[] = upper.map((saying, i) => {
    const pair = pairs.get(i)
    if (!pair) return { verdict: 'dropped', upper: i, lower: null, ...nearest.ofUpper(i), changes: [] }
    const changes = changesOf(saying.points, lower[pair.b]!.points)
    return { verdict: verdictOf(pair.score, changes, rules), upper: i, lower: pair.b, score: round(pair.score), nearest: null, changes }
  })
  lower.forEach((_, j) => {
    if (!taken.has(j)) lines.push({ verdict: 'added', upper: null, lower: j, ...nearest.ofLower(j), changes: [] })
  })
  const counts = Object.fromEntries(RELAY_VERDICTS.map(verdict => [verdict, lines.filter(line => line.verdict === verdict).length]))
  return { lines, counts: counts as Relay['counts'], pilingOn: counts.tightened! > 0 }
}

const TIGHTER: readonly RelayChange['change'][] = ['date-earlier', 'figure-tighter', 'more-often', 'sooner']

function verdictOf(score: number, changes: readonly RelayChange[], rules: RelayRules): RelayVerdict {
  if (changes.some(one => TIGHTER.includes(one.change))) return 'tightened'
  return score >= rules.kept && changes.length === 0 ? 'kept' : 'localised'
}

/** What became of the dates and figures. A date where none was asked for is how a lower level plans its work, not a tightening. */
function changesOf(upper: readonly Point[], lower: readonly Point[]): RelayChange[] {
  const pairs =
    upper.length === 1 && lower.length === 1
      ? [{ a: 0, b: 0 }]
      : pairUp(
          upper.map(point => point.text),
          lower.map(point => point.text),
          SAME_POINT,
        )
  const alone = (points: readonly Point[], taken: Set<number>): Point[] => points.filter((_, at) => !taken.has(at))
  return [
    ...pairs.flatMap(({ a, b }) => pointChanges(upper[a]!, lower[b]!)),
    ...alone(upper, new Set(pairs.map(pair => pair.a))).flatMap(point => [...dateChange(point, EMPTY), ...figureChange(point, EMPTY)]),
    ...alone(lower, new Set(pairs.map(pair => pair.b))).flatMap(point => [...dateChange(EMPTY, point), ...figureChange(EMPTY, point)]),
  ]
}

function pointChanges(upper: Point, lower: Point): RelayChange[] {
  const [often, oftener] = [cadenceOf(upper.text), cadenceOf(lower.text)]
  const [soon, sooner] = [withinOf(upper.text), withinOf(lower.text)]
  const changes: RelayChange[] = []
  if (often && oftener && often.days !== oftener.days)
    changes.push({ change: oftener.days < often.days ? 'more-often' : 'less-often', facts: { was: often.text, now: oftener.text } })
  if (!soon || !sooner || soon.working !== sooner.working) return [...changes, ...dateChange(upper, lower), ...figureChange(upper, lower)]
  if (soon.minutes !== sooner.minutes)
    changes.push({ change: sooner.minutes < soon.minutes ? 'sooner' : 'slower', facts: { was: soon.text, now: sooner.text } })
  // A reader may take the same words for a date or a figure as well: they are compared once.
  const rest = (point: Point, words: string): Point => ({
    ...point,
    dueOn: null,
    figure: point.figure && words.includes(point.figure.text) ? null : point.figure,
  })
  return [...changes, ...figureChange(rest(upper, soon.text), rest(lower, sooner.text))]
}

const EMPTY: Point = { text: '', dueOn: null, figure: null }

function dateChange({ dueOn: was }: Point, { dueOn: now }: Point): RelayChange[] {
  if (was === now) return []
  if (was === null) return [{ change: 'date-added', facts: { now: now! } }]
  if (now === null) return [{ change: 'date-dropped', facts: { was } }]
  const days = daysBetween(was, now)
  return [{ change: days < 0 ? 'date-earlier' : 'date-later', facts: { was, now, days: Math.abs(days) } }]
}

/** Figures are compared only in one unit and direction; else the old one went and the new one came. */
function figureChange({ figure: was }: Point, { figure: now }: Point): RelayChange[] {
  const gone: RelayChange[] = was ? [{ change: 'figure-dropped', facts: { was: was.text } }] : []
  const come: RelayChange[] = now ? [{ change: 'figure-added', facts: { now: now.text } }] : []
  if (!was || !now) return [...gone, ...come]
  if (was.unit !== now.unit || was.change !== now.change || isCeiling(was.bound) !== isCeiling(now.bound))
    return was.text === now.text ? [] : [...gone, ...come]
  if (was.value === now.value) return []
  const tighter = isCeiling(was.bound) ? now.value < was.value : now.value > was.value
  const by = Number(Math.abs(now.value - was.value).toPrecision(12))
  return [{ change: tighter ? 'figure-tighter' : 'figure-looser', facts: { was: was.text, now: now.text, by } }]
}

/** 不超过3%: less is tighter. 下降3% is to be reached like any other: more is tighter. */
const isCeiling = (bound: Quantity['bound']): boolean => bound === '≤' || bound === '<'

interface Near {
  score: number
  nearest: number | null
}
function nearestOf(pairs: readonly { a: number; b: number; score: number }[]) {
  const best = { a: new Map<number, Near>(), b: new Map<number, Near>() }
  const keep = (map: Map<number, Near>, key: number, near: Near): void => {
    if (near.score > (map.get(key)?.score ?? 0)) map.set(key, { ...near, score: round(near.score) })
  }
  for (const { a, b, score } of pairs) {
    keep(best.a, a, { score, nearest: b })
    keep(best.b, b, { score, nearest: a })
  }
  const none: Near = { score: 0, nearest: null }
  return { ofUpper: (i: number) => best.a.get(i) ?? none, ofLower: (j: number) => best.b.get(j) ?? none }
}

const round = (score: number): number => Math.round(score * 1000) / 1000
