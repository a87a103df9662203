// The fields that make an item, for a new one and for changing one: labels above, one column, what is unknown may stay so.
import { URGENCIES } from '../../core/types.ts'
import { TOPICS, type Topic } from '../../reader/reading.ts'
import type { Fault } from '../api.ts'
import { Field } from '../ui/Field.tsx'
import { useWords } from '../words/words.ts'
import { wrongIn } from './FaultBox.tsx'
import { LeadSuggestions } from './LeadSuggestions.tsx'
import { UnitPicker, UnitsPicker } from './UnitPicker.tsx'

export interface ItemFields {
  title: string
  topic: Topic
  urgency: (typeof URGENCIES)[number]
  leadUnitId: string | null
  coUnitIds: string[]
  dueOn: string | null
  measure: string | null
}

export const BLANK_ITEM: ItemFields = {
  title: '',
  topic: 'other',
  urgency: 'ordinary',
  leadUnitId: null,
  coUnitIds: [],
  dueOn: null,
  measure: null,
}

interface Props {
  value: ItemFields
  onChange: (value: ItemFields) => void
  fault: Fault | null
}

export function ItemForm({ value, onChange, fault }: Props) {
  const { t } = useWords()
  const set = (more: Partial<ItemFields>) => onChange({ ...value, ...more })
  const wrong = (field: string): string | null => wrongIn(t, fault, field)
  return (
    <>
      <Field label={t('newItem.name')} hint={t('newItem.nameHint')} error={wrong('title')}>
        <input required maxLength={120} value={value.title} onChange={e => set({ title: e.target.value })} />
      </Field>
      <Field label={t('item.lead')} error={wrong('leadUnitId')}>
        <UnitPicker value={value.leadUnitId} without={value.coUnitIds} onChange={leadUnitId => set({ leadUnitId })} />
      </Field>
      {!value.leadUnitId && (
        <LeadSuggestions
          text={`${value.title} ${value.measure ?? ''}`}
          without={value.coUnitIds}
          onTake={leadUnitId => set({ leadUnitId })}
        />
      )}
      <Field label={t('item.co')} hint={t('say.optional')} error={wrong('coUnitIds')}>
        <UnitsPicker
          value={value.coUnitIds}
          without={value.leadUnitId ? [value.leadUnitId] : []}
          onChange={coUnitIds => set({ coUnitIds })}
        />
      </Field>
      <Field label={t('item.due')} hint={t('say.optional')} error={wrong('dueOn')}>
        <input type="date" value={value.dueOn ?? ''} onChange={e => set({ dueOn: e.target.value || null })} />
      </Field>
      <Field label={t('item.measure')} hint={t('say.optional')} error={wrong('measure')}>
        <input maxLength={300} value={value.measure ?? ''} onChange={e => set({ measure: e.target.value || null })} />
      </Field>
      <Field label={t('item.topic')}>
        <select value={value.topic} onChange={e => set({ topic: e.target.value as Topic })}>
          {TOPICS.map(v => (
            <option key={v} value={v}>
              {t(`topic.${v}`)}
            </option>
          ))}
        </select>
      </Field>
      <Field label={t('item.urgency')}>
        <select value={value.urgency} onChange={e => set({ urgency: e.target.value as ItemFields['urgency'] })}>
          {URGENCIES.map(v => (
            <option key={v} value={v}>
              {t(`urgency.${v}`)}
            </option>
          ))}
        </select>
      </Field>
    </>
  )
}
