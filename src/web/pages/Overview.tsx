// The overview 总览: four sentences with figures, units by lights, what is due, what is stuck, what changed; one A4 page when printed.
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useEffect, useState } from 'react'
import { Trans } from 'react-i18next'
import type { ItemRow } from '../../core/contract/item.ts'
import type { Overview as View } from '../../core/contract/overview.ts'
import { addDays } from '../../core/day.ts'
import { LISTED_TROUBLES } from '../../core/trouble.ts'
import { OPEN_STATES, STATES, WAITING } from '../../core/types.ts'
import { address } from '../api.ts'
import { keep, kept } from '../intent.ts'
import { Day } from '../parts/Day.tsx'
import { Go } from '../parts/Go.tsx'
import { Light } from '../parts/Light.tsx'
import { Load } from '../parts/Load.tsx'
import { Head } from '../parts/Shell.tsx'
import { useSession, useUnits } from '../parts/session.ts'
import { UnitsTable } from '../parts/UnitsTable.tsx'
import { page } from '../paths.ts'
import { overviewQuery } from '../query.ts'
import { Empty } from '../ui/Notice.tsx'
import { formatDay, formatInstant } from '../words/day.ts'
import { formatNumber } from '../words/number.ts'
import { sayEvent, sayReason } from '../words/sentence.ts'
import { useWords } from '../words/words.ts'
import '../style/overview.css'

export function Overview() {
  const { t, lang } = useWords()
  const { today, jurisdiction } = useSession()
  const query = useQuery(overviewQuery)
  return (
    <>
      <Head title={t('overview.title')} lead={`${jurisdiction.name} · ${t('overview.asOf', { day: formatDay(today, lang) })}`}>
        <button type="button" className="button plain" onClick={() => print()}>
          {t('app.printed')}
        </button>
      </Head>
      <Load query={query}>{view => <Whole view={view} />}</Load>
    </>
  )
}

/** 0 is Sunday: the week ends with it, as the figure of the server does. */
const sunday = (day: string): string => addDays(day, (7 - new Date(`${day}T00:00:00Z`).getUTCDay()) % 7)

/** What is suspended is neither due nor stuck. */
const RUNNING = OPEN_STATES.filter(s => s !== 'suspended').join(',')

function Whole({ view }: { view: View }) {
  const { t, lang } = useWords()
  const { permissions, unitIds } = useSession()
  // A unit's figures count what it leads; its ledger has what it supports as well.
  const ledger = (filters: Record<string, string>) =>
    page.ledger({ ...filters, ...(permissions['overview.read'] === 'all' ? {} : { unit: unitIds.join(',') }) })
  return (
    <>
      <ul className="figures" aria-label={t('overview.figures')}>
        <Figure words="overview.open" n={view.open} to={ledger({ open: '1' })} />
        <Figure words="overview.overdue" n={view.overdue} to={ledger({ overdue: '1' })} alarm />
        <Figure
          words="overview.week"
          n={view.dueThisWeek}
          to={ledger({ state: RUNNING, dueFrom: view.today, dueTo: sunday(view.today) })}
        />
        <Figure words="overview.upper" n={view.waitingUpper} to={ledger({ state: RUNNING, waiting: 'upper' })} />
      </ul>
      <Gaps view={view} ledger={ledger} />
      <div className="overview">
        <div>
          <section aria-labelledby="units">
            <div className="section-head">
              <h2 id="units">{t('overview.units')}</h2>
              {view.units.length > 0 && (
                <a className="button plain no-print" href={address('exportUnits', {})} download>
                  {t('overview.exportUnits')}
                </a>
              )}
            </div>
            {view.units.length === 0 ? <Empty title={t('overview.unitsEmpty')} /> : <UnitsTable units={view.units} />}
          </section>
          <div className="overview-two">
            <Rows id="soon" title={t('overview.soon')} items={view.dueSoon} empty={t('overview.soonEmpty')} />
            <Rows id="stuck" title={t('overview.stuck')} items={view.stuck} empty={t('overview.stuckEmpty')} />
          </div>
        </div>
        <div>
          <section aria-labelledby="states">
            <h2 id="states">{t('overview.states')}</h2>
            <dl className="states">
              {STATES.filter(s => view.states[s] > 0).map(s => (
                <div key={s}>
                  <dt>{t(`state.${s}`)}</dt>
                  <dd>
                    <Go to={ledger({ state: s })}>{formatNumber(view.states[s], lang)}</Go>
                  </dd>
                </div>
              ))}
            </dl>
          </section>
          <WaitingTotals view={view} ledger={ledger} />
          <Changes changes={view.changes} />
        </div>
      </div>
    </>
  )
}

