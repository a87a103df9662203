// Follows who speaks through an article and finds single sentences that demand, outside numbered items; never reads pledges or reports as demands.

import { allows, type Clause, cutClauses, deedIn, hasModal, openingVerb } from './clause.ts'
import { isSigned } from './close.ts'
import type { ArticleFacts, ReadContext, Sentence } from './context.ts'
import { leadsIn } from './leadin.ts'
import { endsNote, nameInHead, readNoteHead } from './note.ts'
import { type Item, isSpoken, trimEnd } from './outline.ts'
import { carriesOut, turnsToFaults } from './predicate.ts'
import type { Span } from './reading.ts'
import { readOrder, readSpeech, type Speech } from './speech.ts'
import { readSubject } from './subject.ts'

export interface Turn extends Speech {
  /** Offset where the turn starts and the line it is in. */
  at: number
  line: number
  /** A leader's note goes on to the signature; a spoken lead holds to the end of its paragraph. */
  note: boolean
}

// 沈一诺、白露出席会议。 县直有关单位主要负责人参加会议。
// 会议还听取了有关汇报。
const OTHER_BUSINESS = /^(?:会议|会上|会前|会后|座谈会上?)[^，。]{0,12}(?:听取|研究|审议|传达|通报|讨论|观看|宣读|学习)/
// 三个“抓紧”由县委督查室督办; 以上任务……: all the items are spoken of
const SUMS_UP =
  /^(?:(?:上述|以上|这|前述)[一二三四五六七八九十\d]*[个项条点]?(?:方面|任务|工作|要求|事项|措施|重点)|[一二两三四五六七八九十\d]+[个项条](?:[“"]|方面|要求|事项|措施|任务(?=由|要|须)))/
const ATTENDS = /(?:参加|出席|陪同|列席|收听收看)(?:了)?(?:会议|活动|调研|考察|座谈会?|上述活动)?[。]?$/

/** The turns of speech of an article in order; the returned function gives the one in force at an offset. */
export function followSpeech(ctx: ReadContext, article: ArticleFacts, sentences: readonly Sentence[]): (at: number) => Turn | null {
  const turns: Turn[] = []
  let speaker: string | null = null
  for (const [index, s] of sentences.entries()) {
    const text = ctx.text.slice(s.start, Math.min(s.end, s.start + 240))
    const known = (end: number) => s.people.filter(p => p.span[1] <= s.start + end).at(-1)?.name ?? null
    const opensLine = s.start === ctx.lines[s.line]!.start
    const head = opensLine ? readNoteHead(text, article.genre === 'leader-note') : null
    if (head)
      turns.push({
        at: s.start,
        line: s.line,
        note: true,
        after: head.length,
        manner: 'demand',
        speaker: nameInHead(head.who) ?? known(head.length),
      })
    else if ((opensLine && article.genre === 'leader-note' && endsNote(text)) || ctx.lines[s.line]?.role === 'signature')
      turns.push({ at: s.start, line: s.line, note: false, after: 0, manner: 'report', speaker: null })
    else {
      const said = readSpeech(text, known) ?? laterSpeech(text) ?? readOrder(text, known)
      if (!said) continue
      // 他说: who was named last in the paragraph, where nobody has spoken yet
      speaker = said.speaker === '' ? (speaker ?? lastNamed(sentences, index)) : said.speaker
      turns.push({ ...said, speaker, at: s.start, line: s.line, note: false })
    }
  }
  let cursor = 0
  return at => {
    if (turns[cursor] && turns[cursor]!.at > at) cursor = 0
    while (cursor + 1 < turns.length && turns[cursor + 1]!.at <= at) cursor++
    return turns[cursor] && turns[cursor]!.at <= at ? turns[cursor]! : null
  }
}

/** The first of those named in the nearest sentence before, of the same line. */
function lastNamed(sentences: readonly Sentence[], index: number): string | null {
  const s = sentences[index]!
  for (let i = index - 1; i >= 0 && i > index - 20 && sentences[i]!.line === s.line; i--)
    if (sentences[i]!.people[0]) return sentences[i]!.people[0]!.name
  return null
}

/** ……主持会议并讲话，会议强调，……: a meeting that speaks from the middle of a sentence. */
function laterSpeech(text: string): Speech | null {
  const at = text.search(/[，,；;](?:会议|大会|[他她])(?:还)?(?:强调|要求|指出|议定|明确|说|叮嘱|希望)[，,：:]/)
  const said = at < 0 ? null : readSpeech(text.slice(at + 1), () => null)
  return said && { ...said, after: said.after + at + 1 }
}

/** A spoken item ends where the report turns to another speech or to who attended. */
export function endSpokenItems(ctx: ReadContext, items: readonly Item[], sentences: readonly Sentence[]): void {
  let i = 0
  for (const item of items) {
    if (!isSpoken(item.ordinal.kind) || item.children.length) continue
    while (i > 0 && sentences[i - 1]!.start > item.start) i--
    while (i < sentences.length && sentences[i]!.start <= item.words) i++
    for (let k = i; k < sentences.length && sentences[k]!.start < item.end; k++) {
      const s = sentences[k]!
      const text = ctx.text.slice(s.start, Math.min(s.end, s.start + 240))
      if (!ATTENDS.test(text) && !OTHER_BUSINESS.test(text) && !SUMS_UP.test(text) && !readSpeech(text, () => null)) continue
      item.end = trimEnd(ctx.text, item.words, s.start)
      break
    }
  }
}

/** The part of a sentence that demands, or null: from the first clause with 要, 须, 确保…… (with what leads into it) to the full stop or the next item. `item`: the first that ends after the sentence starts. */
export function askingPart(ctx: ReadContext, article: ArticleFacts, s: Sentence, item: Item | null, turn: Turn | null): Span | null {
  const role = ctx.lines[s.line]?.role
  if ((role !== 'body' && role !== 'label') || isSigned(ctx.text, s)) return null
  if (item && item.start <= s.start) return null
  const end = item && item.start < s.end ? trimEnd(ctx.text, s.start, item.start) : s.end
  const own = turn && turn.at === s.start ? s.start + turn.after : s.start
  if (end - own < 6 || /[：:]$/.test(ctx.text.slice(end - 1, end))) return null
  const note = article.genre === 'leader-note' && turn?.note === true
  const said = turn !== null && turn.line === s.line && turn.manner !== 'report'
  const clauses = cutClauses(ctx.text, [own, end])
  if (clauses[0] && turnsToFaults(ctx.text.slice(clauses[0].start, clauses[0].end))) return null
  const decides = turn !== null && turn.at === s.start && turn.manner === 'demand'
  let first = clauses.findIndex(c => demands(ctx, s, c, note, said) || (decides && isDecided(ctx, s, c)))
  if (first < 0) return null
  // 各单位整改情况，请于11月5日前反馈: what is to be fed back stands before the comma
  while (first > 0 && leads(ctx.text, clauses[first - 1]!, clauses[first]!)) first--
  return [note ? clauses[0]!.start : clauses[first]!.start, end]
}

/** 会议决定，……，由县委办公室按程序印发; 每名县级领导每月到现场不少于1次: a task, said without 要. */
function isDecided(ctx: ReadContext, s: Sentence, clause: Clause): boolean {
  const subject = readSubject(ctx.text, clause, s)
  const rest = deedIn(ctx.text.slice(subject.end, clause.end))
  return subject.lead !== null && openingVerb(rest).length > 1 && !/[已了过]/.test(rest)
}

function leads(text: string, before: Clause, clause: Clause): boolean {
  return text[before.end] === '，' && leadsIn(text.slice(before.start, before.end), text.slice(clause.start, clause.end))
}

// 凡借灾牟利的，一经查实从重处理
const THREATENS = /(?:一律|一经|从重|从严|严肃|依法)[^，]{0,8}(?:处理|查处|追究|问责|追责|处罚|处分|曝光|取缔)/

// 发现一起查处一起
const EACH_CASE = /发现一[起例个处][，、]?[\u4e00-\u9fff]{2,4}一[起例个处]/

function demands(ctx: ReadContext, s: Sentence, clause: Clause, note: boolean, said: boolean): boolean {
  const text = ctx.text.slice(clause.start, clause.end)
  if (note) {
    const dated = s.dates.some(d => d.span[0] >= clause.start && d.span[1] <= clause.end)
    return (
      hasModal(text) ||
      openingVerb(text).length > 1 ||
      allows(text) ||
      carriesOut(text) ||
      THREATENS.test(text) ||
      EACH_CASE.test(text) ||
      isGiven(ctx, s, clause) ||
      (dated && /落实|完成|报|办结|到位/.test(text))
    )
  }
  // 绝不能让农民卖粮难
  if (said && /^[绝决]不(?![是会同])/.test(text)) return true
  if (!hasModal(text) || /^(?:为|以便|从而|目的是)/.test(text)) return false
  if (said) return true
  // Without a speaker only a named body that 要/须 do something, or 请各……, is asked.
  if (/^请(?:各|有关|相关|认真|遵照|于|以上|[^，]{2,30}[于在]\d)/.test(text)) return true
  return readSubject(ctx.text, clause, s).lead !== null && /^[^，]{0,40}?(?:要|须|应|必须|务必)/.test(text)
}

/** 县应急管理局紧急调拨帐篷60顶: on a note a unit and what it does is a task. */
function isGiven(ctx: ReadContext, s: Sentence, clause: Clause): boolean {
  const subject = readSubject(ctx.text, clause, s)
  const rest = deedIn(ctx.text.slice(subject.end, clause.end))
  return subject.lead !== null && openingVerb(rest).length > 1 && !/^[^，]{0,4}(?:已|曾)|[了过]/.test(rest)
}
