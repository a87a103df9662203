// 考核方案: which schemes there are, what their weights make, and which still hold items that may not be assessed.
import { useQuery } from '@tanstack/react-query'
import type { SchemeList } from '../../core/contract/scheme.ts'
import { dayOf } from '../../core/day.ts'
import { BoardTabs } from '../parts/BoardTabs.tsx'
import { Go } from '../parts/Go.tsx'
import { Load } from '../parts/Load.tsx'
import { Head } from '../parts/Shell.tsx'
import { useMay } from '../parts/session.ts'
import { page } from '../paths.ts'
import { schemesQuery } from '../query.ts'
import { Empty } from '../ui/Notice.tsx'
import { useWords } from '../words/words.ts'
import '../style/board.css'

export function Schemes() {
  const { t } = useWords()
  const may = useMay()
  const query = useQuery(schemesQuery)
  const writes = may('scheme.write')
  const add = writes && (
    <Go className="button primary" to={page.scheme(null)}>
      {t('scheme.add')}
    </Go>
  )
  return (
    <>
      <Head title={t('scheme.title')} lead={t('scheme.lead')}>
        {add}
      </Head>
      <BoardTabs />
      <Load query={query} lines={6}>
        {({ schemes }) =>
          schemes.length === 0 ? (
            <Empty title={t('scheme.emptyTitle')} lead={t(writes ? 'scheme.emptyLead' : 'scheme.emptyReader')} action={add} />
          ) : (
            <List schemes={schemes} />
          )
        }
      </Load>
    </>
  )
}

function List({ schemes }: SchemeList) {
  const { t } = useWords()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (axe: scrollable-region-focusable)
    <section className="table-box" aria-label={t('scheme.list')} tabIndex={0}>
      <table className="table">
        <caption className="hidden">{t('scheme.list')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('scheme.name')}</th>
            <th scope="col" className="num">
              {t('scheme.year')}
            </th>
            <th scope="col" className="num">
              {t('scheme.items')}
            </th>
            <th scope="col" className="num">
              {t('scheme.full')}
            </th>
            <th scope="col">{t('scheme.flagged')}</th>
            <th scope="col">{t('scheme.version')}</th>
            <th scope="col" className="wide-only">
              {t('scheme.saved')}
            </th>
          </tr>
        </thead>
        <tbody>
          {schemes.map(s => (
            <tr key={s.id}>
              <th scope="row">
                <Go to={page.scheme(s.id)}>{s.name}</Go> {s.retired && <span className="muted">{t('scheme.retired')}</span>}
              </th>
              <td className="num">{s.year}</td>
              <td className="num">{s.items}</td>
              <td className="num">{s.weights.full}</td>
              <td className="nowrap">{s.flagged > 0 ? <b className="late">■ {t('scheme.flaggedN', { n: s.flagged })}</b> : '—'}</td>
              <td className="nowrap">{t('scheme.versionN', { n: s.version })}</td>
              <td className="wide-only">{t('scheme.savedBy', { by: s.by, at: dayOf(s.at) })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
