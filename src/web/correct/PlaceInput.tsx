// The words of the text that an entry stands on: typed or selected, and which of them when they stand there more than once.
import { useState } from 'react'
import type { Span } from '../../reader/reading.ts'
import { Field } from '../ui/Field.tsx'
import { useWords } from '../words/words.ts'
import { same } from './form.ts'
import { around, placesOf } from './place.ts'

interface Props {
  text: string
  span: Span | null
  /** null: the text does not have these words. */
  onChange: (span: Span | null) => void
  /** It was asked for and not said. */
  error?: string | null
}

export function PlaceInput({ text, span, onChange, error }: Props) {
  const { t } = useWords()
  const [typed, setTyped] = useState(() => (span ? text.slice(...span).replace(/\s+/g, '') : ''))
  const places = placesOf(text, typed)
  const at = places.findIndex(place => same(place, span))
  const wrong = typed.trim() && places.length === 0 ? t('correct.notInText') : error
  return (
    <>
      <Field label={t('correct.place')} hint={t('correct.placeHint')} error={wrong}>
        <input
          autoComplete="off"
          value={typed}
          onChange={e => {
            setTyped(e.target.value)
            const found = placesOf(text, e.target.value)
            onChange(found.find(place => same(place, span)) ?? found[0] ?? null)
          }}
        />
      </Field>
      {places.length > 1 && (
        <Field label={t('correct.which')}>
          <select value={at} onChange={e => onChange(places[Number(e.target.value)]!)}>
            {places.map((place, i) => (
              <option key={place.join()} value={i}>
                {t('correct.whichOne', { n: i + 1, text: around(text, place) })}
              </option>
            ))}
          </select>
        </Field>
      )}
    </>
  )
}
