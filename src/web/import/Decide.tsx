// What the person has to decide about a sheet: unknown names once each, and each doubtful figure with its ways out beside it.
import { useId, useState } from 'react'
import type { PreviewLine, ReadingsPreview } from '../../core/contract/readingimport.ts'
import { WHOLE } from '../../core/indicator.ts'
import type { Fixes } from '../../core/readings/world.ts'
import { Button } from '../ui/Button.tsx'
import { Combobox } from '../ui/Combobox.tsx'
import { withUnit } from '../words/figure.ts'
import { sayLine, sayMonth } from '../words/import.ts'
import { useWords } from '../words/words.ts'
import { type Ask, asksOf, isAsked, measuresOf, withCell, withColumn, withName, withTable } from './fixing.ts'

export interface Known {
  id: string
  name: string
  also?: string[]
}

interface Props {
  preview: ReadingsPreview
  fixes: Fixes
  indicators: Known[]
  units: Known[]
  place: string
  onFix: (fixes: Fixes) => void
}

const CELLS_SHOWN = 6

export function Decide({ preview, fixes, indicators, units, place, onFix }: Props) {
  const { t } = useWords()
  const asks = asksOf(preview)
  const lines = preview.lines.filter(line => line.state === 'decide' && !isAsked(line))
  if (asks.length + lines.length === 0) return null
  return (
    <>
      <p className="muted">{t('imports.decideLead')}</p>
      <ul className="import-decide">
        {asks.map(ask => (
          <li key={`${ask.as} ${ask.text} ${ask.table}`} className={ask.open ? undefined : 'calm'}>
            <AskName ask={ask} {...{ fixes, indicators, units, place, onFix }} />
          </li>
        ))}
        {lines.map(line => (
          <li key={line.at}>
            <Doubtful line={line} preview={preview} fixes={fixes} onFix={onFix} />
          </li>
        ))}
      </ul>
    </>
  )
}

function AskName({ ask, fixes, indicators, units, place, onFix }: Omit<Props, 'preview'> & { ask: Ask }) {
  const { t } = useWords()
  const heading = useId()
  const say = (id: string | null) =>
    onFix(
      ask.text === ''
        ? withTable(fixes, { at: ask.table, ...(ask.as === 'indicator' ? { indicatorId: id } : { unitId: id }) })
        : withName(fixes, { as: ask.as, text: ask.text, id }),
    )
  const question = ask.total ? 'askTotal' : ask.as === 'unit' ? 'askUnit' : ask.text === '' ? 'askNoIndicator' : 'askIndicator'
  const known = ask.as === 'indicator' ? indicators : units
  const choices = known.map(k => ({ value: k.id, label: k.name, ...(k.also ? { also: k.also } : {}) }))
  const cells = ask.cells.slice(0, CELLS_SHOWN).join(t('say.comma')) + (ask.cells.length > CELLS_SHOWN ? t('imports.more') : '')
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset’s legend cannot hold the line beneath it
    <div role="group" aria-labelledby={heading}>
      <p id={heading} className="import-what">
        {t(`imports.${question}`, { text: ask.text })}
      </p>
      <p className="muted">{t('imports.places', { n: ask.cells.length, cells })}</p>
      <div className="import-ways">
        {ask.maybe.map(m => (
          <Button key={m.id} onClick={() => say(m.id)}>
            {m.name}
          </Button>
        ))}
        {ask.as === 'unit' && <Button onClick={() => say(WHOLE)}>{t('imports.whole', { place })}</Button>}
        <div className="import-other">
          <Combobox
            label={t('imports.other')}
            placeholder={t('imports.other')}
            choices={choices}
            value={null}
            onChange={id => id && say(id)}
            none={() => t('say.none')}
          />
        </div>
        {ask.text !== '' && (
          <Button look="quiet" onClick={() => say(null)}>
            {t('imports.none')}
          </Button>
        )}
      </div>
    </div>
  )
}

