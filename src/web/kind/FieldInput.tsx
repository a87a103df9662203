// One fact of a kind as its input: text, choice, day, number, money with its magnitude and currency, and what it points at by the pickers.
import { useState } from 'react'
import { exact, over } from '../../core/exact.ts'
import { type FieldValue, KIND, type LedgerKind, pointsAt } from '../../core/kind.ts'
import { CURRENCIES, type Currency, decimalText, type Money, scaled } from '../../core/money.ts'
import type { Row } from '../../core/rows.ts'
import { StepSelect } from '../risk/StepSelect.tsx'
import { Field } from '../ui/Field.tsx'
import { choiceName, fieldName } from '../words/kind.ts'
import { useWords } from '../words/words.ts'
import { PointInput } from './PointInput.tsx'
import { RowsInput } from './RowsInput.tsx'

interface Props {
  kind: LedgerKind
  name: string
  value: FieldValue | undefined
  needed: boolean
  error: string | null
  /** Of what the fact points at now. */
  names?: Record<string, string>
  onChange: (value: FieldValue) => void
}

export function FieldInput({ kind, name, value, needed, error, names = {}, onChange }: Props) {
  const { t } = useWords()
  const spec = KIND[kind].fields[name]!
  const label = fieldName(t, kind, name)
  if (spec.type === 'money') return <MoneyInput {...{ label, needed, error, onChange }} value={(value as Money | null) ?? null} />
  if (spec.type === 'flag')
    return (
      <Field label={label} error={error}>
        <input type="checkbox" checked={value === true} onChange={e => onChange(e.target.checked || null)} />
      </Field>
    )
  if (spec.scale)
    return (
      <Field label={label} hint={needed ? undefined : t('say.optional')} error={error}>
        <StepSelect axis={spec.scale} value={typeof value === 'string' ? value : null} needed={needed} onChange={onChange} />
      </Field>
    )
  if (spec.columns) return <RowsInput {...{ kind, name, label, needed, error, onChange }} value={(value as Row[] | null) ?? []} />
  if (pointsAt(spec.type))
    return (
      <Field label={label} hint={needed ? undefined : t('say.optional')} error={error}>
        <PointInput {...{ spec, value, names, onChange }} />
      </Field>
    )
  const text = Array.isArray(value) ? value.join('\n') : value === null || value === undefined ? '' : String(value)
  const hint = [
    spec.type === 'list' && t('kindPage.lines'),
    spec.type === 'number' && spec.unit && t(`kindPage.unit.${spec.unit as 'mu'}`),
    !needed && t('say.optional'),
  ]
    .filter(Boolean)
    .join(' · ')
  return (
    <Field label={label} hint={hint || undefined} error={error}>
      {spec.type === 'list' ? (
        <textarea required={needed} value={text} onChange={e => onChange(e.target.value ? e.target.value.split('\n') : null)} />
      ) : spec.type === 'lines' ? (
        <textarea maxLength={2000} required={needed} value={text} onChange={e => onChange(e.target.value || null)} />
      ) : spec.type === 'choice' ? (
        <select required={needed} value={text} onChange={e => onChange(e.target.value || null)}>
          <option value="">{t('kindPage.choose')}</option>
          {spec.choices!.map(choice => (
            <option key={choice} value={choice}>
              {choiceName(t, kind, name, choice)}
            </option>
          ))}
        </select>
      ) : spec.type === 'number' ? (
        <input
          type="number"
          min={0}
          step="any"
          required={needed}
          value={text}
          onChange={e => onChange(e.target.value === '' ? null : Number(e.target.value))}
        />
      ) : (
        <input
          type={spec.type === 'day' ? 'date' : 'text'}
          maxLength={200}
          required={needed}
          value={text}
          onChange={e => onChange(e.target.value || null)}
        />
      )}
    </Field>
  )
}

/** 元 万 亿 */
const POWERS = [
  [8, 'yi'],
  [4, 'wan'],
  [0, 'one'],
] as const

interface MoneyProps extends Pick<Props, 'needed' | 'error'> {
  label: string
  value: Money | null
  onChange: (value: Money | null) => void
}

function MoneyInput({ label, value, needed, error, onChange }: MoneyProps) {
  const { t } = useWords()
  const [power, setPower] = useState<number>(() => (value && scaled(inPower(value.amount, 8), 8) !== value.amount ? 4 : 8))
  const [text, setText] = useState(() => (value ? inPower(value.amount, power) : ''))
  const [currency, setCurrency] = useState<Currency>(value?.currency ?? 'CNY')
  const say = (next: { text?: string; power?: number; currency?: Currency }) => {
    const all = { text, power, currency, ...next }
    setText(all.text)
    setPower(all.power)
    setCurrency(all.currency)
    // What is no number is sent as it is, and refused beside its field.
    onChange(all.text.trim() ? { amount: scaled(all.text, all.power) ?? all.text, currency: all.currency } : null)
  }
  return (
    <fieldset className="money">
      <legend className="hidden">{label}</legend>
      <Field label={label} hint={needed ? undefined : t('say.optional')} error={error}>
        <input inputMode="decimal" maxLength={20} required={needed} value={text} onChange={e => say({ text: e.target.value })} />
      </Field>
      <Field label={t('kindPage.magnitude')}>
        <select value={power} onChange={e => say({ power: Number(e.target.value) })}>
          {POWERS.map(([p, name]) => (
            <option key={p} value={p}>
              {t(`kindPage.power.${name}`)}
            </option>
          ))}
        </select>
      </Field>
      <Field label={t('kindPage.currency')}>
        <select value={currency} onChange={e => say({ currency: e.target.value as Currency })}>
          {CURRENCIES.map(c => (
            <option key={c} value={c}>
              {t(`kindPage.money.${c}`)}
            </option>
          ))}
        </select>
      </Field>
    </fieldset>
  )
}

const inPower = (amount: string, power: number): string => decimalText(over(exact(amount), exact(`1e${power}`)))
