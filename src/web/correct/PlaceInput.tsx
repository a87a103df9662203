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

/** A longer place is said by the words it begins and ends with: nobody copies out a page. */
const LONG = 40
const END = 12

export function PlaceInput(props: Props) {
  const { text, span } = props
  const [long] = useState(() => span !== null && span[1] - span[0] > LONG)
  return long && span ? <RangeInput {...props} text={text} span={span} /> : <WordsInput {...props} />
}

/** Where it begins and where it ends, each by words of the text. */
function RangeInput({ text, span, onChange, error }: Props & { span: Span }) {
  const { t } = useWords()
  const [first, setFirst] = useState<Span | null>(() => [span[0], span[0] + END])
  const [last, setLast] = useState<Span | null>(() => [span[1] - END, span[1]])
  const move = (from: Span | null, to: Span | null) => {
    setFirst(from)
    setLast(to)
    if (from && to && from[0] < to[1]) onChange([from[0], to[1]])
  }
  const turned = first && last && first[0] >= last[1] ? t('correct.endFirst') : error
  return (
    <>
      <WordsInput label={t('correct.begins')} text={text} span={first} onChange={at => move(at, last)} />
      <WordsInput label={t('correct.ends')} text={text} span={last} error={turned} onChange={at => move(first, at)} />
    </>
  )
}

function WordsInput({ text, span, onChange, error, label }: Props & { label?: string }) {
  const { t } = useWords()
  const [typed, setTyped] = useState(() => (span ? text.slice(...span).replace(/\s+/g, '') : ''))
  const places = placesOf(text, typed)
  const at = places.findIndex(place => same(place, span))
  const wrong = typed.trim() && places.length === 0 ? t('correct.notInText') : error
  return (
    <>
      <Field label={label ?? t('correct.place')} hint={t('correct.placeHint')} error={wrong}>
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
