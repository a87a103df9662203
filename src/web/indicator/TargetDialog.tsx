// One unit's target of a year, or its pledge: set, or revised with a reason while what was set before stays to be seen.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { IndicatorView, TargetView } from '../../core/contract/indicator.ts'
import type { TargetKind } from '../../core/indicator.ts'
import { keep, kept } from '../intent.ts'
import { FaultBox } from '../parts/FaultBox.tsx'
import { useWrite } from '../parts/write.ts'
import { figuresChanged, seriesQuery } from '../query.ts'
import { monthsOf } from '../series/charts.ts'
import { Targets } from '../series/Revisions.tsx'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Field } from '../ui/Field.tsx'
import { useTell } from '../ui/Notice.tsx'
import { targetUnit } from '../words/figure.ts'
import { useWords } from '../words/words.ts'
import { evenPlan, planOddity, type TargetDraft, targetDraftOf, targetOf } from './targetdraft.ts'

interface Props {
  indicator: IndicatorView
  unitId: string
  unit: string
  year: number
  kind: TargetKind
  onClose: () => void
}

/** Asked anew each time: one that was taken back holds no more and still must be named as seen. */
export function TargetDialog(props: Props) {
  const { indicator, unitId, year, kind } = props
  const query = useQuery({ ...seriesQuery(indicator.id, { unit: unitId, year }), staleTime: 0 })
  if (!query.data || query.isFetching) return null
  return <Form {...props} revisions={kind === 'target' ? query.data.targets : query.data.commitments} />
}

function Form({ indicator, unitId, unit, year, kind, revisions, onClose }: Props & { revisions: TargetView[] }) {
  const { t, lang } = useWords()
  const tell = useTell()
  const last = revisions.reduce<TargetView | null>((last, r) => (r.revision > (last?.revision ?? 0) ? r : last), null)
  const seen = last?.revision ?? 0
  const held = last?.withdrawn ? null : last
  const name = `text.target.${indicator.id}.${unitId}.${year}.${kind}`
  const [draft, setDraft] = useState(() => kept(name, targetDraftOf(held, indicator.kind === 'phased')))
  const [wrong, setWrong] = useState<string | null>(null)
  const set = (more: Partial<TargetDraft>) => {
    const next = { ...draft, ...more }
    setDraft(next)
    setWrong(null)
    keep(name, next)
  }
  const write = useWrite('putTarget', {
    onDone: () => {
      keep(name, null)
      figuresChanged()
      tell(t('say.saved'))
      onClose()
    },
  })
  const send = (withdrawn = false) => {
    // What is taken back is what stood, whatever was typed meanwhile.
    const said = withdrawn ? { ...targetDraftOf(held, indicator.kind === 'phased'), why: draft.why } : draft
    const sent = targetOf(said, indicator, { unitId, year, kind, seen })
    if (typeof sent === 'string') setWrong(sent)
    else void write.send({ params: { id: indicator.id }, body: { ...sent, withdrawn } })
  }
  const error = (field: string) => (wrong === field ? t(`goal.wrong.${field as 'value'}`) : null)
  const measure = kind === 'target' ? targetUnit(indicator) : indicator.unit
  const label = (key: 'goal.value' | 'goal.base') => (measure ? t('chart.withUnit', { name: t(key), unit: measure }) : t(key))
  const months = monthsOf(lang)
  const odd = planOddity(draft)
  return (
    <Dialog
      title={t(kind === 'commitment' ? 'goal.pledgeTitle' : held ? 'goal.revise' : 'goal.set')}
      onClose={onClose}
      onSubmit={() => send()}
      foot={
        <>
          <Button type="submit" look="primary" busy={write.busy}>
            {t('do.save')}
          </Button>
          <Button onClick={onClose}>{t('do.cancel')}</Button>
          {held && (
            <Button look="danger" busy={write.busy} onClick={() => send(true)}>
              {t('goal.withdraw')}
            </Button>
          )}
        </>
      }
    >
      <p className="dialog-item" lang="zh-CN">
        {unit} · {indicator.name} · {year}
      </p>
      {indicator.kind !== 'milestone' && (
        <Field label={label('goal.value')} error={error('value')}>
          <input inputMode="decimal" required value={draft.value} onChange={e => set({ value: e.target.value })} />
        </Field>
      )}
      {indicator.kind === 'level' && kind === 'target' && (
        <Field label={label('goal.base')} error={error('base')} hint={t('goal.baseHint', { year: year - 1 })}>
          <input inputMode="decimal" value={draft.base} onChange={e => set({ base: e.target.value })} />
        </Field>
      )}
      {(indicator.kind === 'milestone' || kind === 'commitment') && (
        <Field label={t('goal.due')} error={error('dueOn')}>
          <input type="date" value={draft.dueOn} onChange={e => set({ dueOn: e.target.value })} />
        </Field>
      )}
      {indicator.kind === 'phased' && kind === 'target' && (
        <fieldset className="phasing">
          <legend>{t('goal.phasing')}</legend>
          <p className="field-hint">
            {t('goal.phasingHint')}{' '}
            <Button look="link" onClick={() => set({ phasing: evenPlan(draft.value, indicator.decimals) })}>
              {t('goal.even')}
            </Button>
          </p>
          <div className="phasing-grid">
            {months.map((month, i) => (
              <label key={month}>
                {month}
                <input
                  inputMode="decimal"
                  value={draft.phasing[i]}
                  onChange={e => set({ phasing: draft.phasing.map((v, m) => (m === i ? e.target.value : v)) })}
                />
              </label>
            ))}
          </div>
          {odd && (
            <p className="odd">
              {odd.odd === 'end' ? t('goal.planEnd', { last: odd.last }) : t('goal.planFalls', { month: months[odd.month - 1]! })}
            </p>
          )}
          {error('phasing') && <p className="field-error">{error('phasing')}</p>}
        </fieldset>
      )}
      {seen > 0 && (
        <Field label={t('goal.why')} hint={t('goal.whyHint')} error={error('why')}>
          <input maxLength={500} value={draft.why} onChange={e => set({ why: e.target.value })} />
        </Field>
      )}
      <FaultBox
        fault={write.fault}
        action={write.fault?.code === 'stale-version' && <Button onClick={figuresChanged}>{t('goal.look')}</Button>}
      />
      {revisions.length > 0 && (
        <>
          <h3>{t('goal.before')}</h3>
          <Targets targets={revisions} indicator={indicator} />
        </>
      )}
    </Dialog>
  )
}
