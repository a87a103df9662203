// Indicators, their targets and their readings: the vocabulary of domain §4. No rules here: core/pace.ts judges.
import type { Topic } from '../reader/reading.ts'
import type { Day, Instant, Source } from './types.ts'

/** The kinds, each judged by a rule of its own: 累计 时点 增速 上限 分期 是否. */
export const INDICATOR_KINDS = ['volume', 'level', 'growth', 'ceiling', 'phased', 'milestone'] as const
export type IndicatorKind = (typeof INDICATOR_KINDS)[number]

/** Whether more is better (正向) or less (逆向). */
export const DIRECTIONS = ['up', 'down'] as const
export type Direction = (typeof DIRECTIONS)[number]

/** What a reading of a month says: all of the year so far (1—5月累计), or how it stands at the month's end (时点). */
export const BASES = ['cumulative', 'point'] as const
export type Basis = (typeof BASES)[number]

/** How often a figure comes: 月 季 半年 年 */
export const FREQUENCIES = ['month', 'quarter', 'half', 'year'] as const
export type Frequency = (typeof FREQUENCIES)[number]

/** How a whole is made of its parts: 加总 加权 */
export const COMBINES = ['sum', 'weighted'] as const
export type Combine = (typeof COMBINES)[number]

/** How sure a figure is: 预计 快报 核定 */
export const READING_STATUSES = ['estimate', 'flash', 'final'] as const
export type ReadingStatus = (typeof READING_STATUSES)[number]

/** 目标任务, set from above; 承诺, a unit's own pledge with a day of its own. */
export const TARGET_KINDS = ['target', 'commitment'] as const
export type TargetKind = (typeof TARGET_KINDS)[number]

/** 已完成 达序时 欠序时 不可算 */
export const VERDICTS = ['reached', 'on', 'behind', 'unknown'] as const
export type Verdict = (typeof VERDICTS)[number]

/** Why a pace cannot be computed: never a number then. */
export const PACE_REASONS = [
  'no-target',
  'zero-target',
  'no-reading', // nothing came for this month, nor before it in the year
  'not-due', // no figure is expected yet: a quarterly one in February, a milestone before its day
  'no-plan', // phased, and nothing is planned for this month
  'no-base', // a level without the value it started from
  'bad-base', // zero or negative: a rate on it says nothing
  'no-last-year',
] as const
export type PaceReason = (typeof PACE_REASONS)[number]

/** Stands for the whole jurisdiction where a unit is named: a figure of the county itself (全县). */
export const WHOLE = '00000000-0000-0000-0000-000000000000'

/** 两乡五区, 七张牌: a named frame that indicators and directives hang from. */
export interface Frame {
  id: string
  name: string
  parentId: string | null
}

export interface Indicator {
  id: string
  /** The same figure's name at every level of the tree (统计代码 or an agreed short word); null: only here. */
  code: string | null
  name: string
  /** Short names that sheets use: 财政收入. */
  aliases: string[]
  kind: IndicatorKind
  direction: Direction
  basis: Basis
  frequency: Frequency
  /** 亿元, 万人, %, 起; a milestone has none. */
  unit: string
  /** Digits after the point that are shown and compared, 0–6. */
  decimals: number
  /** One number, one source: the unit that reports it for everybody. */
  sourceUnitId: string | null
  frameId: string | null
  topic: Topic
  /** The total of which this is a part, with its weight where parts are weighted. */
  parentId: string | null
  combine: Combine | null
  weight: number
  /** Seen by every unit; otherwise by the office, its source and whom it is about. */
  published: boolean
  /** The sentence that asks for it. */
  source: Source | null
  /** The item that carries it out. */
  itemId: string | null
  version: number
  /** No longer kept; what was reported stays. */
  retired: boolean
}

/** What is to be reached by one unit (or the WHOLE) in one year; a revision keeps the old one. */
export interface Target {
  kind: TargetKind
  year: number
  /** In the indicator's unit; of a milestone 1. */
  value: number
  /** Where a level stood at the end of the year before. */
  base: number | null
  /** Planned cumulative value at the end of each of the twelve months; null where none is planned. */
  phasing: (number | null)[] | null
  /** Of a milestone or a commitment. */
  dueOn: Day | null
}

/** One month's figure; a later revision stands before it, the old one stays. */
export interface IndicatorReading {
  year: number
  /** Of the data, 1–12, not of the day it was told. */
  month: number
  /** In the indicator's unit; of a milestone 1 once it is done. */
  value: number
  status: ReadingStatus
}

/** Everything that one unit's standing in one indicator is judged by. */
export interface Series {
  indicator: Pick<Indicator, 'kind' | 'direction' | 'basis' | 'frequency' | 'decimals' | 'unit'>
  year: number
  target: Pick<Target, 'value' | 'base' | 'phasing' | 'dueOn'> | null
  /** By month − 1; null: none came. */
  values: readonly (number | null)[]
  /** The same of the year before. */
  lastYear: readonly (number | null)[]
}

/** Who said a thing, and when. */
export interface Signed {
  at: Instant
  by: string
  unit: string | null
}
