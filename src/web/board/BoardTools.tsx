// What the board shows: month of the data, frame, topics, units, and the day as of which it is told; what is chosen stands as chips that can be taken off.
import type { ReactNode } from 'react'
import type { Board } from '../../core/contract/indicator.ts'
import { TOPICS, type Topic } from '../../reader/reading.ts'
import { FramePicker } from '../indicator/FramePicker.tsx'
import { useNarrow } from '../parts/media.ts'
import { UnitsPicker } from '../parts/UnitPicker.tsx'
import { Checks } from '../ui/Checks.tsx'
import { Field } from '../ui/Field.tsx'
import { Popover } from '../ui/Popover.tsx'
import { formatDay, formatPeriod } from '../words/day.ts'
import { useWords } from '../words/words.ts'
import { type BoardFilters, listOf } from './filters.ts'

interface Props {
  board: Board
  filters: BoardFilters
  today: string
  onChange: (changes: BoardFilters) => void
}

const YEARS_BACK = 4

export function BoardTools({ board, filters, today, onChange }: Props) {
  const { t, lang } = useWords()
  // Cards have no heads to sort by.
  const narrow = useNarrow()
  const thisYear = Number(today.slice(0, 4))
  const years = Array.from({ length: YEARS_BACK + 1 }, (_, i) => thisYear - i)
  if (!years.includes(board.year)) years.push(board.year)
  const monthName = (m: number) => formatPeriod(`${board.year}-${String(m).padStart(2, '0')}`, lang)
  return (
    <div className="board-tools no-print">
      <Field label={t('board.year')}>
        <select value={board.year} onChange={e => onChange({ year: e.target.value, month: '' })}>
          {years.map(y => (
            <option key={y} value={y}>
              {y}
            </option>
          ))}
        </select>
      </Field>
      <Field label={t('board.month')}>
        <select value={filters.month ?? ''} onChange={e => onChange({ year: String(board.year), month: e.target.value })}>
          <option value="">
            {board.month ? t('board.newestMonth', { month: monthName(board.months.at(-1) ?? board.month) }) : t('board.noMonth')}
          </option>
          {board.months.map(m => (
            <option key={m} value={m}>
              {monthName(m)}
            </option>
          ))}
        </select>
      </Field>
      {board.frames.length > 0 && (
        <Field label={t('board.frame')}>
          <FramePicker
            frames={board.frames}
            value={filters.frame ?? null}
            onChange={frame => onChange({ frame: frame ?? '' })}
            none={t('board.allFrames')}
          />
        </Field>
      )}
      {narrow && (
        <Field label={t('board.order')}>
          <select value={filters.sort === 'behind' ? 'behind' : ''} onChange={e => onChange({ sort: e.target.value, dir: '' })}>
            <option value="">{t('board.orderTree')}</option>
            <option value="behind">{t('board.orderBehind')}</option>
          </select>
        </Field>
      )}
      <Field label={t('board.asOf')}>
        <input type="date" max={today} value={filters.asOf ?? ''} onChange={e => onChange({ asOf: e.target.value })} />
      </Field>
      <div className="row">
        <label className="check">
          <input type="checkbox" checked={Boolean(filters.shared)} onChange={e => onChange({ shared: e.target.checked ? '1' : '' })} />
          {t('board.shared')}
        </label>
        <Panel name={t('board.topic')} on={Boolean(filters.topic)}>
          <Checks
            legend={t('board.topic')}
            choices={TOPICS.map(value => ({ value, label: t(`topic.${value}`) }))}
            chosen={listOf(filters, 'topic') as Topic[]}
            onChange={chosen => onChange({ topic: chosen.join(',') })}
          />
        </Panel>
        <Panel name={t('board.units')} on={Boolean(filters.unit)}>
          <UnitsPicker
            label={t('board.units')}
            inline
            value={listOf(filters, 'unit')}
            onChange={ids => onChange({ unit: ids.join(',') })}
          />
        </Panel>
      </div>
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

interface ChipsProps extends Omit<Props, 'today'> {
  nameOf: (unitId: string) => string
}

export function BoardChips({ board, filters, nameOf, onChange }: ChipsProps) {
  const { t, lang } = useWords()
  const without = (name: 'topic' | 'unit', value: string): BoardFilters => ({
    [name]: listOf(filters, name)
      .filter(v => v !== value)
      .join(','),
  })
  const frame = board.frames.find(f => f.id === filters.frame)
  const chips: { key: string; label: string; off: BoardFilters; data?: boolean }[] = [
    ...(filters.month
      ? [{ key: 'month', label: formatPeriod(`${board.year}-${filters.month.padStart(2, '0')}`, lang), off: { month: '' } }]
      : []),
    ...(frame ? [{ key: 'frame', label: frame.name, off: { frame: '' }, data: true }] : []),
    ...listOf(filters, 'topic').map(v => ({ key: v, label: t(`topic.${v as Topic}`), off: without('topic', v) })),
    ...listOf(filters, 'unit').map(v => ({ key: v, label: nameOf(v), off: without('unit', v), data: true })),
    ...(filters.shared ? [{ key: 'shared', label: t('board.shared'), off: { shared: '' } }] : []),
    ...(filters.asOf ? [{ key: 'asOf', label: t('board.asOfChip', { day: formatDay(filters.asOf, lang) }), off: { asOf: '' } }] : []),
  ]
  if (chips.length === 0) return null
  return (
    <ul className="filters" aria-label={t('ledger.filters')}>
      {chips.map(c => (
        <li key={c.key} lang={c.data ? 'zh-CN' : undefined}>
          <button type="button" className="chip" aria-label={t('ledger.remove', { what: c.label })} onClick={() => onChange(c.off)}>
            {c.label}
            <span className="cross no-print" aria-hidden="true">
              ×
            </span>
          </button>
        </li>
      ))}
      {chips.length > 1 && (
        <li className="no-print">
          <button
            type="button"
            className="button link"
            onClick={() => onChange({ month: '', frame: '', topic: '', unit: '', asOf: '', shared: '' })}
          >
            {t('ledger.clear')}
          </button>
        </li>
      )}
    </ul>
  )
}
