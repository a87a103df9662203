// Why a figure of a sheet is not taken as it stands, and what is odd about it, in sentences.
import type { PreviewLine } from '../../core/contract/readingimport.ts'
import type { Flagged } from '../../core/outlier.ts'
import { formatPeriod } from './day.ts'
import type { Lang } from './number.ts'
import { sayOdd } from './odd.ts'
import type { T } from './words.ts'

function sayWhy(t: T, { reason, facts }: Pick<PreviewLine, 'reason' | 'facts'>): string {
  if (reason === null) return ''
  if (reason === 'less-sure')
    return t('imports.why.less-sure', {
      was: t(`imports.statuses.${facts.was as 'final'}`),
      now: t(`imports.statuses.${facts.now as 'final'}`),
    })
  if (reason === 'single-month') {
    const { cell, missing } = facts
    if (cell) return t('imports.why.single-told', { cell: String(cell) })
    return missing ? t('imports.why.single-month', { month: Number(missing) }) : t('imports.why.single-other')
  }
  return String(t(`imports.why.${reason}`, facts as never))
}

const sayFlag = (t: T, { code, facts }: PreviewLine['flags'][number], lang: Lang): string =>
  code === 'total-differs' ? t('imports.totalDiffers', facts) : sayOdd(t, { flag: code, facts: facts as Flagged['facts'] }, lang)

/** The reason, and all that is odd; the reason 可疑 says no more than what is odd. */
export function sayLine(t: T, line: PreviewLine, lang: Lang): string {
  const why = line.reason === 'doubtful' ? '' : sayWhy(t, line)
  const { single, before, upTo } = line.facts
  const added = line.reason === null && typeof upTo === 'number' ? t('imports.added', { single, before, month: upTo }) : ''
  return [why, added, ...line.flags.map(flag => sayFlag(t, flag, lang))].filter(Boolean).join(' ')
}

export const sayMonth = ({ year, month }: { year: number | null; month: number | null }, lang: Lang): string =>
  month === null ? '—' : formatPeriod(`${year}-${String(month).padStart(2, '0')}`, lang)
