// The ledger's filters: panels to choose from, and what is chosen as chips that can be taken off.
import type { ReactNode } from 'react'
import { LIGHTS, STATES, WAITING } from '../../core/types.ts'
import { TOPICS } from '../../reader/reading.ts'
import { Checks } from '../ui/Checks.tsx'
import { Field } from '../ui/Field.tsx'
import { Popover } from '../ui/Popover.tsx'
import { formatDay, formatInstant } from '../words/day.ts'
import { useWords } from '../words/words.ts'
import { type FilterName, type Filters, FLAGS, LISTS, listOf } from './columns.ts'
import { lightName } from './Light.tsx'
import { useUnits } from './session.ts'
import { UnitsPicker } from './UnitPicker.tsx'

interface Props {
  filters: Filters
  onChange: (changes: Filters) => void
}

export function LedgerFilters({ filters, onChange }: Props) {
  const { t } = useWords()
  const checks = <V extends string>(name: FilterName, label: string, values: readonly V[], word: (v: V) => string) => (
    <Panel name={label} on={Boolean(filters[name])}>
      <Checks
        legend={label}
        choices={values.map(value => ({ value, label: word(value) }))}
        chosen={listOf(filters, name) as V[]}
        onChange={chosen => onChange({ [name]: chosen.join(',') })}
      />
    </Panel>
  )
  return (
    <div className="row">
      {checks('light', t('ledger.light'), LIGHTS, v => lightName(t, v))}
      {checks('state', t('ledger.state'), STATES, v => t(`state.${v}`))}
      <Panel name={t('ledger.unit')} on={Boolean(filters.unit)}>
        <UnitsPicker
          label={t('ledger.unit')}
          inline
          value={listOf(filters, 'unit')}
          onChange={ids => onChange({ unit: ids.join(','), part: ids.length ? filters.part : undefined } as Filters)}
        />
        <Field label={t('ledger.part')}>
          <select value={filters.part ?? 'lead'} onChange={e => onChange({ part: e.target.value })}>
            <option value="lead">{t('ledger.partLead')}</option>
            <option value="co">{t('ledger.partCo')}</option>
            <option value="any">{t('ledger.partAny')}</option>
          </select>
        </Field>
      </Panel>
      <Panel name={t('ledger.due')} on={Boolean(filters.dueFrom || filters.dueTo)}>
        <Field label={t('ledger.dueFrom')}>
          <input type="date" value={filters.dueFrom ?? ''} onChange={e => onChange({ dueFrom: e.target.value })} />
        </Field>
        <Field label={t('ledger.dueTo')}>
          <input type="date" value={filters.dueTo ?? ''} onChange={e => onChange({ dueTo: e.target.value })} />
        </Field>
      </Panel>
      {checks('topic', t('ledger.topic'), TOPICS, v => t(`topic.${v}`))}
      {checks('waiting', t('ledger.waiting'), WAITING, v => t(`waiting.${v}`))}
      <Panel name={t('ledger.special')} on={FLAGS.some(f => filters[f])}>
        <Checks
          legend={t('ledger.special')}
          choices={FLAGS.map(value => ({ value, label: t(`ledger.${value}`) }))}
          chosen={FLAGS.filter(f => filters[f])}
          onChange={chosen => onChange(Object.fromEntries(FLAGS.map(f => [f, chosen.includes(f) ? '1' : ''])))}
        />
      </Panel>
    </div>
  )
}

function Panel({ name, on, children }: { name: string; on: boolean; children: ReactNode }) {
  return (
    <Popover
      title={name}
      className={on ? 'button plain on' : 'button plain'}
      button={
        <>
          {name} <span aria-hidden="true">▾</span>
        </>
      }
    >
      {() => children}
    </Popover>
  )
}

/** One chip for each filter in force. */
export function FilterChips({ filters, onChange }: Props) {
  const { t, lang } = useWords()
  const { nameOf } = useUnits()
  const word = (name: FilterName, value: string): string => {
    switch (name) {
      case 'state':
        return t(`state.${value as 'closed'}`)
      case 'light':
        return lightName(t, value as 'red')
      case 'topic':
        return t(`topic.${value as 'other'}`)
      case 'waiting':
        return `${t('ledger.waiting')} ${t(`waiting.${value as 'lead'}`)}`
      case 'unit':
        return filters.part && filters.part !== 'lead'
          ? t('say.aside', { what: nameOf(value), more: t(filters.part === 'co' ? 'ledger.partCo' : 'ledger.partAny') })
          : nameOf(value)
      default:
        return value
    }
  }
  const chips: { key: string; label: string; off: Filters }[] = [
    ...(filters.q ? [{ key: 'q', label: t('ledger.search', { q: filters.q }), off: { q: '' } }] : []),
    ...LISTS.flatMap(name =>
      listOf(filters, name).map(value => ({
        key: `${name}.${value}`,
        label: word(name, value),
        off: {
          [name]: listOf(filters, name)
            .filter(v => v !== value)
            .join(','),
        },
      })),
    ),
    ...FLAGS.filter(f => filters[f]).map(f => ({ key: f, label: t(`ledger.${f}`), off: { [f]: '' } })),
    ...(['dueFrom', 'dueTo'] as const).flatMap(name =>
      filters[name] ? [{ key: name, label: `${t(`ledger.${name}`)} ${formatDay(filters[name], lang)}`, off: { [name]: '' } }] : [],
    ),
    ...(filters.changedSince
      ? [
          {
            key: 'changedSince',
            label: t('ledger.changedSince', { at: formatInstant(filters.changedSince, lang) }),
            off: { changedSince: '' },
          },
        ]
      : []),
    ...(filters.document ? [{ key: 'document', label: t('ledger.fromDocument'), off: { document: '' } }] : []),
  ]
  if (chips.length === 0) return null
  return (
    <ul className="filters" aria-label={t('ledger.filters')}>
      {chips.map(c => (
        <li key={c.key}>
          <button type="button" className="chip" aria-label={t('ledger.remove', { what: c.label })} onClick={() => onChange(c.off)}>
            {c.label}
            <span className="cross" aria-hidden="true">
              ×
            </span>
          </button>
        </li>
      ))}
      <li>
        <button
          type="button"
          className="button link"
          onClick={() => onChange(Object.assign({ part: '' }, ...chips.map(c => Object.fromEntries(Object.keys(c.off).map(k => [k, ''])))))}
        >
          {t('ledger.clear')}
        </button>
      </li>
    </ul>
  )
}
