// The slips 督查单 as a sheet in the words that offices use; the words of the page are web/words'.
import type { SlipView } from '../core/contract/slip.ts'
import { dayOf } from '../core/day.ts'
import type { SlipColour, SlipStand } from '../core/slip.ts'
import type { Cell, Column, Sheet } from './sheet.ts'

const COLOUR: Record<SlipColour, string> = { blue: '蓝（提醒）', orange: '橙（警示）', red: '红（批评）' }
const STAND: Record<SlipStand, string> = { running: '限期内', lapsed: '已过期', settled: '已了结', withdrawn: '已撤销' }

const COLUMNS: (Column & { of: (slip: SlipView) => Cell })[] = [
  { key: 'number', header: '文号', width: 22, kind: 'text', of: s => s.number },
  { key: 'colour', header: '等级', width: 12, kind: 'text', of: s => COLOUR[s.colour] },
  { key: 'unit', header: '单位', width: 22, kind: 'text', of: s => s.unit },
  { key: 'itemNumber', header: '事项编号', width: 12, kind: 'text', of: s => s.itemNumber },
  { key: 'item', header: '事项', width: 44, kind: 'text', of: s => s.itemTitle },
  { key: 'issued', header: '发出日期', width: 12, kind: 'date', of: s => s.issuedOn },
  { key: 'limit', header: '办结期限', width: 12, kind: 'date', of: s => s.limitOn },
  { key: 'stand', header: '情况', width: 10, kind: 'text', of: s => STAND[s.stand] },
  { key: 'answer', header: '首次答复', width: 12, kind: 'date', of: s => s.answer && dayOf(s.answer.at) },
  {
    key: 'ended',
    header: '了结或撤销日期',
    width: 14,
    kind: 'date',
    of: s => ((s.withdrawn ?? s.settled) ? dayOf((s.withdrawn ?? s.settled)!.at) : null),
  },
  { key: 'words', header: '说明', width: 40, kind: 'text', of: s => s.withdrawn?.words ?? s.settled?.words ?? s.words },
]

export function slipSheet(slips: SlipView[], jurisdiction: string, today: string): Sheet {
  return {
    title: `${jurisdiction}督查单一览`,
    note: `共${slips.length}份，截至${today}`,
    date: today,
    issuer: jurisdiction,
    columns: COLUMNS.map(({ of: _, ...column }) => column),
    rows: slips.map(slip => Object.fromEntries(COLUMNS.map(column => [column.key, column.of(slip)]))),
  }
}
