// The phases of a programme in a row, with the one in which it is today.

import type { Row } from '../../core/rows.ts'
import type { Day } from '../../core/types.ts'
import { formatDay } from '../words/day.ts'
import { useWords } from '../words/words.ts'

export function Phases({ phases, today }: { phases: Row[]; today: Day }) {
  const { t, lang } = useWords()
  if (!phases.length) return null
  return (
    <ol className="campaign-phases" aria-label={t('campaign.phases')}>
      {phases.map(phase => {
        const now = phase.from! <= today && today <= phase.to!
        return (
          <li
            key={`${phase.name} ${phase.from}`}
            className={now ? 'here' : phase.to! < today ? 'gone' : ''}
            aria-current={now ? 'step' : undefined}
          >
            <b>{phase.name}</b>
            <span>
              {formatDay(phase.from!, lang)} — {formatDay(phase.to!, lang)}
            </span>
            <span className="muted">{t(now ? 'campaign.phaseNow' : phase.to! < today ? 'campaign.phaseOver' : 'campaign.phaseAhead')}</span>
          </li>
        )
      })}
    </ol>
  )
}