function Doubtful({ line, preview, fixes, onFix }: { line: PreviewLine } & Pick<Props, 'preview' | 'fixes' | 'onFix'>) {
  const { t, lang } = useWords()
  const heading = useId()
  const field = useId()
  const [value, setValue] = useState('')
  const table = preview.tables.find(x => x.at === line.table)
  const column = table?.columns.find(c => c.column === line.column)
  const set = (text: string) => onFix(withCell(fixes, { at: line.at, value: text }))
  const slip = line.flags.find(flag => flag.code === 'scale-slip')
  const digits = /-?[\d,.]+/.exec(line.cell.normalize('NFKC'))?.[0] ?? ''
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset’s legend cannot hold the line beneath it
    <div role="group" aria-labelledby={heading}>
      <p id={heading} className="import-what">
        <b className="import-at">{line.at}</b> {line.indicator.name} · {line.unit.name} · {sayMonth(line, lang)}{' '}
        <b className="num">{line.value === null ? line.cell : withUnit(String(line.value), line.measure, lang)}</b>
        {line.from && <span className="muted"> {t('imports.from', { cell: line.cell, from: line.from })}</span>}
      </p>
      <p>{sayLine(t, line, lang)}</p>
      <div className="import-ways">
        {line.reason === 'no-month' && <MonthOf at={line.table} {...{ fixes, onFix }} />}
        {line.reason === 'measure-differs' &&
          measuresOf(line.measure).map(unit => (
            <Button key={unit} onClick={() => set(`${digits}${unit}`)}>
              {t('imports.inUnit', { unit, value: withUnit(digits, unit, lang) })}
            </Button>
          ))}
        {slip && (
          <Button onClick={() => set(`${slip.facts.suggested}${line.measure}`)}>
            {t('imports.suggest', { value: withUnit(String(slip.facts.suggested), line.measure, lang) })}
          </Button>
        )}
        {line.reason === 'duplicate' && (
          <Button onClick={() => onFix(withCell(fixes, { at: line.at, take: true }))}>{t('imports.useThis')}</Button>
        )}
        {(line.reason === 'doubtful' || line.reason === 'less-sure') && (
          <Button onClick={() => onFix(withCell(fixes, { at: line.at, take: true }))}>{t('imports.keep')}</Button>
        )}
        {line.reason === 'duplicate' && column && column.month !== null && (
          <label className="import-inline">
            {t('imports.columnMonth')}
            <select
              value={column.month}
              onChange={e => onFix(withColumn(fixes, line.table, { column: line.column, month: Number(e.target.value) }))}
            >
              {MONTHS.map(m => (
                <option key={m} value={m}>
                  {t('imports.monthOf', { n: m })}
                </option>
              ))}
            </select>
          </label>
        )}
        {line.reason !== 'no-month' && (
          <form
            className="import-inline"
            onSubmit={e => {
              e.preventDefault()
              if (value.trim()) set(value.trim())
            }}
          >
            <label htmlFor={field}>{t('imports.value')}</label>
            <input
              id={field}
              type="text"
              inputMode="decimal"
              size={10}
              maxLength={40}
              value={value}
              onChange={e => setValue(e.target.value)}
            />
            <Button type="submit">{t('imports.apply')}</Button>
          </form>
        )}
        <Button look="quiet" onClick={() => onFix(withCell(fixes, { at: line.at, leave: true }))}>
          {t('imports.none')}
        </Button>
      </div>
    </div>
  )
}

export const MONTHS = Array.from({ length: 12 }, (_, at) => at + 1)

/** Of all the figures of the table that do not say it themselves. */
export function MonthOf({ at, fixes, onFix, value = '' }: { at: string; value?: string } & Pick<Props, 'fixes' | 'onFix'>) {
  const { t } = useWords()
  return (
    <label className="import-inline">
      {t('imports.tableMonth')}
      <input
        type="month"
        value={value}
        onChange={e => {
          const [year, month] = e.target.value.split('-').map(Number)
          if (year && month) onFix(withTable(fixes, { at, year, month }))
        }}
      />
    </label>
  )
}
