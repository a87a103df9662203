// Turns what the parsers found (repaired offsets, objects that point at each other) into the reading (original offsets, indexes).

import type { ArticleFacts, RawDate, RawPerson, RawQuantity, RawUnit, ReadContext } from './context.ts'
import type { RawDirective } from './directive.ts'
import type { RawEvent } from './event.ts'
import type { Article, Doubt, Reading, Span } from './reading.ts'
import { toOriginal } from './text.ts'

export interface Found {
  directives: RawDirective[]
  events: RawEvent[]
}

export interface Pages {
  /** Takes over what was found in the lines and sentences that the context holds. */
  add(found: Found): void
  /** The whole reading; `sha256` is that of the original text. */
  finish(sha256: string): Reading
}

/** Gathers the reading of a document whose articles are read one after the other with the same context. */
export function startReading(ctx: ReadContext): Pages {
  const people = new Map<string, RawPerson>()
  const units = new Map<string, RawUnit>()
  const reading: Reading = {
    source: { name: ctx.options.name ?? '', length: ctx.repaired.original.length, sha256: '' },
    articles: [],
    events: [],
    directives: [],
    quantities: [],
    dates: [],
    people: [],
    units: [],
    projects: [],
    indicators: [],
    frames: [],
    repairs: ctx.repaired.repairs,
    doubts: [],
  }
  const back = (span: Span) => toOriginal(ctx.repaired, span)
  return { add, finish }

  function add(found: Found): void {
    const [firstDate, firstQuantity] = [reading.dates.length, reading.quantities.length]
    for (const s of ctx.sentences) {
      // In place: what was found is the reading's own from here on.
      for (const d of s.dates) {
        d.span = back(d.span)
        reading.dates.push(d)
      }
      for (const q of s.quantities) {
        q.span = back(q.span)
        reading.quantities.push(q)
      }
    }
    const date = (d: RawDate | null) => d && indexOf(reading.dates, d, firstDate)
    const quantity = (q: RawQuantity | null) => q && indexOf(reading.quantities, q, firstQuantity)
    for (const s of ctx.sentences) {
      for (const p of s.people) mention(people, p, back)
      for (const u of s.units) mention(units, u, back)
      for (const p of s.projects)
        reading.projects.push({ ...p, span: back(p.span), investment: quantity(p.investment), area: quantity(p.area) })
      for (const i of s.indicators) reading.indicators.push({ ...i, span: back(i.span), quantity: quantity(i.quantity) })
      for (const f of s.frames) reading.frames.push({ ...f, span: back(f.span) })
    }
    for (const d of found.directives) {
      const actions = d.actions.map(a => ({ ...a, span: back(a.span), deadline: date(a.deadline), measure: quantity(a.measure) }))
      reading.directives.push({ ...d, span: back(d.span), actions })
    }
    const before = reading.events.length
    for (const e of found.events)
      reading.events.push({ ...e, span: back(e.span), conveys: e.conveys ? before + found.events.indexOf(e.conveys) : null })
  }

  function finish(sha256: string): Reading {
    reading.source.sha256 = sha256
    reading.articles = ctx.articles.map(a => articleOf(ctx, a))
    reading.people = [...people.values()]
    reading.units = [...units.values()]
    reading.doubts = [...ctx.repaired.doubts, ...ctx.doubts.map((d): Doubt => ({ ...d, span: back(d.span) }))].sort(
      (a, b) => a.span[0] - b.span[0],
    )
    return reading
  }
}

/** Where the very object stands in a list in order of the text, which begins at `from`; null when it is not there. */
function indexOf<T extends { span: Span }>(list: readonly T[], item: T, from: number): number | null {
  let [low, high] = [from, list.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (list[middle]!.span[0] < item.span[0]) low = middle + 1
    else high = middle
  }
  while (low < list.length && list[low] !== item && list[low]!.span[0] === item.span[0]) low++
  return list[low] === item ? low : null
}

function articleOf(ctx: ReadContext, a: ArticleFacts): Article {
  return {
    span: toOriginal(ctx.repaired, [a.start, a.end]),
    title: a.title ? ctx.text.slice(...a.title) : null,
    genre: a.genre,
    number: a.number,
    issuer: a.issuer,
    recipients: a.recipients,
    // Every note on such a paper is signed by itself; the paper has no day of its own.
    date: a.genre === 'leader-note' ? null : a.date,
    byline: a.byline,
  }
}

/** One entry for each name: the first mention's span, the others as `mentions`, all posts. */
function mention<T extends { name: string; span: Span; mentions?: Span[]; posts?: string[] }>(
  by: Map<string, T>,
  item: T,
  back: (span: Span) => Span,
): void {
  const known = by.get(item.name)
  if (!known) {
    by.set(item.name, { ...item, span: back(item.span), ...(item.posts ? { posts: [...item.posts] } : {}) })
    return
  }
  known.mentions ??= []
  known.mentions.push(back(item.span))
  if (known.posts) for (const post of item.posts ?? []) if (!known.posts.includes(post)) known.posts.push(post)
}
