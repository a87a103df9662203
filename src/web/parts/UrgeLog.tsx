// The log of urging one item: who, when, with which words, and the report that answered.
import type { ItemView } from '../../core/contract/item.ts'
import { urgings } from '../../core/urging.ts'
import { formatInstant } from '../words/day.ts'
import { useWords } from '../words/words.ts'
import { useSession } from './session.ts'

export function UrgeLog({ item }: { item: ItemView }) {
  const { t, lang } = useWords()
  const { today } = useSession()
  const log = urgings(item.timeline, today)
  if (log.length === 0) return null
  return (
    <section className="urge-log" aria-labelledby="urges">
      <h2 id="urges">{t('urge.log')}</h2>
      <ul className="rows">
        {log.map(u => (
          <li key={u.id}>
            <p>{t('urge.said', { by: u.by, at: formatInstant(u.at, lang) })}</p>
            {u.words && <p className="todo-words">{u.words}</p>}
            <p className="muted">
              {u.answer
                ? u.days === 0
                  ? t('urge.answeredToday', { by: u.answer.by })
                  : t('urge.answered', { days: u.days, by: u.answer.by })
                : u.days === 0
                  ? t('urge.waitingToday')
                  : t('urge.waiting', { days: u.days })}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
