// The addresses of the pages, in one place; nothing else writes an address by hand.

interface DocumentPlace {
  /** Lit in the text: half-open, in the original. */
  at?: readonly [number, number]
}

const query = (values: Record<string, string | undefined>): string => {
  const given = Object.entries(values).filter((e): e is [string, string] => e[1] !== undefined && e[1] !== '')
  return given.length ? `?${new URLSearchParams(given)}` : ''
}

interface SeriesAt {
  unit?: string
  year?: number
  month?: number | null
  asOf?: string | null
}

export const page = {
  overview: '/',
  todo: '/todo',
  documents: '/documents',
  newDocument: '/documents/new',
  document: (id: string, { at }: DocumentPlace = {}) => `/documents/${id}${query({ at: at?.join('-') })}`,
  /** The ledger; the filters are those of the API, lists joined by commas. */
  ledger: (filters: Record<string, string | undefined> = {}) => `/items${query(filters)}`,
  newItem: '/items/new',
  /** A new item that is a measure against the risk. */
  newMeasure: (risk: string) => `/items/new${query({ measureOf: risk })}`,
  /** The ledger of a kind; the filters are those of the API. */
  kind: (kind: string, filters: Record<string, string | undefined> = {}) => `/ledger/${kind}${query(filters)}`,
  warnings: '/warnings',
  newKind: (kind: string) => `/ledger/${kind}/new`,
  importKind: (kind: string) => `/ledger/${kind}/import`,
  /** What units are asked, and the register of requests. */
  burden: (filters: Record<string, string | undefined> = {}) => `/burden${query(filters)}`,
  unitBurden: (id: string, filters: Record<string, string | undefined> = {}) => `/burden/${id}${query(filters)}`,
  newRequest: '/requests/new',
  answerTo: (id: string, { unit, due }: { unit: string; due: string }) => `/requests/${id}/answer${query({ unit, due })}`,
  /** The scoreboard; the filters are those of the API. */
  board: (filters: Record<string, string | undefined> = {}) => `/indicators${query(filters)}`,
  indicators: '/indicators/list',
  indicator: (id: string) => `/indicators/list/${id}`,
  fill: (filters: Record<string, string | undefined> = {}) => `/indicators/fill${query(filters)}`,
  importReadings: '/indicators/import',
  /** Without a unit: the jurisdiction's own. */
  /** Without a month: by its newest data. */
  series: (id: string, { unit, year, month, asOf }: SeriesAt = {}) =>
    `/indicators/${id}${query({ unit, year: year?.toString(), month: month?.toString(), asOf: asOf ?? undefined })}`,
  /** One indicator among peers; the filters are those of the API. */
  benchmark: (filters: Record<string, string | undefined> = {}) => `/benchmark${query(filters)}`,
  /** Peers and their figures; with a document, what it tells of other places. */
  peers: (document?: string) => `/benchmark/peers${query({ document })}`,
  schemes: '/schemes',
  /** Without an id: a new one. */
  scheme: (id: string | null, filters: Record<string, string | undefined> = {}) => `/schemes/${id ?? 'new'}${query(filters)}`,
  reports: '/reports',
  item: (id: string) => `/items/${id}`,
  coverage: (id: string) => `/items/${id}/coverage`,
  visitPaper: (id: string) => `/documents/${id}/visits`,
  conveyance: (id: string) => `/documents/${id}/conveyance`,
  circular: '/circular',
  sheets: (filters: Record<string, string | undefined> = {}) => `/sheets${query(filters)}`,
  wall: '/wall',
  /** The wall of one campaign or programme. */
  wallOf: (id: string) => `/wall/${id}`,
  endReport: (id: string) => `/items/${id}/report`,
  sheet: (id: string) => `/sheets/${id}`,
  /** The slips; the filters are those of the API, and which of the two lists. */
  slips: (filters: Record<string, string | undefined> = {}) => `/slips${query(filters)}`,
  slip: (id: string) => `/slips/${id}`,
  notes: (filters: Record<string, string | undefined> = {}) => `/notes${query(filters)}`,
  units: '/system/units',
  accounts: '/system/accounts',
  places: '/system/places',
  roster: '/system/import',
  audit: '/system/audit',
  rules: '/system/rules',
  channels: '/system/channels',
  messages: (filters: Record<string, string | undefined> = {}) => `/messages${query(filters)}`,
  me: '/me',
  /** What stands behind the mark never leaves the browser in an address. */
  answer: (token: string) => `/answer#${token}`,
  signIn: (to?: string) => `/sign-in${query({ to: to === '/' ? undefined : to })}`,
  /** Without a link: where the first run's is explained. */
  setup: (link?: { id: string; token: string }) => `/setup${query({ place: link?.id, token: link?.token })}`,
} as const
