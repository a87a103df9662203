// Every page with its address: each is its own file, fetched when first needed; all but signing in stand inside the frame.
import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet, redirect } from '@tanstack/react-router'
import { Fault } from './api.ts'
import { Crash, Missing } from './parts/Missing.tsx'
import { Shell } from './parts/Shell.tsx'
import { page } from './paths.ts'
import { client, sessionQuery } from './query.ts'

const root = createRootRoute({ component: Outlet, notFoundComponent: Missing })

const outside = (path: string, component: ReturnType<typeof lazyRouteComponent>) =>
  createRoute({ getParentRoute: () => root, path, component })

async function signedIn({ location }: { location: { href: string } }): Promise<void> {
  try {
    await client.ensureQueryData(sessionQuery)
  } catch (fault) {
    if (fault instanceof Fault && fault.code === 'unauthenticated') throw redirect({ href: page.signIn(location.href) })
    throw fault
  }
}

const frame = createRoute({
  getParentRoute: () => root,
  id: 'frame',
  component: Shell,
  beforeLoad: signedIn,
})

/** For a session, too, but with the whole screen for itself. */
const bare = createRoute({ getParentRoute: () => root, id: 'bare', component: Outlet, beforeLoad: signedIn })

const inside = (path: string, component: ReturnType<typeof lazyRouteComponent>) =>
  createRoute({ getParentRoute: () => frame, path, component })

const first = createRoute({
  getParentRoute: () => frame,
  path: '/',
  component: lazyRouteComponent(() => import('./pages/Overview.tsx'), 'Overview'),
  // Administrators have no business data: their first page is what they administer.
  beforeLoad: () => {
    const session = client.getQueryData(sessionQuery.queryKey)!
    const may = session.permissions
    if (may['overview.read']) return
    const to = may['unit.write'] ? page.units : may['account.read'] ? page.accounts : may['audit.read'] ? page.audit : page.me
    throw redirect({ href: to })
  },
})

