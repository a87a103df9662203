// The ground of every scene of the wall 挂图作战: its head with the clock, the way to other scenes, and how old what is shown is; outlives a lost connection.
import { type UseQueryResult, useQuery } from '@tanstack/react-query'
import { type ReactNode, useEffect, useState } from 'react'
import { Fault } from '../api.ts'
import { kindQuery } from '../kind/query.ts'
import { ageOf, WALL_EVERY_MS } from '../parts/age.ts'
import { Go } from '../parts/Go.tsx'
import { page } from '../paths.ts'
import { formatInstant } from '../words/day.ts'
import { useWords } from '../words/words.ts'
import { TURN_MS, Turns } from './turning.ts'
import '../style/wall.css'

/** Asked again even while the browser believes it is offline; a refusal leaves what stands. */
export const ALIVE = {
  refetchInterval: WALL_EVERY_MS,
  refetchIntervalInBackground: true,
  networkMode: 'always',
  retry: false,
  meta: { unasked: true },
} as const

interface Props {
  title: string
  sub: string
  /** The address of this scene, and where one goes from the wall. */
  here: string
  back: string
  /** What the scene shows; it is as old as the oldest of them. */
  asked: Pick<UseQueryResult, 'data' | 'dataUpdatedAt' | 'error'>[]
  children: ReactNode
}

export function Screen({ title, sub, here, back, asked, children }: Props) {
  const { t, lang } = useWords()
  const now = useNow()
  const newest = Math.min(...asked.map(one => one.dataUpdatedAt))
  const age = ageOf(newest, now)
  const ended = asked.some(({ error }) => error instanceof Fault && error.code === 'unauthenticated')
  const { turns, held, hold } = useTurns()
  return (
    <main className="wall" id="main" aria-busy={!asked[0]!.data}>
      <header>
        <h1>
          {title} <span>{sub}</span>
        </h1>
        <Scenes here={here} />
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
          <button type="button" className="wall-hold" onClick={hold}>
            {t(held ? 'wall.turn' : 'wall.hold')}
          </button>
          <Go to={ended ? page.signIn(here) : back}>{ended ? t('signIn.title') : t('wall.leave')}</Go>
        </p>
      </header>
      <Turns value={turns}>{children}</Turns>
    </main>
  )
}

const MOST_SCENES = 3

/** The whole jurisdiction, and the campaigns under way. */
function Scenes({ here }: { here: string }) {
  const { t } = useWords()
  const { data } = useQuery({ ...kindQuery('campaign', { stage: 'running', size: '3' }), ...ALIVE })
  const scenes = [
    { to: page.wall as string, name: t('wall.whole') },
    ...(data?.items ?? []).slice(0, MOST_SCENES).map(item => ({ to: page.wallOf(item.id), name: item.title })),
  ].filter(scene => scene.to !== here)
  if (!scenes.length) return null
  return (
    <nav aria-label={t('wall.scenes')}>
      {scenes.map(scene => (
        <Go key={scene.to} to={scene.to}>
          {scene.name}
        </Go>
      ))}
    </nav>
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

/** Pages turn by themselves until somebody holds them. */
function useTurns(): { turns: number; held: boolean; hold: () => void } {
  const [turns, setTurns] = useState(0)
  const [held, setHeld] = useState(false)
  useEffect(() => {
    if (held) return
    const timer = setInterval(() => setTurns(n => n + 1), TURN_MS)
    return () => clearInterval(timer)
  }, [held])
  return { turns, held, hold: () => setHeld(!held) }
}
