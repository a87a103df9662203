// How long it takes to catch up with one place, at which rates; or why that cannot be told.
import { formatPoints } from '../words/figure.ts'
import { useWords } from '../words/words.ts'
import type { Row } from './say.ts'

interface Props {
  row: Pick<Row, 'catchUp' | 'noCatchUp'>
  place: string
  /** The other stands still at its figure of that month. */
  still?: string | null
}

export function CatchUp({ row, place, still = null }: Props) {
  const { t } = useWords()
  const { catchUp, noCatchUp } = row
  if (!catchUp) return <span className="muted">{noCatchUp ? t(`benchmark.noCatchUp.${noCatchUp}`) : '—'}</span>
  const own = formatPoints(catchUp.ownRate)
  const by = still
    ? t('benchmark.yearsByStill', { place, own, period: still })
    : t('benchmark.yearsBy', { place, own, other: formatPoints(catchUp.otherRate) })
  return (
    <>
      <span className="nowrap" title={by}>
        {catchUp.years === null ? t(`benchmark.why.${catchUp.why!}`) : t('benchmark.years', { years: catchUp.years })}
      </span>
      <span className="aside">{by}</span>
      {catchUp.rateInFive !== null && (catchUp.years === null || catchUp.years > 5) && (
        <span className="aside">{t('benchmark.inFive', { rate: formatPoints(catchUp.rateInFive) })}</span>
      )}
    </>
  )
}
