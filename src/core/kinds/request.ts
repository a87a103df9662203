// 要数要表: a request for a report or figure, from its draft to the day it is asked no more. Data only; who is asked stands in the item's units.
import { FIELD_PERIODS } from '../fieldmatch.ts'
import type { KindSpec } from '../kind.ts'

/** 一次性 每日 每周 每月 每季 每年 */
export const REQUEST_FREQUENCIES = ['once', 'daily', 'weekly', 'monthly', 'quarterly', 'yearly'] as const
/** 报表 函 指令性公文 */
export const CARRIERS = ['form', 'letter', 'directive'] as const
/** 综合性文件 专项文件 */
export const LENGTHS = ['comprehensive', 'special'] as const

export const request: KindSpec = {
  undispatched: true,
  drafts: 'request.draft',
  stages: {
    drafted: { needs: [] },
    checked: { needs: ['purpose', 'form', 'frequency', 'minutes', 'from', 'carrier'], must: true, may: 'request.check' },
    approved: { needs: [], also: ['approver', 'overReason'], must: true, may: 'request.approve' },
    out: { needs: ['outOn'], also: ['approver', 'overReason'], day: 'outOn' },
    merged: { may: 'request.check', needs: ['mergedInto'], back: ['drafted', 'checked', 'approved', 'out'] },
    dropped: { needs: ['dropReason'], back: ['drafted', 'checked', 'approved', 'out'] },
    ended: { needs: ['endReason'], back: ['out'] },
  },
  fields: {
    purpose: { type: 'lines' },
    // What the form asks: names, units, the period that a figure is of.
    form: {
      type: 'rows',
      columns: {
        name: { type: 'text', needed: true },
        unit: { type: 'text' },
        period: { type: 'choice', choices: FIELD_PERIODS },
      },
    },
    basis: { type: 'text' },
    frequency: { type: 'choice', choices: REQUEST_FREQUENCIES },
    minutes: { type: 'number', unit: 'minute' },
    from: { type: 'day' },
    until: { type: 'day' },
    carrier: { type: 'choice', choices: CARRIERS },
    lengthAs: { type: 'choice', choices: LENGTHS },
    characters: { type: 'number', unit: 'character' },
    approver: { type: 'text' },
    overReason: { type: 'lines' },
    outOn: { type: 'day' },
    mergedInto: { type: 'item', of: 'request' },
    dropReason: { type: 'lines' },
    endReason: { type: 'lines' },
  },
  columns: ['frequency', 'minutes', 'from', 'until'],
  sum: null,
}
