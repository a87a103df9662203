// What the pages of burden ask the server for.
import { queryOptions } from '@tanstack/react-query'
import { type Body, call } from '../api.ts'
import { client } from '../query.ts'

export const burdenQuery = (month?: string) =>
  queryOptions({
    queryKey: ['ledger', 'burden', month ?? ''],
    queryFn: () => call('getBurden', { query: { month } }),
    placeholderData: before => before,
  })
export const unitBurdenQuery = (id: string, month?: string) =>
  queryOptions({
    queryKey: ['ledger', 'burden', 'unit', id, month ?? ''],
    queryFn: () => call('getUnitBurden', { params: { id }, query: { month } }),
    placeholderData: before => before,
  })
export const requestQuery = (id: string) =>
  queryOptions({ queryKey: ['ledger', 'burden', 'request', id], queryFn: () => call('getRequest', { params: { id } }) })
export const answerToQuery = (id: string, unit: string, due: string) =>
  queryOptions({
    queryKey: ['ledger', 'burden', 'answer', id, unit, due],
    queryFn: () => call('getAnswerTo', { params: { id }, query: { unit, due } }),
  })
export const checkQuery = (body: Body<'checkRequest'>) =>
  queryOptions({
    queryKey: ['ledger', 'burden', 'check', body],
    queryFn: () => call('checkRequest', { body }),
    placeholderData: before => before,
  })
export const burdenChanged = (): void => void client.invalidateQueries({ queryKey: ['ledger', 'burden'] })
