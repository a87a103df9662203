// The fields of a form, one row each: name, unit, period; beside a row stands at once what is held of it and what no form may ask.
import type { RequestCheck } from '../../core/contract/burden.ts'
import { FIELD_PERIODS, type FieldPeriod } from '../../core/fieldmatch.ts'
import { MOST_FIELDS } from '../../core/requestform.ts'
import { Button } from '../ui/Button.tsx'
import { formatPeriod } from '../words/day.ts'
import { useWords } from '../words/words.ts'
import { BLANK_ROW, type DraftRow, placesOf, rowsOf } from './draft.ts'

interface Props {
  rows: DraftRow[]
  check: RequestCheck | undefined
  onChange: (rows: DraftRow[]) => void
}

export function FormRows({ rows, check, onChange }: Props) {
  const { t } = useWords()
  const places = placesOf(rows)
  const set = (at: number, more: Partial<DraftRow>) => onChange(rows.map((row, i) => (i === at ? { ...row, ...more } : row)))
  return (
    <fieldset className="form-rows">
      <legend>{t('request.form')}</legend>
      <p className="field-hint">{t('request.formHint')}</p>
      <ol>
        {rows.map((row, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name of their own while they are typed
          <li key={at}>
            <div className="form-row">
              <input
                className="form-row-name"
                aria-label={t('request.fieldName', { n: at + 1 })}
                placeholder={t('request.fieldNameHint')}
                maxLength={80}
                value={row.name}
                onChange={e => set(at, { name: e.target.value })}
                onPaste={e => {
                  const copied = e.clipboardData.getData('text')
                  if (!/[\n\t]/.test(copied)) return
                  e.preventDefault()
                  onChange([...rows.slice(0, at), ...rowsOf(copied), ...rows.slice(at + 1)].slice(0, MOST_FIELDS))
                }}
              />
              <input
                aria-label={t('request.fieldUnit', { n: at + 1 })}
                placeholder={t('request.fieldUnitHint')}
                maxLength={20}
                value={row.unit}
                onChange={e => set(at, { unit: e.target.value })}
              />
              <select
                aria-label={t('request.fieldPeriod', { n: at + 1 })}
                value={row.period}
                onChange={e => set(at, { period: e.target.value as FieldPeriod })}
              >
                {FIELD_PERIODS.map(period => (
                  <option key={period} value={period}>
                    {t(`request.period.${period}`)}
                  </option>
                ))}
              </select>
              <Button
                look="quiet"
                aria-label={t('request.removeField', { n: at + 1 })}
                onClick={() => onChange(rows.length > 1 ? rows.filter((_, i) => i !== at) : [BLANK_ROW])}
              >
                ×
              </Button>
            </div>
            {check && <Said check={check} field={places.indexOf(at)} onTake={more => set(at, more)} />}
          </li>
        ))}
      </ol>
      <Button
        reason={rows.length >= MOST_FIELDS ? t('request.mostFields', { n: MOST_FIELDS }) : null}
        onClick={() => onChange([...rows, BLANK_ROW])}
      >
        {t('request.addField')}
      </Button>
    </fieldset>
  )
}

function Said({ check, field, onTake }: { check: RequestCheck; field: number; onTake: (row: Partial<DraftRow>) => void }) {
  const { t, lang } = useWords()
  const forbidden = check.forbidden.find(f => f.field === field)
  const held = check.held.find(h => h.field === field)
  if (forbidden) return <p className="field-error">{t('request.forbidden', { found: forbidden.found, rule: forbidden.rule })}</p>
  if (!held) return null
  const source = held.source ?? t('say.unknown')
  const facts = { name: held.indicator, source, month: held.latest ? formatPeriod(held.latest, lang) : '—' }
  if (held.same)
    return (
      <p className="form-held">
        <b>{t('request.held')}</b> {t(held.reason === 'synonym' ? 'request.heldSynonym' : 'request.heldSame', facts)}
      </p>
    )
  return (
    <p className="form-near">
      {t('request.heldNear', facts)}{' '}
      <Button look="link" onClick={() => onTake({ name: held.indicator, unit: held.unit, period: held.period })}>
        {t('request.takeHeld')}
      </Button>
    </p>
  )
}
