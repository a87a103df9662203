// The same indicator of many units side by side, each a small line on one common scale, its plan dashed; the one looked at stands first.
import { type Drawing, orNone, type Palette, type Say, still } from './drawing.ts'

export interface Panel {
  name: string
  values: (number | null)[]
  plan: (number | null)[]
  /** Far behind: drawn in the colour of alarms, and said in words beneath its name. */
  alarm: boolean
  /** 欠序时 3.2 个百分点 */
  verdict: string
}

export interface Panels {
  panels: Panel[]
  months: string[]
  /** How many side by side. */
  columns: number
  names: { unit: string; verdict: string }
  say: Say
}

const ROW = 116
/** Head of a panel above its lines. */
const HEAD = 36
const GAP = 24

export function smallMultiples({ panels, months, columns, names, say }: Panels, palette: Palette): Drawing {
  const rows = Math.ceil(panels.length / columns)
  const all = panels.flatMap(p => [...p.values, ...p.plan]).filter(v => v !== null)
  const [low, high] = [Math.min(0, ...all), Math.max(0, ...all)]
  const width = 100 / columns
  const left = (i: number) => `${(i % columns) * width}%`
  const top = (i: number) => Math.floor(i / columns) * ROW
  return {
    option: {
      ...still(palette),
      title: panels.map((p, i) => ({
        text: p.name,
        subtext: p.verdict,
        left: left(i),
        top: top(i),
        padding: 0,
        itemGap: 2,
        textStyle: { fontSize: 12, fontWeight: 600, color: palette.ink, width: 130, overflow: 'truncate' },
        subtextStyle: { fontSize: 11, color: p.alarm ? palette.red : palette.ink2 },
      })),
      grid: panels.map((_, i) => ({
        left: left(i),
        top: top(i) + HEAD,
        width: `${width - 4}%`,
        height: ROW - HEAD - GAP,
        outerBoundsMode: 'none',
      })),
      xAxis: panels.map((_, i) => ({
        type: 'category',
        gridIndex: i,
        data: months,
        boundaryGap: false,
        axisTick: { show: false },
        axisLabel: { show: false },
        axisLine: { onZero: true, lineStyle: { color: palette.line } },
      })),
      yAxis: panels.map((_, i) => ({ type: 'value', gridIndex: i, min: low, max: high, show: false })),
      series: panels.flatMap((p, i) => [
        {
          type: 'line' as const,
          xAxisIndex: i,
          yAxisIndex: i,
          silent: true,
          data: p.plan,
          symbol: 'none',
          connectNulls: true,
          lineStyle: { color: palette.ink2, width: 1, type: 'dashed' as const },
          emphasis: { disabled: true },
        },
        {
          type: 'line' as const,
          xAxisIndex: i,
          yAxisIndex: i,
          silent: true,
          data: p.values,
          symbol: 'circle',
          symbolSize: 3,
          itemStyle: { color: p.alarm ? palette.red : palette.blue },
          lineStyle: { color: p.alarm ? palette.red : palette.blue, width: 2 },
          emphasis: { disabled: true },
        },
      ]),
    },
    height: rows * ROW,
    table: {
      head: [names.unit, ...months, names.verdict],
      rows: panels.map(p => [p.name, ...months.map((_, i) => orNone(p.values[i], say)), p.verdict]),
    },
  }
}
