// The head of a unit's row: its name, how many stand how, the ribbons it earned, and what it pledged; praise is gold with words, never an alarm's red.
import type { CommitmentView } from '../../core/contract/indicator.ts'
import { WHOLE } from '../../core/indicator.ts'
import { HONOURS } from '../../core/verdict.ts'
import { SHAPE } from '../parts/Light.tsx'
import { useWords } from '../words/words.ts'
import type { Row } from './filters.ts'

interface Props {
  row: Row
  pledges: CommitmentView[]
  onOpen: (from: HTMLElement) => void
}

export function UnitHead({ row, pledges, onOpen }: Props) {
  const { t } = useWords()
  return (
    <button
      type="button"
      className="heat-head"
      aria-haspopup="dialog"
      title={t('board.openUnit')}
      tabIndex={-1}
      onClick={e => onOpen(e.currentTarget)}
    >
      <span className="heat-unit" lang="zh-CN">
        {row.unit}
      </span>
      <Counts row={row} />
      <Pledges pledges={pledges} />
      {row.unitId !== WHOLE && <Ribbons row={row} />}
    </button>
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

/** 承诺 ■未兑现1 ●已兑现2 */
export function Pledges({ pledges }: { pledges: CommitmentView[] }) {
  const { t } = useWords()
  if (pledges.length === 0) return null
  const groups = Map.groupBy(pledges, p => `${p.stand} ${p.light}`)
  return (
    <small className="heat-counts">
      <span>{t('pledge.short')}</span>
      {[...groups.values()].map(([first, ...rest]) => (
        <span key={`${first!.stand} ${first!.light}`} className={`light ${first!.light}`}>
          <span aria-hidden="true">{SHAPE[first!.light]}</span> {t(`pledge.stand.${first!.stand}`)} {rest.length + 1}
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
