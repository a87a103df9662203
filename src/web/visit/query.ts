// What the visits of a document ask the server for.
import { queryOptions } from '@tanstack/react-query'
import { call } from '../api.ts'
import { ledgersChanged } from '../kind/query.ts'
import { client, itemsChanged } from '../query.ts'

export const paperQuery = (id: string) =>
  queryOptions({ queryKey: ['visit-paper', id], queryFn: () => call('getVisitPaper', { params: { id } }), staleTime: 0 })
/** What was done to one of the items changes what the others show of it. */
export const visitsChanged = (): void => {
  itemsChanged()
  ledgersChanged()
  for (const key of ['item', 'visit-paper']) void client.invalidateQueries({ queryKey: [key] })
}
