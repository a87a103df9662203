// How each column of a sheet was read, to be put right: what it is, of which indicator, in what measure, of which month.
import type { PreviewTable, ReadingsPreview } from '../../core/contract/readingimport.ts'
import { COLUMN_ROLES, type Fixes } from '../../core/readings/world.ts'
import { Button } from '../ui/Button.tsx'
import { Combobox } from '../ui/Combobox.tsx'
import { formatInstant } from '../words/day.ts'
import { useWords } from '../words/words.ts'
import { type Known, MONTHS, MonthOf } from './Decide.tsx'
import { withColumn, withTable } from './fixing.ts'

interface Props {
  preview: ReadingsPreview
  fixes: Fixes
  indicators: Known[]
  onFix: (fixes: Fixes) => void
}

const MEASURES = ['亿元', '万元', '元', '%', '人', '万人', '户', '亩', '公顷', '吨', '万吨', '个', '家', '项', '件', '起']

export function Columns({ preview, ...rest }: Props) {
  const { t } = useWords()
  return (
    <details className="import-columns">
      <summary>{t('imports.reading')}</summary>
      <p className="muted">{t('imports.readingLead')}</p>
      {preview.tables.map(table => (
        <TableReading key={table.at} table={table} {...rest} />
      ))}
    </details>
  )
}

function TableReading({ table, fixes, indicators, onFix }: { table: PreviewTable } & Omit<Props, 'preview'>) {
  const { t, lang } = useWords()
  const choices = indicators.map(i => ({ value: i.id, label: i.name, ...(i.also ? { also: i.also } : {}) }))
  const set = (column: number, fix: object) => onFix(withColumn(fixes, table.at, { column, ...fix }))
  const byRows = table.columns.some(c => c.role === 'measure')
  const month = table.month === null ? '' : `${table.year ?? new Date().getFullYear()}-${String(table.month).padStart(2, '0')}`
  const shown = table.columns.filter(c => c.head !== '' || c.role !== 'leave')
  return (
    <section aria-label={t('imports.tableAt', { at: table.at })}>
      <h3>{t('imports.tableAt', { at: table.at })}</h3>
      {table.title && <p className="muted">{table.title}</p>}
      {table.remembered && (
        <p className="muted">{t('imports.remembered', { by: table.remembered.by, at: formatInstant(table.remembered.at, lang) })}</p>
      )}
      <div className="import-ways">
        <MonthOf at={table.at} value={month} fixes={fixes} onFix={onFix} />
        {table.monthFrom && <span className="muted">{t(`imports.monthFrom.${table.monthFrom}`)}</span>}
        <Button onClick={() => onFix(withTable(fixes, { at: table.at, leave: !table.leave }))}>
          {t(table.leave ? 'imports.takeTable' : 'imports.leaveTable')}
        </Button>
      </div>
      {!table.leave && (
        <ul className="import-columns-list">
          {shown.map(c => (
            <li key={c.column}>
              <p className="import-what">
                <b className="import-at">{c.letter}</b> {c.head || '—'}
              </p>
              <div className="import-ways">
                <label className="import-inline">
                  {t('imports.role')}
                  <select value={c.left ? 'leave' : c.role} onChange={e => set(c.column, { role: e.target.value })}>
                    {COLUMN_ROLES.map(role => (
                      <option key={role} value={role}>
                        {t(`imports.roles.${role}`)}
                      </option>
                    ))}
                  </select>
                </label>
                {c.role === 'value' && c.left && <span className="muted">{t(`imports.left.${c.left}`)}</span>}
                {c.role === 'value' && !c.left && (
                  <>
                    <label className="import-inline">
                      {t('imports.measure')}
                      <select value={c.measure ?? ''} onChange={e => set(c.column, { measure: e.target.value || null })}>
                        <option value="">
                          {byRows
                            ? t('imports.byRow')
                            : table.measure
                              ? t('imports.asTitle', { unit: table.measure })
                              : t('imports.asIndicator')}
                        </option>
                        {[...new Set([...(c.measure ? [c.measure] : []), ...MEASURES])].map(m => (
                          <option key={m} value={m}>
                            {m}
                          </option>
                        ))}
                      </select>
                    </label>
                    <label className="import-inline">
                      {t('imports.period')}
                      <select
                        value={c.month ?? ''}
                        onChange={e => set(c.column, { month: e.target.value ? Number(e.target.value) : null })}
                      >
                        <option value="">—</option>
                        {MONTHS.map(m => (
                          <option key={m} value={m}>
                            {t('imports.monthOf', { n: m })}
                          </option>
                        ))}
                      </select>
                    </label>
                    {!table.columns.some(x => x.role === 'indicator') && (
                      <div className="import-other">
                        <Combobox
                          label={`${t('imports.indicator')} ${c.letter}`}
                          placeholder={t('imports.indicator')}
                          choices={choices}
                          value={c.indicatorId ?? table.indicatorId}
                          onChange={id => set(c.column, { indicatorId: id })}
                          none={() => t('say.none')}
                        />
                      </div>
                    )}
                  </>
                )}
              </div>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
