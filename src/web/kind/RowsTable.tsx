// A fact that is a table, as it is read: its rows under the names of its columns.
import { KIND, type LedgerKind } from '../../core/kind.ts'
import { isLate, type Row } from '../../core/rows.ts'
import { useSession } from '../parts/session.ts'
import { formatDay } from '../words/day.ts'
import { cellName, columnName, fieldName } from '../words/kind.ts'
import { useWords } from '../words/words.ts'

interface Props {
  kind: LedgerKind
  name: string
  rows: Row[]
  /** Still to be carried out: what is past its day is marked. */
  open: boolean
}

export function RowsTable({ kind, name, rows, open }: Props) {
  const { t, lang } = useWords()
  const { today } = useSession()
  const spec = KIND[kind].fields[name]!.columns!
  const columns = Object.entries(spec)
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
                  {open && isLate(row, column, spec, today) && <b className="late"> {t('kindPage.late')}</b>}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
