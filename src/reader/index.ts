// The one door of the reader: text in, reading out. Pure; never throws, whatever the text.

import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { assemble } from './assemble.ts'
import type { ReadContext } from './context.ts'
import { findDirectives } from './directive.ts'
import { addDoubts } from './doubt.ts'
import { findEvents } from './event.ts'
import { findArticles } from './header.ts'
import { cutLines, cutSentences } from './outline.ts'
import type { Reading, ReadOptions } from './reading.ts'
import { repair } from './text.ts'
import { findValues } from './values.ts'

/** Reads one document. Linear in its length; spans are offsets into `text`. */
export function read(text: string, options: ReadOptions = {}): Reading {
  const repaired = repair(text)
  const lines = cutLines(repaired.text)
  const articles = findArticles(repaired.text, lines, options)
  const ctx: ReadContext = {
    repaired,
    text: repaired.text,
    options,
    lines,
    articles,
    sentences: cutSentences(repaired.text, lines),
    seenPeople: new Map(),
    doubts: [],
  }
  findValues(ctx)
  const directives = findDirectives(ctx)
  const events = findEvents(ctx, directives)
  addDoubts(ctx, directives)
  return assemble(ctx, { directives, events }, bytesToHex(sha256(new TextEncoder().encode(text))))
}

export type { Reading, ReadOptions } from './reading.ts'
