// The units 各单位 as a sheet: their open items by light, and how much of what was due was closed in time.
import type { UnitLights } from '../core/contract/overview.ts'
import { closingRate, onTimeRate, type Rate } from '../core/rate.ts'
import type { Cell, Column, Sheet } from './sheet.ts'

/** No rate over nothing: an empty cell, never 0 %. */
const share = (rate: Rate): Cell => (rate.value === null ? null : rate.done / rate.of)

const COLUMNS: (Column & { of: (unit: UnitLights) => Cell })[] = [
  { key: 'unit', header: '单位', width: 26, kind: 'text', of: u => u.unit },
  { key: 'dispatched', header: '交办', width: 8, kind: 'number', of: u => u.dispatched },
  { key: 'open', header: '在办', width: 8, kind: 'number', of: u => u.open },
  { key: 'green', header: '正常', width: 8, kind: 'number', of: u => u.lights.green },
  { key: 'yellow', header: '滞后', width: 8, kind: 'number', of: u => u.lights.yellow },
  { key: 'red', header: '红灯', width: 8, kind: 'number', of: u => u.lights.red },
  { key: 'grey', header: '不可算', width: 8, kind: 'number', of: u => u.lights.grey },
  { key: 'overdue', header: '其中逾期', width: 10, kind: 'number', of: u => u.overdue },
  { key: 'closed', header: '办结', width: 8, kind: 'number', of: u => u.closed },
  {
    key: 'closingRate',
    header: '办结率',
    width: 10,
    kind: 'percent',
    of: u => share(closingRate({ all: u.dispatched, closed: u.closed })),
  },
  { key: 'due', header: '应办结', width: 8, kind: 'number', of: u => u.due },
  { key: 'onTime', header: '按期办结', width: 10, kind: 'number', of: u => u.onTime },
  { key: 'onTimeRate', header: '按期办结率', width: 12, kind: 'percent', of: u => share(onTimeRate({ all: u.dispatched, ...u })) },
]

/** `today`: the day the figures are of. */
export function unitSheet(units: UnitLights[], jurisdiction: string, today: string): Sheet {
  return {
    title: `${jurisdiction}各单位办理情况`,
    date: today,
    issuer: jurisdiction,
    note: `截至${today}；应办结指有时限且已办结或已逾期的，按期以报请销号之日为准`,
    columns: COLUMNS.map(({ of: _, ...column }) => column),
    rows: units.map(unit => Object.fromEntries(COLUMNS.map(({ key, of }) => [key, of(unit)]))),
  }
}
