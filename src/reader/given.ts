// Builds the context of one sentence or of a few for tests; the reader itself never imports it.

import type { ArticleFacts, ReadContext, Sentence } from './context.ts'
import { noSigns } from './signs.ts'

/** Facts of an article signed on 20 May 2026 in the fictional 青禾县; any may be replaced. */
export function anArticle(facts: Partial<ArticleFacts> = {}): ArticleFacts {
  const date = facts.date === undefined ? '2026-05-20' : facts.date
  return {
    index: 0,
    start: 0,
    end: 0,
    title: null,
    genre: 'notice',
    number: null,
    issuer: null,
    recipients: [],
    byline: null,
    date,
    year: date ? { year: Number(date.slice(0, 4)), reason: 'document-date' } : null,
    place: '青禾县',
    ...facts,
  }
}

/** A context whose sentences are cut at 。 and line ends. */
export function aContext(text: string, facts: Partial<ArticleFacts> = {}): ReadContext {
  const sentences: Sentence[] = []
  for (const m of text.matchAll(/[^。\n]+。?/g))
    sentences.push({
      start: m.index,
      end: m.index + m[0].length,
      line: 0,
      article: 0,
      dates: [],
      quantities: [],
      frames: [],
      people: [],
      units: [],
      indicators: [],
      projects: [],
      posts: [],
      titles: null,
    })
  const article = anArticle({ end: text.length, ...facts })
  return {
    repaired: { original: text, text, passes: [], repairs: [], doubts: [] },
    text,
    options: {},
    lines: [],
    articles: [article],
    article,
    sentences,
    signs: noSigns(),
    seenPeople: new Map(),
    doubts: [],
  }
}

/** What `find` finds in all sentences of a text, each span checked against its `text`. */
export function found<T>(ctx: ReadContext, find: (ctx: ReadContext, sentence: Sentence) => T[]): T[] {
  return ctx.sentences.flatMap(s => find(ctx, s))
}
