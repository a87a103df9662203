// The rates by which catching up is computed: shown, and changed by whoever wants to assume others; they stand in the page's address.
import { useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import { useWords } from '../words/words.ts'
import type { Table } from './say.ts'

interface Props {
  place: string
  rates: Table['rates']
  /** Somebody assumed others than the default. */
  assumed: boolean
  onChange: (rates: { own: string; other: string }) => void
}

export function RatesForm({ place, rates, assumed, onChange }: Props) {
  const { t } = useWords()
  const [own, setOwn] = useState(rates.own === null ? '' : String(rates.own))
  const [other, setOther] = useState(rates.other === null ? '' : String(rates.other))
  return (
    <form
      className="benchmark-rates no-print"
      onSubmit={e => {
        e.preventDefault()
        onChange({ own: number(own), other: number(other) })
      }}
    >
      <Field label={t('benchmark.ownRate', { place })}>
        <input inputMode="decimal" autoComplete="off" value={own} onChange={e => setOwn(e.target.value)} />
      </Field>
      <Field label={t('benchmark.otherRate')} hint={t('benchmark.otherRateHint')}>
        <input inputMode="decimal" autoComplete="off" value={other} onChange={e => setOther(e.target.value)} />
      </Field>
      <div className="row">
        <Button type="submit">{t('benchmark.measure')}</Button>
        {assumed && (
          <Button look="quiet" onClick={() => onChange({ own: '', other: '' })}>
            {t('benchmark.reset')}
          </Button>
        )}
      </div>
    </form>
  )
}

/** What is no rate is left out; the address never holds what the server would refuse. */
function number(text: string): string {
  const value = Number(text.normalize('NFKC').replace('−', '-').trim() || Number.NaN)
  return value >= -99 && value <= 1000 ? String(value) : ''
}
