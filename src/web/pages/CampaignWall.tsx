// The wall of one campaign or programme: its clock, its burn-up, its units, its indicators and what happened last; one screen, nothing to press.
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { burnSentence } from '../../core/burnupsentence.ts'
import type { BurnUpView, CampaignView } from '../../core/contract/campaign.ts'
import { campaignQuery } from '../campaign/query.ts'
import { drawBurn } from '../campaign/say.ts'
import { paletteOf } from '../chart/palette.ts'
import { SHAPE } from '../parts/Light.tsx'
import { page } from '../paths.ts'
import { Changes } from '../wall/Changes.tsx'
import { Panel } from '../wall/Panel.tsx'
import { ALIVE, Screen } from '../wall/Screen.tsx'
import { usePages } from '../wall/turning.ts'
import { cellOf } from '../words/pace.ts'
import { useWords } from '../words/words.ts'

export function CampaignWall() {
  const { id } = useParams({ strict: false }) as { id: string }
  const { t } = useWords()
  const campaign = useQuery({ ...campaignQuery(id), ...ALIVE })
  const { data } = campaign
  return (
    <Screen title={data?.title ?? t('app.loading')} sub={t('wall.title')} here={page.wallOf(id)} back={page.item(id)} asked={[campaign]}>
      {data && <Clock campaign={data} />}
      {data?.burn && <Burn burn={data.burn} />}
      {data && (
        <div className="wall-beside">
          <Units campaign={data} />
          {data.indicators.length > 0 && <Indicators campaign={data} />}
        </div>
      )}
      {data && <Changes changes={data.changes} />}
    </Screen>
  )
}

function Clock({ campaign: { burn } }: { campaign: CampaignView }) {
  const { t } = useWords()
  if (!burn) return null
  const points = burn.points
  const figures: [name: string, value: string, alarm?: boolean][] = [
    [t('campaign.wallDay'), t('campaign.wallOf', { n: burn.gone, of: burn.length })],
    [t('campaign.wallDone'), t('campaign.wallOf', { n: burn.done, of: burn.total })],
    [
      t(points !== null && points < 0 ? 'campaign.wallBehind' : 'campaign.wallAhead'),
      points === null ? '—' : String(Math.abs(points)),
      points !== null && points < 0,
    ],
    [t('campaign.wallToday'), t('campaign.wallWeek', { today: burn.today, week: burn.week })],
  ]
  return (
    <ul className="wall-figures" aria-label={t('overview.figures')}>
      {figures.map(([name, value, alarm]) => (
        <li key={name} className={alarm ? 'alarm' : undefined}>
          {name} <b>{value}</b>
        </li>
      ))}
    </ul>
  )
}

/** Letters are a share of the screen, as everything on the wall is. */
function Burn({ burn }: { burn: BurnUpView }) {
  const { t, lang } = useWords()
  const box = useRef<HTMLDivElement>(null)
  const said = burnSentence(lang, burn)
  const of = JSON.stringify(burn)
  // biome-ignore lint/correctness/useExhaustiveDependencies: `of` and the language stand for what is drawn
  useEffect(() => {
    const element = box.current
    if (!element || burn.reason) return
    let end: (() => void) | null = null
    let gone = false
    import('../chart/draw.ts').then(
      ({ draw }) => {
        if (gone) return
        const size = Math.max(12, innerWidth / 105)
        end = draw(element, drawBurn(t, lang, burn, { size })(paletteOf(element)).option, said)
      },
      // Without its code the sentence says it.
      () => {},
    )
    return () => {
      gone = true
      end?.()
    }
  }, [of, lang])
  return (
    <Panel name="burn" title={said}>
      <div ref={box} className="wall-chart" />
    </Panel>
  )
}

function Units({ campaign: { members } }: { campaign: CampaignView }) {
  const { t } = useWords()
  const units = [...Map.groupBy(members, member => member.unit ?? '—')]
    .map(([unit, own]) => ({
      unit,
      done: own.filter(member => member.stand === 'done').length,
      total: own.filter(member => member.stand !== 'gone').length,
      open: (['red', 'yellow', 'green', 'grey'] as const).map(light => ({
        light,
        n: own.filter(member => member.stand === 'open' && member.light === light).length,
      })),
    }))
    .filter(({ total }) => total > 0)
    .sort((a, b) => b.open[0]!.n - a.open[0]!.n || b.open[1]!.n - a.open[1]!.n || b.total - b.done - (a.total - a.done))
  const most = Math.max(1, ...units.map(({ total }) => total))
  const pages = usePages(units.length)
  return (
    <Panel name="units" title={t('campaign.units')} rows={{ pages, n: units.length }}>
      <table>
        <thead className="hidden">
          <tr>
            <th scope="col">{t('overview.unit')}</th>
            <th scope="col">{t('campaign.wallDone')}</th>
            <th scope="col">{t('overview.lightsHead')}</th>
            <th scope="col">{t('campaign.share')}</th>
          </tr>
        </thead>
        <tbody>
          {units.slice(pages.from).map(({ unit, done, total, open }) => (
            <tr key={unit}>
              <th scope="row">{unit}</th>
              <td className="num">{t('campaign.wallOf', { n: done, of: total })}</td>
              <td>
                {open
                  .filter(({ n }) => n > 0)
                  .map(({ light, n }) => (
                    <span key={light} className={`light ${light}`}>
                      {SHAPE[light]} {n}{' '}
                    </span>
                  ))}
              </td>
              <td className="wall-bar">
                <span style={{ width: `${(100 * total) / most}%` }}>
                  <i className="done" style={{ flexGrow: done }} />
                  {open.map(({ light, n }) => (
                    <i key={light} className={light} style={{ flexGrow: n }} />
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

function Indicators({ campaign: { indicators } }: { campaign: CampaignView }) {
  const { t } = useWords()
  const pages = usePages(indicators.length)
  return (
    <Panel name="indicators" title={t('campaign.indicators')} rows={{ pages, n: indicators.length }}>
      <table>
        <tbody>
          {indicators.slice(pages.from).map(({ id, name, standing }) => {
            const cell = standing && cellOf(t, standing)
            return (
              <tr key={id}>
                <th scope="row">{name}</th>
                <td className={`light ${standing?.light ?? 'grey'}`}>
                  <span aria-hidden="true">{SHAPE[standing?.light ?? 'grey']}</span>{' '}
                  {cell ? `${cell.word} ${cell.points}` : t('pace.cell.unknown')}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </Panel>
  )
}
