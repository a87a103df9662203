// Which fields of a reading a person can correct, in what kind of input, and what of them is sent. Pure.
import type { Correctable } from '../../core/correction.ts'
import { BOUNDS, GENRES, LEVELS, REPAIR_KINDS, type Reading, type Span, STRENGTHS, TOPICS } from '../../reader/reading.ts'

/** An entry of any list, as the inputs see it. */
export type Entry = Record<string, unknown> & { span: Span }
export type Link = 'dates' | 'quantities' | 'events'
export type Kind =
  | 'span'
  | 'line'
  | 'names'
  | 'day'
  | 'yes'
  | 'number'
  | 'count'
  | 'unit'
  | 'implied'
  | 'actions'
  | 'article'
  /** One of a closed list, worded under `words`; `blank`: or none. */
  | { choice: readonly string[]; words: string; blank?: true }
  /** An entry of another list of the same reading. */
  | { link: Link }

export interface FormField {
  name: string
  kind: Kind
  must?: true
}

const field = (name: string, kind: Kind): FormField => ({ name, kind })
const must = (name: string, kind: Kind): FormField => ({ name, kind, must: true })

export const FORM: Record<Correctable, readonly FormField[]> = {
  articles: [
    field('span', 'span'),
    field('title', 'line'),
    field('genre', { choice: GENRES, words: 'genre' }),
    field('number', 'line'),
    field('issuer', 'line'),
    field('recipients', 'names'),
    field('date', 'day'),
    field('byline', 'line'),
  ],
  events: [
    field('span', 'span'),
    must('name', 'line'),
    field('kind', { choice: ['meeting', 'visit'], words: 'correct.eventKind' }),
    field('from', 'day'),
    field('to', 'day'),
    field('place', 'line'),
    field('level', { choice: LEVELS, words: 'correct.level', blank: true }),
    field('chair', 'line'),
    field('attendees', 'names'),
    field('hosts', 'names'),
    field('sites', 'names'),
    field('conveys', { link: 'events' }),
    field('article', 'article'),
  ],
  directives: [
    field('span', 'span'),
    field('ordinal', 'line'),
    must('heading', 'line'),
    field('speaker', 'line'),
    field('topic', { choice: TOPICS, words: 'topic' }),
    field('hard', 'yes'),
    field('article', 'article'),
    field('actions', 'actions'),
  ],
  quantities: [
    field('span', 'span'),
    must('value', 'number'),
    field('max', 'number'),
    must('unit', 'unit'),
    field('bound', { choice: BOUNDS, words: 'correct.bound' }),
    field('change', { choice: ['up', 'down'], words: 'correct.change', blank: true }),
    field('of', 'line'),
    field('subject', 'line'),
  ],
  dates: [field('span', 'span'), field('from', 'day'), field('to', 'day'), field('every', 'line'), field('implied', 'implied')],
  people: [field('span', 'span'), must('name', 'line'), field('posts', 'names')],
  units: [field('span', 'span'), must('name', 'line')],
  projects: [
    field('span', 'span'),
    must('name', 'line'),
    field('investment', { link: 'quantities' }),
    field('area', { link: 'quantities' }),
  ],
  indicators: [
    field('span', 'span'),
    must('name', 'line'),
    field('region', 'line'),
    field('period', 'line'),
    field('quantity', { link: 'quantities' }),
  ],
  frames: [field('span', 'span'), must('name', 'line'), must('count', 'count')],
  repairs: [
    field('span', 'span'),
    must('was', 'line'),
    field('now', 'line'),
    field('kind', { choice: REPAIR_KINDS, words: 'correct.repairKind' }),
  ],
}

/** What a person can add from words of the text. */
export const ADDABLE = [
  'dates',
  'quantities',
  'people',
  'units',
  'projects',
  'indicators',
  'frames',
  'directives',
  'events',
  'repairs',
] as const
export type Addable = (typeof ADDABLE)[number]

const squeezed = (text: string, [from, to]: Span): string => text.slice(from, to).replace(/\s+/g, '')

const articleAt = (reading: Reading, span: Span): number =>
  Math.max(
    0,
    reading.articles.findIndex(a => a.span[0] <= span[0] && span[0] < a.span[1]),
  )

/** A new entry at a place of the text, with what the place itself says. */
export function blankEntry(of: Addable, span: Span, text: string, reading: Reading): Entry {
  const words = squeezed(text, span)
  switch (of) {
    case 'dates':
      return { span, text: words, from: null, to: null, implied: [] }
    case 'quantities':
      return { span, text: words, value: null, unit: '', bound: '=', of: null, subject: null }
    case 'people':
      return { span, name: words, posts: [] }
    case 'projects':
      return { span, name: words, investment: null, area: null }
    case 'indicators':
      return { span, name: words, region: null, period: null, quantity: null }
    case 'frames':
      return { span, name: words, count: null }
    case 'directives':
      return {
        span,
        article: articleAt(reading, span),
        ordinal: null,
        path: [],
        heading: words.split(/[，。；]/)[0]!.slice(0, 60),
        speaker: null,
        topic: 'other',
        hard: false,
        actions: [{ span, text: words.replace(/[。；]$/, ''), strength: STRENGTHS[1], lead: null, co: [], deadline: null, measure: null }],
        missing: ['lead', 'deadline', 'measure'],
      }
    case 'events':
      return { span, article: articleAt(reading, span), kind: 'meeting', name: words.slice(0, 60) }
    case 'repairs':
      return { span, was: text.slice(...span), now: words, kind: 'misread' }
    case 'units':
      return { span, name: words }
  }
}

/** What follows from what was set: the words of a moved date, a year that is no longer implied, what a directive still lacks. */
export function settled(of: Correctable, was: Entry, next: Entry, text: string): Entry {
  const said = { ...next }
  const changed = (name: string) => !same(was[name], next[name])
  if ('text' in was && changed('span')) said.text = squeezed(text, next.span)
  if (of === 'dates' && !changed('implied') && (changed('from') || changed('to'))) said.implied = []
  if (of === 'directives' && changed('actions')) {
    const actions = next.actions as Entry[]
    said.missing = (['lead', 'deadline', 'measure'] as const).filter(key => !actions.some(a => a[key] !== null))
  }
  return said
}

export const same = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null)

/** Kept beside the fields of the form: they follow from them, or say where the entry stands. */
const BESIDE = ['span', 'text', 'missing', 'path']

/** What is sent: of the reader's entry the fields that are otherwise than he read them, of an added one all of it. */
export function toSend(of: Correctable, own: Entry | null, next: Entry): Record<string, unknown> {
  const names = new Set([...FORM[of].map(f => f.name), ...BESIDE])
  const given = [...names].filter(name => name in next || (own !== null && name in own))
  return Object.fromEntries(
    given
      .filter(name => own === null || !same(own[name], next[name]))
      .map(name => [name, next[name] ?? null])
      // What was never said of an added entry is left to the server's blanks.
      .filter(([name, value]) => own !== null || value !== null || !['max', 'change', 'every'].includes(name as string)),
  )
}

/** Fields that must be said and are not. */
export const lacking = (of: Correctable, entry: Entry): string[] =>
  FORM[of].flatMap(({ name, must: needed }) => {
    const value = entry[name]
    return needed && (value === null || value === undefined || value === '') ? [name] : []
  })
