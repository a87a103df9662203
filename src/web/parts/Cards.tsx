// The right side of a document: article by article its head, its doubts and its directives, then what else the reader found.
import { useMemo } from 'react'
import type { DocumentView, DraftView } from '../../core/contract/document.ts'
import { isSlogan } from '../../core/draft.ts'
import type { Doubt, Reading, Span } from '../../reader/reading.ts'
import { Correct, Struck } from '../correct/Correct.tsx'
import { useCorrecting } from '../correct/correcting.ts'
import { Box, Empty } from '../ui/Notice.tsx'
import { formatDay } from '../words/day.ts'
import { sayDoubt } from '../words/sentence.ts'
import { useWords } from '../words/words.ts'
import { DraftCard } from './DraftCard.tsx'
import type { Change } from './drafts.ts'
import { Found } from './Found.tsx'
import { within } from './segments.ts'

interface CardsProps {
  document: DocumentView
  /** As corrected. */
  reading: Reading
  drafts: DraftView[]
  onPatch: ((index: number, change: Change) => void) | null
}

/** What the reader filled in with a reason stands folded, or a page of dates would hide the one list that has a hole. */
const ASSUMED: readonly Doubt['code'][] = ['year-implied', 'month-implied']

/** Article by article: its head, its doubts, its directives; exhortations folded at the end. */
export function Cards({ document, reading, drafts, onPatch }: CardsProps) {
  const { t, lang } = useWords()
  const { shown, struck } = useCorrecting()
  const { text } = document
  const doubt = ({ one, index }: { one: Doubt; index: number }) => (
    <p key={index} className="doubt" data-key={`doubt${index}`}>
      {sayDoubt(t, one, text.slice(...one.span))}
    </p>
  )
  const loose = useMemo(() => looseDoubts(reading), [reading])
  const draftOf = new Map(drafts.map(d => [d.index, d]))
  const card = (index: number) => (
    <DraftCard
      key={index}
      index={index}
      draft={draftOf.get(shown.directives[index]!.index)}
      reading={reading}
      text={text}
      onPatch={onPatch}
    />
  )
  return (
    <>
      {reading.directives.length === 0 && <Empty title={t('document.none')} lead={t('document.noneLead')} />}
      {reading.articles.map((a, i) => {
        const own = reading.directives.flatMap((d, index) => (d.article === i ? [index] : []))
        const slogan = (index: number) => draftOf.get(shown.directives[index]!.index)?.slogan ?? isSlogan(reading.directives[index]!)
        const slogans = own.filter(slogan)
        const doubts = loose[i]!
        const assumed = doubts.filter(({ one }) => ASSUMED.includes(one.code))
        return (
          <section key={a.span.join()} className="article" aria-label={a.title ?? t('document.article', { n: i + 1 })}>
            <h2>{a.title ?? t('document.article', { n: i + 1 })}</h2>
            <p className="muted">
              {[t(`genre.${a.genre}`), a.number, a.issuer, a.date && formatDay(a.date, lang), a.byline].filter(Boolean).join(' · ')}{' '}
              <Correct of="articles" at={i} reading={reading} what={a.title ?? t('document.article', { n: i + 1 })} />
            </p>
            {doubts.filter(({ one }) => !ASSUMED.includes(one.code)).map(doubt)}
            {assumed.length > 0 && (
              <details className="doubts">
                <summary>{t('document.assumed', { n: assumed.length })}</summary>
                {assumed.map(doubt)}
              </details>
            )}
            {own.filter(index => !slogan(index)).map(card)}
            {slogans.length > 0 && (
              <details className="slogans">
                <summary>{t('document.slogans', { n: slogans.length })}</summary>
                {slogans.map(card)}
              </details>
            )}
            {struck.directives.some(d => d.entry.article === i) && (
              <ul className="struck-out">
                <Struck of="directives" reading={reading} only={d => d.entry.article === i} />
              </ul>
            )}
          </section>
        )
      })}
      {!onPatch && document.state === 'read' && <Box kind="info">{t('document.readOnly')}</Box>}
      <Found reading={reading} text={text} />
    </>
  )
}

/** The doubts of each article that stand outside its directives; the others are shown in their cards. */
function looseDoubts(reading: Reading): { one: Doubt; index: number }[][] {
  const covered = (at: Span) => reading.directives.some(d => at[0] >= d.span[0] && at[1] <= d.span[1])
  return reading.articles.map(a => within(reading.doubts, a.span).filter(({ one }) => !covered(one.span)))
}
