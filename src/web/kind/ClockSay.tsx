// The clocks of an entry 线索时限 in one sentence each: by when, how late; what is late is said in words, not by colour alone.
import type { KindRow } from '../../core/contract/kind.ts'
import type { LedgerKind } from '../../core/kind.ts'
import { type KindClock, kindClocks } from '../../core/kindclock.ts'
import { useSession } from '../parts/session.ts'
import { formatDay } from '../words/day.ts'
import { type T, useWords } from '../words/words.ts'

type Clocked = Pick<KindRow, 'stage' | 'stageOn' | 'lastOn' | 'fields'>

export const sayClock = (t: T, kind: LedgerKind, { key, late, left, dueOn }: KindClock, lang: 'zh' | 'en'): string => {
  const what = t(`kind.${kind}.clock.${key}` as 'kind.project.clock.judge')
  if (late > 0) return t('kindPage.clock.late', { what, late, day: formatDay(dueOn, lang) })
  return left === 0 ? t('kindPage.clock.today', { what }) : t('kindPage.clock.due', { what, left, day: formatDay(dueOn, lang) })
}

/** `first`: only the most urgent, for a row; `silent`: nothing where none runs. */
export function ClockSay({
  kind,
  of,
  first = false,
  silent = false,
}: {
  kind: LedgerKind
  of: Clocked
  first?: boolean
  silent?: boolean
}) {
  const { t, lang } = useWords()
  const { today } = useSession()
  const all = kindClocks({ kind, ...of }, today)
  const shown = first ? all.slice(0, 1) : all
  if (!shown.length && silent) return null
  if (!shown.length) return <span className="muted">{first ? '—' : t('kindPage.clock.none')}</span>
  return (
    <ul className="kind-clocks">
      {shown.map(clock => (
        <li key={clock.key} className={clock.late > 0 ? 'late' : undefined}>
          {sayClock(t, kind, clock, lang)}
        </li>
      ))}
    </ul>
  )
}
