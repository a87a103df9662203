// What is to be decided about a ledger's sheet: unknown units and measures once each, single cells, and rows that may be there already, each with its ways out.
import { useId, useState } from 'react'
import type { SheetPreview } from '../../core/contract/kindsheet.ts'
import { rowOf } from '../../core/kind.ts'
import type { SheetKind } from '../../core/kindsheet/column.ts'
import { useUnits } from '../parts/session.ts'
import { Button } from '../ui/Button.tsx'
import { Combobox } from '../ui/Combobox.tsx'
import { fieldName, stageName } from '../words/kind.ts'
import { type T, useWords } from '../words/words.ts'
import {
  cellAsks,
  type MeasureAsk,
  measureAsks,
  type SheetFixes,
  type SheetRowView,
  type UnitAsk,
  unitAsks,
  withSheetCell,
  withSheetMeasure,
  withSheetName,
  withSheetRow,
} from './fixing.ts'

interface Props {
  kind: SheetKind
  preview: SheetPreview
  fixes: SheetFixes
  onFix: (fixes: SheetFixes) => void
}

export function Decide({ kind, preview, fixes, onFix }: Props) {
  const { t } = useWords()
  const said = { fixes, onFix }
  const rows = preview.rows.filter(row => row.state === 'decide' && row.reason !== null)
  return (
    <>
      <p className="muted">{t('imports.decideLead')}</p>
      <ul className="import-decide">
        {unitAsks(preview).map(ask => (
          <li key={`unit ${ask.text}`}>
            <AskUnit ask={ask} {...said} />
          </li>
        ))}
        {measureAsks(preview).map(ask => (
          <li key={`measure ${ask.table} ${ask.column}`}>
            <AskMeasure ask={ask} {...said} />
          </li>
        ))}
        {cellAsks(preview).map(({ row, problem }) => (
          <li key={problem.at}>
            <AskCell title={row.title} problem={problem} {...said} />
          </li>
        ))}
        {rows.map(row => (
          <li key={row.at}>
            <AskRow kind={kind} row={row} {...said} />
          </li>
        ))}
      </ul>
    </>
  )
}

type Said = Pick<Props, 'fixes' | 'onFix'>
const SHOWN = 6
const some = (t: T, cells: string[]) => cells.slice(0, SHOWN).join(t('say.comma')) + (cells.length > SHOWN ? t('imports.more') : '')

function AskUnit({ ask, fixes, onFix }: Said & { ask: UnitAsk }) {
  const { t } = useWords()
  const heading = useId()
  const { units } = useUnits()
  const say = (unitId: string | null) => onFix(withSheetName(fixes, { text: ask.text, unitId }))
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset’s legend cannot hold the line beneath it
    <div role="group" aria-labelledby={heading}>
      <p id={heading} className="import-what">
        {t('kindSheet.unit', { text: ask.text })}
      </p>
      <p className="muted">{t('kindSheet.cells', { n: ask.cells.length, cells: some(t, ask.cells) })}</p>
      <div className="import-ways">
        {ask.maybe.map(m => (
          <Button key={m.id} onClick={() => say(m.id)}>
            {m.name}
          </Button>
        ))}
        <div className="import-other">
          <Combobox
            label={t('imports.other')}
            placeholder={t('imports.other')}
            choices={units.map(u => ({ value: u.id, label: u.name, also: u.aliases }))}
            value={null}
            onChange={id => id && say(id)}
            none={() => t('say.none')}
          />
        </div>
        <Button look="quiet" onClick={() => say(null)}>
          {t('kindSheet.noUnit')}
        </Button>
      </div>
    </div>
  )
}

const MEASURES = ['万元', '亿元', '元', '万美元', '亿美元', '亩', '平方米', '公顷', '人']

function AskMeasure({ ask, fixes, onFix }: Said & { ask: MeasureAsk }) {
  const { t } = useWords()
  return (
    <>
      <p className="import-what">{t('kindSheet.measure', { head: ask.head })}</p>
      <p className="muted">{t('kindSheet.cells', { n: ask.cells.length, cells: some(t, ask.cells) })}</p>
      <div className="import-ways">
        {MEASURES.map(measure => (
          <Button key={measure} onClick={() => onFix(withSheetMeasure(fixes, { table: ask.table, column: ask.column, measure }))}>
            {measure}
          </Button>
        ))}
      </div>
    </>
  )
}

function AskCell({ title, problem, fixes, onFix }: Said & { title: string; problem: SheetRowView['problems'][number] }) {
  const { t } = useWords()
  const id = useId()
  const [value, setValue] = useState('')
  const { at, head, code, text } = problem
  return (
    <form
      onSubmit={e => {
        e.preventDefault()
        if (value.trim()) onFix(withSheetCell(fixes, { at, value: value.trim() }))
      }}
    >
      <p className="import-what">
        {t('kindSheet.cell', { at, head })} <span className="muted">{title}</span>
      </p>
      <p className="muted">{t(`kindSheet.cellWhy.${code}`, { text })}</p>
      <div className="import-ways">
        <label className="import-inline" htmlFor={id}>
          {t('kindSheet.instead')}
          <input id={id} type="text" maxLength={2000} value={value} onChange={e => setValue(e.target.value)} />
        </label>
        <Button type="submit">{t('kindSheet.use')}</Button>
        <Button look="quiet" onClick={() => onFix(withSheetCell(fixes, { at, value: null }))}>
          {t('kindSheet.empty')}
        </Button>
      </div>
    </form>
  )
}

function AskRow({ kind, row, fixes, onFix }: Said & { kind: SheetKind; row: SheetRowView }) {
  const { t } = useWords()
  const { at, title, reason, facts, stage } = row
  const say = (more: { leave?: boolean; itemId?: string | null; stage?: string }) => onFix(withSheetRow(fixes, { at, ...more }))
  const missing = (facts.fields ?? '').split(',').filter(Boolean)
  const told = {
    ...facts,
    stage: stage ? stageName(t, kind, stage) : '',
    fields: missing.map(field => fieldName(t, kind, field)).join(t('say.comma')),
  }
  const fits = (facts.fits ?? '').split(',').filter(Boolean)
  return (
    <>
      <p className="import-what">{t('kindSheet.row', { at, title })}</p>
      <p className="muted">{String(t(`kindSheet.why.${reason!}`, told as never))}</p>
      <div className="import-ways">
        {reason === 'likely' && (
          <>
            <Button onClick={() => say({ itemId: facts.id! })}>{t('kindSheet.that')}</Button>
            <Button onClick={() => say({ itemId: null })}>{t('kindSheet.other')}</Button>
          </>
        )}
        {reason === 'twice' && <Button onClick={() => say({ itemId: null })}>{t('kindSheet.both')}</Button>}
        {reason === 'number' && <Button onClick={() => say({ itemId: null })}>{t('kindSheet.asNew')}</Button>}
        {reason === 'evidence' &&
          fits.slice(0, 2).map(fit => (
            <Button key={fit} onClick={() => say({ stage: fit })}>
              {t('kindSheet.asStage', { stage: stageName(t, kind, fit) })}
            </Button>
          ))}
        {reason === 'unknown-stage' && (
          <select aria-label={t('kindSheet.pickStage')} value="" onChange={e => say({ stage: e.target.value })}>
            <option value="">{t('kindSheet.pickStage')}</option>
            {rowOf(kind).map(name => (
              <option key={name} value={name}>
                {stageName(t, kind, name)}
              </option>
            ))}
          </select>
        )}
        <Button look="quiet" onClick={() => say({ leave: true })}>
          {t('kindSheet.skip')}
        </Button>
      </div>
    </>
  )
}
