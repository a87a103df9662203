// A level of risk as a word on its colour; a risk that was not judged says so.
import type { RiskLevel } from '../../core/riskmatrix.ts'
import { useWords } from '../words/words.ts'
import '../style/risk.css'

export function Level({ level }: { level: RiskLevel | null }) {
  const { t } = useWords()
  return level ? (
    <span className={`risk-level risk-${level}`}>{t(`risk.level.${level}`)}</span>
  ) : (
    <span className="muted">{t('risk.none')}</span>
  )
}
