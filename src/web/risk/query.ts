// What the pages of risks ask the server for.
import { queryOptions } from '@tanstack/react-query'
import { call } from '../api.ts'

export const risksQuery = (query: Record<string, string | undefined>) =>
  queryOptions({
    queryKey: ['ledger', 'risk', 'view', query],
    queryFn: () => call('getRisks', { query }),
    placeholderData: before => before,
  })
export const scaleQuery = queryOptions({ queryKey: ['risk-scale'], queryFn: () => call('getRiskScale', {}) })
export const warningsQuery = queryOptions({ queryKey: ['warnings'], queryFn: () => call('listWarnings', {}) })
