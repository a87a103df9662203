// The wall view 挂图作战 for a room's screen: no scrolling, nothing to press, refreshes itself, and always says how old its data are.
import { useQuery } from '@tanstack/react-query'
import type { Board, BoardCell } from '../../core/contract/indicator.ts'
import type { Overview, UnitLights } from '../../core/contract/overview.ts'
import { WHOLE } from '../../core/indicator.ts'
import { LIGHTS } from '../../core/types.ts'
import { lightName, SHAPE } from '../parts/Light.tsx'
import { useSession } from '../parts/session.ts'
import { page } from '../paths.ts'
import { boardQuery, overviewQuery } from '../query.ts'
import { Changes } from '../wall/Changes.tsx'
import { Panel } from '../wall/Panel.tsx'
import { ALIVE, Screen } from '../wall/Screen.tsx'
import { usePages } from '../wall/turning.ts'
import { formatNumber } from '../words/number.ts'
import { useWords } from '../words/words.ts'

export function Wall() {
  const { t } = useWords()
  const { jurisdiction } = useSession()
  const overview = useQuery({ ...overviewQuery, ...ALIVE })
  const board = useQuery({ ...boardQuery({}), ...ALIVE })
  return (
    <Screen title={jurisdiction.name} sub={t('wall.title')} here={page.wall} back={page.overview} asked={[overview, board]}>
      {overview.data && <Figures view={overview.data} />}
      {overview.data && <Units units={overview.data.units} />}
      {board.data && <Indicators board={board.data} />}
      {overview.data && <Changes changes={overview.data.changes} />}
    </Screen>
  )
}

function Figures({ view }: { view: Overview }) {
  const { t, lang } = useWords()
  const figures: [words: 'open' | 'overdue' | 'week' | 'upper', n: number][] = [
    ['open', view.open],
    ['overdue', view.overdue],
    ['week', view.dueThisWeek],
    ['upper', view.waitingUpper],
  ]
  return (
    <ul className="wall-figures" aria-label={t('overview.figures')}>
      {figures.map(([words, n]) => (
        <li key={words} className={words === 'overdue' && n > 0 ? 'alarm' : undefined}>
          {t(`wall.${words}`)} <b>{formatNumber(n, lang)}</b> {t('wall.items')}
        </li>
      ))}
    </ul>
  )
}

const worst = (a: UnitLights, b: UnitLights): number => b.lights.red - a.lights.red || b.lights.yellow - a.lights.yellow || b.open - a.open

function Units({ units }: { units: UnitLights[] }) {
  const { t } = useWords()
  const busy = units.filter(u => u.open > 0).sort(worst)
  const most = Math.max(1, ...busy.map(u => u.open))
  const pages = usePages(busy.length)
  return (
    <Panel name="units" title={t('overview.units')} rows={{ pages, n: busy.length }}>
      {busy.length === 0 ? (
        <p>{t('wall.noUnits')}</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">{t('overview.unit')}</th>
              {LIGHTS.map(l => (
                <th key={l} scope="col" className={`light ${l}`}>
                  {lightName(t, l)}
                </th>
              ))}
              <th scope="col">
                <span className="hidden">{t('overview.lightsHead')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {busy.slice(pages.from).map(u => (
              <tr key={u.unitId}>
                <th scope="row">{u.unit}</th>
                {LIGHTS.map(l => (
                  <td key={l} className={`light ${u.lights[l] ? l : 'grey'}`}>
                    <span aria-hidden="true">{SHAPE[l]}</span> {u.lights[l]}
                  </td>
                ))}
                <td className="wall-bar">
                  <span style={{ width: `${(100 * u.open) / most}%` }}>
                    {LIGHTS.map(l => (
                      <i key={l} className={l} style={{ flexGrow: u.lights[l] }} />
                    ))}
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  )
}

/** Behind first, by how far; then what cannot be said, then what is on pace. */
const RANK: Record<BoardCell['verdict'], number> = { behind: 0, unknown: 1, on: 2, reached: 3 }

function Indicators({ board }: { board: Board }) {
  const { t } = useWords()
  const whole = board.rows.find(r => r.unitId === WHOLE)?.cells ?? []
  const cells = board.indicators
    .flatMap(({ id, name }, at) => (whole[at] ? [{ id, name, ...whole[at] }] : []))
    .sort((a, b) => RANK[a.verdict] - RANK[b.verdict] || (a.points ?? 0) - (b.points ?? 0))
  const pages = usePages(cells.length)
  return (
    <Panel
      name="indicators"
      title={board.month === null ? t('wall.indicators') : t('wall.indicatorsOf', { year: board.year, month: board.month })}
      rows={{ pages, n: cells.length }}
    >
      {cells.length === 0 ? (
        <p>{t('wall.noIndicators')}</p>
      ) : (
        <table>
          <thead className="hidden">
            <tr>
              <th scope="col">{t('wall.indicators')}</th>
              <th scope="col">{t('overview.lightsHead')}</th>
              <th scope="col">{t('wall.points')}</th>
            </tr>
          </thead>
          <tbody>
            {cells.slice(pages.from).map(c => (
              <tr key={c.id}>
                <th scope="row">{c.name}</th>
                <td className={`light ${c.light}`}>
                  <span aria-hidden="true">{SHAPE[c.light]}</span> {t(`wall.verdict.${c.verdict}`)}
                </td>
                <td className="num">{c.points === null ? '—' : `${c.points > 0 ? '+' : c.points < 0 ? '−' : ''}${Math.abs(c.points)}`}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  )
}
