// The reading: what `read` gives for one document. Types only; the words of every union stand here once.

/** Half-open `[start, end)` in UTF-16 code units of the original text. */
export type Span = [start: number, end: number]

export const GENRES = [
  'meeting-readout',
  'visit',
  'notice',
  'plan',
  'minutes',
  'work-report',
  'circular',
  'leader-note',
  'letter',
  'other',
] as const
export type Genre = (typeof GENRES)[number]

export const TOPICS = [
  'investment',
  'reform',
  'conduct',
  'programme',
  'risk',
  'targets',
  'economy',
  'agriculture',
  'environment',
  'safety',
  'livelihood',
  'party',
  'other',
] as const
export type Topic = (typeof TOPICS)[number]

export const STRENGTHS = ['must', 'should', 'may'] as const
export type Strength = (typeof STRENGTHS)[number]

export const LEVELS = ['nation', 'province', 'city', 'county', 'township'] as const
export type Level = (typeof LEVELS)[number]

export const BOUNDS = ['=', '≈', '≥', '≤', '>', '<'] as const
export type Bound = (typeof BOUNDS)[number]

export const REPAIR_KINDS = ['join-lines', 'drop-space', 'misread', 'repeated'] as const
export type RepairKind = (typeof REPAIR_KINDS)[number]

/** Why the reader is unsure; a closed list, worded for people in `web/words`. */
export const DOUBT_CODES = [
  'year-implied', // the year was not said; `facts.reason` says where it came from
  'year-unknown', // no year could be found
  'month-implied',
  'list-gap', // an ordinal is missing from a list: facts { after, before, missing }
  'list-repeated', // an ordinal stands twice
  'misread-suggested', // a probable misreading that was not changed: facts { was, maybe }
  'distribution-mismatch', // 分别 with unequal counts
  'unit-unresolved', // 我市/该局 that could not be resolved
  'date-impossible', // 2月30日
  'date-past', // a deadline before the document's own date
  'person-uncertain',
  'text-truncated', // the text ends inside a sentence
  'no-directive', // nothing was asked for in an article
  'quantity-unit-unknown',
] as const
export type DoubtCode = (typeof DOUBT_CODES)[number]

export interface Article {
  span: Span
  title: string | null
  genre: Genre
  number: string | null
  issuer: string | null
  recipients: string[]
  date: string | null
  byline: string | null
}

export interface ReadingEvent {
  article: number
  span: Span
  kind: 'meeting' | 'visit'
  name: string
  from: string | null
  to: string | null
  place: string | null
  level: Level | null
  chair: string | null
  attendees: string[]
  hosts: string[]
  sites: string[]
  /** Index of the event whose spirit this one conveys. */
  conveys: number | null
}

export interface Action {
  span: Span
  text: string
  strength: Strength
  lead: string | null
  co: string[]
  /** Index into `dates`. */
  deadline: number | null
  /** Index into `quantities`. */
  measure: number | null
}

export interface Directive {
  article: number
  span: Span
  ordinal: string | null
  path: number[]
  heading: string
  speaker: string | null
  topic: Topic
  /** It names at least one of: a deadline, a figure to reach, a deliverable. */
  hard: boolean
  actions: Action[]
  missing: ('lead' | 'deadline' | 'measure')[]
}

export interface Quantity {
  span: Span
  text: string
  /** Exact, in the base unit; the low end of a range. */
  value: number
  /** The high end of a range. */
  max?: number
  /** ISO 4217 for money; m2 km2 mu m km t kWh % pp rank person household year month day; else the Chinese measure word. */
  unit: string
  bound: Bound
  of: string | null
  subject: string | null
  change?: 'up' | 'down'
}

export interface ReadingDate {
  span: Span
  text: string
  from: string | null
  to: string | null
  implied: ('year' | 'month' | 'day')[]
  /** A recurrence: 每月5日前 has null days. */
  every?: string
  /** Where an implied year came from: document-date, dateline, anniversary, statistic, today. */
  reason?: string
}

export interface Person {
  span: Span
  name: string
  posts: string[]
  mentions?: Span[]
}
export interface NamedUnit {
  span: Span
  name: string
  mentions?: Span[]
}
export interface Project {
  span: Span
  name: string
  investment: number | null
  area: number | null
}
export interface Indicator {
  span: Span
  name: string
  region: string | null
  period: string | null
  quantity: number | null
}
export interface Frame {
  span: Span
  name: string
  count: number
}
export interface Repair {
  span: Span
  was: string
  now: string
  kind: RepairKind
}
export interface Doubt {
  span: Span
  code: DoubtCode
  facts?: Record<string, string | number>
}

export interface Reading {
  source: { name: string; length: number; sha256: string }
  articles: Article[]
  events: ReadingEvent[]
  directives: Directive[]
  quantities: Quantity[]
  dates: ReadingDate[]
  people: Person[]
  units: NamedUnit[]
  projects: Project[]
  indicators: Indicator[]
  frames: Frame[]
  repairs: Repair[]
  doubts: Doubt[]
}

export interface ReadOptions {
  /** Shown as `source.name`. */
  name?: string
  /** The day of reading, `YYYY-MM-DD`: the last resort for an implied year; null = never guess from it. */
  today?: string | null
  /** Full name of the place the text is about, e.g. 青禾县, for 我县 and 全县. */
  place?: string | null
}
