// What every parser may know while it reads one sentence; holds data, decides nothing. All spans here are in repaired offsets.

import type { Doubt, Frame, Genre, Indicator, NamedUnit, Person, Project, Quantity, ReadingDate, ReadOptions, Span } from './reading.ts'
import type { Signs } from './signs.ts'
import type { Repaired } from './text.ts'

/** The shapes of the reading before spans are mapped to the original: same fields, repaired offsets. */
export type RawQuantity = Quantity
export type RawDate = ReadingDate
/** One for each mention; a later mention without posts has `posts: []`. The reading merges them by name. */
export type RawPerson = Person
/** One for each mention. */
export type RawUnit = NamedUnit
export type RawFrame = Frame
export interface RawProject extends Omit<Project, 'investment' | 'area'> {
  investment: RawQuantity | null
  area: RawQuantity | null
}
export interface RawIndicator extends Omit<Indicator, 'quantity'> {
  quantity: RawQuantity | null
}

/** A stretch of repaired text between full stops or line ends; never empty, no white space at its edges. */
export interface Sentence {
  start: number
  end: number
  /** Index into `ctx.lines`. */
  line: number
  /** Index into `ctx.articles`; -1 for a masthead or other text outside any article. */
  article: number
  /** Filled in this order before the next parser is called: dates, quantities, frames, people, units, indicators, projects. */
  dates: RawDate[]
  quantities: RawQuantity[]
  frames: RawFrame[]
  people: RawPerson[]
  units: RawUnit[]
  indicators: RawIndicator[]
  projects: RawProject[]
  /** Where posts stand; filled with the people: a body named only inside a post does not act there. */
  posts: Span[]
  /** 《…》 and 〔2026〕9号, once `titlesOf` has looked for them. */
  titles: Span[] | null
}

/** A printed line of the repaired text, without its white space at the edges. */
export interface Line {
  start: number
  end: number
  article: number
  role: 'masthead' | 'title' | 'number' | 'recipients' | 'byline' | 'signature' | 'heading' | 'label' | 'attachment' | 'body'
}

/** Where the year of dates without one comes from. */
export interface YearSource {
  year: number
  reason: 'document-date' | 'dateline' | 'anniversary' | 'statistic' | 'document-number' | 'title' | 'today'
}

/** What is known of an article before its sentences are read. */
export interface ArticleFacts {
  index: number
  start: number
  end: number
  title: Span | null
  genre: Genre
  number: string | null
  issuer: string | null
  recipients: string[]
  byline: string | null
  /** The day of signing or, on a newspaper page, of the masthead; of a leader's note the day of its first signature. */
  date: string | null
  year: YearSource | null
  /** Full name of the place the article speaks for (我县, 全县), when known. */
  place: string | null
}

export interface ReadContext {
  repaired: Repaired
  /** `repaired.text` */
  text: string
  options: ReadOptions
  lines: Line[]
  articles: ArticleFacts[]
  /** The one that is being read; null in a masthead. */
  article: ArticleFacts | null
  sentences: Sentence[]
  /** Of the sentence that is being read. */
  signs: Signs
  /** Names seen with a post or in a list, so that a later bare mention is known. Filled by findPeople. */
  seenPeople: Map<string, RawPerson>
  /** Parsers add theirs here, spans in repaired offsets. */
  doubts: Doubt[]
}
