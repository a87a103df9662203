// The input for the value of a figure, in its unit; the progress that it makes goes with it and says why.
import { Field } from '../ui/Field.tsx'
import { useWords } from '../words/words.ts'

interface Props {
  figure: { target: number; unit: string; share: number | null }
  value: number | null
  /** What was reported last, and the words that say so. */
  last: number | null
  was: string
  onChange: (typed: { value: number | null; percent?: number }) => void
}

export function ValueInput({ figure: { target, unit, share }, value, last, was, onChange }: Props) {
  const { t } = useWords()
  const percentOf = (of: number): number | null => (share === null ? null : Math.min(100, Math.floor(of * share)))
  const type = (text: string) => {
    const fresh = text === '' ? null : Math.max(0, Number(text))
    if (fresh !== null && !Number.isFinite(fresh)) return
    const percent = fresh === null ? null : percentOf(fresh)
    onChange({ value: fresh, ...(percent === null ? {} : { percent }) })
  }
  const percent = value === null ? null : percentOf(value)
  const why = percent !== null && value !== last ? ` ${t('act.valuePercent', { value: value ?? 0, target, unit, percent })}` : ''
  return (
    <Field label={t('act.value', { unit })} hint={was + why}>
      <input type="number" inputMode="decimal" min={0} step="any" value={value ?? ''} onChange={e => type(e.target.value)} />
    </Field>
  )
}
