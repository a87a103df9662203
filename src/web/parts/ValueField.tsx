// The figure of an item in a report: filled in with what is held already, with who gave it and when; the progress that it makes is suggested and says why.
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { itemQuery } from '../query.ts'
import { Field } from '../ui/Field.tsx'
import { formatInstant } from '../words/day.ts'
import { useWords } from '../words/words.ts'

interface Props {
  itemId: string
  value: number | null
  onChange: (typed: { value: number | null; percent?: number }) => void
}

export function ValueField({ itemId, value, onChange }: Props) {
  const { t, lang } = useWords()
  const held = useQuery(itemQuery(itemId)).data?.held ?? null
  const last = held?.last ?? null
  // biome-ignore lint/correctness/useExhaustiveDependencies: filled in once, when it is known; what the person then types is his
  useEffect(() => {
    if (value === null && last) onChange({ value: last.value })
  }, [last?.value])
  if (!held) return null
  const { target, unit, share } = held
  const percent = value === null || share === null ? null : Math.min(100, Math.floor(value * share))
  const type = (text: string) => {
    const fresh = text === '' ? null : Math.max(0, Number(text))
    if (fresh !== null && !Number.isFinite(fresh)) return
    const suggested = fresh === null || share === null ? {} : { percent: Math.min(100, Math.floor(fresh * share)) }
    onChange({ value: fresh, ...suggested })
  }
  const was = last
    ? t('act.valueWas', { value: last.value, unit, target, by: last.by, at: formatInstant(last.at, lang) })
    : t('act.valueFirst', { target, unit })
  const why = percent !== null && value !== last?.value ? ` ${t('act.valuePercent', { value: value ?? 0, target, unit, percent })}` : ''
  return (
    <Field label={t('act.value', { unit })} hint={was + why}>
      <input type="number" inputMode="decimal" min={0} step="any" value={value ?? ''} onChange={e => type(e.target.value)} />
    </Field>
  )
}
