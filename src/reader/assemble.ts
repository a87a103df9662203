// Turns what the parsers found (repaired offsets, objects that point at each other) into the reading (original offsets, indexes).

import type { RawDate, RawIndicator, RawPerson, RawProject, RawQuantity, RawUnit, ReadContext } from './context.ts'
import type { RawDirective } from './directive.ts'
import type { RawEvent } from './event.ts'
import type { Article, Directive, Doubt, Frame, Reading, ReadingEvent, Span } from './reading.ts'
import { toOriginal } from './text.ts'

export interface Found {
  directives: RawDirective[]
  events: RawEvent[]
}

/** The reading of everything found; `sha256` is that of the original text. */
export function assemble(ctx: ReadContext, found: Found, sha256: string): Reading {
  const back = <T extends { span: Span }>(x: T): T => ({ ...x, span: toOriginal(ctx.repaired, x.span) })
  const all = <T>(of: (s: ReadContext['sentences'][number]) => T[]): T[] => {
    const items: T[] = []
    for (const s of ctx.sentences) for (const item of of(s)) items.push(item)
    return items
  }
  const dates = all<RawDate>(s => s.dates)
  const quantities = all<RawQuantity>(s => s.quantities)
  const dateIndex = indexOf(dates)
  const quantityIndex = indexOf(quantities)
  return {
    source: { name: ctx.options.name ?? '', length: ctx.repaired.original.length, sha256 },
    articles: ctx.articles.map(
      (a): Article => ({
        span: toOriginal(ctx.repaired, [a.start, a.end]),
        title: a.title ? ctx.text.slice(...a.title) : null,
        genre: a.genre,
        number: a.number,
        issuer: a.issuer,
        recipients: a.recipients,
        // Every note on such a paper is signed by itself; the paper has no day of its own.
        date: a.genre === 'leader-note' ? null : a.date,
        byline: a.byline,
      }),
    ),
    events: found.events.map((e): ReadingEvent => back({ ...e, conveys: e.conveys ? found.events.indexOf(e.conveys) : null })),
    directives: found.directives.map(
      (d): Directive =>
        back({
          ...d,
          actions: d.actions.map(a => back({ ...a, deadline: dateIndex(a.deadline), measure: quantityIndex(a.measure) })),
        }),
    ),
    quantities: quantities.map(back),
    dates: dates.map(back),
    people: mergeByName(
      all<RawPerson>(s => s.people),
      back,
    ),
    units: mergeByName(
      all<RawUnit>(s => s.units),
      back,
    ),
    projects: all<RawProject>(s => s.projects).map(p =>
      back({ ...p, investment: quantityIndex(p.investment), area: quantityIndex(p.area) }),
    ),
    indicators: all<RawIndicator>(s => s.indicators).map(i => back({ ...i, quantity: quantityIndex(i.quantity) })),
    frames: all<Frame>(s => s.frames).map(back),
    repairs: ctx.repaired.repairs,
    doubts: [...ctx.repaired.doubts, ...ctx.doubts.map((d): Doubt => back(d))].sort((a, b) => a.span[0] - b.span[0]),
  }
}

function indexOf<T extends object>(items: readonly T[]): (item: T | null) => number | null {
  const at = new Map<T, number>()
  for (let i = 0; i < items.length; i++) at.set(items[i]!, i)
  return item => (item ? (at.get(item) ?? null) : null)
}

/** One entry for each name: the first mention's span, the others as `mentions`, all posts. */
function mergeByName<T extends { name: string; span: Span; mentions?: Span[]; posts?: string[] }>(
  items: readonly T[],
  back: (x: T) => T,
): T[] {
  const by = new Map<string, T>()
  for (const item of items) {
    const here = back(item)
    const known = by.get(item.name)
    if (!known) by.set(item.name, { ...here, ...(item.posts ? { posts: [...item.posts] } : {}) })
    else {
      known.mentions ??= []
      known.mentions.push(here.span)
      if (known.posts) for (const post of item.posts ?? []) if (!known.posts.includes(post)) known.posts.push(post)
    }
  }
  return [...by.values()]
}
