// The frame of every page after signing in: rail (tabs on a phone), top bar, main; shows only pages that the role may use.
import { Outlet, useNavigate, useRouterState } from '@tanstack/react-router'
import { type ReactNode, useEffect, useRef } from 'react'
import type { Action } from '../../core/access.ts'
import { railPath } from '../kind/rail.ts'
import { page } from '../paths.ts'
import { formatDay, formatWeekday } from '../words/day.ts'
import { setLang, useWords } from '../words/words.ts'
import { Bell } from './Bell.tsx'
import { PasswordDue } from './ChangePassword.tsx'
import { Go } from './Go.tsx'
import { IdleGuard } from './IdleGuard.tsx'
import { NoteControl } from './NoteControl.tsx'
import { useMay, useSession } from './session.ts'

type Place =
  | 'overview'
  | 'todo'
  | 'documents'
  | 'ledger'
  | 'board'
  | 'project'
  | 'campaign'
  | 'risk'
  | 'circular'
  | 'slips'
  | 'notes'
  | 'units'
  | 'accounts'
  | 'places'
  | 'channels'
  | 'rules'
  | 'audit'
  | 'burden'
const RAIL: [place: Place, to: string, needs: Action][] = [
  ['overview', page.overview, 'overview.read'],
  ['todo', page.todo, 'item.read'],
  ['documents', page.documents, 'document.read'],
  ['ledger', page.ledger({ open: '1' }), 'item.read'],
  ['board', page.board(), 'indicator.read'],
  ['project', page.kind('project'), 'item.read'],
  ['campaign', page.kind('campaign'), 'item.read'],
  ['risk', page.kind('risk'), 'item.read'],
  ['burden', page.burden(), 'request.read'],
  ['slips', page.slips(), 'slip.read'],
  ['notes', page.notes(), 'note.read'],
  ['circular', page.circular, 'circular.write'],
]
const SYSTEM: [place: Place, to: string, needs: Action][] = [
  ['units', page.units, 'unit.write'],
  ['accounts', page.accounts, 'account.read'],
  ['places', page.places, 'jurisdiction.write'],
  ['channels', page.channels, 'channel.write'],
  ['rules', page.rules, 'rules.read'],
  ['audit', page.audit, 'audit.read'],
]

/** Pages that stand below another one in the rail, whatever their address says. */
const BELOW: Partial<Record<string, string>> = { [page.reports]: page.todo, [page.roster]: page.accounts, [page.newRequest]: page.burden() }
/** Pages of the indicators with addresses of their own. */
const OF_BOARD = /^\/(?:benchmark|schemes|sheets)(?:\/|$)/

/** On a phone, in the order of what is done there. */
const TABS: Place[] = ['todo', 'ledger', 'overview']

export function Shell() {
  const { t, lang } = useWords()
  const may = useMay()
  const { jurisdiction, person, today, passwordDue } = useSession()
  // Before a new password is chosen no page answers.
  const rail = passwordDue ? [] : RAIL.filter(([, , needs]) => may(needs))
  const system = passwordDue ? [] : SYSTEM.filter(([, , needs]) => may(needs))
  const tabs = TABS.flatMap(name => rail.filter(([place]) => place === name))

  return (
    <>
      <a className="skip" href="#main">
        {t('app.skip')}
      </a>
      <header className="top">
        <Go className="brand" to={page.me}>
          <b>{t('app.name')}</b>
          <span>{jurisdiction.name}</span>
        </Go>
        <p className="top-day">{t('top.today', { day: formatDay(today, lang), week: formatWeekday(today, lang) })}</p>
        {!passwordDue && may('item.read') && <Search />}
        {!passwordDue && may('note.write') && <NoteControl />}
        {!passwordDue && may('item.read') && <Bell />}
        <button
          type="button"
          className="button quiet top-lang"
          lang={lang === 'zh' ? 'en' : 'zh-CN'}
          onClick={() => setLang(lang === 'zh' ? 'en' : 'zh')}
        >
          {t('top.lang')}
        </button>
        <Go className="button quiet top-person" to={page.me} aria-label={t('top.person', { name: person.name })}>
          {person.name}
        </Go>
      </header>
      <nav className="rail" aria-label={t('nav.label')}>
        {rail.map(([place, to]) => (
          <RailLink key={place} to={to} name={t(`nav.${place}`)} exact={to === '/'} />
        ))}
        {system.length > 0 && (
          <>
            <p className="rail-head">{t('nav.system')}</p>
            {system.map(([place, to]) => (
              <RailLink key={place} to={to} name={t(`nav.${place}`)} />
            ))}
          </>
        )}
      </nav>
      <main id="main" className="main" tabIndex={-1}>
        {passwordDue ? <PasswordDue why={passwordDue} /> : <Outlet />}
      </main>
      <nav className="tabs" aria-label={t('nav.label')}>
        {tabs.map(([place, to]) => (
          <RailLink key={place} to={to} name={t(`nav.${place}`)} exact={to === '/'} />
        ))}
        {tabs.length === 0 && system.map(([place, to]) => <RailLink key={place} to={to} name={t(`nav.${place}`)} />)}
        <RailLink to={page.me} name={t('nav.me')} />
      </nav>
      <IdleGuard />
    </>
  )
}

function RailLink({ to, name, exact }: { to: string; name: string; exact?: boolean }) {
  const path = useRouterState({
    select: s => (OF_BOARD.test(s.location.pathname) ? page.board() : (BELOW[s.location.pathname] ?? railPath(s.location.pathname))),
  })
  const at = to.split('?', 1)[0]!
  const here = path === at || (!exact && path.startsWith(`${at}/`))
  return (
    <Go to={to} aria-current={here ? 'page' : undefined}>
      {name}
    </Go>
  )
}

function Search() {
  const { t } = useWords()
  const go = useNavigate()
  return (
    <search>
      <form
        onSubmit={e => {
          e.preventDefault()
          const q = String(new FormData(e.currentTarget).get('q') ?? '').trim()
          void go({ href: page.ledger({ q }) })
        }}
      >
        <input type="search" name="q" maxLength={50} aria-label={t('top.search')} placeholder={t('top.searchHint')} />
      </form>
    </search>
  )
}

/** A page's heading and its buttons; sets the window's title and, after a change of page, takes the focus there. */
export function Head({ title, lead, children, narrow }: { title: string; lead?: ReactNode; children?: ReactNode; narrow?: boolean }) {
  const { t } = useWords()
  const heading = useRef<HTMLHeadingElement>(null)
  const path = useRouterState({ select: s => s.location.pathname })
  useEffect(() => {
    document.title = `${title} · ${t('app.name')}`
  }, [title, t])
  useEffect(() => {
    if (sessionStorage.getItem('luoshi.path') && sessionStorage.getItem('luoshi.path') !== path)
      heading.current?.focus({ preventScroll: true })
    sessionStorage.setItem('luoshi.path', path)
  }, [path])
  return (
    <div className={narrow ? 'head narrow' : 'head'}>
      <div>
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {lead && <p className="lead">{lead}</p>}
      </div>
      {children && <div className="head-do">{children}</div>}
    </div>
  )
}
