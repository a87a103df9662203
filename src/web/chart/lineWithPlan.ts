// A year of one indicator: its line, the plan dashed beside it, last year thin, and the month of the data marked.
import { type ChartOption, type Drawing, legend, orNone, type Palette, type Say, still, xAxis, yAxis } from './drawing.ts'

export interface YearLines {
  /** Names of the twelve months. */
  months: string[]
  values: (number | null)[]
  plan: (number | null)[]
  lastYear: (number | null)[]
  /** Of the data, 1–12; null before the first figure. */
  month: number | null
  unit: string
  /** 实绩（亿元） */
  withUnit: (name: string) => string
  /** Words: 实绩 序时计划 去年同期 月份, and what stands at the marked month. */
  names: { month: string; value: string; plan: string; lastYear: string; marked: string }
  say: Say
  /** Shares and rates lie close together: their axis need not begin at zero. */
  fromZero: boolean
  /** Told by quarter or year: the months between are no gaps. */
  joined: boolean
}

const any = (line: (number | null)[]): boolean => line.some(v => v !== null)

export function lineWithPlan(data: YearLines, palette: Palette): Drawing {
  const { names, say } = data
  const lines = [
    { name: names.value, data: data.values },
    { name: names.plan, data: data.plan },
    { name: names.lastYear, data: data.lastYear },
  ].filter((line, i) => i === 0 || any(line.data))
  const series: ChartOption['series'] = lines.map(line => ({
    type: 'line' as const,
    ...line,
    silent: true,
    emphasis: { disabled: true },
    connectNulls: data.joined,
    ...(line.name === names.value ? own(data, palette) : line.name === names.plan ? plan(palette) : before(palette)),
  }))
  return {
    option: {
      ...still(palette),
      legend: legend(
        palette,
        lines.map(l => l.name),
      ),
      grid: { left: 4, right: 16, top: 56, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
      xAxis: { ...xAxis(palette, data.months), boundaryGap: false },
      yAxis: { ...yAxis(palette, say, data.unit), scale: !data.fromZero },
      series,
    },
    height: 280,
    table: {
      head: [names.month, ...lines.map(l => data.withUnit(l.name))],
      rows: data.months.map((month, i) => [month, ...lines.map(l => orNone(l.data[i], say))]),
    },
  }
}

const own = (data: YearLines, palette: Palette) => ({
  lineStyle: { color: palette.blue, width: 2.5 },
  itemStyle: { color: palette.blue },
  symbol: 'circle',
  symbolSize: 6,
  z: 3,
  ...(data.month === null
    ? {}
    : {
        markLine: {
          silent: true,
          symbol: 'none',
          lineStyle: { color: palette.ink2, type: 'dotted' as const, width: 1 },
          label: { formatter: data.names.marked, color: palette.ink, position: 'end' as const, distance: 4 },
          data: [{ xAxis: data.month - 1 }],
        },
      }),
})

const plan = (palette: Palette) => ({
  lineStyle: { color: palette.ink2, width: 1.5, type: 'dashed' as const },
  itemStyle: { color: palette.ink2 },
  symbol: 'none',
  connectNulls: true,
  z: 2,
})

const before = (palette: Palette) => ({
  lineStyle: { color: palette.ink2, width: 1, opacity: 0.7 },
  itemStyle: { color: palette.ink2 },
  symbol: 'emptyCircle',
  symbolSize: 4,
  z: 1,
})
