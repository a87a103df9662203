// An item's history, newest first: each entry one plain sentence with who and when, its words and its evidence.
import type { TimelineEntry } from '../../core/contract/item.ts'
import { formatInstant } from '../words/day.ts'
import { sayEvent } from '../words/sentence.ts'
import { useWords } from '../words/words.ts'
import { FileLinks } from './Files.tsx'
import { useUnits } from './session.ts'

export function Timeline({ entries }: { entries: TimelineEntry[] }) {
  const { t, lang } = useWords()
  const { nameOf } = useUnits()
  return (
    <ol className="timeline">
      {entries.map(e => (
        <li key={e.id} className={e.kind}>
          <p className="timeline-said">
            <b>{t(`command.${e.kind}`)}</b>
            {sayEvent(t, e, nameOf)}
          </p>
          {e.words && <p className="timeline-words">{e.words}</p>}
          <FileLinks files={e.files} />
          <p className="muted timeline-by">
            {e.facts.byLink && `${t('answer.by')} `}
            {e.byUnit
              ? t('item.byUnit', { name: e.by, unit: e.byUnit, at: formatInstant(e.at, lang) })
              : t('item.by', { name: e.by, at: formatInstant(e.at, lang) })}
          </p>
        </li>
      ))}
    </ol>
  )
}
