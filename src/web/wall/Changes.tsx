// What happened last, each in one sentence.
import type { Overview } from '../../core/contract/overview.ts'
import { useUnits } from '../parts/session.ts'
import { sayEvent } from '../words/sentence.ts'
import { useWords } from '../words/words.ts'
import { Panel } from './Panel.tsx'
import { usePages } from './turning.ts'

/** Older ones are for the overview. */
const MOST = 12

export function Changes({ changes: all }: { changes: Overview['changes'] }) {
  const changes = all.slice(0, MOST)
  const pages = usePages(changes.length)
  const { t, lang } = useWords()
  const { nameOf } = useUnits()
  return (
    <Panel name="changes" title={t('wall.changes')} rows={{ pages, n: changes.length }}>
      {changes.length === 0 && <p>{t('wall.noChanges')}</p>}
      <ul>
        {changes.slice(pages.from).map(c => (
          <li key={c.entry.id}>
            <b>{c.title}</b> {sayEvent(t, lang, c.entry, nameOf)}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
