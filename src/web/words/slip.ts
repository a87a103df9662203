// Slips in sentences: why one is suggested or was issued, and how it stands. Words come from zh and en; nothing is decided here.
import type { SlipView, SuggestedSlip } from '../../core/contract/slip.ts'
import { formatInstant } from './day.ts'
import type { Lang } from './number.ts'
import type { T } from './words.ts'

type Why = Pick<SuggestedSlip, 'colour' | 'trigger' | 'why' | 'days' | 'after' | 'dueOn' | 'urgency'>

/** 督蓝〔2026〕3号的期限已过 5 天，仍未办结，升一级。 */
export function sayWhy(t: T, s: Why): string {
  const facts = { days: s.days, after: s.after ?? '', dueOn: s.dueOn ?? '' }
  if (s.colour === null) return s.why === 'red-lapsed' ? t('slip.whyRed', facts) : t('slip.noSuggestion')
  if (s.trigger === 'unaccepted') return t('slip.whyUnaccepted', facts)
  if (s.trigger === 'slip-lapsed') return t('slip.whyLapsed', facts)
  if (s.colour === 'blue') return t('slip.whyOverdue', facts)
  return t(s.urgency === 'urgent' ? 'slip.whyOverdueUrgent' : 'slip.whyOverdueLong', facts)
}

/** How it stands, in one sentence with its day. */
export function sayStand(t: T, s: SlipView, lang: Lang): string {
  if (s.withdrawn)
    return t('slip.saidWithdrawn', { by: s.withdrawn.by, at: formatInstant(s.withdrawn.at, lang), words: s.withdrawn.words ?? '' })
  if (s.settled) {
    const at = formatInstant(s.settled.at, lang)
    if (s.settled.how === 'office') return t('slip.saidSettledOffice', { by: s.settled.by, at, words: s.settled.words ?? '' })
    return t('slip.saidSettled', { how: t(`command.${s.settled.how}`), at })
  }
  return s.stand === 'lapsed' ? t('slip.saidLapsed', { limitOn: s.limitOn, days: s.lapsed }) : t('slip.saidRunning', { limitOn: s.limitOn })
}

export function sayAnswer(t: T, s: SlipView): string {
  if (!s.answer) return t('slip.unanswered')
  return s.answer.days === 0 ? t('slip.answeredToday', { by: s.answer.by }) : t('slip.answered', { days: s.answer.days, by: s.answer.by })
}
