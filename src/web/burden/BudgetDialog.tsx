// How much a unit may be asked in a month: for all units, or for one; said anew from a month on, what held before stays.
import { useState } from 'react'
import type { BurdenView } from '../../core/contract/burden.ts'
import { UnitPicker } from '../parts/UnitPicker.tsx'
import { WriteDialog } from '../parts/WriteDialog.tsx'
import { useWrite } from '../parts/write.ts'
import { Field } from '../ui/Field.tsx'
import { useTell } from '../ui/Notice.tsx'
import { formatPeriod } from '../words/day.ts'
import { useWords } from '../words/words.ts'
import { sayTime } from './hours.ts'
import { burdenChanged } from './query.ts'

export function BudgetDialog({ budgets, month, onClose }: { budgets: BurdenView['budgets']; month: string; onClose: () => void }) {
  const { t, lang } = useWords()
  const tell = useTell()
  const [unitId, setUnitId] = useState<string | null>(null)
  const [from, setFrom] = useState(month)
  const [text, setText] = useState('8')
  const [why, setWhy] = useState('')
  const write = useWrite('putBudget', {
    onDone: () => {
      burdenChanged()
      tell(t('burden.budgetSet'))
      onClose()
    },
  })
  const value = Number(text)
  const bad = text.trim() === '' || !Number.isFinite(value) || value < 0 || value > 1000
  return (
    <WriteDialog
      title={t('burden.setBudget')}
      onClose={onClose}
      onSubmit={() => !bad && void write.send({ body: { unitId, from, minutes: Math.round(value * 60), why: why.trim() || null } })}
      write={write}
      reason={bad ? t('rule.number') : null}
    >
      <p className="muted">{t('burden.budgetLead')}</p>
      <Field label={t('burden.budgetUnit')} hint={t('burden.budgetUnitHint')}>
        <UnitPicker value={unitId} onChange={setUnitId} />
      </Field>
      <Field label={t('burden.budgetFrom')}>
        <input type="month" value={from} onChange={e => e.target.value && setFrom(e.target.value)} />
      </Field>
      <Field label={t('burden.budgetHoursOf')} error={bad ? t('rule.number') : null}>
        <input inputMode="decimal" maxLength={6} value={text} onChange={e => setText(e.target.value)} />
      </Field>
      <Field label={t('burden.budgetWhy')} hint={t('say.optional')}>
        <input maxLength={200} value={why} onChange={e => setWhy(e.target.value)} />
      </Field>
      {budgets.length > 0 && (
        <ul className="budget-past">
          {budgets.map(b => (
            <li key={`${b.unitId} ${b.from}`}>
              {t('burden.budgetLine', {
                unit: b.unit ?? t('burden.allUnits'),
                from: formatPeriod(b.from, lang),
                time: sayTime(t, b.minutes, lang),
                by: b.by,
              })}
            </li>
          ))}
        </ul>
      )}
    </WriteDialog>
  )
}
