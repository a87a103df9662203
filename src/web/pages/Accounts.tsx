// People, accounts and roles: the system administrator makes accounts, the security administrator gives roles and hands posts over; neither does the other's part.
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import type { AccountView } from '../../core/contract/account.ts'
import { AppointRoles } from '../parts/AppointRoles.tsx'
import { EditAccount } from '../parts/EditAccount.tsx'
import { Go } from '../parts/Go.tsx'
import { Handover } from '../parts/Handover.tsx'
import { Load } from '../parts/Load.tsx'
import { PostHistory } from '../parts/PostHistory.tsx'
import { Proposals } from '../parts/Proposals.tsx'
import { ResetSecondStep } from '../parts/ResetSecondStep.tsx'
import { Head } from '../parts/Shell.tsx'
import { useMay, useUnits } from '../parts/session.ts'
import { sayPost } from '../parts/tenures.ts'
import { page } from '../paths.ts'
import { accountsQuery } from '../query.ts'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import { Empty } from '../ui/Notice.tsx'
import { Pages } from '../ui/Pages.tsx'
import { useWords } from '../words/words.ts'
import '../style/ledger.css'
import '../style/system.css'

const SIZE = 50

type Doing = { what: 'edit' | 'appoint' | 'hand-over' | 'history'; person: AccountView } | { what: 'add' }

export function Accounts() {
  const { t } = useWords()
  const may = useMay()
  const { nameOf } = useUnits()
  const query = useQuery(accountsQuery)
  const [doing, setDoing] = useState<Doing | null>(null)
  const go = useNavigate()
  const { q = '', page: at = '1' } = useSearch({ strict: false }) as { q?: string; page?: string }
  const turn = (q: string, to?: number) =>
    void go({ to: '.', search: { ...(q ? { q } : {}), ...(to ? { page: String(to) } : {}) } as never, replace: true })
  const close = () => setDoing(null)
  const matches = (a: AccountView): boolean =>
    [a.name, a.username ?? '', ...a.posts.map(p => sayPost(t, p, nameOf))].some(words =>
      words.toLowerCase().includes(q.trim().toLowerCase()),
    )
  return (
    <>
      <Head title={t('system.accounts')} lead={t('system.accountsLead')}>
        {may('account.write') && (
          <Go className="button plain" to={page.roster}>
            {t('roster.open')}
          </Go>
        )}
        <Button look="primary" reason={may('account.write') ? null : t('problem.not-allowed')} onClick={() => setDoing({ what: 'add' })}>
          {t('system.addAccount')}
        </Button>
      </Head>
      <Load query={query}>
        {({ accounts }) => {
          const found = accounts.filter(matches)
          const pages = Math.max(1, Math.ceil(found.length / SIZE))
          const here = Math.min(Math.max(1, Number(at) || 1), pages)
          return (
            <>
              <Proposals people={accounts} />
              <div className="audit-tools">
                <Field label={t('post.find')}>
                  <input type="search" maxLength={50} value={q} onChange={e => turn(e.target.value)} />
                </Field>
              </div>
              {found.length === 0 ? (
                <Empty title={t('say.noMatch', { q })} />
              ) : (
                <People people={found.slice((here - 1) * SIZE, here * SIZE)} onDo={setDoing} />
              )}
              <Pages
                label={t('ledger.pages')}
                page={here}
                pages={pages}
                say={t('ledger.page', { page: here, pages })}
                prev={t('ledger.prev')}
                next={t('ledger.next')}
                onPage={to => turn(q, to)}
              />
              {doing?.what === 'hand-over' && <Handover from={doing.person} people={accounts} onClose={close} />}
            </>
          )
        }}
      </Load>
      {doing?.what === 'add' && <EditAccount account={null} onClose={close} />}
      {doing?.what === 'edit' && <EditAccount account={doing.person} onClose={close} />}
      {doing?.what === 'appoint' && <AppointRoles account={doing.person} onClose={close} />}
      {doing?.what === 'history' && <PostHistory person={doing.person} onClose={close} />}
    </>
  )
}

function People({ people, onDo }: { people: AccountView[]; onDo: (doing: Doing) => void }) {
  const { t } = useWords()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="table-box" aria-label={t('system.accounts')} tabIndex={0}>
      <table className="table system phone-cards">
        <caption className="hidden">{t('system.accounts')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('system.person')}</th>
            <th scope="col" className="wide-only">
              {t('system.username')}
            </th>
            <th scope="col" className="wide-only">
              {t('post.column')}
            </th>
            <th scope="col">{t('system.roles')}</th>
            <th scope="col">{t('system.status')}</th>
            <th scope="col">
              <span className="hidden">{t('do.edit')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {people.map(a => (
            <Person key={a.id} person={a} onDo={onDo} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Person({ person: a, onDo }: { person: AccountView; onDo: (doing: Doing) => void }) {
  const { t } = useWords()
  const may = useMay()
  const { nameOf } = useUnits()
  const held = a.posts.filter(p => p.to === null)
  const does = (what: Exclude<Doing['what'], 'add'>, words: string) => (
    <button
      type="button"
      className="button link"
      aria-label={t('say.label', { what: words, of: a.name })}
      onClick={() => onDo({ what, person: a })}
    >
      {words}
    </button>
  )
  return (
    <tr className={a.disabled ? 'off' : undefined}>
      <th scope="row" className="nowrap">
        {a.name}
        <span className="phone-line muted">{a.username ?? t('post.noAccount')}</span>
      </th>
      <td className="wide-only">{a.username ?? '—'}</td>
      <td className="wide-only">
        {held
          .filter(p => p.post)
          .map(p => sayPost(t, p, nameOf))
          .join(t('say.comma')) || '—'}
      </td>
      <td>
        {a.appointments.length === 0 && <span className="muted">{t('system.noRoles')}</span>}
        {a.appointments.map(p => (
          <span key={p.role + p.unitId} className="role">
            {p.unitId ? t('system.roleOf', { role: t(`role.${p.role}`), unit: nameOf(p.unitId) }) : t(`role.${p.role}`)}
          </span>
        ))}
      </td>
      <td className="nowrap">{a.username ? t(a.disabled ? 'system.disabled' : 'system.active') : t('post.noAccount')}</td>
      <td className="nowrap card-line">
        {may('account.write') && a.username && (
          <button
            type="button"
            className="button link"
            aria-label={t('system.editAccount', { name: a.name })}
            onClick={() => onDo({ what: 'edit', person: a })}
          >
            {t('do.edit')}
          </button>
        )}
        {may('appointment.write') && a.username && does('appoint', t('system.appoint'))}
        {may('appointment.write') && a.username && <ResetSecondStep person={a} />}
        {may('appointment.write') && held.length > 0 && does('hand-over', t('post.handOver'))}
        {a.posts.length > 0 && does('history', t('post.historyOpen'))}
      </td>
    </tr>
  )
}
