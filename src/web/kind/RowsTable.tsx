// A fact that is a table, as it is read: its rows under the names of its columns.
import { KIND, type LedgerKind } from '../../core/kind.ts'
import type { Row } from '../../core/rows.ts'
import { formatDay } from '../words/day.ts'
import { cellName, columnName, fieldName } from '../words/kind.ts'
import { useWords } from '../words/words.ts'

export function RowsTable({ kind, name, rows }: { kind: LedgerKind; name: string; rows: Row[] }) {
  const { t, lang } = useWords()
  const columns = Object.entries(KIND[kind].fields[name]!.columns!)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="table-box" aria-label={fieldName(t, kind, name)} tabIndex={0}>
      <table className="table">
        <thead>
          <tr>
            {columns.map(([column]) => (
              <th key={column} scope="col">
                {columnName(t, kind, name, column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <tr key={Object.values(row).join()}>
              {columns.map(([column, { type }]) => (
                <td
                  key={column}
                  className={type === 'lines' ? 'kind-lines' : undefined}
                  lang={type === 'text' || type === 'lines' ? 'zh-CN' : undefined}
                >
                  {row[column]
                    ? type === 'day'
                      ? formatDay(row[column], lang)
                      : type === 'choice'
                        ? cellName(t, kind, name, column, row[column])
                        : row[column]
                    : '—'}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
