// An item's clocks, each with what is used and allowed, and who was waited for how long: a small bar with its words.
import type { ItemView } from '../../core/contract/item.ts'
import { daysBetween } from '../../core/day.ts'
import { WAITING } from '../../core/types.ts'
import { waitedLongest } from '../../core/waiting.ts'
import { formatDay } from '../words/day.ts'
import { sayTrouble } from '../words/sentence.ts'
import { useWords } from '../words/words.ts'
import { useSession } from './session.ts'

export function Clocks({ item }: { item: ItemView }) {
  const { t, lang } = useWords()
  if (item.clocks.length === 0) return <span className="muted">{t('item.clockNone')}</span>
  return (
    <ul className="clocks">
      {item.clocks.map(c => {
        const count = t(`count.${c.count}`)
        const said =
          c.allowed === null ? t('item.faceFree', { used: c.used, count }) : t('item.faceOf', { used: c.used, allowed: c.allowed, count })
        return (
          <li key={c.step} className={c.late > 0 ? 'late' : undefined}>
            <b>{t(`item.faces.${c.step}`)}</b> {said}
            {c.allowed !== null && c.allowed > 0 && (
              <progress max={c.allowed} value={Math.min(c.used, c.allowed)} aria-label={`${t(`item.faces.${c.step}`)} ${said}`} />
            )}
            <span className="facts-small muted">
              {[
                c.by && t('item.faceBy', { day: formatDay(c.by, lang) }),
                c.doneOn && t('item.faceDone', { day: formatDay(c.doneOn, lang) }),
                c.late > 0 && t('item.faceLate', { late: c.late, count }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        )
      })}
      {item.clock && (
        <li className="muted facts-small">
          {item.clock.gave
            ? t('item.gave', { clock: t(`clock.${item.clock.key}`) })
            : `${t('item.clockKey')} ${t(`clock.${item.clock.key}`)}`}
        </li>
      )}
    </ul>
  )
}

const FILL = { lead: '#38618c', co: '#7a9cc0', upper: '#b07d2b', office: '#5b9a72', other: '#b9c0c9' } as const

export function Waits({ item }: { item: ItemView }) {
  const { t } = useWords()
  const { today } = useSession()
  const parts = waitedLongest(item.waited)
  const said = parts.map(({ who, days }) => t('item.waitPart', { who: t(`waiting.${who}`), days })).join(t('say.comma'))
  const all = parts.reduce((sum, { days }) => sum + days, 0)
  const running = item.waitingFor !== null && item.waitingSince !== null
  let x = 0
  return (
    <>
      {running
        ? t('item.waitNow', {
            party: t(`waiting.${item.waitingFor!}`),
            since: item.waitingSince,
            days: daysBetween(item.waitingSince!, today),
          })
        : t('item.waitNobody')}
      {all > 0 && (
        <>
          <svg
            className="waits"
            viewBox={`0 0 ${all} 1`}
            preserveAspectRatio="none"
            role="img"
            aria-label={t('item.waitsBar', { parts: said })}
          >
            {WAITING.map(who => {
              const at = x
              x += item.waited[who] ?? 0
              return <rect key={who} x={at} y={0} width={item.waited[who] ?? 0} height={1} fill={FILL[who]} />
            })}
          </svg>
          <span className="facts-small muted">{t('item.waitsOf', { parts: said })}</span>
        </>
      )}
    </>
  )
}

/** What the light has not said yet: 受阻, 久无反馈, 无目标 … Whom it waits for stands beside. */
const SAID: Partial<Record<ItemView['reason'], string>> = { overdue: 'overdue', stale: 'stale', 'no-deadline': 'undated', aged: 'undated' }

export function Troubles({ item }: { item: ItemView }) {
  const { t } = useWords()
  const more = item.troubles.filter(trouble => trouble.kind !== 'waiting' && trouble.kind !== SAID[item.reason])
  if (more.length === 0) return null
  return (
    <ul className="troubles" aria-label={t('item.troubles')}>
      {more.map(trouble => (
        <li key={trouble.kind}>{sayTrouble(t, trouble)}</li>
      ))}
    </ul>
  )
}
