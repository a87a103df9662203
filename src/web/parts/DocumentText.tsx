// The left side of a document: its text as printed, with what the reader found in it lightly marked, directives numbered in the margin.
import { memo, useMemo, useRef } from 'react'
import type { Reading, Span } from '../../reader/reading.ts'
import { AddBar } from '../correct/AddBar.tsx'
import { formatDay } from '../words/day.ts'
import { formatQuantity, type Lang } from '../words/number.ts'
import { sayDoubt } from '../words/sentence.ts'
import { type T, useWords } from '../words/words.ts'
import { linesOf, type Mark, marksOf, type Segment } from './segments.ts'

/** What is more exact is pointed at first. */
const NARROW: Record<Mark['kind'], number> = {
  at: 10,
  doubt: 0,
  date: 1,
  quantity: 1,
  person: 2,
  unit: 3,
  repair: 4,
  frame: 5,
  project: 5,
  indicator: 6,
  action: 7,
  event: 8,
  directive: 9,
}

interface Props {
  text: string
  reading: Reading
  at: Span | null
}

export const DocumentText = memo(function DocumentText({ text, reading, at }: Props) {
  const { t, lang } = useWords()
  const lines = useMemo(() => linesOf(text, marksOf(reading, at)), [text, reading, at])
  const numbered = useMemo(() => numbersOf(reading), [reading])
  const root = useRef<HTMLDivElement>(null)
  return (
    <div className="text-side">
      <div className="printed" lang="zh-CN" ref={root}>
        {lines.map(line => (
          <p key={line.start} data-start={line.start}>
            {line.segments.map(s => (
              <Piece key={s.start} segment={s} text={text} reading={reading} begins={numbered.get(s.start)} t={t} lang={lang} />
            ))}
          </p>
        ))}
      </div>
      <AddBar root={root} text={text} />
    </div>
  )
})

/** Directives by where they begin. */
function numbersOf(reading: Reading): Map<number, number[]> {
  const at = new Map<number, number[]>()
  reading.directives.forEach((d, i) => {
    at.set(d.span[0], [...(at.get(d.span[0]) ?? []), i])
  })
  return at
}

interface PieceProps {
  segment: Segment
  text: string
  reading: Reading
  begins: number[] | undefined
  t: T
  lang: Lang
}

function Piece({ segment, text, reading, begins, t, lang }: PieceProps) {
  const { start, end, marks } = segment
  const words = text.slice(start, end)
  if (marks.length === 0) return words
  const sorted = [...marks].sort((a, b) => NARROW[a.kind] - NARROW[b.kind])
  const tip = sorted.map(m => tipOf(m, text, reading, t, lang)).find(Boolean)
  const from = (m: Mark) => m.span[0] === start
  return (
    <>
      {begins?.map(i => (
        <button key={i} type="button" className="margin-number" data-key={`d${i}`} aria-label={t('document.directive', { n: i + 1 })}>
          {i + 1}
        </button>
      ))}
      <span
        className={sorted.map(m => `m-${m.kind}${from(m) ? ` ${m.kind}-begins` : ''}`).join(' ')}
        data-key={[...new Set(sorted.map(m => m.key))].join(' ')}
        title={tip || undefined}
      >
        {words}
      </span>
    </>
  )
}

/** What hovering says: the value understood, what a repair was, why there is a doubt. */
function tipOf(m: Mark, text: string, reading: Reading, t: T, lang: Lang): string | null {
  switch (m.kind) {
    case 'doubt': {
      const doubt = reading.doubts[m.index]!
      return sayDoubt(t, doubt, text.slice(...doubt.span))
    }
    case 'repair': {
      const r = reading.repairs[m.index]!
      return t(`repair.${r.kind}`, { was: r.was, now: r.now })
    }
    case 'date':
      return sayDates(reading.dates[m.index]!, t, lang)
    case 'quantity':
      return formatQuantity(reading.quantities[m.index]!, lang)
    case 'person':
      return reading.people[m.index]!.posts.join(t('say.comma')) || null
    default:
      return null
  }
}

/** 2019年5月16日–19日 as two whole days, or what the reader could not know. */
export function sayDates(d: Reading['dates'][number], t: T, lang: Lang): string {
  const implied = (what: string): string => (d.implied.includes('year') ? t('say.aside', { what, more: t('document.implied') }) : what)
  if (!d.from)
    return d.to ? implied(t('document.until', { day: formatDay(d.to, lang) })) : d.every ? t('document.recurring') : t('say.unknown')
  const span = d.to && d.to !== d.from ? `${formatDay(d.from, lang)}–${formatDay(d.to, lang)}` : formatDay(d.from, lang)
  return implied(span)
}
