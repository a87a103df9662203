// What the ledgers of kinds ask the server for.
import { queryOptions } from '@tanstack/react-query'
import type { LedgerKind } from '../../core/kind.ts'
import type { SheetKind } from '../../core/kindsheet/column.ts'
import { call } from '../api.ts'
import { client } from '../query.ts'

export const kindQuery = (kind: LedgerKind, query: Record<string, string | undefined>) =>
  queryOptions({
    queryKey: ['ledger', kind, query],
    queryFn: () => call('listKind', { params: { kind }, query }),
    placeholderData: before => before,
  })
export const stagesQuery = (kind: LedgerKind) =>
  queryOptions({ queryKey: ['ledger', kind, 'stages'], queryFn: () => call('getStages', { params: { kind } }) })
/** Sheets that the ledger came from. */
export const kindSheetsQuery = (kind: SheetKind) =>
  queryOptions({ queryKey: ['ledger', kind, 'sheets'], queryFn: () => call('listKindSheets', { params: { kind } }) })
export const ledgersChanged = (): void => void client.invalidateQueries({ queryKey: ['ledger'] })
