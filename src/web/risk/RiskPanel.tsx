// On the page of a risk: its three levels, when it is reviewed next, and how far its measures are.
import { useState } from 'react'
import type { ItemView } from '../../core/contract/item.ts'
import { daysBetween } from '../../core/day.ts'
import type { RiskLevel } from '../../core/riskmatrix.ts'
import { RATINGS, type Rating } from '../../core/riskrule.ts'
import { Go } from '../parts/Go.tsx'
import { useMay, useSession } from '../parts/session.ts'
import { page } from '../paths.ts'
import { Button } from '../ui/Button.tsx'
import { formatDay } from '../words/day.ts'
import { useWords } from '../words/words.ts'
import { Level } from './Level.tsx'
import { ReviewDialog } from './ReviewDialog.tsx'

const DONE: readonly string[] = ['closed', 'archived']

export function RiskPanel({ item }: { item: ItemView }) {
  const { t, lang } = useWords()
  const { today } = useSession()
  const may = useMay()
  const [reviewing, setReviewing] = useState(false)
  const { fields, stage } = item.detail!
  const measures = item.links.filter(link => link.relation === 'measure-of' && link.way === 'from')
  const next = typeof fields.reviewOn === 'string' ? fields.reviewOn : null
  const days = next ? daysBetween(today, next) : 0
  const day = next ? formatDay(next, lang) : ''
  return (
    <section className="kind-panel" aria-labelledby="risk-panel">
      <h2 id="risk-panel">{t('risk.place')}</h2>
      <dl className="risk-place">
        {Object.entries(RATINGS).map(([rating, { level }]) => (
          <div key={rating}>
            <dt>{t(`risk.rating.${rating as Rating}`)}</dt>
            <dd>
              <Level level={(fields[level] as RiskLevel | undefined) ?? null} />
            </dd>
          </div>
        ))}
        <div>
          <dt>{t('risk.measures')}</dt>
          <dd>
            {measures.length
              ? t('risk.measuresDone', { done: measures.filter(m => DONE.includes(m.state)).length, n: measures.length })
              : t('risk.noMeasures')}
          </dd>
        </div>
      </dl>
      {next && (
        <p className={days <= 0 ? 'risk-call' : undefined}>
          {days > 0 ? t('risk.reviewNext', { day, days }) : days === 0 ? t('risk.reviewDue') : t('risk.reviewLate', { day, days: -days })}
        </p>
      )}
      {stage === 'borne' && <p>{t('risk.borne', { day: formatDay(String(fields.bearUntil), lang) })}</p>}
      <div className="row no-print">
        {next && item.commands.amend === null && (
          <Button look="soft" onClick={() => setReviewing(true)}>
            {t('risk.review')}
          </Button>
        )}
        {may('item.register', { leadUnitId: null, coUnitIds: [], kind: 'matter' }) && (
          <Go className="button plain" to={page.newMeasure(item.id)}>
            {t('risk.addMeasure')}
          </Go>
        )}
      </div>
      {reviewing && <ReviewDialog item={item} onClose={() => setReviewing(false)} />}
    </section>
  )
}
