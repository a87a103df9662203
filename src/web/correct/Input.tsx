// One field of an entry as the input that suits it: a day, a figure with its scale, names, a choice, a link to another entry.
import { useState } from 'react'
import type { Reading } from '../../reader/reading.ts'
import { Checks } from '../ui/Checks.tsx'
import { Field } from '../ui/Field.tsx'
import { useWords } from '../words/words.ts'
import { Actions } from './Actions.tsx'
import { amountOf, SCALES, type Scale, scaleOf, shown } from './amount.ts'
import { useCorrecting } from './correcting.ts'
import type { Entry, FormField, Link } from './form.ts'
import { PlaceInput } from './PlaceInput.tsx'
import { sayChoice, sayEntry, sayFieldName } from './saying.ts'

interface InputProps {
  field: FormField
  entry: Entry
  text: string
  reading: Reading
  error: string | null
  onChange: (change: Record<string, unknown>) => void
}

export function Input({ field: { name, kind, must }, entry, text, reading, error, onChange }: InputProps) {
  const { t } = useWords()
  const label = sayFieldName(t, name)
  const value = entry[name]
  const set = (next: unknown) => onChange({ [name]: next })
  if (typeof kind === 'object' && 'choice' in kind)
    return (
      <Field label={label} error={error}>
        <select value={String(value ?? '')} onChange={e => set(e.target.value || null)}>
          {kind.blank && <option value="">{t('correct.unset')}</option>}
          {kind.choice.map(choice => (
            <option key={choice} value={choice}>
              {sayChoice(t, kind.words, choice)}
            </option>
          ))}
        </select>
      </Field>
    )
  if (typeof kind === 'object')
    return (
      <LinkInput
        label={label}
        of={kind.link}
        near={entry.span?.[0] ?? 0}
        value={value as number | null}
        not={kind.link === 'events' ? entry : null}
        onChange={set}
      />
    )
  switch (kind) {
    case 'span':
      return <PlaceInput text={text} span={entry.span} onChange={span => onChange({ span })} />
    case 'names':
      return <NamesInput label={label} names={(value as string[] | undefined) ?? []} onChange={set} />
    case 'day':
      return (
        <Field label={label} error={error}>
          <input type="date" value={String(value ?? '')} onChange={e => set(e.target.value || null)} />
        </Field>
      )
    case 'yes':
      return (
        <label className="check field">
          <input type="checkbox" checked={value === true} onChange={e => set(e.target.checked)} />
          {label}
        </label>
      )
    case 'number':
      return <AmountInput label={label} error={error} value={value as number | null | undefined} onChange={set} />
    case 'count':
      return (
        <Field label={label} error={error}>
          <input
            inputMode="numeric"
            value={value === null || value === undefined ? '' : String(value)}
            onChange={e => set(/^\d{1,6}$/.test(e.target.value.trim()) ? Number(e.target.value) : null)}
          />
        </Field>
      )
    case 'unit':
      return <UnitInput label={label} error={error} value={String(value ?? '')} onChange={set} />
    case 'implied':
      return (
        <div className="field">
          <span className="field-name">{label}</span>
          <Checks
            legend={label}
            choices={(['year', 'month', 'day'] as const).map(v => ({ value: v, label: sayChoice(t, 'correct.implied', v) }))}
            chosen={(value as ('year' | 'month' | 'day')[]) ?? []}
            onChange={set}
          />
        </div>
      )
    case 'actions':
      return <Actions actions={(value as Entry[]) ?? []} within={entry.span} text={text} onChange={set} />
    case 'article':
      if (reading.articles.length < 2) return null
      return (
        <Field label={label}>
          <select value={String(value ?? 0)} onChange={e => set(Number(e.target.value))}>
            {reading.articles.map((a, i) => (
              <option key={a.span.join()} value={i}>
                {a.title ?? t('document.article', { n: i + 1 })}
              </option>
            ))}
          </select>
        </Field>
      )
    default:
      return (
        <Field label={label} error={error}>
          <input maxLength={200} autoComplete="off" value={String(value ?? '')} onChange={e => set(e.target.value || (must ? '' : null))} />
        </Field>
      )
  }
}