type Ledger = (filters: Record<string, string>) => string

/** What lacks something or does not move, each one click from its list. */
function Gaps({ view, ledger }: { view: View; ledger: Ledger }) {
  const { t } = useWords()
  const found = LISTED_TROUBLES.filter(kind => view.troubles[kind] > 0)
  if (found.length === 0) return null
  const open: Record<string, string> = { undated: 'open', unmeasured: 'open' }
  return (
    <ul className="gaps" aria-label={t('overview.gaps')}>
      {found.map(kind => (
        <li key={kind}>
          <Go to={ledger({ [kind]: '1', ...(open[kind] ? { open: '1' } : {}) })}>
            {t(`overview.gap.${kind}`, { n: view.troubles[kind] })}
          </Go>
        </li>
      ))}
    </ul>
  )
}

/** Whoever is waited for: how many items now, and the days charged to him over all that is open. */
function WaitingTotals({ view, ledger }: { view: View; ledger: Ledger }) {
  const { t, lang } = useWords()
  const parties = WAITING.filter(who => view.waiting[who].items + view.waiting[who].days > 0)
  if (parties.length === 0) return null
  return (
    <section aria-labelledby="waiting">
      <h2 id="waiting">{t('overview.waiting')}</h2>
      <p className="muted">{t('overview.waitingNote')}</p>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('overview.waitingParty')}</th>
            <th scope="col" className="num">
              {t('overview.waitingItems')}
            </th>
            <th scope="col" className="num">
              {t('overview.waitingDays')}
            </th>
          </tr>
        </thead>
        <tbody>
          {parties.map(who => (
            <tr key={who}>
              <th scope="row">{t(`waiting.${who}`)}</th>
              <td className="num">
                <Go to={ledger({ state: RUNNING, waiting: who })}>{formatNumber(view.waiting[who].items, lang)}</Go>
              </td>
              <td className="num">{formatNumber(view.waiting[who].days, lang)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

interface FigureProps {
  words: 'overview.open' | 'overview.overdue' | 'overview.week' | 'overview.upper'
  n: number
  to: string
  alarm?: boolean
}

function Figure({ words, n, to, alarm }: FigureProps): ReactNode {
  const { lang } = useWords()
  return (
    <li className={alarm && n > 0 ? 'alarm' : undefined}>
      <Go to={to}>
        <Trans i18nKey={words} values={{ n: formatNumber(n, lang) }} components={{ 1: <b /> }} />
      </Go>
    </li>
  )
}

function Rows({ id, title, items, empty }: { id: string; title: string; items: ItemRow[]; empty: string }) {
  const { t } = useWords()
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {items.length === 0 ? (
        <p className="muted">{empty}</p>
      ) : (
        <ul className="rows">
          {items.slice(0, 6).map(item => (
            <li key={item.id}>
              <Go to={page.item(item.id)} className="two-lines">
                {item.title}
              </Go>
              <p className="muted">
                <Light light={item.light} reason={item.reason} /> {sayReason(t, item.reason, item.facts)}
                <br />
                {item.leadUnit ?? t('say.unknown')} · {t('todo.due')} <Day day={item.dueOn} empty={t('say.unknown')} />
              </p>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function Changes({ changes }: { changes: View['changes'] }) {
  const { t, lang } = useWords()
  const { nameOf } = useUnits()
  const [since] = useState<string | null>(() => kept('looked', null))
  useEffect(() => keep('looked', new Date().toISOString()), [])
  // Right after a look nothing is new: then the latest changes are still worth a line.
  const fresh = since ? changes.filter(c => c.entry.at > since) : []
  const shown = (fresh.length > 0 ? fresh : changes).slice(0, 8)
  return (
    <section aria-labelledby="changes">
      <h2 id="changes">{fresh.length > 0 ? t('overview.changes') : t('overview.changesAll')}</h2>
      {since && fresh.length > 0 && (
        <p className="muted">
          <Go to={page.ledger({ changedSince: since })}>{t('overview.since', { at: formatInstant(since, lang) })}</Go>
        </p>
      )}
      {shown.length === 0 ? (
        <p className="muted">{t('overview.changesEmpty')}</p>
      ) : (
        <ul className="rows">
          {shown.map(c => (
            <li key={c.entry.id}>
              <Go to={page.item(c.itemId)} className="two-lines">
                {c.title}
              </Go>
              <p className="muted">
                {sayEvent(t, lang, c.entry, nameOf)} {c.entry.by} · {formatInstant(c.entry.at, lang)}
              </p>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
