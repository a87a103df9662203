// Cuts a printed text at the edges of its marks, line by line, so that overlapping marks can be drawn without nesting. Pure.
import type { Reading, Span } from '../../reader/reading.ts'

type MarkKind =
  | 'directive'
  | 'action'
  | 'date'
  | 'quantity'
  | 'person'
  | 'unit'
  | 'project'
  | 'indicator'
  | 'frame'
  | 'event'
  | 'repair'
  | 'doubt'
  | 'at'

export interface Mark {
  span: Span
  kind: MarkKind
  /** d3, date5 …: the same key stands on the other side. */
  key: string
  /** Index into the list of its kind. */
  index: number
}

export interface Segment {
  start: number
  end: number
  marks: Mark[]
}

/** A printed line with its segments; an empty line has none. */
export interface Line {
  start: number
  segments: Segment[]
}

/** Everything in a reading that has a place in the text. */
export function marksOf(reading: Reading, at: Span | null): Mark[] {
  const all = (kind: MarkKind, key: string, list: readonly { span: Span; mentions?: Span[] }[]): Mark[] =>
    list.flatMap((one, index) => [one.span, ...(one.mentions ?? [])].map(span => ({ span, kind, key: `${key}${index}`, index })))
  return [
    ...all('directive', 'd', reading.directives),
    ...reading.directives.flatMap((d, index) =>
      d.actions.map((a, i): Mark => ({ span: a.span, kind: 'action', key: `a${index}-${i}`, index })),
    ),
    ...all('unit', 'unit', reading.units),
    ...all('person', 'person', reading.people),
    ...all('date', 'date', reading.dates),
    ...all('quantity', 'quantity', reading.quantities),
    ...all('project', 'project', reading.projects),
    ...all('indicator', 'indicator', reading.indicators),
    ...all('frame', 'frame', reading.frames),
    ...all('event', 'event', reading.events),
    ...all('repair', 'repair', reading.repairs),
    ...all('doubt', 'doubt', reading.doubts),
    ...(at ? [{ span: at, kind: 'at' as const, key: 'at', index: 0 }] : []),
  ]
}

/** Each segment lies wholly inside or wholly outside of every mark; together they are the text without its line breaks. */
export function linesOf(text: string, marks: Mark[]): Line[] {
  const starts = [...marks].filter(m => m.span[1] > m.span[0]).sort((a, b) => a.span[0] - b.span[0])
  const edges = new Set<number>([text.length])
  for (const { span } of starts) edges.add(span[0]).add(span[1])
  for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) edges.add(i).add(i + 1)

  const lines: Line[] = [{ start: 0, segments: [] }]
  let active: Mark[] = []
  let next = 0
  let from = 0
  for (const to of [...edges].sort((a, b) => a - b)) {
    if (to <= from) continue
    active = active.filter(m => m.span[1] > from)
    for (; next < starts.length && starts[next]!.span[0] <= from; next++) if (starts[next]!.span[1] > from) active.push(starts[next]!)
    if (text[from] === '\n') lines.push({ start: to, segments: [] })
    else lines.at(-1)!.segments.push({ start: from, end: to, marks: [...active] })
    from = to
  }
  return lines
}

/** Marks wholly inside a span. */
export const within = <M extends { span: Span }>(list: readonly M[], [from, to]: Span): { one: M; index: number }[] =>
  list.flatMap((one, index) => (one.span[0] >= from && one.span[1] <= to ? [{ one, index }] : []))
