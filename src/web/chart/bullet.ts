// Bullets: what was done as a bar, the year's target as a firm tick, the plan by now as a light one.
import { type Drawing, legend, orNone, type Palette, type Say, still, xAxis, yAxis } from './drawing.ts'

export interface Bullet {
  name: string
  value: number | null
  target: number | null
  /** What was to be reached by the month of the data. */
  plan: number | null
  /** Far behind: drawn in the colour of alarms, and said in words in the table. */
  alarm: boolean
  /** 欠序时 3.2 个百分点 */
  verdict: string
}

export interface Bullets {
  rows: Bullet[]
  /** 实绩（亿元） */
  withUnit: (name: string) => string
  names: { who: string; value: string; plan: string; target: string; verdict: string }
  say: Say
}

const ROW = 52
/** As it stands in the drawing: beside a bar in shades of grey three blocks would look the same on paper. */
const TICK = 'path://M0,0h3v12h-3z'

export function bullet({ rows, withUnit, names, say }: Bullets, palette: Palette): Drawing {
  // Its figure stands at the tick, the plan's beneath and the target's above, so that neither lies on the other.
  const tick = (name: string, height: number, color: string, position: 'top' | 'bottom', pick: (row: Bullet) => number | null) => ({
    type: 'scatter' as const,
    name,
    silent: true,
    symbol: 'rect',
    symbolSize: [3, height],
    itemStyle: { color, opacity: 1 },
    label: { show: true, position, distance: 2, color, formatter: ({ value }: { value: unknown }) => say((value as [number, number])[0]) },
    z: 4,
    data: rows.flatMap((row, i) => {
      const at = pick(row)
      return at === null ? [] : [[at, i]]
    }),
  })
  const planned = rows.some(r => r.plan !== null && r.plan !== r.target)
  return {
    option: {
      ...still(palette),
      legend: {
        ...legend(palette, []),
        data: [names.value, ...(planned ? [{ name: names.plan, icon: TICK }] : []), { name: names.target, icon: TICK }],
      },
      grid: { left: 4, right: 32, top: 40, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
      xAxis: { ...yAxis(palette, say), name: '' },
      yAxis: {
        ...xAxis(
          palette,
          rows.map(r => r.name),
        ),
        inverse: true,
        axisLabel: { color: palette.ink, hideOverlap: false },
      },
      series: [
        {
          type: 'bar',
          name: names.value,
          silent: true,
          barWidth: 14,
          itemStyle: { color: palette.blue },
          data: rows.map(r => ({ value: r.value ?? undefined, itemStyle: { color: r.alarm ? palette.red : palette.blue } })),
        },
        ...(planned ? [tick(names.plan, 20, palette.ink2, 'bottom', r => r.plan)] : []),
        tick(names.target, 30, palette.ink, 'top', r => r.target),
      ],
    },
    height: rows.length * ROW + 72,
    table: {
      head: [names.who, withUnit(names.value), names.plan, names.target, names.verdict],
      rows: rows.map(r => [r.name, orNone(r.value, say), orNone(r.plan, say), orNone(r.target, say), r.verdict]),
    },
  }
}