const tree = root.addChildren([
  outside(
    '/sign-in',
    lazyRouteComponent(() => import('./pages/SignIn.tsx'), 'SignIn'),
  ),
  outside(
    '/answer',
    lazyRouteComponent(() => import('./pages/Answer.tsx'), 'Answer'),
  ),
  outside(
    '/sign-in/back',
    lazyRouteComponent(() => import('./pages/SsoBack.tsx'), 'SsoBack'),
  ),
  outside(
    '/setup',
    lazyRouteComponent(() => import('./pages/Setup.tsx'), 'Setup'),
  ),
  bare.addChildren([
    createRoute({
      getParentRoute: () => bare,
      path: '/wall',
      component: lazyRouteComponent(() => import('./pages/Wall.tsx'), 'Wall'),
    }),
    createRoute({
      getParentRoute: () => bare,
      path: '/wall/$id',
      component: lazyRouteComponent(() => import('./pages/CampaignWall.tsx'), 'CampaignWall'),
    }),
  ]),
  frame.addChildren([
    first,
    inside(
      '/todo',
      lazyRouteComponent(() => import('./pages/Todo.tsx'), 'Todo'),
    ),
    inside(
      '/documents',
      lazyRouteComponent(() => import('./pages/Documents.tsx'), 'Documents'),
    ),
    inside(
      '/documents/new',
      lazyRouteComponent(() => import('./pages/NewDocument.tsx'), 'NewDocument'),
    ),
    inside(
      '/documents/$id',
      lazyRouteComponent(() => import('./pages/Document.tsx'), 'Document'),
    ),
    inside(
      '/items',
      lazyRouteComponent(() => import('./pages/Ledger.tsx'), 'Ledger'),
    ),
    inside(
      '/items/new',
      lazyRouteComponent(() => import('./pages/NewItem.tsx'), 'NewItem'),
    ),
    inside(
      '/ledger/$kind',
      lazyRouteComponent(() => import('./pages/KindLedger.tsx'), 'KindLedger'),
    ),
    inside(
      '/ledger/$kind/new',
      lazyRouteComponent(() => import('./pages/NewKind.tsx'), 'NewKind'),
    ),
    inside(
      '/ledger/$kind/import',
      lazyRouteComponent(() => import('./pages/ImportKind.tsx'), 'ImportKind'),
    ),
    inside(
      '/burden',
      lazyRouteComponent(() => import('./pages/Burden.tsx'), 'Burden'),
    ),
    inside(
      '/burden/$id',
      lazyRouteComponent(() => import('./pages/UnitBurden.tsx'), 'UnitBurden'),
    ),
    inside(
      '/requests/new',
      lazyRouteComponent(() => import('./pages/NewRequest.tsx'), 'NewRequest'),
    ),
    inside(
      '/requests/$id/answer',
      lazyRouteComponent(() => import('./pages/AnswerRequest.tsx'), 'AnswerRequest'),
    ),
    inside(
      '/warnings',
      lazyRouteComponent(() => import('./pages/Warnings.tsx'), 'Warnings'),
    ),
    inside(
      '/reports',
      lazyRouteComponent(() => import('./pages/Reports.tsx'), 'Reports'),
    ),
    inside(
      '/items/$id',
      lazyRouteComponent(() => import('./pages/Item.tsx'), 'Item'),
    ),
    inside(
      '/items/$id/report',
      lazyRouteComponent(() => import('./pages/EndReport.tsx'), 'EndReport'),
    ),
    inside(
      '/items/$id/coverage',
      lazyRouteComponent(() => import('./pages/Coverage.tsx'), 'Coverage'),
    ),
    inside(
      '/documents/$id/visits',
      lazyRouteComponent(() => import('./pages/VisitPaper.tsx'), 'VisitPaper'),
    ),
    inside(
      '/documents/$id/conveyance',
      lazyRouteComponent(() => import('./pages/Conveyance.tsx'), 'Conveyance'),
    ),
    inside(
      '/slips',
      lazyRouteComponent(() => import('./pages/Slips.tsx'), 'Slips'),
    ),
    inside(
      '/slips/$id',
      lazyRouteComponent(() => import('./pages/Slip.tsx'), 'Slip'),
    ),
    inside(
      '/notes',
      lazyRouteComponent(() => import('./pages/Notes.tsx'), 'Notes'),
    ),
    inside(
      '/indicators',
      lazyRouteComponent(() => import('./pages/Board.tsx'), 'Board'),
    ),
    inside(
      '/indicators/list',
      lazyRouteComponent(() => import('./pages/Indicators.tsx'), 'Indicators'),
    ),
    inside(
      '/indicators/list/$id',
      lazyRouteComponent(() => import('./pages/Indicator.tsx'), 'Indicator'),
    ),
    inside(
      '/indicators/import',
      lazyRouteComponent(() => import('./pages/ImportReadings.tsx'), 'ImportReadings'),
    ),
    inside(
      '/indicators/fill',
      lazyRouteComponent(() => import('./pages/Fill.tsx'), 'Fill'),
    ),
    inside(
      '/indicators/$id',
      lazyRouteComponent(() => import('./pages/Series.tsx'), 'Series'),
    ),
    inside(
      '/sheets',
      lazyRouteComponent(() => import('./pages/Sheets.tsx'), 'Sheets'),
    ),
    inside(
      '/sheets/$id',
      lazyRouteComponent(() => import('./pages/Sheet.tsx'), 'Sheet'),
    ),
    inside(
      '/benchmark',
      lazyRouteComponent(() => import('./pages/Benchmark.tsx'), 'Benchmark'),
    ),
    inside(
      '/benchmark/peers',
      lazyRouteComponent(() => import('./pages/Peers.tsx'), 'Peers'),
    ),
    inside(
      '/schemes',
      lazyRouteComponent(() => import('./pages/Schemes.tsx'), 'Schemes'),
    ),
    inside(
      '/schemes/$id',
      lazyRouteComponent(() => import('./pages/Scheme.tsx'), 'Scheme'),
    ),
    inside(
      '/circular',
      lazyRouteComponent(() => import('./pages/Circular.tsx'), 'Circular'),
    ),
    inside(
      '/system/units',
      lazyRouteComponent(() => import('./pages/Units.tsx'), 'Units'),
    ),
    inside(
      '/system/accounts',
      lazyRouteComponent(() => import('./pages/Accounts.tsx'), 'Accounts'),
    ),
    inside(
      '/system/places',
      lazyRouteComponent(() => import('./pages/Places.tsx'), 'Places'),
    ),
    inside(
      '/system/import',
      lazyRouteComponent(() => import('./pages/Roster.tsx'), 'Roster'),
    ),
    inside(
      '/system/rules',
      lazyRouteComponent(() => import('./pages/Rules.tsx'), 'Rules'),
    ),
    inside(
      '/system/audit',
      lazyRouteComponent(() => import('./pages/Audit.tsx'), 'Audit'),
    ),
    inside(
      '/system/channels',
      lazyRouteComponent(() => import('./pages/Channels.tsx'), 'Channels'),
    ),
    inside(
      '/messages',
      lazyRouteComponent(() => import('./pages/Messages.tsx'), 'Messages'),
    ),
    inside(
      '/me',
      lazyRouteComponent(() => import('./pages/Me.tsx'), 'Me'),
    ),
  ]),
])

export const router = createRouter({
  routeTree: tree,
  defaultPreload: 'intent',
  scrollRestoration: true,
  defaultErrorComponent: Crash,
  defaultNotFoundComponent: Missing,
  // Addresses stay readable: ?light=red&unit=… as the API writes them, not JSON.
  parseSearch: text => Object.fromEntries(new URLSearchParams(text)),
  stringifySearch: values => {
    const given = Object.entries(values as Record<string, string | undefined>).filter((e): e is [string, string] => Boolean(e[1]))
    return given.length ? `?${new URLSearchParams(given)}` : ''
  },
})
