// 首报优先: entries like the one that is being typed, with the reason; and why it is entered all the same, where one was there first.
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { AlikeList } from '../../core/contract/kind.ts'
import { type Fields, KIND, type LedgerKind } from '../../core/kind.ts'
import { call } from '../api.ts'
import { Go } from '../parts/Go.tsx'
import { page } from '../paths.ts'
import { Field } from '../ui/Field.tsx'
import { formatDay } from '../words/day.ts'
import { fieldName, stageName } from '../words/kind.ts'
import { useWords } from '../words/words.ts'

interface Props {
  kind: LedgerKind
  title: string
  fields: Fields
  why: string
  onWhy: (why: string) => void
}

/** Asked when the typing pauses. */
const PAUSE = 250

export function Alike({ kind, title, fields, why, onWhy }: Props) {
  const { t, lang } = useWords()
  const spec = KIND[kind].alike
  const typed = { title: title.trim().slice(0, 120), by: textOf(fields, spec?.by), at: textOf(fields, spec?.at) }
  const asked = usePaused(JSON.stringify(typed))
  const enough = spec !== undefined && [typed.title, typed.by].some(word => word.length > 1)
  const { data } = useQuery({
    queryKey: ['alike', kind, asked],
    queryFn: () => call('listAlike', { params: { kind }, query: JSON.parse(asked) as typeof typed }),
    enabled: enough,
    placeholderData: before => before,
  })
  const found = enough ? (data?.alike ?? []) : []
  const first = found.find(one => one.sure && one.held)
  const reason = ({ part, same }: AlikeList['alike'][number]['reasons'][number]) =>
    t(same ? 'alike.same' : 'alike.alike', {
      what: part === 'title' ? t(`kind.${kind}.title`) : fieldName(t, kind, part === 'by' ? spec!.by : spec!.at),
    })
  return (
    <div aria-live="polite">
      {found.length > 0 && (
        <section className={first ? 'kind-alike sure' : 'kind-alike'} aria-label={t('alike.title')}>
          <h2>{t(first ? 'alike.first' : 'alike.title')}</h2>
          <ul>
            {found.map(one => (
              <li key={one.id}>
                <Go to={page.item(one.id)} target="_blank">
                  {one.number} {one.title}
                </Go>{' '}
                <span className="chip">{stageName(t, kind, one.stage)}</span>{' '}
                <span>
                  {[one.by, one.leadUnit, t('kindPage.since', { day: formatDay(one.stageOn, lang) })].filter(Boolean).join(t('say.comma'))}
                </span>
                <p className="muted">{one.reasons.map(reason).join(t('say.comma'))}</p>
              </li>
            ))}
          </ul>
          {first && (
            <Field label={t('alike.why')} hint={t('alike.whyHint')}>
              <textarea maxLength={4000} value={why} onChange={e => onWhy(e.target.value)} />
            </Field>
          )}
        </section>
      )}
    </div>
  )
}

const textOf = (fields: Fields, name: string | undefined): string => (name ? String(fields[name] ?? '').trim() : '')

function usePaused(value: string): string {
  const [paused, setPaused] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setPaused(value), PAUSE)
    return () => clearTimeout(timer)
  }, [value])
  return paused
}
