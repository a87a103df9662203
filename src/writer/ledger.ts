// The ledger 台账 as a sheet in the words that offices use; the words of the page are web/words'.
import type { ItemRow } from '../core/contract/item.ts'
import { dayOf } from '../core/day.ts'
import type { Light, State, Waiting } from '../core/types.ts'
import type { Cell, Column, Sheet } from './sheet.ts'

const STATE: Record<State, string> = {
  proposed: '拟办',
  registered: '立项',
  dispatched: '交办',
  in_progress: '承办',
  pending_verification: '待核',
  returned: '退回',
  closed: '办结',
  archived: '归档',
  suspended: '中止',
}
const LIGHT: Record<Light, string> = { green: '正常', yellow: '滞后', red: '逾期', grey: '不可算' }
const WAITING: Record<Waiting, string> = { lead: '牵头单位', co: '配合单位', upper: '上级', office: '督查室', other: '其他' }

const COLUMNS: (Column & { of: (row: ItemRow) => Cell })[] = [
  { key: 'number', header: '编号', width: 12, kind: 'text', of: r => r.number },
  { key: 'title', header: '事项', width: 48, kind: 'text', of: r => r.title },
  { key: 'lead', header: '牵头单位', width: 22, kind: 'text', of: r => r.leadUnit ?? '未明确' },
  { key: 'due', header: '时限', width: 12, kind: 'date', of: r => r.dueOn ?? '未明确' },
  { key: 'state', header: '状态', width: 8, kind: 'text', of: r => STATE[r.state] },
  { key: 'light', header: '预警', width: 8, kind: 'text', of: r => LIGHT[r.light] },
  { key: 'percent', header: '进度', width: 8, kind: 'percent', of: r => r.percent / 100 },
  { key: 'measure', header: '目标', width: 30, kind: 'text', of: r => r.measure },
  { key: 'waiting', header: '等待', width: 10, kind: 'text', of: r => r.waitingFor && WAITING[r.waitingFor] },
  { key: 'dispatched', header: '交办日期', width: 12, kind: 'date', of: r => r.dispatchedAt && dayOf(r.dispatchedAt) },
  { key: 'reported', header: '最近反馈', width: 12, kind: 'date', of: r => r.lastReportAt && dayOf(r.lastReportAt) },
  { key: 'document', header: '来源文件', width: 36, kind: 'text', of: r => r.documentTitle },
]

/** `today`: the day the figures are of. */
export function ledger(rows: ItemRow[], jurisdiction: string, today: string): Sheet {
  return {
    title: `${jurisdiction}督办事项台账`,
    date: today,
    issuer: jurisdiction,
    note: `截至${today}，共${rows.length}项`,
    columns: COLUMNS.map(({ of: _, ...column }) => column),
    rows: rows.map(row => Object.fromEntries(COLUMNS.map(({ key, of }) => [key, of(row)]))),
  }
}
