// A rule of early warning, new or changed: which figure, past which line, for how long, and whose risk it is then.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { WarningBody, WarningView } from '../../core/contract/risk.ts'
import { WHOLE } from '../../core/indicator.ts'
import { RISK_CATEGORIES } from '../../core/kinds/risk.ts'
import { MOST_PERIODS, WARNING_MEASURES, WARNING_SIDES, type WarningMeasure } from '../../core/warning.ts'
import { wrongIn } from '../parts/FaultBox.tsx'
import { UnitPicker } from '../parts/UnitPicker.tsx'
import { WriteDialog } from '../parts/WriteDialog.tsx'
import { useWrite } from '../parts/write.ts'
import { indicatorsQuery } from '../query.ts'
import { Combobox } from '../ui/Combobox.tsx'
import { Field } from '../ui/Field.tsx'
import { useTell } from '../ui/Notice.tsx'
import { choiceName } from '../words/kind.ts'
import { type T, useWords } from '../words/words.ts'
import { warningsQuery } from './query.ts'

/** In what the line is measured. */
export const lineUnit = (t: T, measure: WarningMeasure, measuredIn: string): string =>
  measure === 'value' ? measuredIn : t(measure === 'points' ? 'risk.point' : 'risk.percent')

const NEW = {
  indicatorId: null as string | null,
  unitId: WHOLE as string | null,
  measure: 'value' as WarningMeasure,
  side: 'below' as WarningBody['side'],
  threshold: '',
  periods: '2',
  category: 'economy' as WarningBody['category'],
  leadUnitId: null as string | null,
}
type Draft = typeof NEW

export function WarningDialog({ rule, onClose }: { rule: WarningView | null; onClose: () => void }) {
  const { t } = useWords()
  const tell = useTell()
  const cache = useQueryClient()
  const { data } = useQuery(indicatorsQuery)
  const [draft, setDraft] = useState<Draft>(() =>
    rule ? { ...rule, threshold: String(rule.threshold), periods: String(rule.periods) } : NEW,
  )
  const [whose, setWhose] = useState<'whole' | 'each' | 'of'>(draft.unitId === WHOLE ? 'whole' : draft.unitId === null ? 'each' : 'of')
  const set = (more: Partial<Draft>) => setDraft(old => ({ ...old, ...more }))
  const done = {
    onDone: (answer: { warnings: WarningView[] }) => {
      cache.setQueryData(warningsQuery.queryKey, answer)
      tell(t('risk.saved'))
      onClose()
    },
  }
  const [adding, changing] = [useWrite('postWarning', { scope: 'warning', ...done }), useWrite('putWarning', done)]
  const write = rule ? changing : adding
  const chosen = data?.indicators.find(i => i.id === draft.indicatorId)
  const send = () => {
    const { indicatorId, unitId, measure, side, category, leadUnitId } = draft
    const numbers = { threshold: Number(draft.threshold), periods: Number(draft.periods) }
    const body = { version: rule?.version ?? 0, indicatorId: indicatorId!, unitId, measure, side, category, leadUnitId, ...numbers }
    if (rule) void changing.send({ params: { id: rule.id }, body: { ...body, stopped: rule.stopped } })
    else void adding.send({ body })
  }
  const wrong = (field: string) => wrongIn(t, write.fault, field)
  const unset = !draft.indicatorId || draft.threshold.trim() === '' || (whose === 'of' && !draft.unitId)
  return (
    <WriteDialog
      title={t(rule ? 'risk.change1' : 'risk.add')}
      onClose={onClose}
      onSubmit={send}
      write={write}
      reason={unset ? t('risk.needs') : null}
    >
      <Field label={t('risk.indicator')} error={wrong('indicatorId')}>
        <Combobox
          choices={(data?.indicators ?? []).filter(i => !i.retired).map(i => ({ value: i.id, label: i.name, also: i.aliases }))}
          value={draft.indicatorId}
          onChange={indicatorId => set({ indicatorId })}
          placeholder={t('say.searchIn')}
          none={q => t('say.noMatch', { q })}
        />
      </Field>
      <Field label={t('risk.whose')}>
        <select
          value={whose}
          onChange={e => {
            setWhose(e.target.value as 'of')
            set({ unitId: e.target.value === 'whole' ? WHOLE : null })
          }}
        >
          {(['whole', 'each', 'of'] as const).map(one => (
            <option key={one} value={one}>
              {t(`risk.${one}`)}
            </option>
          ))}
        </select>
      </Field>
      {whose === 'of' && (
        <Field label={t('risk.of')}>
          <UnitPicker value={draft.unitId} onChange={unitId => set({ unitId })} />
        </Field>
      )}
      <Field label={t('risk.measureName')}>
        <select value={draft.measure} onChange={e => set({ measure: e.target.value as WarningMeasure })}>
          {WARNING_MEASURES.map(one => (
            <option key={one} value={one}>
              {t(`risk.measure.${one}`)}
            </option>
          ))}
        </select>
      </Field>
      <Field label={t('risk.sideName')}>
        <select value={draft.side} onChange={e => set({ side: e.target.value as Draft['side'] })}>
          {WARNING_SIDES.map(one => (
            <option key={one} value={one}>
              {t(`risk.side.${one}`)}
            </option>
          ))}
        </select>
      </Field>
      <Field
        label={t('risk.threshold')}
        hint={t('risk.thresholdHint', { unit: lineUnit(t, draft.measure, chosen?.unit ?? '') || '—' })}
        error={wrong('threshold')}
      >
        <input type="number" step="any" required value={draft.threshold} onChange={e => set({ threshold: e.target.value })} />
      </Field>
      <Field label={t('risk.periods')} error={wrong('periods')}>
        <input type="number" min={1} max={MOST_PERIODS} required value={draft.periods} onChange={e => set({ periods: e.target.value })} />
      </Field>
      <Field label={t('risk.category')}>
        <select value={draft.category} onChange={e => set({ category: e.target.value as Draft['category'] })}>
          {RISK_CATEGORIES.map(one => (
            <option key={one} value={one}>
              {choiceName(t, 'risk', 'category', one)}
            </option>
          ))}
        </select>
      </Field>
      <Field label={t('risk.lead')} hint={t('risk.leadHint')}>
        <UnitPicker value={draft.leadUnitId} onChange={leadUnitId => set({ leadUnitId })} />
      </Field>
    </WriteDialog>
  )
}
