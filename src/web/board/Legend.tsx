// What the signs of a cell mean, with the thresholds that the rules really have.
import { PACE_RULES } from '../../core/pace.ts'
import { LIGHTS } from '../../core/types.ts'
import { SHAPE } from '../parts/Light.tsx'
import { useWords } from '../words/words.ts'

export function Legend() {
  const { t } = useWords()
  const { share, growth, limit } = PACE_RULES
  const facts = {
    yellow: share.yellowBehind,
    red: share.redBehind,
    growth: growth.redBehind,
    limit: limit.redBehind,
  }
  return (
    <section className="legend" aria-label={t('board.legend')}>
      <ul>
        {LIGHTS.map(light => (
          <li key={light}>
            <span className={`light ${light}`}>
              <span aria-hidden="true">{SHAPE[light]}</span>
            </span>{' '}
            {t(`board.shade.${light}`, facts)}
          </li>
        ))}
      </ul>
      <p>{t('board.legendNote')}</p>
    </section>
  )
}
