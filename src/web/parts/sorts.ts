// The columns that the server sorts by; the type check holds them equal to the contract's, without fetching its schemas.
import type { ITEM_SORTS } from '../../core/contract/item.ts'

export type SortKey = (typeof ITEM_SORTS)[number]
export const ITEM_SORT_KEYS = [
  'number',
  'title',
  'dueOn',
  'percent',
  'light',
  'state',
  'leadUnit',
  'lastReportAt',
  'dispatchedAt',
] as const satisfies readonly SortKey[]
