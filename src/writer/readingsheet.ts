// The sheet of a year's readings: what is known in its place, the rest to be filled in and imported.
import { monthHead, TEMPLATE_HEADS, type TemplateLine } from '../core/readings/template.ts'
import type { Day } from '../core/types.ts'
import type { Sheet } from './sheet.ts'

const NOTE = '累计指标填当年累计数，时点指标填当月末数；没有的留空或填“—”。计量单位可改为万元、亿元等，导入时自动换算。'

export const readingSheet = (lines: readonly TemplateLine[], place: string, year: number, today: Day): Sheet => ({
  title: `${place}${year}年指标数据`,
  date: today,
  issuer: place,
  note: NOTE,
  columns: [
    { key: 'indicator', header: TEMPLATE_HEADS.indicator, width: 30, kind: 'text' },
    { key: 'unit', header: TEMPLATE_HEADS.unit, width: 20, kind: 'text' },
    { key: 'measure', header: TEMPLATE_HEADS.measure, width: 10, kind: 'text' },
    ...Array.from({ length: 12 }, (_, at) => ({ key: `m${at + 1}`, header: monthHead(at + 1), width: 10, kind: 'number' as const })),
  ],
  rows: lines.map(({ indicator, unit, values }) => ({
    indicator: indicator.name,
    unit,
    measure: indicator.unit || null,
    ...Object.fromEntries(values.map((value, at) => [`m${at + 1}`, value])),
  })),
})
