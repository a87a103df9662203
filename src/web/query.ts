// What the pages ask the server for, each with its key: one place, so that a write knows what to ask again. No React here.
import { QueryClient, queryOptions } from '@tanstack/react-query'
import { type Body, call, Fault } from './api.ts'
import { belongTo } from './intent.ts'
import { page } from './paths.ts'

export const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      // Nothing moves by itself: what is on the page changes when the reader does something.
      refetchOnWindowFocus: false,
      retry: (times, fault) => times < 2 && fault instanceof Fault && (fault.code === 'offline' || fault.code === 'unavailable'),
    },
    mutations: { retry: false },
  },
})

client.getQueryCache().subscribe(event => {
  if (event.type !== 'updated' || event.action.type !== 'error') return
  // A reader who rests over a page is not taken from it by what the page asks of itself.
  if (event.query.meta?.unasked) return
  const fault = event.action.error
  // The session has ended under an open page: sign in and come back to the same place. Without one the frame leads there itself.
  if (fault instanceof Fault && fault.code === 'unauthenticated' && client.getQueryData(sessionQuery.queryKey))
    location.assign(page.signIn(location.pathname + location.search))
})

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async () => {
    const session = await call('getSession')
    belongTo(session.person.id)
    return session
  },
  staleTime: 10 * 60_000,
  retry: false,
})
export const setupQuery = (link: { place?: string; token?: string } = {}) =>
  queryOptions({ queryKey: ['setup', link], queryFn: () => call('getSetup', { query: link.place ? link : {} }) })
export const unitsQuery = queryOptions({ queryKey: ['units'], queryFn: () => call('listUnits'), staleTime: 5 * 60_000 })
export const overviewQuery = queryOptions({ queryKey: ['overview'], queryFn: () => call('getOverview') })
export const todoQuery = queryOptions({ queryKey: ['todo'], queryFn: () => call('listTodo') })
export const itemQuery = (id: string) => queryOptions({ queryKey: ['item', id], queryFn: () => call('getItem', { params: { id } }) })
export const itemsQuery = (query: Record<string, string | undefined>) =>
  queryOptions({ queryKey: ['items', query], queryFn: () => call('listItems', { query }), placeholderData: before => before })
export const searchQuery = (q: string) =>
  queryOptions({ queryKey: ['search', q], queryFn: () => call('searchLedgers', { query: { q } }), placeholderData: before => before })
export const documentQuery = (id: string) =>
  queryOptions({ queryKey: ['document', id], queryFn: () => call('getDocument', { params: { id } }) })
export const documentsQuery = (query: Record<string, string | undefined>) =>
  queryOptions({ queryKey: ['documents', query], queryFn: () => call('listDocuments', { query }), placeholderData: before => before })
export const lowerQuery = queryOptions({ queryKey: ['jurisdictions'], queryFn: () => call('listJurisdictions'), staleTime: 5 * 60_000 })
export const coverageQuery = (id: string) =>
  queryOptions({ queryKey: ['coverage', id], queryFn: () => call('getCoverage', { params: { id } }), staleTime: 0 })
export const relaysQuery = queryOptions({ queryKey: ['relays'], queryFn: () => call('listRelays') })
export const conveyanceQuery = (id: string) =>
  queryOptions({ queryKey: ['conveyance', id], queryFn: () => call('getConveyance', { params: { id } }), staleTime: 0 })
export const sheetsQuery = queryOptions({ queryKey: ['sheets'], queryFn: () => call('listSheets') })
export const sheetDraftQuery = (query: { kind: 'half' | 'year'; year: string; asOf: string }) =>
  queryOptions({ queryKey: ['sheet-draft', query], queryFn: () => call('getSheetDraft', { query }), placeholderData: before => before })
export const sheetQuery = (id: string) => queryOptions({ queryKey: ['sheet', id], queryFn: () => call('getSheet', { params: { id } }) })
export const circularQuery = (query: Record<string, string | undefined>) =>
  queryOptions({ queryKey: ['circular', query], queryFn: () => call('getCircular', { query }), placeholderData: before => before })
export const placesQuery = queryOptions({ queryKey: ['places'], queryFn: () => call('listJurisdictions') })
export const postsQuery = (unitId: string) =>
  queryOptions({ queryKey: ['posts', unitId], queryFn: () => call('listPosts', { params: { id: unitId } }), staleTime: 5 * 60_000 })
export const messagesQuery = (query: Record<string, string | undefined>) =>
  queryOptions({ queryKey: ['messages', query], queryFn: () => call('listMessages', { query }), placeholderData: before => before })
/** Asked again now and then while the page is looked at. Not by a stream: proxies cut those, and a count may be a minute old. */
export const unreadQuery = queryOptions({
  queryKey: ['unread'],
  queryFn: () => call('getUnread'),
  refetchInterval: 60_000,
  refetchOnWindowFocus: true,
  staleTime: 0,
  meta: { unasked: true },
})
export const contactQuery = queryOptions({ queryKey: ['contact'], queryFn: () => call('getContact') })
export const channelsQuery = queryOptions({ queryKey: ['channels'], queryFn: () => call('listChannels') })
export const rulesQuery = queryOptions({ queryKey: ['rules'], queryFn: () => call('getRules'), staleTime: 60_000 })
export const accountsQuery = queryOptions({ queryKey: ['accounts'], queryFn: () => call('listAccounts') })
export const auditQuery = (query: Record<string, string | undefined>) =>
  queryOptions({ queryKey: ['audit', query], queryFn: () => call('listAudit', { query }), placeholderData: before => before })

