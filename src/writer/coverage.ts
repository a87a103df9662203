// The coverage table 规定动作覆盖表 as a sheet: one row a unit, one column an action. The words of the page are web/words'.
import type { CoverageView } from '../core/contract/cascade.ts'
import type { CoverageState } from '../core/coverage.ts'
import type { Sheet } from './sheet.ts'

const STATE: Record<CoverageState, string> = {
  done: '已完成',
  'to-verify': '待核',
  open: '进行中',
  'not-begun': '未启动',
  'not-asked': '不涉及',
}

/** `today`: the day the figures are of. */
export function coverageSheet(table: CoverageView, jurisdiction: string, today: string): Sheet {
  return {
    title: `${table.title.slice(0, 60)}规定动作覆盖表`,
    date: today,
    issuer: jurisdiction,
    note: `截至${today}，${table.rows.length}个单位，${table.actions.length}项规定动作`,
    columns: [
      { key: 'unit', header: '单位', width: 24, kind: 'text' },
      ...table.actions.map(({ id, title }) => ({ key: id, header: title, width: 16, kind: 'text' as const })),
      { key: 'asked', header: '规定动作', width: 10, kind: 'number' },
      { key: 'done', header: '已完成', width: 10, kind: 'number' },
      { key: 'chosen', header: '自选动作', width: 48, kind: 'text' },
    ],
    rows: table.rows.map(row => ({
      unit: row.unit,
      ...Object.fromEntries(table.actions.map(({ id }, at) => [id, STATE[row.cells[at]!.state]])),
      asked: row.asked,
      done: row.done,
      chosen: row.selfChosen.map(one => one.title).join('；') || null,
    })),
  }
}
