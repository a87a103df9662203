// Requests that one's unit is to answer now, the most urgent first; nothing when there are none.
import type { DueAnswer } from '../../core/contract/burden.ts'
import { Go } from '../parts/Go.tsx'
import { page } from '../paths.ts'
import { formatDay } from '../words/day.ts'
import { useWords } from '../words/words.ts'
import { sayTime } from './hours.ts'

export function ToAnswer({ due }: { due: readonly DueAnswer[] }) {
  const { t, lang } = useWords()
  if (due.length === 0) return null
  return (
    <section className="to-answer" aria-labelledby="to-answer">
      <h2 id="to-answer">{t('burden.toAnswer', { n: due.length })}</h2>
      <ul>
        {due.map(d => (
          <li key={`${d.id} ${d.unitId} ${d.dueOn}`}>
            <span>
              <b>{d.title}</b>
              <span className="muted">
                {' '}
                {t('burden.toAnswerLine', { sender: d.sender ?? t('say.unknown'), unit: d.unit, time: sayTime(t, d.minutes, lang) })}
              </span>
            </span>
            <span className={d.late ? 'late' : undefined}>
              {t(d.late ? 'burden.dueLate' : 'burden.dueOn', { day: formatDay(d.dueOn, lang) })}
            </span>
            <Go className="button primary" to={page.answerTo(d.id, { unit: d.unitId, due: d.dueOn })}>
              {t('burden.answer')}
            </Go>
          </li>
        ))}
      </ul>
    </section>
  )
}
