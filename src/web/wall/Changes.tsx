// What happened last, each in one sentence.
import type { Overview } from '../../core/contract/overview.ts'
import { useUnits } from '../parts/session.ts'
import { sayEvent } from '../words/sentence.ts'
import { useWords } from '../words/words.ts'
import { Panel } from './Panel.tsx'

export function Changes({ changes }: { changes: Overview['changes'] }) {
  const { t, lang } = useWords()
  const { nameOf } = useUnits()
  return (
    <Panel name="changes" title={t('wall.changes')}>
      <ul>
        {changes.map(c => (
          <li key={c.entry.id}>
            <b>{c.title}</b> {sayEvent(t, lang, c.entry, nameOf)}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
