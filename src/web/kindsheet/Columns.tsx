// How each column of a ledger's sheet is read, to be put right.
import type { SheetPreview } from '../../core/contract/kindsheet.ts'
import { type ColumnTarget, type PLAIN_TARGETS, type SheetKind, targetsOf } from '../../core/kindsheet/column.ts'
import { formatInstant } from '../words/day.ts'
import { fieldName } from '../words/kind.ts'
import { useWords } from '../words/words.ts'
import { type SheetFixes, withSheetColumn } from './fixing.ts'

interface Props {
  kind: SheetKind
  preview: SheetPreview
  fixes: SheetFixes
  onFix: (fixes: SheetFixes) => void
}

export function Columns({ kind, preview, fixes, onFix }: Props) {
  const { t, lang } = useWords()
  const nameOf = (to: ColumnTarget) =>
    to.startsWith('field.') ? fieldName(t, kind, to.slice('field.'.length)) : t(`kindSheet.plain.${to as (typeof PLAIN_TARGETS)[number]}`)
  return (
    <details className="import-columns">
      <summary>{t('kindSheet.reading')}</summary>
      <p className="muted">{t('kindSheet.readingLead')}</p>
      {preview.tables.map(table => (
        <section key={table.at} aria-label={t('imports.tableAt', { at: table.at })}>
          <h3>{table.title || t('imports.tableAt', { at: table.at })}</h3>
          {table.remembered && (
            <p className="muted">{t('imports.remembered', { by: table.remembered.by, at: formatInstant(table.remembered.at, lang) })}</p>
          )}
          <ul className="import-columns-list">
            {table.columns.map(c => (
              <li key={c.column}>
                <label className="import-inline">
                  <b className="import-at">{c.letter}</b> {c.head}
                  {c.measure && <span className="muted">{c.measure}</span>}
                  <select
                    value={c.to}
                    onChange={e => onFix(withSheetColumn(fixes, { table: table.at, column: c.column, to: e.target.value as ColumnTarget }))}
                  >
                    {targetsOf(kind).map(to => (
                      <option key={to} value={to}>
                        {nameOf(to)}
                      </option>
                    ))}
                  </select>
                </label>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </details>
  )
}
