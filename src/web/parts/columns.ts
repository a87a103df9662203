// The ledger's columns and filters: their names, what they sort by, and how they stand in the address.
import { ITEM_SORT_KEYS, type SortKey } from './sorts.ts'

export const COLUMNS = [
  'number',
  'title',
  'light',
  'state',
  'leadUnit',
  'dueOn',
  'percent',
  'topic',
  'measure',
  'waiting',
  'lastReportAt',
  'dispatchedAt',
  'document',
] as const
export type Column = (typeof COLUMNS)[number]

/** Shown until the person chooses otherwise; number and title always are. */
export const FIRST_COLUMNS: Column[] = ['number', 'title', 'light', 'state', 'leadUnit', 'dueOn', 'percent', 'lastReportAt']

export const sortOf = (column: Column): SortKey | null =>
  (ITEM_SORT_KEYS as readonly string[]).includes(column) ? (column as SortKey) : null

/** The ledger's address, as it stands. */
export type Filters = Partial<Record<FilterName | 'sort' | 'dir' | 'page', string>>
export const LISTS = ['state', 'light', 'topic', 'unit', 'waiting'] as const
export const FLAGS = ['open', 'overdue', 'undated', 'unowned', 'unmeasured', 'stale', 'blocked'] as const
export type FilterName = (typeof LISTS)[number] | (typeof FLAGS)[number] | 'q' | 'part' | 'document' | 'dueFrom' | 'dueTo' | 'changedSince'

export const listOf = (filters: Filters, name: FilterName): string[] => (filters[name] ? filters[name]!.split(',') : [])

/** What the server is asked: the filters without empty ones. The columns are the page's own business. */
export const queryOf = (filters: Filters): Record<string, string> =>
  Object.fromEntries(Object.entries(filters).filter((e): e is [string, string] => Boolean(e[1])))

/** The filters after some have changed; the first page is shown again. */
export const withFilters = (filters: Filters, changes: Filters): Filters => ({ ...filters, page: undefined, ...changes }) as Filters
