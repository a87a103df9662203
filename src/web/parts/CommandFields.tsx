// The inputs that single commands ask for beside words: the clock of a dispatch, the day of a re-check and what it found.
import { useQuery } from '@tanstack/react-query'
import { CLOCK_KEYS, type ClockKey, RECHECK_RESULTS, type RecheckResult } from '../../core/types.ts'
import { rulesQuery } from '../query.ts'
import { Field } from '../ui/Field.tsx'
import { useWords } from '../words/words.ts'
import { useMay } from './session.ts'

/** '' is the rule, 'none' no clock. */
export type ClockChoice = ClockKey | '' | 'none'

export function ClockField({ value, onChange }: { value: ClockChoice; onChange: (value: ClockChoice) => void }) {
  const { t } = useWords()
  const may = useMay()
  const { data } = useQuery({ ...rulesQuery, enabled: may('rules.read') })
  const named = (key: ClockKey): string => {
    const clock = data?.rules.clocks[key]
    const what = t(`clock.${key}`)
    return clock ? t('say.aside', { what, more: `${clock.close} ${t(`count.${clock.count}`)}` }) : what
  }
  return (
    <Field label={t('act.clock')} hint={t('act.clockHint')}>
      <select value={value} onChange={e => onChange(e.target.value as ClockChoice)}>
        <option value="">{t('act.clockRule')}</option>
        {CLOCK_KEYS.map(key => (
          <option key={key} value={key}>
            {named(key)}
          </option>
        ))}
        <option value="none">{t('act.clockNone')}</option>
      </select>
    </Field>
  )
}

interface LookProps {
  day: string
  none: boolean
  /** At closing an empty day is the rule; afterwards a day or none must be said. */
  byRule: boolean
  error: string | null
  onChange: (more: { day?: string; none?: boolean }) => void
}

export function LookFields({ day, none, byRule, error, onChange }: LookProps) {
  const { t } = useWords()
  const { data } = useQuery({ ...rulesQuery, enabled: useMay()('rules.read') })
  const days = data?.rules.recheckAfter[0]
  return (
    <>
      {!none && (
        <Field
          label={t('act.look')}
          hint={byRule ? (days === undefined ? t('act.lookRuleNone') : t('act.lookRule', { days })) : undefined}
          error={error}
        >
          <input type="date" value={day} onChange={e => onChange({ day: e.target.value })} />
        </Field>
      )}
      <label className="check">
        <input type="checkbox" checked={none} onChange={e => onChange({ none: e.target.checked, day: '' })} />
        {t('act.lookNone')}
      </label>
    </>
  )
}

export function ResultField({ value, onChange }: { value: RecheckResult; onChange: (value: RecheckResult) => void }) {
  const { t } = useWords()
  return (
    <fieldset className="checks">
      <legend>{t('act.result')}</legend>
      {RECHECK_RESULTS.map(result => (
        <label key={result} className="check">
          <input type="radio" name="result" checked={value === result} onChange={() => onChange(result)} />
          {t(result === 'kept' ? 'act.resultKept' : 'act.resultRelapsed')}
        </label>
      ))}
    </fieldset>
  )
}
