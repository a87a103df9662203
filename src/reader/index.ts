// The one door of the reader: text in, reading out. Pure; never throws, whatever the text.

import { startReading } from './assemble.ts'
import type { ReadContext } from './context.ts'
import { findDirectives } from './directive.ts'
import { addDoubts } from './doubt.ts'
import { findEvents } from './event.ts'
import { hashOf } from './hash.ts'
import { findArticles } from './header.ts'
import { cutLines, cutSentences } from './outline.ts'
import type { Reading, ReadOptions } from './reading.ts'
import { noSigns } from './signs.ts'
import { repair } from './text.ts'
import { findValues } from './values.ts'

/** Reads one document, article by article, so that what is known of a sentence is let go with its article. Linear; spans are offsets into `text`. */
export function read(text: string, options: ReadOptions = {}): Reading {
  const repaired = repair(text)
  const lines = cutLines(repaired.text)
  const articles = findArticles(repaired.text, lines, options)
  const ctx: ReadContext = {
    repaired,
    text: repaired.text,
    options,
    lines: [],
    articles,
    article: null,
    sentences: [],
    signs: noSigns(),
    seenPeople: new Map(),
    doubts: [],
  }
  const pages = startReading(ctx)
  for (let from = 0, to = 0; from < lines.length; from = to) {
    const index = lines[from]!.article
    while (to < lines.length && lines[to]!.article === index) to++
    const article = index < 0 ? null : (articles[index] ?? null)
    ctx.article = article
    ctx.lines = lines.slice(from, to)
    ctx.sentences = cutSentences(ctx.text, ctx.lines)
    findValues(ctx, article)
    const directives = article ? findDirectives(ctx, article) : []
    const events = article ? findEvents(ctx, article, directives) : []
    addDoubts(ctx, article, directives)
    pages.add({ directives, events })
  }
  return pages.finish(hashOf(text))
}

export type { Reading, ReadOptions } from './reading.ts'
