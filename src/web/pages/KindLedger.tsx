// The ledger of one kind 招商 风险 改革 考察: one page for any of them, as a table or as a board by stage; filters are the address.
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { newOf } from '../../core/access.ts'
import { KIND, type LedgerKind, stagesOf } from '../../core/kind.ts'
import { Board } from '../kind/Board.tsx'
import { KindTable } from '../kind/KindTable.tsx'
import { kindQuery, stagesQuery } from '../kind/query.ts'
import { Go } from '../parts/Go.tsx'
import { Load } from '../parts/Load.tsx'
import { Head } from '../parts/Shell.tsx'
import { useMay } from '../parts/session.ts'
import { page } from '../paths.ts'
import { Field } from '../ui/Field.tsx'
import { Empty } from '../ui/Notice.tsx'
import { Pages } from '../ui/Pages.tsx'
import { formatDay } from '../words/day.ts'
import { sayMoney, sayMoneys, stageName } from '../words/kind.ts'
import { useWords } from '../words/words.ts'
import '../style/kind.css'

const SIZE = 50

export function KindLedger() {
  const { t } = useWords()
  const { kind } = useParams({ strict: false }) as { kind: LedgerKind }
  const { view = 'board', ...filters } = useSearch({ strict: false }) as Record<string, string | undefined>
  const may = useMay()
  const stages = useQuery(stagesQuery(kind))
  return (
    <>
      <Head title={t(`kind.${kind}.ledger`)} lead={t(`kind.${kind}.lead`)}>
        <Go className="button plain" to={page.kind(kind, { ...filters, view: view === 'board' ? 'table' : 'board' })}>
          {t(view === 'board' ? 'kindPage.asTable' : 'kindPage.asBoard')}
        </Go>
        {may('item.register', newOf(kind)) && (
          <Go className="button primary" to={page.newKind(kind)}>
            {t(`kind.${kind}.new`)}
          </Go>
        )}
      </Head>
      <Load query={stages} lines={10}>
        {({ stages: all }) =>
          all.every(s => s.items === 0) ? (
            <Empty title={t('kindPage.empty')} lead={t(`kind.${kind}.newLead`)} />
          ) : (
            <>
              {KIND[kind].sum && <Totals stages={all} />}
              {view === 'board' ? <Board kind={kind} stages={all} /> : <Rows kind={kind} filters={filters} />}
            </>
          )
        }
      </Load>
    </>
  )
}

type Stages = Awaited<ReturnType<NonNullable<ReturnType<typeof stagesQuery>['queryFn']>>>['stages']

/** All of it by currency, and in yuan with the rates that it rests on. */
function Totals({ stages }: { stages: Stages }) {
  const { t, lang } = useWords()
  const { kind } = useParams({ strict: false }) as { kind: LedgerKind }
  return (
    <details className="kind-totals">
      <summary>{t('kindPage.totals')}</summary>
      <ul>
        {stages
          .filter(s => s.items > 0)
          .map(({ stage, items, sums, yuan }) => (
            <li key={stage}>
              <b>{stageName(t, kind, stage)}</b> {t('kindPage.items', { n: items })} {sayMoneys(t, sums, lang)}
              {yuan.used.length > 0 && (
                <span className="muted">
                  {' '}
                  {t('kindPage.yuan', {
                    amount: sayMoney({ amount: yuan.amount, currency: 'CNY' }, lang),
                    rates: yuan.used
                      .map(r =>
                        t('kindPage.rate', { currency: t(`kindPage.money.${r.currency}`), rate: r.rate, day: formatDay(r.on, lang) }),
                      )
                      .join(t('say.comma')),
                  })}
                </span>
              )}
              {yuan.missing.length > 0 && (
                <span className="muted">
                  {' '}
                  {t('kindPage.noRate', { currencies: yuan.missing.map(c => t(`kindPage.money.${c}`)).join(t('say.comma')) })}
                </span>
              )}
            </li>
          ))}
      </ul>
    </details>
  )
}

function Rows({ kind, filters }: { kind: LedgerKind; filters: Record<string, string | undefined> }) {
  const { t } = useWords()
  const go = useNavigate()
  const { page: at = '1', sort = 'stageOn', dir = 'desc' } = filters
  const asked = Object.fromEntries(Object.entries(filters).filter((e): e is [string, string] => Boolean(e[1])))
  const query = useQuery(kindQuery(kind, asked))
  const change = (more: Record<string, string>) =>
    void go({ href: page.kind(kind, { ...filters, view: 'table', page: undefined, ...more }) })
  return (
    <>
      <div className="row kind-filters">
        <Field label={t('kindPage.stage')}>
          <select value={filters.stage ?? ''} onChange={e => change({ stage: e.target.value })}>
            <option value="">{t('kindPage.all')}</option>
            {stagesOf(kind).map(stage => (
              <option key={stage} value={stage}>
                {stageName(t, kind, stage)}
              </option>
            ))}
          </select>
        </Field>
        <Field label={t('kindPage.search')}>
          <input
            type="search"
            maxLength={50}
            defaultValue={filters.q ?? ''}
            onKeyDown={e => e.key === 'Enter' && change({ q: e.currentTarget.value.trim() })}
          />
        </Field>
      </div>
      <Load query={query} lines={10}>
        {({ items, total }) =>
          items.length === 0 ? (
            <Empty title={t('ledger.emptyFiltered')} lead={t('ledger.emptyFilteredLead')} />
          ) : (
            <>
              <KindTable {...{ kind, items, sort, dir }} onSort={(s, d) => change({ sort: s, dir: d })} />
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
