// What the visits of a document ask the server for.
import { queryOptions } from '@tanstack/react-query'
import { call } from '../api.ts'
import { client } from '../query.ts'

export const paperQuery = (id: string) =>
  queryOptions({ queryKey: ['visit-paper', id], queryFn: () => call('getVisitPaper', { params: { id } }), staleTime: 0 })
export const paperChanged = (): void => void client.invalidateQueries({ queryKey: ['visit-paper'] })
