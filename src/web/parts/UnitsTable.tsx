// Units by lights: how many of each, with small bars; sortable in the page, every number a link to its items.
import { useState } from 'react'
import type { UnitLights } from '../../core/contract/overview.ts'
import { closingRate, onTimeRate, type Rate } from '../../core/rate.ts'
import { LIGHTS, type Light as Shade } from '../../core/types.ts'
import { page } from '../paths.ts'
import { SortHead } from '../ui/SortHead.tsx'
import { useWords } from '../words/words.ts'
import { Go } from './Go.tsx'
import { lightName, SHAPE } from './Light.tsx'

type Key = 'unit' | 'open' | 'closed' | 'overdue' | 'percent' | 'closingRate' | 'onTimeRate' | Shade
const rateOf = (u: UnitLights, key: 'closingRate' | 'onTimeRate'): Rate =>
  key === 'closingRate' ? closingRate({ all: u.dispatched, closed: u.closed }) : onTimeRate({ all: u.dispatched, ...u })
const value = (u: UnitLights, key: Key): number | string => {
  if (key === 'unit') return u.unit
  if (key === 'open' || key === 'closed' || key === 'overdue') return u[key]
  if (key === 'percent') return u.percent ?? -1
  if (key === 'closingRate' || key === 'onTimeRate') return rateOf(u, key).value ?? -1
  return u.lights[key]
}
const FEW = 20

export function UnitsTable({ units }: { units: UnitLights[] }) {
  const { t, lang } = useWords()
  const [sort, setSort] = useState<{ key: Key; dir: 'asc' | 'desc' }>({ key: 'red', dir: 'desc' })
  const [all, setAll] = useState(false)
  const sorted = [...units].sort((a, b) => {
    const [x, y] = [value(a, sort.key), value(b, sort.key)]
    const order = typeof x === 'string' ? x.localeCompare(String(y), lang === 'zh' ? 'zh-Hans-CN' : 'en') : x - Number(y)
    return (sort.dir === 'asc' ? order : -order) || b.open - a.open
  })
  const most = Math.max(1, ...units.map(u => u.open))
  const head = (key: Key, name: string, numeric = true) => (
    <SortHead
      name={name}
      say={t('overview.sort', { column: name })}
      numeric={numeric}
      dir={sort.key === key ? sort.dir : null}
      // Figures are looked at from the largest down.
      onSort={() => setSort({ key, dir: sort.key === key ? (sort.dir === 'desc' ? 'asc' : 'desc') : numeric ? 'desc' : 'asc' })}
    />
  )
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (axe: scrollable-region-focusable) */}
      <section className="table-box" aria-label={t('overview.unitsTable')} tabIndex={0}>
        <table className="table units">
          <caption className="hidden">{t('overview.units')}</caption>
          <thead>
            <tr>
              {head('unit', t('overview.unit'), false)}
              {head('open', t('overview.openHead'))}
              <th scope="col">{t('overview.lightsHead')}</th>
              {LIGHTS.map(l => (
                <SortHead
                  key={l}
                  name={`${SHAPE[l]} ${lightName(t, l)}`}
                  say={t('overview.sort', { column: lightName(t, l) })}
                  numeric
                  className={`light ${l}`}
                  dir={sort.key === l ? sort.dir : null}
                  onSort={() => setSort({ key: l, dir: sort.key === l && sort.dir === 'desc' ? 'asc' : 'desc' })}
                />
              ))}
              {head('overdue', t('overview.overdueHead'))}
              {head('closed', t('overview.closedHead'))}
              {head('closingRate', t('overview.closingRate'))}
              {head('onTimeRate', t('overview.onTimeRate'))}
              {head('percent', t('overview.progress'))}
            </tr>
          </thead>
          <tbody>
            {(all ? sorted : sorted.slice(0, FEW)).map(u => (
              <tr key={u.unitId}>
                <th scope="row">
                  <Go to={page.ledger({ unit: u.unitId })}>{u.unit}</Go>
                </th>
                <Count n={u.open} to={page.ledger({ unit: u.unitId, open: '1' })} />
                <td>
                  <Bars unit={u} most={most} />
                </td>
                {LIGHTS.map(l => (
                  <Count key={l} n={u.lights[l]} to={page.ledger({ unit: u.unitId, open: '1', light: l })} />
                ))}
                <Count n={u.overdue} to={page.ledger({ unit: u.unitId, overdue: '1' })} />
                <Count n={u.closed} to={page.ledger({ unit: u.unitId, state: 'closed,archived' })} />
                <RateCell rate={rateOf(u, 'closingRate')} />
                <RateCell rate={rateOf(u, 'onTimeRate')} />
                <td className="num">{u.percent === null ? '—' : Math.round(u.percent)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {units.length > FEW && (
        <button type="button" className="button link no-print more" onClick={() => setAll(!all)}>
          {all ? t('overview.fewer', { n: FEW }) : t('overview.allUnits', { n: units.length })}
        </button>
      )}
    </>
  )
}

/** A rate over nothing is a dash that says why. */
function RateCell({ rate }: { rate: Rate }) {
  const { t } = useWords()
  const why = rate.value === null ? t(`overview.rateWhy.${rate.why}`) : t('overview.rate', { done: rate.done, of: rate.of })
  return (
    <td className="num" title={why}>
      {rate.value?.toFixed(1) ?? '—'}
    </td>
  )
}

function Count({ n, to }: { n: number; to: string }) {
  return <td className="num">{n === 0 ? <span className="zero">0</span> : <Go to={to}>{n}</Go>}</td>
}

const FILL: Record<Shade, string> = { red: '#c8453d', yellow: '#dba33a', green: '#5b9a72', grey: '#b9c0c9' }

/** The same figures as a picture; the words are in the cells beside it. */
function Bars({ unit, most }: { unit: UnitLights; most: number }) {
  let x = 0
  return (
    <span className="bar" aria-hidden="true">
      <svg viewBox={`0 0 ${most} 1`} preserveAspectRatio="none" role="presentation">
        {(['red', 'yellow', 'green', 'grey'] as const).map(l => {
          const at = x
          x += unit.lights[l]
          return <rect key={l} x={at} y={0} width={unit.lights[l]} height={1} fill={FILL[l]} />
        })}
      </svg>
    </span>
  )
}
