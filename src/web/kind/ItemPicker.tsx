// Choosing an item of some kinds by its title or number: looked up by the server while typing.
import { useQueries } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { type ItemKind, isLedgerKind } from '../../core/kind.ts'
import { itemsQuery } from '../query.ts'
import { Combobox } from '../ui/Combobox.tsx'
import { useWords } from '../words/words.ts'
import { kindQuery } from './query.ts'

export interface Picked {
  id: string
  number: string | null
  title: string
}

interface Props {
  id?: string
  kinds: readonly ItemKind[]
  value: string | null
  /** Of the value, where it may not be among those found. */
  name?: string | null | undefined
  without?: readonly string[]
  onChange: (item: Picked | null) => void
}

const FOUND = '50'

export function ItemPicker({ kinds, value, name, without = [], onChange, ...aria }: Props) {
  const { t } = useWords()
  const [typed, setTyped] = useState('')
  // Below two characters the search finds nothing more than the newest.
  const q = useDeferredValue(typed.trim().length > 1 ? typed.trim().slice(0, 50) : '')
  const asked = { size: FOUND, ...(q ? { q } : {}) }
  const found = useQueries({
    queries: kinds.map(kind => (isLedgerKind(kind) ? kindQuery(kind, asked) : itemsQuery(asked)) as ReturnType<typeof itemsQuery>),
  })
  const items = found.flatMap(one => one.data?.items ?? []).filter(item => !without.includes(item.id))
  const choices = items.map(item => ({
    value: item.id,
    label: item.title,
    ...(item.number ? { note: item.number, also: [item.number] } : {}),
  }))
  if (value && name && !choices.some(c => c.value === value)) choices.unshift({ value, label: name })
  return (
    <Combobox
      {...aria}
      choices={choices}
      value={value}
      onType={setTyped}
      onChange={id => onChange(items.find(item => item.id === id) ?? null)}
      placeholder={t('say.searchIn')}
      none={typedNow => t('say.noMatch', { q: typedNow })}
    />
  )
}
