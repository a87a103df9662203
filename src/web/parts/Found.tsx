// What the reader found beside directives, as foldable lists: each entry lights its place in the text.
import type { ReactNode } from 'react'
import type { Reading } from '../../reader/reading.ts'
import { formatDay } from '../words/day.ts'
import { formatQuantity } from '../words/number.ts'
import { sayDoubt } from '../words/sentence.ts'
import { useWords } from '../words/words.ts'
import { sayDates } from './DocumentText.tsx'

export function Found({ reading, text }: { reading: Reading; text: string }) {
  const { t, lang } = useWords()
  return (
    <div className="found">
      <Fold name={t('document.dates')} of={reading.dates}>
        {(d, i) => <Entry key={i} at={`date${i}`} words={d.text} means={sayDates(d, t, lang)} />}
      </Fold>
      <Fold name={t('document.quantities')} of={reading.quantities}>
        {(q, i) => <Entry key={i} at={`quantity${i}`} words={`${q.of ?? ''}${q.text}`} means={formatQuantity(q, lang)} />}
      </Fold>
      <Fold name={t('document.people')} of={reading.people}>
        {(p, i) => <Entry key={i} at={`person${i}`} words={p.name} means={p.posts.join('、')} />}
      </Fold>
      <Fold name={t('document.units')} of={reading.units}>
        {(u, i) => <Entry key={i} at={`unit${i}`} words={u.name} means="" />}
      </Fold>
      <Fold name={t('document.events')} of={reading.events}>
        {(e, i) => (
          <Entry
            key={i}
            at={`event${i}`}
            words={e.name}
            means={[t(e.kind === 'meeting' ? 'document.meeting' : 'document.visit'), e.from && formatDay(e.from, lang), e.place]
              .filter(Boolean)
              .join(' · ')}
          />
        )}
      </Fold>
      <Fold name={t('document.repairs')} of={reading.repairs}>
        {(r, i) => (
          <Entry key={i} at={`repair${i}`} words={r.was.trim() || '␣'} means={t(`repair.${r.kind}`, { was: r.was, now: r.now })} />
        )}
      </Fold>
      <Fold name={t('document.doubts')} of={reading.doubts}>
        {(d, i) => <Entry key={i} at={`doubt${i}`} words="" means={sayDoubt(t, d, text.slice(...d.span))} />}
      </Fold>
    </div>
  )
}

function Fold<O>({ name, of, children }: { name: string; of: O[]; children: (one: O, index: number) => ReactNode }) {
  if (of.length === 0) return null
  return (
    <details>
      <summary>
        {name} <span className="muted">{of.length}</span>
      </summary>
      <ul>{of.map(children)}</ul>
    </details>
  )
}

function Entry({ at, words, means }: { at: string; words: string; means: string }) {
  return (
    <li>
      <button type="button" data-key={at}>
        {words && <span>{words}</span>} {means && <small>{means}</small>}
      </button>
    </li>
  )
}
