// A reading put right by hand: what a person changed, added or struck out, laid over what the reader said. Pure; the reader's own words stay as they were.
import type { Reading, Span } from '../reader/reading.ts'

/** What of a reading can be corrected: every list in it but the doubts, which are the reader's own. */
export const CORRECTABLE = [
  'articles',
  'events',
  'directives',
  'quantities',
  'dates',
  'people',
  'units',
  'projects',
  'indicators',
  'frames',
  'repairs',
] as const
export type Correctable = (typeof CORRECTABLE)[number]

/** One correction; a later one of the same entry replaces the earlier. */
export interface Correction {
  of: Correctable
  /** The entry's place in the reader's list; from the list's length on, entries that a person added, in their order. */
  index: number
  /** The fields that are otherwise; a whole entry with its `span` when it is added; null: the reader was wrong to see it. */
  value: Record<string, unknown> | null
}

/** Lists that others point into by index, and the fields that do. */
const POINTERS: { from: Correctable; to: Correctable; fields: string[] }[] = [
  { from: 'projects', to: 'quantities', fields: ['investment', 'area'] },
  { from: 'indicators', to: 'quantities', fields: ['quantity'] },
  { from: 'events', to: 'events', fields: ['conveys'] },
  { from: 'events', to: 'articles', fields: ['article'] },
  { from: 'directives', to: 'articles', fields: ['article'] },
]
type Entry = Record<string, unknown> & { span: Span }

/** The next index for an entry that a person adds to a list. */
export const nextIndex = (reading: Reading, corrections: readonly Correction[], of: Correctable): number =>
  corrections.reduce((next, c) => (c.of === of ? Math.max(next, c.index + 1) : next), reading[of].length)

/**
 * The reading as corrected. Indexes into lists follow when entries are struck out; one that pointed to a struck entry becomes null.
 * Corrections that name nothing (an index beyond the list without a span) are passed over.
 */
export function corrected(reading: Reading, corrections: readonly Correction[]): Reading {
  if (corrections.length === 0) return reading
  const lists = Object.fromEntries(CORRECTABLE.map(of => [of, laidOver(reading[of] as unknown as Entry[], of, corrections)])) as Record<
    Correctable,
    (Entry | null)[]
  >
  const moved = Object.fromEntries(CORRECTABLE.map(of => [of, placesOf(lists[of])])) as Record<Correctable, (number | null)[]>
  const follow = (entry: Entry, to: Correctable, fields: string[]): Entry => {
    const next = { ...entry }
    for (const field of fields) if (typeof next[field] === 'number') next[field] = moved[to][next[field] as number] ?? null
    return next
  }
  const kept = Object.fromEntries(CORRECTABLE.map(of => [of, lists[of].filter(entry => entry !== null)])) as Record<Correctable, Entry[]>
  for (const { from, to, fields } of POINTERS) kept[from] = kept[from].map(entry => follow(entry, to, fields))
  kept.directives = kept.directives.map(d => ({
    ...d,
    actions: ((d.actions as Entry[] | undefined) ?? []).map(a => follow(follow(a, 'dates', ['deadline']), 'quantities', ['measure'])),
  }))
  return { ...reading, ...(kept as unknown as Pick<Reading, Correctable>) }
}

/** What a reading leaves out where there is none; null takes it away. */
const OPTIONAL = ['max', 'change', 'every']

/** The list with changed, struck (null) and added entries, every entry still at its own index. */
export function laidOver(list: Entry[], of: Correctable, corrections: readonly Correction[]): (Entry | null)[] {
  const next: (Entry | null)[] = [...list]
  for (const { of: kind, index, value } of corrections) {
    if (kind !== of || index < 0) continue
    const was = list[index] ?? next[index] ?? null
    if (value === null) {
      if (index < next.length) next[index] = null
    } else if (was || 'span' in value) {
      while (next.length < index) next.push(null)
      const laid = { ...was, ...value } as Entry
      for (const field of OPTIONAL) if (laid[field] === null) delete laid[field]
      next[index] = laid
    }
  }
  return next
}

function placesOf(list: (Entry | null)[]): (number | null)[] {
  let at = 0
  return list.map(entry => (entry ? at++ : null))
}

/** What an added entry has where the person says nothing; a list that is not here needs no more than its span and name. */
const BLANK: Record<Correctable, Record<string, unknown>> = {
  articles: {},
  events: {
    article: 0,
    kind: 'meeting',
    from: null,
    to: null,
    place: null,
    level: null,
    chair: null,
    attendees: [],
    hosts: [],
    sites: [],
    conveys: null,
  },
  directives: {
    article: 0,
    ordinal: null,
    path: [],
    speaker: null,
    topic: 'other',
    hard: false,
    actions: [],
    missing: ['lead', 'deadline', 'measure'],
  },
  quantities: { bound: '=', of: null, subject: null },
  dates: { from: null, to: null, implied: [] },
  people: { posts: [] },
  units: {},
  projects: { investment: null, area: null },
  indicators: { region: null, period: null, quantity: null },
  frames: {},
  repairs: {},
}
/** What an added entry must say for itself. */
const NEEDED: Record<Correctable, string[]> = {
  articles: ['title', 'genre'],
  events: ['name'],
  directives: ['heading'],
  quantities: ['text', 'value', 'unit'],
  dates: ['text'],
  people: ['name'],
  units: ['name'],
  projects: ['name'],
  indicators: ['name'],
  frames: ['name', 'count'],
  repairs: ['was', 'now', 'kind'],
}

/** Why a correction cannot stand, or null. Articles hold everything else and are neither added nor struck out. */
export function correctionFault(
  reading: Reading,
  made: readonly Correction[],
  c: Omit<Correction, 'index'> & { index: number | null },
): { field: string; rule: string } | null {
  const span = c.value?.span as Span | undefined
  if (span && !(span[0] < span[1] && span[1] <= reading.source.length)) return { field: 'span', rule: 'inside-text' }
  if (c.of === 'articles' && (c.index === null || c.value === null)) return { field: 'of', rule: 'articles-stay' }
  if (c.index !== null) return c.index < nextIndex(reading, made, c.of) ? null : { field: 'index', rule: 'known' }
  if (!c.value || !span) return { field: 'span', rule: 'required' }
  const lacks = NEEDED[c.of].find(field => c.value![field] === undefined)
  return lacks ? { field: lacks, rule: 'required' } : null
}

/** An added entry with what the person did not say left unknown. */
export const wholeEntry = (of: Correctable, value: Record<string, unknown>): Record<string, unknown> => ({ ...BLANK[of], ...value })
