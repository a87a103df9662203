// What units pledged, unit by unit: what by when, how it stands, and how fast; what was missed stands first, and each line opens its series.

import { COMMITMENT_STANDS } from '../../core/commitment.ts'
import type { Board } from '../../core/contract/indicator.ts'
import { Go } from '../parts/Go.tsx'
import { Stand } from '../parts/Stand.tsx'
import { page } from '../paths.ts'
import { sayKept, sayPromise } from '../words/pledge.ts'
import { useWords } from '../words/words.ts'
import { seriesAt } from './filters.ts'

type Pledges = Board['commitments']

/** 未兑现 数据未报 未到期 已兑现 */
const ORDER = ['missed', 'unknown', 'running', 'kept'] as const

export function Commitments({ board }: { board: Board }) {
  const { t } = useWords()
  if (board.commitments.length === 0) return null
  return (
    <section className="board-below" aria-labelledby="pledges">
      <h2 id="pledges">{t('pledge.title')}</h2>
      <p className="pledge-sum">{sumOf(t, board.commitments)}</p>
      <PledgeTable board={board} pledges={board.commitments} />
    </section>
  )
}

/** 3项：已兑现1 未到期2 */
export const sumOf = (t: ReturnType<typeof useWords>['t'], pledges: Pledges): string =>
  t('pledge.sum', {
    n: pledges.length,
    stands: COMMITMENT_STANDS.flatMap(stand => {
      const n = pledges.filter(p => p.stand === stand).length
      return n ? [t('pledge.sumPart', { stand: t(`pledge.stand.${stand}`), n })] : []
    }).join(t('pledge.comma')),
  })

/** `own`: of one unit, whose name is said elsewhere. */
function PledgeTable({ board, pledges, own }: { board: Board; pledges: Pledges; own?: boolean }) {
  const { t, lang } = useWords()
  const place = new Map(board.rows.map((row, at) => [row.unitId, at]))
  const names = new Map(board.rows.map(row => [row.unitId, row.unit]))
  const indicators = new Map(board.indicators.map(i => [i.id, i]))
  const rows = pledges.toSorted(
    (a, b) =>
      ORDER.indexOf(a.stand) - ORDER.indexOf(b.stand) ||
      a.dueOn.localeCompare(b.dueOn) ||
      (place.get(a.unitId) ?? 0) - (place.get(b.unitId) ?? 0),
  )
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (axe: scrollable-region-focusable)
    <section className="table-box" aria-label={t('pledge.title')} tabIndex={0}>
      <table className="table pledges phone-cards">
        <caption className="hidden">{t('pledge.title')}</caption>
        <thead>
          <tr>
            {!own && <th scope="col">{t('board.unit')}</th>}
            <th scope="col">{t('pledge.indicator')}</th>
            <th scope="col">{t('pledge.promise')}</th>
            <th scope="col">{t('pledge.state')}</th>
            <th scope="col">{t('pledge.progress')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(c => {
            const of = indicators.get(c.indicatorId)
            if (!of) return null
            const to = page.series(c.indicatorId, { unit: c.unitId, ...seriesAt(board) })
            return (
              <tr key={`${c.unitId}${c.indicatorId}`}>
                {!own && (
                  <th scope="row" lang="zh-CN">
                    {names.get(c.unitId)}
                  </th>
                )}
                <td lang="zh-CN">
                  <Go to={to}>{of.name}</Go>
                </td>
                <td>{sayPromise(t, of, c, lang)}</td>
                <td>
                  <Stand commitment={c} />
                </td>
                <td className="card-line">{sayKept(t, of, c, lang)}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}
