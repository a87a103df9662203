// The jurisdictions below by their own wholes: a city's counties, a province's cities; figures only, rolled up when they were written.
import { useQuery } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import type { BoardBelow as View } from '../../core/contract/indicator.ts'
import { LIGHTS } from '../../core/types.ts'
import { lightName, SHAPE } from '../parts/Light.tsx'
import { boardBelowQuery } from '../query.ts'
import { formatFigure } from '../words/figure.ts'
import { cellOf } from '../words/pace.ts'
import { useWords } from '../words/words.ts'
import { BelowPanel } from './BelowPanel.tsx'

export function BoardBelow({ year, month }: { year: number; month: number | null }) {
  const { t } = useWords()
  const query = useQuery(boardBelowQuery({ year: String(year), ...(month ? { month: String(month) } : {}) }))
  // A county has none below: nothing is promised until it is known.
  if (!query.data?.places.length) return null
  return (
    <section className="board-below" aria-labelledby="below">
      <h2 id="below">{t('board.below')}</h2>
      <Places view={query.data} />
    </section>
  )
}

interface Opened {
  place: View['places'][number]
  indicator: View['indicators'][number]
  from: HTMLElement
}

function Places({ view }: { view: View }) {
  const { t, lang } = useWords()
  const [opened, setOpened] = useState<Opened | null>(null)
  const close = useCallback(() => setOpened(null), [])
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (axe: scrollable-region-focusable)
    <section className="table-box" aria-label={t('board.below')} tabIndex={0}>
      <table className="table heat">
        <caption className="hidden">{t('board.below')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('board.place')}</th>
            {LIGHTS.map(l => (
              <th key={l} scope="col" className={`num light ${l}`}>
                {SHAPE[l]} {lightName(t, l)}
              </th>
            ))}
            {view.indicators.map(i => (
              <th key={i.code} scope="col" lang="zh-CN">
                <span className="heat-name">{i.name}</span>
                <small>{i.unit}</small>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {view.places.map(place => {
            const cells = new Map(place.cells.map(c => [c.code, c]))
            return (
              <tr key={place.id}>
                <th scope="row" lang="zh-CN">
                  {place.name}
                </th>
                {LIGHTS.map(l => (
                  <td key={l} className="num">
                    {place.lights[l]}
                  </td>
                ))}
                {view.indicators.map(i => {
                  const cell = cells.get(i.code)
                  if (!cell) return <td key={i.code} />
                  const { word, points } = cellOf(t, { ...cell, share: null })
                  return (
                    <td key={i.code} className={`heat-${cell.light === 'green' && cell.verdict === 'behind' ? 'near' : cell.light}`}>
                      <button
                        type="button"
                        aria-haspopup="dialog"
                        aria-label={t('board.cell', { unit: place.name, indicator: i.name, verdict: `${word} ${points}`.trim() })}
                        onClick={e => setOpened({ place, indicator: i, from: e.currentTarget })}
                      >
                        <span className={`light ${cell.light}`}>
                          <span aria-hidden="true">{SHAPE[cell.light]}</span> {word} {points}
                        </span>
                        {cell.value !== null && <small>{formatFigure(cell.value, i.decimals, lang)}</small>}
                      </button>
                    </td>
                  )
                })}
              </tr>
            )
          })}
        </tbody>
      </table>
      {opened && (
        <BelowPanel key={`${opened.place.id}${opened.indicator.code}`} year={view.year} month={view.month} {...opened} onClose={close} />
      )}
    </section>
  )
}
