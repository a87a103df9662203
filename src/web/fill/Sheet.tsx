// The sheet of figures: one row a series, one column to type in; what looks odd is said beside it at once and never refused.
import type { KeyboardEvent } from 'react'
import { type Flagged, oddities } from '../../core/outlier.ts'
import { planLine } from '../../core/planline.ts'
import { useSession } from '../parts/session.ts'
import { formatInstant } from '../words/day.ts'
import { formatFigure, withUnit } from '../words/figure.ts'
import { sayOdd } from '../words/odd.ts'
import { useWords } from '../words/words.ts'
import type { FillRow } from './rows.ts'
import { paste, readTyped, rowKey, type Typed, type, untype } from './typed.ts'

interface Props {
  rows: FillRow[]
  year: number
  month: number
  placeOf: (unitId: string) => string
  typed: Typed
  wrong: FillRow[]
  overtaken: FillRow[]
  onTyped: (typed: Typed) => void
  /** So many pasted figures found no row. */
  onLeft: (n: number) => void
}

export function Sheet({ rows, year, month, placeOf, typed, wrong, overtaken, onTyped, onLeft }: Props) {
  const { t } = useWords()
  return (
    <div className="fill-box">
      <table className="table fill phone-cards">
        <caption className="hidden">{t('fill.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('fill.row')}</th>
            <th scope="col" className="num">
              {t('fill.before')}
            </th>
            <th scope="col" className="num">
              {t('fill.lastYear')}
            </th>
            <th scope="col" className="num">
              {t('chart.plan')}
            </th>
            <th scope="col" className="num">
              {t('fill.value')}
            </th>
            <th scope="col">{t('fill.said')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, i) => (
            <Line
              key={rowKey(row)}
              row={row}
              place={placeOf(row.unitId)}
              year={year}
              month={month}
              text={typed[rowKey(row)]?.text ?? null}
              wrong={wrong.includes(row)}
              overtaken={overtaken.includes(row)}
              onType={text => onTyped(type(typed, row, text))}
              onBack={() => onTyped(untype(typed, row))}
              onPaste={text => {
                const pasted = paste(typed, rows, i, text)
                onTyped(pasted.typed)
                onLeft(pasted.left)
              }}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface LineProps {
  row: FillRow
  place: string
  year: number
  month: number
  text: string | null
  wrong: boolean
  overtaken: boolean
  onType: (text: string) => void
  onBack: () => void
  onPaste: (text: string) => void
}

function Line({ row, place, year, month, text, wrong, overtaken, onType, onBack, onPaste }: LineProps) {
  const { t, lang } = useWords()
  const { today } = useSession()
  const { indicator } = row
  const figure = (value: number | null | undefined) => (value == null ? '—' : formatFigure(value, indicator.decimals, lang))
  const series = { indicator, year, target: row.target, values: row.values, lastYear: row.lastYear }
  const plan = planLine(series)[month - 1]
  const before = row.values.slice(0, month - 1).findLast(v => v !== null) ?? null
  const { value, added, missing } = readTyped(row, text ?? '')
  const odd: Flagged[] =
    value == null
      ? []
      : oddities({ month, value, unit: null }, series, overMonths(year, today)).filter(f => f.flag !== 'same' && f.flag !== 'revises')
  const label = t('fill.cell', { indicator: indicator.name, unit: place })
  const held = row.held?.value == null ? '' : row.held.value.toFixed(indicator.decimals)
  const shown = text ?? held
  return (
    <tr>
      <th scope="row" className="card-line">
        <span lang="zh-CN">{indicator.name}</span>
        <small lang="zh-CN">
          {place}
          {indicator.unit && ` · ${indicator.unit}`}
        </small>
      </th>
      <td className="num" data-name={t('fill.before')}>
        {figure(before)}
      </td>
      <td className="num" data-name={t('fill.lastYear')}>
        {figure(row.lastYear[month - 1])}
      </td>
      <td className="num" data-name={t('chart.plan')}>
        {figure(plan)}
      </td>
      <td className={text === null ? 'num' : 'num typed'}>
        {indicator.kind === 'milestone' ? (
          <select aria-label={label} value={shown} onChange={e => onType(e.target.value)} onKeyDown={move}>
            <option value="">—</option>
            <option value="0">{t('fill.notDone')}</option>
            <option value="1">{t('fill.done')}</option>
          </select>
        ) : (
          <input
            inputMode="decimal"
            autoComplete="off"
            aria-label={label}
            aria-invalid={wrong || undefined}
            value={shown}
            onChange={e => onType(e.target.value)}
            onFocus={e => e.target.select()}
            onKeyDown={e => {
              if (e.key === 'Escape' && text !== null) onBack()
              else move(e)
            }}
            onPaste={e => {
              const copied = e.clipboardData.getData('text')
              if (!/[\n\t]/.test(copied)) return
              e.preventDefault()
              onPaste(copied)
            }}
          />
        )}
      </td>
      <td className="fill-said">
        {wrong && (
          <p className="field-error">
            {missing ? (missing.month ? t('fill.noBefore', { month: missing.month }) : t('fill.notMonthly')) : t('fill.noNumber')}
          </p>
        )}
        {added && (
          <p className="muted">
            {t('fill.added', { single: figure(added.single), before: figure(added.before), month: added.upTo, value: figure(added.value) })}
          </p>
        )}
        {overtaken && row.held && (
          <p className="field-error">
            {t('fill.taken', {
              by: row.held.by,
              value: withUnit(figure(row.held.value), indicator.unit, lang),
              at: formatInstant(row.held.at, lang),
            })}
          </p>
        )}
        {odd.map(f => (
          <p key={f.flag} className="odd">
            {sayOdd(t, f, lang)}
          </p>
        ))}
        {text !== null && value === null && row.held && !overtaken && (
          <p className="odd">{t('fill.takesBack', { value: figure(row.held.value) })}</p>
        )}
        {text === null && row.held && row.held.value !== null && (
          <p className="muted">
            {t('fill.held', { status: t(`reading.${row.held.status}`), by: row.held.by, at: formatInstant(row.held.at, lang) })}
          </p>
        )}
      </td>
    </tr>
  )
}

/** As in a spreadsheet: Enter and the arrows go to the row below or above. */
function move(e: KeyboardEvent<HTMLElement>): void {
  const down = e.key === 'Enter' || e.key === 'ArrowDown'
  // A list of choices keeps its own arrows.
  if ((!down && e.key !== 'ArrowUp') || (e.key !== 'Enter' && e.currentTarget instanceof HTMLSelectElement)) return
  e.preventDefault()
  const all = [...e.currentTarget.closest('tbody')!.querySelectorAll<HTMLElement>('input, select')]
  all[all.indexOf(e.currentTarget) + (down && !e.shiftKey ? 1 : -1)]?.focus()
}

/** How many months of the year are over. */
const overMonths = (year: number, today: string): number => {
  const now = Number(today.slice(0, 4))
  return year < now ? 12 : year > now ? 0 : Number(today.slice(5, 7)) - 1
}
