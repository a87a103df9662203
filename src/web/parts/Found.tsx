// What the reader found beside directives, as foldable lists: each entry lights its place in the text, and can be corrected.
import type { ReactNode } from 'react'
import type { Correctable } from '../../core/correction.ts'
import type { Indicator, Project, Quantity, Reading, ReadingEvent, Span } from '../../reader/reading.ts'
import { Correct, Struck } from '../correct/Correct.tsx'
import { useCorrecting } from '../correct/correcting.ts'
import { formatDay, formatPeriod } from '../words/day.ts'
import { formatQuantity, type Lang } from '../words/number.ts'
import { sayDoubt } from '../words/sentence.ts'
import { type T, useWords } from '../words/words.ts'
import { sayDates } from './DocumentText.tsx'

export function Found({ reading, text }: { reading: Reading; text: string }) {
  const { t, lang } = useWords()
  const { shown } = useCorrecting()
  const lists = listsOf(reading, text, t, lang)
  return (
    <div className="found">
      {lists.map(({ of, key, entries }) => (
        <Fold key={of} of={of} reading={reading} count={entries.length}>
          {entries.map(([words, means], i) => (
            <Entry key={shown[of][i]?.index} at={`${key}${i}`} words={words} means={means}>
              <Correct of={of} at={i} reading={reading} what={words} />
            </Entry>
          ))}
        </Fold>
      ))}
      {reading.doubts.length > 0 && (
        <details>
          <summary>
            {t('document.doubts')} <span className="muted">{reading.doubts.length}</span>
          </summary>
          <ul>
            {reading.doubts.map((d, i) => (
              <Entry key={d.span.join() + d.code} at={`doubt${i}`} words="" means={sayDoubt(t, d, text.slice(...d.span))} />
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}

/** A list's entries: the printed words, and what they were understood to mean. */
interface List {
  of: Exclude<Correctable, 'articles' | 'directives'>
  /** As the marks of the text are called. */
  key: string
  entries: [words: string, means: string][]
}

function listsOf(reading: Reading, text: string, t: T, lang: Lang): List[] {
  // A blank is known by the characters on both sides of it.
  const around = ([from, to]: Span) => `${text.slice(Math.max(0, from - 2), from).trim()}␣${text.slice(to, to + 2).trim()}`
  return [
    { of: 'dates', key: 'date', entries: reading.dates.map(d => [d.text, sayDates(d, t, lang)]) },
    { of: 'quantities', key: 'quantity', entries: reading.quantities.map(q => [`${q.of ?? ''}${q.text}`, formatQuantity(q, lang)]) },
    { of: 'people', key: 'person', entries: reading.people.map(p => [p.name, p.posts.join(t('say.comma'))]) },
    { of: 'units', key: 'unit', entries: reading.units.map(u => [u.name, '']) },
    { of: 'projects', key: 'project', entries: reading.projects.map(p => [p.name, sayProject(p, reading, lang)]) },
    { of: 'indicators', key: 'indicator', entries: reading.indicators.map(i => [i.name, sayIndicator(i, reading, lang)]) },
    { of: 'frames', key: 'frame', entries: reading.frames.map(f => [f.name, t('correct.frameOf', { n: f.count })]) },
    { of: 'events', key: 'event', entries: reading.events.map(e => [e.name, sayEvent(e, t, lang)]) },
    {
      of: 'repairs',
      key: 'repair',
      entries: reading.repairs.map(r => [r.was.trim() || around(r.span), t(`repair.${r.kind}`, { was: r.was, now: r.now })]),
    },
  ]
}

const joined = (...words: (string | null | undefined | false)[]): string => words.filter(Boolean).join(' · ')
const quantityOf = (reading: Reading, index: number | null, lang: Lang): string | null => {
  const q: Quantity | undefined = index === null ? undefined : reading.quantities[index]
  return q ? formatQuantity(q, lang) : null
}
const sayProject = (p: Project, reading: Reading, lang: Lang): string =>
  joined(quantityOf(reading, p.investment, lang), quantityOf(reading, p.area, lang))
const sayIndicator = (i: Indicator, reading: Reading, lang: Lang): string =>
  joined(i.region, i.period && formatPeriod(i.period, lang), quantityOf(reading, i.quantity, lang))
const sayEvent = (e: ReadingEvent, t: T, lang: Lang): string =>
  joined(t(e.kind === 'meeting' ? 'document.meeting' : 'document.visit'), e.from && formatDay(e.from, lang), e.place)

function Fold({ of, reading, count, children }: { of: List['of']; reading: Reading; count: number; children: ReactNode }) {
  const { t } = useWords()
  const { struck } = useCorrecting()
  if (count === 0 && struck[of].length === 0) return null
  return (
    <details>
      <summary>
        {t(`document.${of}`)} <span className="muted">{count}</span>
      </summary>
      <ul>
        {children}
        <Struck of={of} reading={reading} />
      </ul>
    </details>
  )
}

function Entry({ at, words, means, children }: { at: string; words: string; means: string; children?: ReactNode }) {
  return (
    <li>
      <button type="button" className="entry" data-key={at}>
        {words && <span lang="zh-CN">{words}</span>} {means && <small>{means}</small>}
      </button>
      {children}
    </li>
  )
}
