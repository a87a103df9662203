// Choosing one unit, or several, from the tree: by name, short name or path.
import { useMemo } from 'react'
import { type Choice, Combobox } from '../ui/Combobox.tsx'
import { ManyBox } from '../ui/ManyBox.tsx'
import { useWords } from '../words/words.ts'
import { useUnits } from './session.ts'

interface Common {
  id?: string
  label?: string
  inline?: boolean
  /** Units that may not be chosen here, e.g. the lead unit among the co-units. */
  without?: readonly string[]
  'aria-describedby'?: string
  'aria-invalid'?: boolean
}

function useChoices(without: readonly string[] = []): Choice[] {
  const { units } = useUnits()
  const key = without.join()
  return useMemo(
    () =>
      units
        .filter(u => !key.includes(u.id))
        .map(u => ({ value: u.id, label: u.name, also: u.aliases, ...(u.path.length > 1 ? { note: u.path.at(-2)! } : {}) })),
    [units, key],
  )
}

export function UnitPicker({
  value,
  onChange,
  without,
  ...rest
}: Common & { value: string | null; onChange: (id: string | null) => void }) {
  const { t } = useWords()
  const choices = useChoices(without)
  return (
    <Combobox
      {...rest}
      choices={choices}
      value={value}
      onChange={onChange}
      placeholder={t('say.searchIn')}
      none={q => t('say.noMatch', { q })}
    />
  )
}

/** Several units. */
export function UnitsPicker({ value, onChange, without = [], ...rest }: Common & { value: string[]; onChange: (ids: string[]) => void }) {
  const { t } = useWords()
  const { nameOf } = useUnits()
  const choices = useChoices(without)
  return (
    <ManyBox
      {...rest}
      {...{ choices, nameOf, value, onChange }}
      placeholder={t('say.searchIn')}
      none={q => t('say.noMatch', { q })}
      remove={t('do.remove')}
    />
  )
}
