// Finds what a document asks for: numbered items and single sentences that demand; never takes findings, lessons or past results for demands.

import { findActions, type RawAction, rowActions, type Values } from './action.ts'
import { askingPart, endSpokenItems, followSpeech } from './asking.ts'
import type { ArticleFacts, Line, ReadContext, Sentence } from './context.ts'
import { asks, type Section, sectionOf } from './demand.ts'
import { findItems, firstEndingAfter, type Item, isSpoken } from './outline.ts'
import type { Directive, Span, Topic } from './reading.ts'
import { readRow } from './table.ts'
import { topicOf } from './topic.ts'
import { DELIVERABLE } from './words/verb.ts'

export interface RawDirective extends Omit<Directive, 'actions'> {
  actions: RawAction[]
}

/** The directives of an article, whose lines and sentences the context holds; doubts about lists are added to it. */
export function findDirectives(ctx: ReadContext, article: ArticleFacts): RawDirective[] {
  const found = readArticle(ctx, article, ctx.sentences, ctx.lines)
  if (!found.length && article.end > article.start)
    ctx.doubts.push({ span: article.title ?? [article.start, article.end], code: 'no-directive' })
  return found
}

function readArticle(ctx: ReadContext, article: ArticleFacts, sentences: readonly Sentence[], lines: readonly Line[]): RawDirective[] {
  const { items, doubts } = findItems(ctx.text, article, lines)
  ctx.doubts.push(...doubts)
  const turnAt = followSpeech(ctx, article, sentences)
  endSpokenItems(ctx, items, sentences)
  const found: RawDirective[] = []
  const sections = new Map<Item, Section>()
  for (const item of items) {
    const section = sectionOf(ctx.text, item, article, sections, leadIn(ctx, sentences, item.first))
    sections.set(item, section)
    if (section === 'tells' || (item.children.length > 0 && !asks(ownText(ctx, item)))) continue
    const turn = turnAt(item.start)
    const speaker = turn && (turn.note || isSpoken(item.ordinal.kind)) ? turn.speaker : null
    found.push(make(ctx, sentences, { span: [item.start, item.end], words: item.words, item, speaker, soft: section === 'proposes' }))
  }
  let next = 0
  for (const s of sentences) {
    while (next < items.length && items[next]!.end <= s.start) next++
    const turn = turnAt(s.start)
    const span = askingPart(ctx, article, s, items[next] ?? null, turn)
    const speaker = turn && (turn.note || turn.line === s.line) ? turn.speaker : null
    if (span) found.push(make(ctx, sentences, { span, words: span[0], item: null, speaker, soft: false }))
  }
  const asked = found.filter(d => d.actions.length).sort((a, b) => a.span[0] - b.span[0])
  nameTopics(ctx, article, asked, items, sentences)
  return asked
}

/** The sentence before a list, or the part of it before the first ordinal. */
function leadIn(ctx: ReadContext, sentences: readonly Sentence[], first: Item): string {
  let i = firstEndingAfter(sentences, first.start)
  if (sentences[i]?.start === first.start) i--
  const s = sentences[i]
  return s ? ctx.text.slice(Math.max(s.start, Math.min(s.end, first.start) - 120), Math.min(s.end, first.start)) : ''
}

/** Own words after the title line, without the lead-in to the children (会议议定：). */
function ownText(ctx: ReadContext, item: Item): string {
  const s = ctx.text.slice(item.words, item.end)
  const body = s.slice(s.search(/[。\n]/) + 1 || s.length)
  return body.replace(/[^。\n]*[：:]\s*$/, '').replace(/会议(?:听取|指出|认为)[^。]*。/g, '')
}

interface Draft {
  span: Span
  words: number
  item: Item | null
  speaker: string | null
  soft: boolean
}

