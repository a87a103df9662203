// How many came how far: a bar for each stage, from the first to the last.
import { type Drawing, type Palette, type Say, still, xAxis, yAxis } from './drawing.ts'

interface FunnelOf {
  rows: { name: string; items: number; share: string }[]
  names: { stage: string; items: string; share: string }
  say: Say
}

const ROW = 34

export function funnel({ rows, names, say }: FunnelOf, palette: Palette): Drawing {
  const stages = rows.map(row => row.name)
  return {
    option: {
      ...still(palette),
      grid: { left: 4, right: 48, top: 8, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
      xAxis: { ...yAxis(palette, say), minInterval: 1 },
      yAxis: { ...xAxis(palette, stages), inverse: true, axisLabel: { color: palette.ink, hideOverlap: false } },
      series: [
        {
          type: 'bar',
          name: names.items,
          silent: true,
          barWidth: 16,
          itemStyle: { color: palette.blue },
          label: { show: true, position: 'right', color: palette.ink, fontFamily: palette.font },
          data: rows.map(row => row.items),
        },
      ],
    },
    height: 48 + ROW * rows.length,
    table: { head: [names.stage, names.items, names.share], rows: rows.map(row => [row.name, say(row.items), row.share]) },
  }
}
