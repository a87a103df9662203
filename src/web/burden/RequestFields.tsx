// Who asks whom for what, how often and for how long: the facts of a request, those of a document only when it goes out as one.
import type { FieldValue } from '../../core/kind.ts'
import type { Fault } from '../api.ts'
import { FieldInput } from '../kind/FieldInput.tsx'
import { wrongIn } from '../parts/FaultBox.tsx'
import { useUnits } from '../parts/session.ts'
import { UnitPicker, UnitsPicker } from '../parts/UnitPicker.tsx'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import { useWords } from '../words/words.ts'
import type { Draft } from './draft.ts'

interface Props {
  draft: Draft
  /** The sender is one's own unit. */
  fixed: boolean
  fault: Fault | null
  onChange: (draft: Draft) => void
}

export function RequestFields({ draft, fixed, fault, onChange }: Props) {
  const { t } = useWords()
  const { units, nameOf } = useUnits()
  const set = (more: Partial<Draft>) => onChange({ ...draft, ...more })
  const fact = (name: string) => (value: FieldValue) => set({ fields: { ...draft.fields, [name]: value } })
  const wrong = (field: string): string | null => wrongIn(t, fault, field)
  const input = (name: string, needed: boolean) => (
    <FieldInput
      key={name}
      kind="request"
      name={name}
      value={draft.fields[name]}
      needed={needed}
      error={wrong(name)}
      onChange={fact(name)}
    />
  )
  const { frequency, carrier } = draft.fields
  const towns = units.filter(u => u.kind === 'township' && u.id !== draft.leadUnitId).map(u => u.id)
  return (
    <>
      <Field label={t('request.title')} hint={t('request.titleHint')} error={wrong('title')}>
        <input required maxLength={120} value={draft.title} onChange={e => set({ title: e.target.value })} />
      </Field>
      <Field label={t('request.sender')} error={wrong('leadUnitId')}>
        {fixed ? (
          <input readOnly value={draft.leadUnitId ? nameOf(draft.leadUnitId) : ''} />
        ) : (
          <UnitPicker value={draft.leadUnitId} without={draft.coUnitIds} onChange={leadUnitId => set({ leadUnitId })} />
        )}
      </Field>
      <Field label={t('request.addressees')} error={wrong('coUnitIds')}>
        <UnitsPicker
          value={draft.coUnitIds}
          without={draft.leadUnitId ? [draft.leadUnitId] : []}
          onChange={coUnitIds => set({ coUnitIds })}
        />
      </Field>
      {towns.some(id => !draft.coUnitIds.includes(id)) && (
        <p className="request-all">
          <Button look="link" onClick={() => set({ coUnitIds: [...new Set([...draft.coUnitIds, ...towns])] })}>
            {t('request.allTowns', { n: towns.length })}
          </Button>
        </p>
      )}
      {input('purpose', true)}
      <div className="request-when">
        {input('frequency', true)}
        {input('minutes', true)}
        {input('from', true)}
        {frequency !== 'once' && input('until', true)}
      </div>
      {input('carrier', true)}
      {(carrier === 'letter' || carrier === 'directive') && (
        <div className="request-when">
          {input('lengthAs', false)}
          {input('characters', false)}
        </div>
      )}
      {input('basis', false)}
    </>
  )
}
