// The wall view 挂图作战 for a room's screen: no scrolling, nothing to press, refreshes itself, and always says how old its data are.
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useEffect, useState } from 'react'
import type { Board, StandingView } from '../../core/contract/indicator.ts'
import type { Overview, UnitLights } from '../../core/contract/overview.ts'
import { WHOLE } from '../../core/indicator.ts'
import { LIGHTS } from '../../core/types.ts'
import { Fault } from '../api.ts'
import { ageOf, WALL_EVERY_MS } from '../parts/age.ts'
import { Go } from '../parts/Go.tsx'
import { lightName, SHAPE } from '../parts/Light.tsx'
import { useSession, useUnits } from '../parts/session.ts'
import { page } from '../paths.ts'
import { boardQuery, overviewQuery } from '../query.ts'
import { formatInstant } from '../words/day.ts'
import { formatNumber } from '../words/number.ts'
import { sayEvent } from '../words/sentence.ts'
import { useWords } from '../words/words.ts'
import '../style/wall.css'

/** What a screen of a room can show to its last row. */
const MOST = { units: 16, indicators: 14, changes: 6 }

/** Asked again even while the browser believes it is offline; a refusal leaves what stands. */
const ALIVE = {
  refetchInterval: WALL_EVERY_MS,
  refetchIntervalInBackground: true,
  networkMode: 'always',
  retry: false,
  meta: { unasked: true },
} as const

export function Wall() {
  const { t, lang } = useWords()
  const { jurisdiction } = useSession()
  const overview = useQuery({ ...overviewQuery, ...ALIVE })
  const board = useQuery({ ...boardQuery({}), ...ALIVE })
  const now = useNow()
  const newest = Math.min(overview.dataUpdatedAt, board.dataUpdatedAt)
  const age = ageOf(newest, now)
  const ended = [overview.error, board.error].some(e => e instanceof Fault && e.code === 'unauthenticated')
  return (
    <main className="wall" id="main" aria-busy={!overview.data}>
      <header>
        <h1>
          {jurisdiction.name} <span>{t('wall.title')}</span>
        </h1>
        <p className="wall-clock">{formatInstant(new Date(now).toISOString(), lang)}</p>
        <p className={`wall-age ${age.stand}`} role={age.stand === 'lost' ? 'alert' : undefined}>
          {newest === 0
            ? t('app.loading')
            : ended
              ? t('wall.ended', { at: formatInstant(new Date(newest).toISOString(), lang) })
              : t(`wall.age.${age.stand}`, {
                  at: formatInstant(new Date(newest).toISOString(), lang),
                  minutes: age.minutes,
                  seconds: age.seconds,
                })}{' '}
          <Go to={ended ? page.signIn(page.wall) : page.overview}>{ended ? t('signIn.title') : t('wall.leave')}</Go>
        </p>
      </header>
      {overview.data && <Figures view={overview.data} />}
      {overview.data && <Units units={overview.data.units} />}
      {board.data && <Indicators board={board.data} />}
      {overview.data && <Changes view={overview.data} />}
    </main>
  )
}

/** Ticks, so that the age grows while nothing comes. */
function useNow(): number {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [])
  return now
}

function Panel({ name, title, more, children }: { name: string; title: string; more?: string | null; children: ReactNode }) {
  return (
    <section className={`wall-${name}`} aria-labelledby={`wall-${name}`}>
      <h2 id={`wall-${name}`}>
        {title} {more && <span>{more}</span>}
      </h2>
      {children}
    </section>
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
  return (
    <Panel
      name="units"
      title={t('overview.units')}
      more={busy.length > MOST.units ? t('wall.moreUnits', { n: busy.length - MOST.units }) : null}
    >
      <table>
        <thead className="hidden">
          <tr>
            <th scope="col">{t('overview.unit')}</th>
            {LIGHTS.map(l => (
              <th key={l} scope="col">
                {lightName(t, l)}
              </th>
            ))}
            <th scope="col">{t('overview.lightsHead')}</th>
          </tr>
        </thead>
        <tbody>
          {busy.slice(0, MOST.units).map(u => (
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
    </Panel>
  )
}

/** Behind first, by how far; then what cannot be said, then what is on pace. */
const RANK: Record<StandingView['verdict'], number> = { behind: 0, unknown: 1, on: 2, reached: 3 }

function Indicators({ board }: { board: Board }) {
  const { t } = useWords()
  const cells = board.cells
    .filter(c => c.unitId === WHOLE)
    .sort((a, b) => RANK[a.verdict] - RANK[b.verdict] || (a.points ?? 0) - (b.points ?? 0))
  const named = new Map(board.indicators.map(i => [i.id, i]))
  return (
    <Panel
      name="indicators"
      title={board.month === null ? t('wall.indicators') : t('wall.indicatorsOf', { year: board.year, month: board.month })}
      more={cells.length > MOST.indicators ? t('wall.moreIndicators', { n: cells.length - MOST.indicators }) : null}
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
            {cells.slice(0, MOST.indicators).map(c => (
              <tr key={c.indicatorId}>
                <th scope="row">{named.get(c.indicatorId)?.name}</th>
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

function Changes({ view }: { view: Overview }) {
  const { t } = useWords()
  const { nameOf } = useUnits()
  return (
    <Panel name="changes" title={t('wall.changes')}>
      <ul>
        {view.changes.slice(0, MOST.changes).map(c => (
          <li key={c.entry.id}>
            <b>{c.title}</b> {sayEvent(t, c.entry, nameOf)}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
