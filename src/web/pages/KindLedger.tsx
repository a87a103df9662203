// The ledger of one kind 招商 风险 改革 考察: one page for any of them, by stage, as a table or by a view of its own; filters are the address.
import { useQuery } from '@tanstack/react-query'
import { useParams, useSearch } from '@tanstack/react-router'
import { Suspense } from 'react'
import { newOf } from '../../core/access.ts'
import { KIND, type LedgerKind } from '../../core/kind.ts'
import { isSheetKind } from '../../core/kindsheet/column.ts'
import { address } from '../api.ts'
import { Board } from '../kind/Board.tsx'
import { KindTabs, ViewTabs } from '../kind/KindTabs.tsx'
import { stagesQuery } from '../kind/query.ts'
import { Rows } from '../kind/Rows.tsx'
import { VIEWS } from '../kind/views.ts'
import { Go } from '../parts/Go.tsx'
import { Load } from '../parts/Load.tsx'
import { Head } from '../parts/Shell.tsx'
import { useMay } from '../parts/session.ts'
import { page } from '../paths.ts'
import { Empty } from '../ui/Notice.tsx'
import { formatDay } from '../words/day.ts'
import { sayMoney, sayMoneys, stageName } from '../words/kind.ts'
import { useWords } from '../words/words.ts'
import '../style/kind.css'

export function KindLedger() {
  const { t } = useWords()
  const { kind } = useParams({ strict: false }) as { kind: LedgerKind }
  const { view = 'board', ...filters } = useSearch({ strict: false }) as Record<string, string | undefined>
  const may = useMay()
  const stages = useQuery(stagesQuery(kind))
  const Own = VIEWS[kind]?.views?.[view]
  return (
    <>
      <Head title={t(`kind.${kind}.ledger`)} lead={t(`kind.${kind}.lead`)}>
        {isSheetKind(kind) && (
          <>
            <a className="button plain" href={address('getKindSheet', { params: { kind } })} download>
              {t('kindSheet.out')}
            </a>
            {may('item.register', newOf(kind)) && (
              <Go className="button plain" to={page.importKind(kind)}>
                {t('kindSheet.open')}
              </Go>
            )}
          </>
        )}
        {may('item.register', newOf(kind)) && (
          <Go className="button primary" to={page.newKind(kind)}>
            {t(`kind.${kind}.new`)}
          </Go>
        )}
      </Head>
      <KindTabs kind={kind} />
      <Load query={stages} lines={10}>
        {({ stages: all, names }) =>
          all.every(s => s.items === 0) ? (
            <Empty title={t('kindPage.empty')} lead={t(`kind.${kind}.newLead`)} />
          ) : (
            <>
              <ViewTabs {...{ kind, view, filters }} />
              {Own ? (
                <Suspense>
                  <Own filters={filters} />
                </Suspense>
              ) : (
                <>
                  {KIND[kind].sum && <Totals stages={all} />}
                  {view === 'board' ? <Board kind={kind} stages={all} names={names} /> : <Rows kind={kind} filters={filters} />}
                </>
              )}
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