/** Names as they are read, between 顿号. */
export function NamesInput({ label, names, onChange }: { label: string; names: string[]; onChange: (names: string[]) => void }) {
  const { t, lang } = useWords()
  const [typed, setTyped] = useState(() => names.join(lang === 'zh' ? '、' : ', '))
  return (
    <Field label={label} hint={t('correct.namesHint')}>
      <input
        autoComplete="off"
        value={typed}
        onChange={e => {
          setTyped(e.target.value)
          onChange(
            e.target.value
              .split(/[、，,;；]/)
              .map(n => n.trim())
              .filter(Boolean),
          )
        }}
      />
    </Field>
  )
}

interface AmountProps {
  label: string
  error: string | null
  value: number | null | undefined
  onChange: (value: number | null) => void
}

function AmountInput({ label, error, value = null, onChange }: AmountProps) {
  const { t } = useWords()
  const [scale, setScale] = useState<Scale>(() => scaleOf(value))
  const [typed, setTyped] = useState(() => shown(value, scale))
  const take = (words: string, by: Scale) => {
    setTyped(words)
    setScale(by)
    onChange(amountOf(words, by) ?? null)
  }
  const wrong = amountOf(typed, scale) === undefined ? t('correct.wrongNumber') : error
  return (
    <div className="amount">
      <Field label={label} error={wrong}>
        <input inputMode="decimal" autoComplete="off" value={typed} onChange={e => take(e.target.value, scale)} />
      </Field>
      <select aria-label={`${label} × `} value={scale} onChange={e => take(typed, e.target.value as Scale)}>
        {(Object.keys(SCALES) as Scale[]).map(s => (
          <option key={s} value={s}>
            {t(`correct.scale.${s}`)}
          </option>
        ))}
      </select>
    </div>
  )
}

const UNITS = ['CNY', 'USD', '%', 'pp', 'person', 'household', 'm2', 'km2', 'mu', 'm', 'km', 't', 'kWh', 'rank', 'year', 'month', 'day']

function UnitInput({
  label,
  error,
  value,
  onChange,
}: {
  label: string
  error: string | null
  value: string
  onChange: (v: string) => void
}) {
  const { t } = useWords()
  const [other, setOther] = useState(() => value !== '' && !UNITS.includes(value))
  return (
    <>
      <Field label={label} error={other ? null : error}>
        <select
          value={other ? 'other' : value}
          onChange={e => {
            setOther(e.target.value === 'other')
            onChange(e.target.value === 'other' ? '' : e.target.value)
          }}
        >
          {value === '' && !other && <option value="">{t('correct.unset')}</option>}
          {UNITS.map(u => (
            <option key={u} value={u}>
              {sayChoice(t, 'correct.unit', u)}
            </option>
          ))}
          <option value="other">{t('correct.otherUnit')}</option>
        </select>
      </Field>
      {other && (
        <Field label={t('correct.unitWord')} error={error}>
          <input maxLength={20} autoComplete="off" value={value} onChange={e => onChange(e.target.value)} />
        </Field>
      )}
    </>
  )
}

/** Links offered; those that stand nearest to the entry first. */
const OFFERED = 40

interface LinkProps {
  label: string
  of: Link
  near: number
  value: number | null
  not?: Entry | null
  onChange: (index: number | null) => void
}

export function LinkInput({ label, of, near, value, not, onChange }: LinkProps) {
  const { t } = useWords()
  const { shown: traces } = useCorrecting()
  const offered = traces[of]
    .filter(one => one.entry.span !== not?.span)
    .sort(
      (a, b) =>
        Number(b.index === value) - Number(a.index === value) || Math.abs(a.entry.span[0] - near) - Math.abs(b.entry.span[0] - near),
    )
    .slice(0, OFFERED)
  return (
    <Field label={label}>
      <select
        value={value === null || value === undefined ? '' : String(value)}
        onChange={e => onChange(e.target.value ? Number(e.target.value) : null)}
      >
        <option value="">{t('correct.unset')}</option>
        {offered.map(one => (
          <option key={one.index} value={one.index}>
            {sayEntry(of, one.entry)}
          </option>
        ))}
      </select>
    </Field>
  )
}
