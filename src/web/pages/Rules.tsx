// What lights, clocks and re-checks go by 规则, changed by the officer; and the working-day calendar, which the system administrator loads.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { RulesView } from '../../core/contract/rules.ts'
import { CLOCK_KEYS, type ClockKey, COUNTS } from '../../core/types.ts'
import { CalendarYears } from '../parts/CalendarYears.tsx'
import { FaultBox, wrongIn } from '../parts/FaultBox.tsx'
import { Load } from '../parts/Load.tsx'
import { Head } from '../parts/Shell.tsx'
import { useMay } from '../parts/session.ts'
import { useWrite } from '../parts/write.ts'
import { itemsChanged, rulesQuery } from '../query.ts'
import { scaleQuery } from '../risk/query.ts'
import { RiskScaleForm } from '../risk/RiskScaleForm.tsx'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import { useTell } from '../ui/Notice.tsx'
import { formatInstant } from '../words/day.ts'
import { useWords } from '../words/words.ts'
import '../style/rules.css'

type Rules = RulesView['rules']

export function Rules() {
  const { t, lang } = useWords()
  const query = useQuery(rulesQuery)
  return (
    <Load query={query} title={t('rules.title')}>
      {view => (
        <div className="rules">
          <Head title={t('rules.title')} lead={t('rules.lead')} />
          <p className="muted">
            {t('rules.version', { version: view.version })} ·{' '}
            {view.by ? t('rules.by', { name: view.by, at: formatInstant(view.at!, lang) }) : t('rules.shipped')}
          </p>
          <RulesForm key={view.version} view={view} />
          <CalendarYears view={view} />
        </div>
      )}
    </Load>
  )
}

function RulesForm({ view }: { view: RulesView }) {
  const { t } = useWords()
  const tell = useTell()
  const cache = useQueryClient()
  const may = useMay()('rules.write')
  const [rules, setRules] = useState<Rules>(view.rules)
  const [after, setAfter] = useState(view.rules.recheckAfter.join('、'))
  const write = useWrite('putRules', {
    onDone: ({ relit }) => {
      void cache.invalidateQueries({ queryKey: rulesQuery.queryKey })
      void cache.invalidateQueries({ queryKey: scaleQuery.queryKey })
      itemsChanged()
      tell(t('rules.saved', { n: relit }))
    },
  })
  const light = (name: keyof Rules['light']) => (
    <Whole
      label={t(`rules.${name}`)}
      value={rules.light[name]}
      off={!may}
      error={wrong(name)}
      onChange={n => setRules({ ...rules, light: { ...rules.light, [name]: n } })}
    />
  )
  const wrong = (name: string): string | null => wrongIn(t, write.fault, name)
  const send = () =>
    void write.send({ body: { version: view.version, rules: { ...rules, recheckAfter: after.match(/\d+/g)?.map(Number) ?? [] } } })
  return (
    <form
      noValidate
      onSubmit={e => {
        e.preventDefault()
        send()
      }}
    >
      <section aria-labelledby="lights">
        <h2 id="lights">{t('rules.lights')}</h2>
        <div className="rules-fields">
          {light('yellowBehind')}
          {light('redBehind')}
          {light('dueSoon')}
          {light('stale')}
          {light('undatedYellow')}
          {light('undatedRed')}
          <Whole
            label={t('rules.blocked')}
            value={rules.blocked}
            off={!may}
            error={wrong('blocked')}
            onChange={blocked => setRules({ ...rules, blocked })}
          />
          <Field label={t('rules.recheckAfter')} hint={t('rules.recheckHint')} error={wrong('recheckAfter')}>
            <input value={after} readOnly={!may} onChange={e => setAfter(e.target.value)} />
          </Field>
        </div>
      </section>
      <section aria-labelledby="clocks">
        <h2 id="clocks">{t('rules.clocks')}</h2>
        <p className="muted">{t('rules.clocksLead')}</p>
        <ClockTable rules={rules} may={may} onChange={setRules} />
      </section>
      <RiskScaleForm scale={rules.risk} may={may} error={wrong('levels')} onChange={risk => setRules({ ...rules, risk })} />
      <FaultBox fault={write.fault} waiting={write.waiting} />
      {may ? (
        <Button type="submit" look="primary" busy={write.busy}>
          {t('do.save')}
        </Button>
      ) : (
        <p className="muted">{t('rules.readOnly')}</p>
      )}
    </form>
  )
}

