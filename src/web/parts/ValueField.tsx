// The figure of an item in a report: filled in with what is held already, with who gave it and when; the progress that it makes is suggested and says why.
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { itemQuery } from '../query.ts'
import { formatInstant } from '../words/day.ts'
import { useWords } from '../words/words.ts'
import { ValueInput } from './ValueInput.tsx'

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
  const { target, unit } = held
  const was = last
    ? t('act.valueWas', { value: last.value, unit, target, by: last.by, at: formatInstant(last.at, lang) })
    : t('act.valueFirst', { target, unit })
  return <ValueInput figure={held} value={value} last={last?.value ?? null} was={was} onChange={onChange} />
}