type Slipped = Body<'previewSlip'>
export const slipsQuery = (query: Record<string, string | undefined>) =>
  queryOptions({ queryKey: ['slips', query], queryFn: () => call('listSlips', { query }), placeholderData: before => before })
export const suggestedQuery = (query: Record<string, string | undefined>) =>
  queryOptions({
    queryKey: ['slips', 'suggested', query],
    queryFn: () => call('listSuggestedSlips', { query }),
    placeholderData: before => before,
  })
export const slipQuery = (id: string) => queryOptions({ queryKey: ['slips', id], queryFn: () => call('getSlip', { params: { id } }) })
export const previewQuery = (id: string, body: Slipped) =>
  queryOptions({
    queryKey: ['slips', 'preview', id, body],
    queryFn: () => call('previewSlip', { params: { id }, body }),
    placeholderData: before => before,
  })
export const slipsChanged = (): void => void client.invalidateQueries({ queryKey: ['slips'] })
export const notesQuery = (query: Record<string, string | undefined>) =>
  queryOptions({ queryKey: ['notes', query], queryFn: () => call('listNotes', { query }), placeholderData: before => before })
export const leadersQuery = queryOptions({ queryKey: ['leaders'], queryFn: () => call('listLeaders'), staleTime: 5 * 60_000 })
export const notesChanged = (): void => void client.invalidateQueries({ queryKey: ['notes'] })

export const boardQuery = (query: Record<string, string>) =>
  queryOptions({ queryKey: ['board', query], queryFn: () => call('getBoard', { query }), placeholderData: before => before })
export const boardBelowQuery = (query: Record<string, string>) =>
  queryOptions({ queryKey: ['board', 'below', query], queryFn: () => call('getBoardBelow', { query }) })
export const belowSeriesQuery = (query: Record<string, string>) =>
  queryOptions({ queryKey: ['series', 'below', query], queryFn: () => call('getSeriesBelow', { query }) })
interface SeriesAsked {
  unit: string
  year: number
  /** Whose standing is asked for; without one the newest. */
  month?: number | null
  asOf?: string | null
}
export const seriesQuery = (id: string, { unit, year, month, asOf }: SeriesAsked) =>
  queryOptions({
    queryKey: ['series', id, unit, year, month ?? null, asOf ?? null],
    queryFn: () => {
      const query = { unit, year: String(year), ...(month ? { month: String(month) } : {}), ...(asOf ? { asOf } : {}) }
      return call('getSeries', { params: { id }, query })
    },
  })
export const indicatorsQuery = queryOptions({
  queryKey: ['indicators'],
  queryFn: () => call('listIndicators', { query: { retired: '1' } }),
})
/** The targets of a year that hold. */
export const targetsQuery = (year: number) =>
  queryOptions({ queryKey: ['targets', year], queryFn: () => call('listTargets', { query: { year: String(year) } }) })
/** The figures that hold. */
export const readingsQuery = (query: Record<string, string>) =>
  queryOptions({ queryKey: ['readings', query], queryFn: () => call('listReadings', { query }) })
export const importsQuery = queryOptions({ queryKey: ['imports'], queryFn: () => call('listImports') })
/** After a write of an indicator, a target or a figure. */
export function figuresChanged(): void {
  for (const key of ['board', 'series', 'indicators', 'targets', 'readings', 'imports']) void client.invalidateQueries({ queryKey: [key] })
}

export const benchmarkQuery = (query: Record<string, string | undefined>) =>
  queryOptions({ queryKey: ['benchmark', query], queryFn: () => call('getBenchmark', { query }), placeholderData: before => before })
export const peersQuery = queryOptions({ queryKey: ['benchmark', 'peers'], queryFn: () => call('listPeers') })
export const peerImportsQuery = queryOptions({ queryKey: ['benchmark', 'imports'], queryFn: () => call('listPeerImports') })
export const peerFiguresQuery = (id: string, indicator: string) =>
  queryOptions({
    queryKey: ['benchmark', 'figures', id, indicator],
    queryFn: () => call('listPeerFigures', { params: { id }, query: { indicator } }),
  })
export const offersQuery = (id: string) =>
  queryOptions({ queryKey: ['benchmark', 'offers', id], queryFn: () => call('offerPeers', { params: { id } }) })
export const benchmarkChanged = (): void => void client.invalidateQueries({ queryKey: ['benchmark'] })
export const schemesQuery = queryOptions({ queryKey: ['schemes'], queryFn: () => call('listSchemes') })
export const schemeQuery = (id: string, version?: string) =>
  queryOptions({
    queryKey: ['schemes', id, version],
    queryFn: () => call('getScheme', { params: { id }, query: { version } }),
    staleTime: 0,
  })
export const scoresQuery = (id: string, month?: string, result?: string) =>
  queryOptions({
    queryKey: ['schemes', id, 'scores', month, result],
    queryFn: () => call('getScores', { params: { id }, query: { month, result } }),
    placeholderData: before => before,
  })
export const schemesChanged = (): void => void client.invalidateQueries({ queryKey: ['schemes'] })

export const linksQuery = (id: string) => queryOptions({ queryKey: ['links', id], queryFn: () => call('listLinks', { params: { id } }) })

export const signInQuery = queryOptions({ queryKey: ['sign-in'], queryFn: () => call('getSignIn') })

export const auditChoicesQuery = queryOptions({ queryKey: ['audit-choices'], queryFn: () => call('getAuditChoices') })

/** After a write that touches items: everything that counts or lists them is asked again when next shown. */
export function itemsChanged(): void {
  for (const key of ['items', 'todo', 'overview', 'circular', 'slips', 'notes']) void client.invalidateQueries({ queryKey: [key] })
}
