// The head of a unit's row: its name, how many stand how, and the ribbons it earned; praise is gold with words, never an alarm's red.
import { WHOLE } from '../../core/indicator.ts'
import { HONOURS } from '../../core/verdict.ts'
import { useWords } from '../words/words.ts'
import type { Row } from './filters.ts'

export function UnitHead({ row }: { row: Row }) {
  return (
    <>
      <span className="heat-unit" lang="zh-CN">
        {row.unit}
      </span>
      <Counts row={row} />
      {row.unitId !== WHOLE && <Ribbons row={row} />}
    </>
  )
}

export function Counts({ row: { counts } }: { row: Row }) {
  const { t } = useWords()
  const said = (['behind', 'on', 'reached', 'unknown'] as const).filter(v => counts[v] > 0)
  return (
    <small className="heat-counts">
      {said.length === 0
        ? t('board.noTargets')
        : said.map(v => (
            <span key={v} className={v === 'behind' ? 'late' : undefined}>
              {t(`pace.verdict.${v}`)} {counts[v]}
            </span>
          ))}
    </small>
  )
}

export function Ribbons({ row }: { row: Row }) {
  const { t } = useWords()
  const earned = HONOURS.filter(h => row.honours[h].answer === 'yes')
  if (earned.length === 0) return null
  return (
    <span className="ribbons">
      {earned.map(h => (
        <span key={h} className="ribbon">
          {t(`board.honour.${h}`)}
        </span>
      ))}
    </span>
  )
}
