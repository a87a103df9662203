// 规定动作覆盖表: unit × action, what is done, in hand, not started or not asked for; and what units chose themselves. Each cell leads to its item.
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import type { CoverageView } from '../../core/contract/cascade.ts'
import type { CoverageState } from '../../core/coverage.ts'
import { address } from '../api.ts'
import { Go } from '../parts/Go.tsx'
import { Load } from '../parts/Load.tsx'
import { Head } from '../parts/Shell.tsx'
import { useMay } from '../parts/session.ts'
import { page } from '../paths.ts'
import { coverageQuery } from '../query.ts'
import { Button } from '../ui/Button.tsx'
import { Empty } from '../ui/Notice.tsx'
import { Views } from '../ui/Views.tsx'
import { useWords } from '../words/words.ts'
import '../style/table.css'
import '../style/coverage.css'

type Row = CoverageView['rows'][number]

/** Which units are shown; in the page's address. */
const SHOWN = {
  all: () => true,
  unfinished: (row: Row) => row.done < row.asked,
  idle: (row: Row) => row.cells.some(cell => cell.state === 'not-begun'),
  withChosen: (row: Row) => row.selfChosen.length > 0,
} satisfies Record<string, (row: Row) => boolean>
type Show = keyof typeof SHOWN

/** Shape and word together: never colour alone. */
const SHAPE: Record<CoverageState, string> = { done: '✓', 'to-verify': '◕', open: '◐', 'not-begun': '○', 'not-asked': '–' }

export function Coverage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const { t } = useWords()
  const query = useQuery(coverageQuery(id))
  return (
    <Load query={query} title={t('coverage.title')}>
      {table => <Table table={table} />}
    </Load>
  )
}

function Table({ table }: { table: CoverageView }) {
  const { t } = useWords()
  const may = useMay()
  const go = useNavigate()
  const { show: wanted } = useSearch({ strict: false }) as { show?: string }
  const show: Show = wanted && wanted in SHOWN ? (wanted as Show) : 'all'
  const rows = table.rows.filter(SHOWN[show])
  const sum = (of: (row: Row) => number): number => table.rows.reduce((total, row) => total + of(row), 0)
  const facts = { asked: sum(row => row.asked), done: sum(row => row.done), chosen: sum(row => row.selfChosen.length) }
  const office = may('item.break-down')
  const title = (
    <>
      {table.number && <span className="muted">{table.number} </span>}
      {table.title}
    </>
  )
  return (
    <article className="coverage">
      <Head title={t('coverage.title')} lead={office ? <Go to={page.item(table.id)}>{title}</Go> : title}>
        <a className="button plain" href={address('exportCoverage', { params: { id: table.id } })}>
          {t('coverage.export')}
        </a>
        <Button onClick={() => print()}>{t('coverage.print')}</Button>
      </Head>
      {table.actions.length === 0 ? (
        <Empty title={t('coverage.empty')} lead={t('coverage.emptyHint')} action={<Go to={page.item(table.id)}>{t('coverage.back')}</Go>} />
      ) : (
        <>
          <p className="coverage-sum">
            {t('coverage.lead', facts)} {!office && may('item.propose') && <span className="muted">{t('coverage.own')}</span>}
          </p>
          <Views
            legend={t('coverage.show')}
            views={(Object.keys(SHOWN) as Show[]).map(view => ({
              view,
              name: t(`coverage.${view}`),
              n: table.rows.filter(SHOWN[view]).length,
            }))}
            shown={show}
            onShow={view => void go({ to: '.', search: (view === 'all' ? {} : { show: view }) as never, replace: true })}
          />
          {rows.length === 0 ? <p className="muted">{t('coverage.none')}</p> : <Grid table={table} rows={rows} />}
        </>
      )}
    </article>
  )
}

function Grid({ table, rows }: { table: CoverageView; rows: Row[] }) {
  const { t } = useWords()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="table-box" aria-label={t('coverage.title')} tabIndex={0}>
      <table className="table coverage-table">
        <caption className="hidden">{t('coverage.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('coverage.unit')}</th>
            {table.actions.map(action => (
              <th key={action.id} scope="col" className="coverage-action">
                {action.title}
              </th>
            ))}
            <th scope="col" className="num">
              {t('coverage.count')}
            </th>
            <th scope="col">{t('coverage.chosen')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <tr key={row.unitId}>
              <th scope="row">{row.unit}</th>
              {row.cells.map((cell, at) => (
                <Cell key={table.actions[at]!.id} cell={cell} unit={row.unit} action={table.actions[at]!.title} />
              ))}
              <td className="num">
                {row.done}/{row.asked}
              </td>
              <td>
                {row.selfChosen.map(one => (
                  <p key={one.id}>
                    <Go to={page.item(one.id)}>{one.title}</Go>{' '}
                    <span className="muted">{one.state === 'proposed' ? t('coverage.pending') : t(`state.${one.state}`)}</span>
                  </p>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('coverage.foot')}</th>
            {table.actions.map(action => (
              <td key={action.id} className="coverage-cell">
                {action.done}/{action.asked}
              </td>
            ))}
            <td className="num">
              {table.actions.reduce((n, a) => n + a.done, 0)}/{table.actions.reduce((n, a) => n + a.asked, 0)}
            </td>
            <td />
          </tr>
        </tfoot>
      </table>
    </section>
  )
}

function Cell({ cell, unit, action }: { cell: Row['cells'][number]; unit: string; action: string }) {
  const { t } = useWords()
  const state = t(`coverage.${cell.state}`)
  const words = (
    <>
      <span aria-hidden="true">{SHAPE[cell.state]}</span> {state}
    </>
  )
  const late = cell.items.some(item => item.overdue)
  return (
    <td className={`coverage-cell ${cell.state}`}>
      {cell.items.length === 0
        ? words
        : cell.items.map(item => (
            <Go key={item.id} to={page.item(item.id)} aria-label={t('coverage.cell', { unit, action, state })}>
              {words}
              {cell.state === 'open' && ` ${item.percent}%`}
              {late && <span className="late"> {t('light.red')}</span>}
            </Go>
          ))}
    </td>
  )
}