interface WholeProps {
  label: string
  value: number
  off: boolean
  error: string | null
  onChange: (n: number) => void
}

function Whole({ label, value, off, error, onChange }: WholeProps): ReactNode {
  return (
    <Field label={label} error={error}>
      <input
        type="number"
        inputMode="numeric"
        min={0}
        max={1000}
        value={value}
        readOnly={off}
        onChange={e => onChange(whole(e.target.value))}
      />
    </Field>
  )
}

const whole = (text: string): number => Math.max(0, Math.round(Number(text) || 0))

function ClockTable({ rules, may, onChange }: { rules: Rules; may: boolean; onChange: (rules: Rules) => void }) {
  const { t } = useWords()
  const set = (key: ClockKey, more: Partial<Rules['clocks'][ClockKey]>) =>
    onChange({ ...rules, clocks: { ...rules.clocks, [key]: { ...rules.clocks[key], ...more } } })
  const days = (key: ClockKey, field: 'accept' | 'report' | 'close') => (
    <input
      type="number"
      inputMode="numeric"
      min={field === 'report' ? 0 : 1}
      max={1000}
      readOnly={!may}
      aria-label={t('rules.row', { clock: t(`clock.${key}`), field: t(`rules.${field}`) })}
      placeholder={field === 'report' ? t('rules.noReport') : undefined}
      value={rules.clocks[key][field] ?? ''}
      onChange={e => set(key, { [field]: field === 'report' && !whole(e.target.value) ? null : whole(e.target.value) })}
    />
  )
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (axe: scrollable-region-focusable)
    <section className="table-box" aria-label={t('rules.clocks')} tabIndex={0}>
      <table className="table clock-table phone-cards">
        <thead>
          <tr>
            <th scope="col">{t('rules.name')}</th>
            <th scope="col">{t('rules.accept')}</th>
            <th scope="col">{t('rules.report')}</th>
            <th scope="col">{t('rules.close')}</th>
            <th scope="col">{t('rules.count')}</th>
            <th scope="col">{t('rules.dayOff')}</th>
          </tr>
        </thead>
        <tbody>
          {CLOCK_KEYS.map(key => (
            <tr key={key}>
              <th scope="row" className="card-line">
                {t(`clock.${key}`)}
              </th>
              <td data-name={t('rules.accept')}>{days(key, 'accept')}</td>
              <td data-name={t('rules.report')}>{days(key, 'report')}</td>
              <td data-name={t('rules.close')}>{days(key, 'close')}</td>
              <td data-name={t('rules.count')}>
                <select
                  disabled={!may}
                  aria-label={t('rules.row', { clock: t(`clock.${key}`), field: t('rules.count') })}
                  value={rules.clocks[key].count}
                  onChange={e => set(key, { count: e.target.value as (typeof COUNTS)[number] })}
                >
                  {COUNTS.map(count => (
                    <option key={count} value={count}>
                      {t(`count.${count}`)}
                    </option>
                  ))}
                </select>
              </td>
              <td data-name={t('rules.dayOff')}>
                <select
                  disabled={!may || rules.clocks[key].count === 'working'}
                  aria-label={t('rules.row', { clock: t(`clock.${key}`), field: t('rules.dayOff') })}
                  value={rules.clocks[key].dayOff}
                  onChange={e => set(key, { dayOff: e.target.value as 'kept' | 'moved' })}
                >
                  <option value="kept">{t('rules.kept')}</option>
                  <option value="moved">{t('rules.moved')}</option>
                </select>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