function make(ctx: ReadContext, sentences: readonly Sentence[], { span, words, item, speaker, soft }: Draft): RawDirective {
  const values = valuesIn(sentences, span)
  const row = item?.ordinal.kind === 'row' ? readRow(ctx.text, span[0], span[1]) : null
  const actions = row ? rowActions(ctx.text, row, values) : findActions(ctx.text, [skipMarks(ctx.text, words), span[1]], values, soft)
  const has = (key: 'lead' | 'deadline' | 'measure') => actions.some(a => a[key] !== null)
  return {
    article: sentences[0]!.article,
    span,
    ordinal: item?.ordinal.name ?? null,
    path: item?.path ?? [],
    heading: headingOf(ctx.text.slice(words, row ? row.cells[0]![1] : span[1])),
    speaker,
    topic: 'other',
    hard: has('deadline') || has('measure') || actions.some(a => DELIVERABLE.test(a.text)),
    actions,
    missing: (['lead', 'deadline', 'measure'] as const).filter(key => !has(key)),
  }
}

/** Each by its own words; one that shows no topic takes that of the items it stands under, of the title, of the whole article. */
function nameTopics(
  ctx: ReadContext,
  article: ArticleFacts,
  directives: readonly RawDirective[],
  items: readonly Item[],
  sentences: readonly Sentence[],
): void {
  const units = sentences.flatMap(s => s.units.map(u => u.span))
  const of = (span: Span, heading = span) => topicOf(heading, ctx.text, span, units)
  const byStart = new Map(items.map(item => [item.start, item]))
  const title = article.title
  let ofArticle: Topic | null = null
  let titled: Topic | null = null
  for (const d of directives) {
    d.topic = of(d.span, [d.span[0], d.span[0] + d.heading.length + 4])
    for (let item = byStart.get(d.span[0])?.parent; item && d.topic === 'other'; item = item.parent)
      d.topic = of([item.start, Math.min(item.end, endOfLine(ctx.text, item.start))])
    if (d.topic === 'other' && title) d.topic = titled ??= topicOf([0, 0], ctx.text, subjectLine(ctx.text, article) ?? title, [])
    if (d.topic === 'other') d.topic = ofArticle ??= of([article.start, article.end])
  }
}

function endOfLine(text: string, at: number): number {
  const stop = text.indexOf('\n', at)
  return stop < 0 || stop - at > 60 ? at + 60 : stop
}

// 来文标题：《关于……的报告》
const SUBJECT = /(?:来文|来件|文件|来信|信访件)(?:标题|名称|题目|事由)[\s　]*[：:][^\n]{4,80}/

/** What a paper that notes are written on is about. */
function subjectLine(text: string, article: ArticleFacts): Span | null {
  if (article.genre !== 'leader-note') return null
  const m = SUBJECT.exec(text.slice(article.start, Math.min(article.end, article.start + 600)))
  return m && [article.start + m.index, article.start + m.index + m[0].length]
}

function skipMarks(text: string, at: number): number {
  while (/[，,：:\s　]/.test(text[at] ?? 'x')) at++
  return at
}

/** Without 要 and marks before it, to the first stop, semicolon or line end; of more than 40 characters, to the first comma. */
function headingOf(s: string): string {
  const whole = s
    .replace(/^[，,：:\s　]*(?:要(?![求素点]))?/, '')
    .split(/[。；;\n]/, 1)[0]!
    .trim()
  return whole.length > 40 ? whole.split(/[，,]/, 1)[0]! : whole
}

function valuesIn(sentences: readonly Sentence[], [start, end]: Span): Values {
  const here: Sentence[] = []
  for (let i = firstEndingAfter(sentences, start); i < sentences.length && sentences[i]!.start < end; i++) here.push(sentences[i]!)
  const inside = <T extends { span: Span }>(items: T[]) => items.filter(x => x.span[0] >= start && x.span[1] <= end)
  return {
    dates: inside(here.flatMap(s => s.dates)),
    quantities: inside(here.flatMap(s => s.quantities)),
    units: inside(here.flatMap(s => s.units)),
    people: inside(here.flatMap(s => s.people)),
  }
}
