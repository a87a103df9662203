// A fact that is a table, as its input: a row of cells each, added and removed. A cell that says nothing is left out.
import { KIND, type LedgerKind } from '../../core/kind.ts'
import { MOST_ROWS, type Row } from '../../core/rows.ts'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import { cellName, columnName } from '../words/kind.ts'
import { useWords } from '../words/words.ts'

interface Props {
  kind: LedgerKind
  name: string
  label: string
  value: Row[]
  needed: boolean
  error: string | null
  onChange: (value: Row[] | null) => void
}

export function RowsInput({ kind, name, label, value, needed, error, onChange }: Props) {
  const { t } = useWords()
  const columns = Object.entries(KIND[kind].fields[name]!.columns!)
  const change = (rows: Row[]) => onChange(rows.length ? rows : null)
  const set = (at: number, column: string, text: string) =>
    change(value.map((row, i) => (i === at ? Object.fromEntries(Object.entries({ ...row, [column]: text }).filter(([, v]) => v)) : row)))
  return (
    <fieldset className="kind-rows">
      <legend>
        {label} {!needed && <span className="muted">{t('say.optional')}</span>}
      </legend>
      {value.map((row, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place; it has no other name
        <fieldset key={at} className="kind-row">
          <legend className="hidden">{t('kindPage.row', { n: at + 1 })}</legend>
          {columns.map(([column, { type, needed: cell, choices }]) => {
            const rest = {
              value: row[column] ?? '',
              required: cell === true,
              onChange: (e: { target: { value: string } }) => set(at, column, e.target.value),
            }
            return (
              <Field key={column} label={columnName(t, kind, name, column)} hint={cell ? undefined : t('say.optional')}>
                {type === 'choice' ? (
                  <select {...rest}>
                    <option value="">{t('kindPage.choose')}</option>
                    {choices!.map(choice => (
                      <option key={choice} value={choice}>
                        {cellName(t, kind, name, column, choice)}
                      </option>
                    ))}
                  </select>
                ) : type === 'lines' ? (
                  <textarea {...rest} rows={2} maxLength={2000} />
                ) : (
                  <input {...rest} type={type === 'day' ? 'date' : 'text'} maxLength={200} />
                )}
              </Field>
            )
          })}
          <Button onClick={() => change(value.filter((_, i) => i !== at))}>{t('kindPage.removeRow', { n: at + 1 })}</Button>
        </fieldset>
      ))}
      {value.length < MOST_ROWS && (
        <Button look="soft" onClick={() => onChange([...value, {}])}>
          {t('kindPage.addRow')}
        </Button>
      )}
      {error && <p className="field-error">{error}</p>}
    </fieldset>
  )
}
