// The fields that make an indicator: labels above, one column; what a kind implies is filled in.
import type { z } from 'zod'
import type { FrameView, IndicatorView } from '../../core/contract/indicator.ts'
import { BASES, COMBINES, DIRECTIONS, FREQUENCIES, INDICATOR_KINDS } from '../../core/indicator.ts'
import { TOPICS } from '../../reader/reading.ts'
import type { Fault } from '../api.ts'
import { wrongIn } from '../parts/FaultBox.tsx'
import { UnitPicker } from '../parts/UnitPicker.tsx'
import { Combobox } from '../ui/Combobox.tsx'
import { Field } from '../ui/Field.tsx'
import { useWords } from '../words/words.ts'
import { type IndicatorDraft, withKind } from './draft.ts'
import { FramePicker } from './FramePicker.tsx'
import { SourcePicker } from './SourcePicker.tsx'

interface Props {
  value: IndicatorDraft
  onChange: (value: IndicatorDraft) => void
  fault: Fault | null
  /** To hang it from: never itself. */
  others: IndicatorView[]
  frames: z.infer<typeof FrameView>[]
  source: IndicatorView['source']
}

export function IndicatorForm({ value, onChange, fault, others, frames, source }: Props) {
  const { t } = useWords()
  const set = (more: Partial<IndicatorDraft>) => onChange({ ...value, ...more })
  const wrong = (field: string): string | null => wrongIn(t, fault, field)
  const choice = <V extends string>(
    field: keyof IndicatorDraft,
    label: string,
    values: readonly V[],
    word: (v: V) => string,
    hint?: string,
  ) => (
    <Field label={label} hint={hint} error={wrong(field)}>
      <select value={(value[field] as V | null) ?? ''} onChange={e => set({ [field]: e.target.value || null } as Partial<IndicatorDraft>)}>
        {values.map(v => (
          <option key={v} value={v}>
            {word(v)}
          </option>
        ))}
      </select>
    </Field>
  )
  return (
    <>
      <Field label={t('indicator.name')} hint={t('indicator.nameHint')} error={wrong('name')}>
        <input required maxLength={60} value={value.name} onChange={e => set({ name: e.target.value })} />
      </Field>
      <Field label={t('indicator.kindHead')} hint={t(`indicator.kindHint.${value.kind}`)} error={wrong('kind')}>
        <select value={value.kind} onChange={e => onChange(withKind(value, e.target.value as IndicatorDraft['kind']))}>
          {INDICATOR_KINDS.map(k => (
            <option key={k} value={k}>
              {t(`indicator.kind.${k}`)}
            </option>
          ))}
        </select>
      </Field>
      {value.kind !== 'milestone' && (
        <>
          <Field label={t('indicator.unit')} hint={t('indicator.unitHint')} error={wrong('unit')}>
            <input maxLength={20} value={value.unit} onChange={e => set({ unit: e.target.value })} />
          </Field>
          <Field label={t('indicator.decimals')} error={wrong('decimals')}>
            <input type="number" min={0} max={6} value={value.decimals} onChange={e => set({ decimals: e.target.value })} />
          </Field>
          {choice('basis', t('indicator.basisHead'), BASES, v => t(`indicator.basis.${v}`), t('indicator.basisHint'))}
          {choice('direction', t('indicator.directionHead'), DIRECTIONS, v => t(`indicator.direction.${v}`))}
        </>
      )}
      {choice('frequency', t('indicator.frequencyHead'), FREQUENCIES, v => t(`indicator.frequency.${v}`))}
      <Field label={t('indicator.sourceUnit')} hint={t('indicator.sourceUnitHint')} error={wrong('sourceUnitId')}>
        <UnitPicker value={value.sourceUnitId ?? null} onChange={sourceUnitId => set({ sourceUnitId })} />
      </Field>
      {frames.length > 0 && (
        <Field label={t('board.frame')} hint={t('say.optional')} error={wrong('frameId')}>
          <FramePicker frames={frames} value={value.frameId ?? null} onChange={frameId => set({ frameId })} />
        </Field>
      )}
      {choice('topic', t('board.topic'), TOPICS, v => t(`topic.${v}`))}
      <SourcePicker value={value.source ?? null} seen={source} onChange={picked => set({ source: picked })} />
      <details className="more-fields" open={Boolean(value.parentId || value.combine || value.code || value.aliases)}>
        <summary>{t('indicator.more')}</summary>
        <Field label={t('indicator.aliases')} hint={t('indicator.aliasesHint')} error={wrong('aliases')}>
          <input value={value.aliases} onChange={e => set({ aliases: e.target.value })} />
        </Field>
        <Field label={t('indicator.code')} hint={t('indicator.codeHint')} error={wrong('code')}>
          <input maxLength={40} value={value.code ?? ''} onChange={e => set({ code: e.target.value || null })} />
        </Field>
        <Field label={t('indicator.combineHead')} hint={t('indicator.combineHint')} error={wrong('combine')}>
          <select value={value.combine ?? ''} onChange={e => set({ combine: (e.target.value || null) as IndicatorDraft['combine'] })}>
            <option value="">{t('indicator.noParts')}</option>
            {COMBINES.map(c => (
              <option key={c} value={c}>
                {t(`indicator.combine.${c}`)}
              </option>
            ))}
          </select>
        </Field>
        <Field label={t('indicator.parent')} hint={t('indicator.parentHint')} error={wrong('parentId')}>
          <Combobox
            choices={others.filter(o => o.combine).map(o => ({ value: o.id, label: o.name }))}
            value={value.parentId ?? null}
            onChange={parentId => set({ parentId })}
            placeholder={t('say.searchIn')}
            none={q => t('say.noMatch', { q })}
          />
        </Field>
        {others.find(o => o.id === value.parentId)?.combine === 'weighted' && (
          <Field label={t('indicator.weight')} error={wrong('weight')}>
            <input inputMode="decimal" value={value.weight} onChange={e => set({ weight: e.target.value })} />
          </Field>
        )}
        <label className="check">
          <input type="checkbox" checked={value.published} onChange={e => set({ published: e.target.checked })} />
          {t('indicator.published')}
        </label>
      </details>
    </>
  )
}
