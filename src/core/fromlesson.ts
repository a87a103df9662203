// The lessons 经验启示 that the report of a visit numbers (一是……二是……): found in its text, never among what is asked for.
import { readOrdinal } from '../reader/ordinal.ts'
import type { Reading, ReadingEvent, Span } from '../reader/reading.ts'
import type { LessonOffer } from './fromvisit.ts'
import { printed } from './printed.ts'

interface Point {
  number: number
  kind: string
  at: number
  words: number
}

/** The longest numbered list of the visit's article behind the visit itself, without those that the reader took for directives. */
export function lessonsIn(text: string, reading: Reading, event: ReadingEvent): LessonOffer[] {
  const { span: article } = reading.articles[event.article]!
  const asked = reading.directives.map(d => d.span)
  const points = pointsIn(text, event.span[1], article[1]).filter(p => !asked.some(([from, to]) => from <= p.at && p.at < to))
  const lists: Point[][] = []
  for (const point of points) {
    const list = lists.find(l => l[0]!.kind === point.kind && l.at(-1)!.number === point.number - 1)
    if (list) list.push(point)
    else if (point.number === 1) lists.unshift([point])
  }
  const longest = lists.reduce<Point[]>((a, b) => (b.length > a.length ? b : a), [])
  if (longest.length < 2) return []
  return longest.map((point, i) => {
    const span: Span = [point.at, longest[i + 1] ? before(text, longest[i + 1]!.at) : endOf(text, point.words, article[1], reading)]
    const words = printed(text, [point.words, span[1]], reading.repairs)
    return { title: titleOf(words), words: words.slice(0, 2000), span }
  })
}

/** 一是 一要 第一， 首先， */
const KINDS = ['is', 'must', 'nth', 'first']

function pointsIn(text: string, from: number, to: number): Point[] {
  const points: Point[] = []
  for (let at = from; at < to; at++) {
    const ordinal = readOrdinal(text, at)
    if (!ordinal || !KINDS.includes(ordinal.kind) || !opens(text, at)) continue
    points.push({ number: ordinal.number, kind: ordinal.kind, at, words: at + ordinal.length })
  }
  return points
}

/** Behind a mark or at the head of a line: 有四点值得借鉴。一是……, not 唯一是. */
const opens = (text: string, at: number): boolean => /[。：:；;，,\n]\s*$/.test(text.slice(Math.max(0, at - 6), at))

const before = (text: string, at: number): number => text.slice(0, at).trimEnd().length

/** The last one ends with its paragraph; a heading alone in its line is none. */
function endOf(text: string, from: number, until: number, { repairs }: Reading): number {
  const joined = (at: number) => repairs.some(r => r.kind === 'join-lines' && r.span[0] <= at && at < r.span[1])
  for (let at = text.indexOf('\n', from); at >= 0 && at < until; at = text.indexOf('\n', at + 1))
    if (!joined(at) && /[。，,；]./.test(printed(text, [from, at], repairs))) return before(text, at)
  return before(text, until)
}

const TITLE_LENGTH = 60

/** 招商眼光远。把产业链图谱挂在墙上…… → 招商眼光远 */
function titleOf(words: string): string {
  const title = /^[^。；，,]{4,}?(?=[。；，,]|$)/.exec(words)?.[0] ?? words
  return title.length <= TITLE_LENGTH ? title : `${title.slice(0, TITLE_LENGTH - 1)}…`
}
