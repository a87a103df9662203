// A fact that points at units, indicators or an item: chosen by name from those that there are.
import { useQuery } from '@tanstack/react-query'
import type { FieldSpec, FieldValue, ItemKind } from '../../core/kind.ts'
import { UnitPicker, UnitsPicker } from '../parts/UnitPicker.tsx'
import { indicatorsQuery } from '../query.ts'
import { Combobox } from '../ui/Combobox.tsx'
import { ManyBox } from '../ui/ManyBox.tsx'
import { useWords } from '../words/words.ts'
import { ItemPicker } from './ItemPicker.tsx'

interface Props {
  id?: string
  spec: FieldSpec
  value: FieldValue | undefined
  names: Record<string, string>
  onChange: (value: FieldValue) => void
}

export function PointInput({ spec, value, names, onChange, ...aria }: Props) {
  const one = typeof value === 'string' ? value : null
  const many = Array.isArray(value) ? value.filter(v => typeof v === 'string') : []
  if (spec.type === 'unit') return <UnitPicker {...aria} value={one} onChange={onChange} />
  if (spec.type === 'units') return <UnitsPicker {...aria} value={many} onChange={ids => onChange(ids.length ? ids : null)} />
  if (spec.type === 'item') {
    const kinds = [spec.of ?? 'matter'].flat() as ItemKind[]
    return <ItemPicker {...aria} kinds={kinds} value={one} name={one && names[one]} onChange={item => onChange(item?.id ?? null)} />
  }
  return <IndicatorInput {...aria} {...{ spec, one, many, names, onChange }} />
}

function IndicatorInput({
  spec,
  one,
  many,
  names,
  onChange,
  ...aria
}: Pick<Props, 'id' | 'spec' | 'names' | 'onChange'> & { one: string | null; many: string[] }) {
  const { t } = useWords()
  const { data } = useQuery(indicatorsQuery)
  const all = data?.indicators ?? []
  const choices = all.filter(i => !i.retired || i.id === one).map(i => ({ value: i.id, label: i.name }))
  const rest = { ...aria, choices, placeholder: t('say.searchIn'), none: (q: string) => t('say.noMatch', { q }) }
  if (spec.type === 'indicator') return <Combobox {...rest} value={one} onChange={onChange} />
  const nameOf = (id: string) => names[id] ?? all.find(i => i.id === id)?.name ?? t('kindPage.unseen')
  return <ManyBox {...rest} {...{ nameOf }} value={many} remove={t('do.remove')} onChange={ids => onChange(ids.length ? ids : null)} />
}
