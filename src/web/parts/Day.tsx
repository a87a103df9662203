// A day or an instant, short, with the whole of it on hover and for machines.
import { dayOf } from '../../core/day.ts'
import { formatDay, formatInstant, formatShortDay } from '../words/day.ts'
import { useWords } from '../words/words.ts'

export function Day({ day, empty = '—' }: { day: string | null; empty?: string }) {
  const { lang } = useWords()
  if (!day) return <span className="muted">{empty}</span>
  return (
    <time dateTime={day} title={formatDay(day, lang)}>
      {formatShortDay(day, lang, dayOf(Date.now()))}
    </time>
  )
}

export function Instant({ at, empty = '—' }: { at: string | null; empty?: string }) {
  const { lang } = useWords()
  if (!at) return <span className="muted">{empty}</span>
  return (
    <time dateTime={at} title={formatInstant(at, lang)}>
      {formatShortDay(dayOf(at), lang, dayOf(Date.now()))}
    </time>
  )
}
