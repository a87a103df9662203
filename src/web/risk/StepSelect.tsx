// Choosing a step of likelihood or impact by the names of the jurisdiction's own scale.
import { useQuery } from '@tanstack/react-query'
import { RISK_STEPS } from '../../core/riskmatrix.ts'
import { useWords } from '../words/words.ts'
import { scaleQuery } from './query.ts'
import { stepName } from './say.ts'

interface Props {
  id?: string
  axis: 'likelihood' | 'impact'
  value: string | null
  needed: boolean
  onChange: (step: string | null) => void
}

export function StepSelect({ axis, value, needed, onChange, ...aria }: Props) {
  const { t } = useWords()
  const { data: scale } = useQuery(scaleQuery)
  return (
    <select {...aria} required={needed} value={value ?? ''} onChange={e => onChange(e.target.value || null)}>
      <option value="">{t('kindPage.choose')}</option>
      {scale &&
        RISK_STEPS.slice(0, scale[axis].length).map(step => (
          <option key={step} value={step}>
            {stepName(t, scale, axis, step)}
          </option>
        ))}
    </select>
  )
}
