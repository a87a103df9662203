// The thread back to where something came from: the printed sentence like a clipping, its document and date; one click opens the place, lit.
import type { ItemView } from '../../core/contract/item.ts'
import { page } from '../paths.ts'
import { formatDay } from '../words/day.ts'
import { useWords } from '../words/words.ts'
import { Go } from './Go.tsx'
import { useMay } from './session.ts'

/** Of an item with the leader's note that it came from, if any; of an indicator there is none. */
type Shown = Omit<NonNullable<ItemView['source']>, 'note'> & Partial<Pick<NonNullable<ItemView['source']>, 'note'>>

export function SourceStrip({ source }: { source: Shown }) {
  const { t, lang } = useWords()
  const to = page.document(source.documentId, { at: source.span })
  return (
    <figure className="source">
      <blockquote cite={to}>
        <p>{source.sentence.replace(/\s*\n\s*/g, '')}</p>
      </blockquote>
      {source.note && <NotePlace note={source.note} />}
      <figcaption>
        <cite>《{source.documentTitle}》</cite>
        {source.documentDay && <time dateTime={source.documentDay}>{formatDay(source.documentDay, lang)}</time>}
        <Go to={to} className="source-go">
          {t('item.openSource')} <span aria-hidden="true">→</span>
        </Go>
      </figcaption>
    </figure>
  )
}

/** The page on which the leader wrote it; only who sees the whole jurisdiction is led there. */
function NotePlace({ note }: { note: NonNullable<NonNullable<ItemView['source']>['note']> }) {
  const { t } = useWords()
  const may = useMay()
  const said = t('leaderNote.writtenOn', { what: note.on.title ?? t(`leaderNote.onPage.${note.on.kind}`) })
  return <p className="source-note">{may('note.read') ? <Go to={note.on.address}>{said}</Go> : said}</p>
}
