// 地图: how many projects and how much money stand in each township, drawn and in figures; the ones whose township is not known; and the boundary file.
import { queryOptions, useQuery } from '@tanstack/react-query'
import type { BoundaryView } from '../../core/contract/boundary.ts'
import { dayOf } from '../../core/day.ts'
import { call } from '../api.ts'
import { Chart } from '../chart/Chart.tsx'
import { townMap } from '../chart/townMap.ts'
import { Go } from '../parts/Go.tsx'
import { Load } from '../parts/Load.tsx'
import { useMay, useSession } from '../parts/session.ts'
import { page } from '../paths.ts'
import { Empty } from '../ui/Notice.tsx'
import { formatDay } from '../words/day.ts'
import { sayMoney } from '../words/kind.ts'
import { formatNumber } from '../words/number.ts'
import { useWords } from '../words/words.ts'
import { BoundaryFile, LoadBoundary } from './BoundaryFile.tsx'
import '../style/project.css'

const mapQuery = queryOptions({ queryKey: ['ledger', 'project', 'map'], queryFn: () => call('getBoundary') })
type Town = BoundaryView['towns'][number]

export function TownMap() {
  const { t } = useWords()
  const may = useMay()
  const query = useQuery(mapQuery)
  return (
    <Load query={query} lines={12}>
      {view =>
        view.boundary ? (
          <Drawn view={view} boundary={view.boundary} />
        ) : (
          <Empty
            title={t('townMap.empty')}
            lead={t(may('boundary.write') ? 'townMap.emptyLead' : 'townMap.emptyOther')}
            action={may('boundary.write') && <LoadBoundary />}
          />
        )
      }
    </Load>
  )
}

function Drawn({ view, boundary }: { view: BoundaryView; boundary: NonNullable<BoundaryView['boundary']> }) {
  const { t, lang } = useWords()
  const { today } = useSession()
  const { towns, elsewhere } = view
  const money = (yuan: string) => (yuan === '0' ? '—' : sayMoney({ amount: yuan, currency: 'CNY' }, lang))
  const placed = towns.reduce((n, town) => n + town.items, 0)
  const [first] = towns
  const rows = towns.map(({ name, items, yuan }) => ({ name, items, money: money(yuan) }))
  const facts = { placed, other: elsewhere.items, first: first!.name, most: first!.items }
  const unknown = towns.filter(town => town.unit === null).map(town => town.name)
  const names = { town: t('townMap.town'), items: t('townMap.items'), money: t('townMap.money') }
  return (
    <div className="project-outlook">
      <div className="project-map">
        <Chart
          title={placed ? t('townMap.says', facts) : t('townMap.saysNone', facts)}
          source={t('townMap.source', { day: formatDay(today, lang), name: boundary.name })}
          of={JSON.stringify([rows, boundary.at])}
          make={(palette, width) =>
            townMap(
              {
                shape: boundary.shape,
                towns: rows,
                names,
                say: n => formatNumber(n, lang),
                sayItems: n => t('kindPage.items', { n }),
              },
              palette,
              width,
            )
          }
        />
        <Figures towns={towns} money={money} names={names} />
      </div>
      {unknown.length > 0 && <p className="muted">{t('townMap.unknown', { names: unknown.join(t('say.comma')) })}</p>}
      {elsewhere.items > 0 && (
        <section aria-labelledby="elsewhere">
          <h2 id="elsewhere">{t('townMap.elsewhere', { n: elsewhere.items })}</h2>
          <p className="muted">{t('townMap.elsewhereLead', { money: money(elsewhere.yuan) })}</p>
          <Projects of={elsewhere} />
        </section>
      )}
      <p className="muted">
        {t('townMap.basis')}{' '}
        {view.used.length > 0 &&
          t('project.basisRates', {
            rates: view.used
              .map(r => t('kindPage.rate', { currency: t(`kindPage.money.${r.currency}`), rate: r.rate, day: formatDay(r.on, lang) }))
              .join(t('say.comma')),
          })}
        {view.missing.length > 0 &&
          t('kindPage.noRate', { currencies: view.missing.map(c => t(`kindPage.money.${c}`)).join(t('say.comma')) })}
      </p>
      <BoundaryFile name={boundary.name} by={boundary.by} on={dayOf(boundary.at)} />
    </div>
  )
}

interface FiguresProps {
  towns: Town[]
  money: (yuan: string) => string
  names: Record<'town' | 'items' | 'money', string>
}

/** The same figures beside the drawing, each township with its projects. */
function Figures({ towns, money, names }: FiguresProps) {
  const { t } = useWords()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (axe: scrollable-region-focusable)
    <section className="table-box" aria-label={t('townMap.figures')} tabIndex={0}>
      <table className="table">
        <caption>{t('townMap.figures')}</caption>
        <thead>
          <tr>
            <th scope="col">{names.town}</th>
            <th scope="col" className="num">
              {names.items}
            </th>
            <th scope="col" className="num">
              {names.money}
            </th>
          </tr>
        </thead>
        <tbody>
          {towns.map(town => (
            <tr key={town.name}>
              <th scope="row">
                {town.items > 0 ? (
                  <details>
                    <summary>{town.name}</summary>
                    <Projects of={town} />
                  </details>
                ) : (
                  town.name
                )}
              </th>
              <td className="num">{t('kindPage.items', { n: town.items })}</td>
              <td className="num">{money(town.yuan)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Projects({ of: { items, projects } }: { of: Pick<Town, 'items' | 'projects'> }) {
  const { t } = useWords()
  return (
    <ul className="project-there">
      {projects.map(({ id, title, site }) => (
        <li key={id}>
          <Go to={page.item(id)}>{title}</Go>
          {site && <span className="muted"> {t('townMap.site', { site })}</span>}
        </li>
      ))}
      {items > projects.length && (
        <li>
          <Go to={page.kind('project', { view: 'table' })}>{t('townMap.more', { n: items - projects.length })}</Go>
        </li>
      )}
    </ul>
  )
}
