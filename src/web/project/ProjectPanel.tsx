// Beside a project's facts: its clocks, and what it brings for its land.
import type { ItemView } from '../../core/contract/item.ts'
import { dayOf } from '../../core/day.ts'
import { qualityOf } from '../../core/quality.ts'
import { ClockSay } from '../kind/ClockSay.tsx'
import { formatNumber } from '../words/number.ts'
import { useWords } from '../words/words.ts'

export function ProjectPanel({ item }: { item: ItemView }) {
  const { t, lang } = useWords()
  const { detail } = item
  if (!detail) return null
  const lastOn = item.timeline[0] ? dayOf(item.timeline[0].at) : detail.stageOn
  const figures = qualityOf(detail.fields)
  return (
    <section className="kind-panel" aria-labelledby="project-clocks">
      <h2 id="project-clocks">{t('project.clocks')}</h2>
      <ClockSay kind={detail.kind} of={{ ...detail, lastOn }} />
      {figures.length > 0 && (
        <dl className="kind-facts">
          {figures.map(({ key, value, currency }) => (
            <div key={key}>
              <dt>{t(`project.quality.${key}`)}</dt>
              <dd>
                {t(`project.qualityUnit.${key}`, {
                  value: formatNumber(value, lang),
                  currency: currency && currency !== 'CNY' ? t(`kindPage.money.${currency}`) : t('project.yuan'),
                })}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  )
}
