// The ledger 台账: all items that the reader may see, filtered and sorted by the server; the filters are the address.
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { newOf } from '../../core/access.ts'
import type { ItemRow } from '../../core/contract/item.ts'
import { address } from '../api.ts'
import { keep, kept } from '../intent.ts'
import { Elsewhere } from '../kind/Elsewhere.tsx'
import { CommandDialog } from '../parts/CommandDialog.tsx'
import { COLUMNS, type Column, FIRST_COLUMNS, type Filters, queryOf, withFilters } from '../parts/columns.ts'
import { Go } from '../parts/Go.tsx'
import { FilterChips, LedgerFilters } from '../parts/LedgerFilters.tsx'
import { columnName, LedgerTable } from '../parts/LedgerTable.tsx'
import { Load } from '../parts/Load.tsx'
import { Head } from '../parts/Shell.tsx'
import { useMay } from '../parts/session.ts'
import { UrgeBar } from '../parts/UrgeBar.tsx'
import { page } from '../paths.ts'
import { itemsQuery } from '../query.ts'
import { Checks } from '../ui/Checks.tsx'
import { Empty } from '../ui/Notice.tsx'
import { Pages } from '../ui/Pages.tsx'
import { Popover } from '../ui/Popover.tsx'
import { formatNumber } from '../words/number.ts'
import { useWords } from '../words/words.ts'
import '../style/ledger.css'
import '../style/slip.css'

const SIZE = 50

export function Ledger() {
  const { t, lang } = useWords()
  const may = useMay()
  const filters = useSearch({ strict: false }) as Filters
  const go = useNavigate()
  const query = useQuery(itemsQuery(queryOf(filters)))
  const [chosen, setChosen] = useState<string[]>([])
  const [columns, setColumns] = useState<Column[]>(() => kept('columns', FIRST_COLUMNS))
  const [reporting, setReporting] = useState<ItemRow | null>(null)
  const total = query.data?.total ?? 0
  const { page: at = '1', sort = 'dueOn', dir = 'asc', ...rest } = filters
  const filtered = Object.keys(queryOf(rest)).some(name => name !== 'open')

  const change = (changes: Filters) => void go({ href: page.ledger(withFilters(filters, changes)) })
  const choose = (chosen: Column[]) => {
    // In the order of the list, whatever the order of the clicks.
    const ordered = COLUMNS.filter(c => c === 'number' || c === 'title' || chosen.includes(c))
    setColumns(ordered)
    keep('columns', ordered)
  }

  return (
    <div className="ledger-page">
      <Head title={t('ledger.title')} lead={query.data ? t('ledger.count', { n: formatNumber(total, lang) }) : ' '}>
        <Popover title={t('ledger.columns')} button={t('ledger.columns')}>
          {() => (
            <Checks
              legend={t('ledger.columns')}
              choices={COLUMNS.filter(c => c !== 'number' && c !== 'title').map(value => ({ value, label: columnName(t, value) }))}
              chosen={columns}
              onChange={choose}
            />
          )}
        </Popover>
        <a
          className="button plain"
          href={address('exportItems', { query: { ...queryOf(rest), sort, dir } })}
          title={t('ledger.exportHint', { n: formatNumber(total, lang) })}
          download
        >
          {t('ledger.export')}
        </a>
        {may('item.report') && (
          <Go className="button plain" to={page.reports}>
            {t('reports.title')}
          </Go>
        )}
        {may('item.register', newOf('matter')) && (
          <Go className="button primary" to={page.newItem}>
            {t('ledger.new')}
          </Go>
        )}
      </Head>
      <div className="ledger-tools">
        <LedgerFilters filters={filters} onChange={change} />
        <FilterChips filters={filters} onChange={change} />
      </div>
      {filters.q && <Elsewhere q={filters.q} />}
      <Load query={query} lines={14}>
        {({ items }) =>
          items.length === 0 ? (
            filtered ? (
              <Empty title={t('ledger.emptyFiltered')} lead={t('ledger.emptyFilteredLead')} />
            ) : (
              <Empty
                title={t(rest.open ? 'ledger.emptyOpen' : 'ledger.empty')}
                lead={t('ledger.emptyLead')}
                action={
                  may('document.write') && (
                    <Go className="button primary" to={page.newDocument}>
                      {t('documents.new')}
                    </Go>
                  )
                }
              />
            )
          ) : (
            <div className="ledger-rows" aria-busy={query.isPlaceholderData}>
              <LedgerTable
                items={items}
                columns={columns}
                sort={sort}
                dir={dir}
                onSort={(s, d) => change({ sort: s, dir: d })}
                chosen={chosen}
                onReport={setReporting}
                {...(may('item.urge') ? { onChoose: setChosen } : {})}
              />
              <Pages
                label={t('ledger.pages')}
                page={Number(at)}
                pages={Math.ceil(total / SIZE)}
                say={t('ledger.page', { page: at, pages: Math.ceil(total / SIZE) })}
                prev={t('ledger.prev')}
                next={t('ledger.next')}
                onPage={p => void go({ href: page.ledger({ ...filters, page: String(p) }) })}
              />
            </div>
          )
        }
      </Load>
      {reporting && (
        <CommandDialog
          // After another's change the row has the new version, while the dialog keeps the typed words.
          item={query.data?.items.find(i => i.id === reporting.id) ?? reporting}
          command="report"
          onClose={() => setReporting(null)}
        />
      )}
      <UrgeBar chosen={chosen} onClear={() => setChosen([])} />
    </div>
  )
}
