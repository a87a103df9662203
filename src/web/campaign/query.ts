// What the pages of campaigns and programmes ask the server for.
import { queryOptions } from '@tanstack/react-query'
import { call } from '../api.ts'
import { client } from '../query.ts'

export const campaignQuery = (id: string) =>
  queryOptions({ queryKey: ['campaign', id], queryFn: () => call('getCampaign', { params: { id } }), staleTime: 0 })
export const endReportQuery = (id: string) =>
  queryOptions({ queryKey: ['campaign', id, 'report'], queryFn: () => call('getEndReport', { params: { id } }) })
export const campaignsChanged = (): void => void client.invalidateQueries({ queryKey: ['campaign'] })
