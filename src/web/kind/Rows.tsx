// The ledger of a kind as a table, page by page; the filters are the address.
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { LedgerKind } from '../../core/kind.ts'
import { Load } from '../parts/Load.tsx'
import { page } from '../paths.ts'
import { Empty } from '../ui/Notice.tsx'
import { Pages } from '../ui/Pages.tsx'
import { useWords } from '../words/words.ts'
import { KindFilters } from './KindFilters.tsx'
import { KindTable } from './KindTable.tsx'
import { kindQuery } from './query.ts'

const SIZE = 50

export function Rows({ kind, filters }: { kind: LedgerKind; filters: Record<string, string | undefined> }) {
  const { t } = useWords()
  const go = useNavigate()
  const { page: at = '1', sort = 'stageOn', dir = 'desc' } = filters
  const asked = Object.fromEntries(Object.entries(filters).filter((e): e is [string, string] => Boolean(e[1])))
  const query = useQuery(kindQuery(kind, asked))
  const change = (more: Record<string, string>) =>
    void go({ href: page.kind(kind, { ...filters, view: 'table', page: undefined, ...more }) })
  return (
    <>
      <KindFilters {...{ kind, filters }} onChange={change} />
      <Load query={query} lines={10}>
        {({ items, total, names }) =>
          items.length === 0 ? (
            <Empty title={t('ledger.emptyFiltered')} lead={t('ledger.emptyFilteredLead')} />
          ) : (
            <>
              <p className="muted">{t('kindPage.found', { n: total })}</p>
              <KindTable {...{ kind, items, names, sort, dir }} onSort={(s, d) => change({ sort: s, dir: d })} />
              <Pages
                label={t('ledger.pages')}
                page={Number(at)}
                pages={Math.ceil(total / SIZE)}
                say={t('ledger.page', { page: at, pages: Math.ceil(total / SIZE) })}
                prev={t('ledger.prev')}
                next={t('ledger.next')}
                onPage={p => change({ page: String(p) })}
              />
            </>
          )
        }
      </Load>
    </>
  )
}
