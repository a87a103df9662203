// A campaign's burn-up: what is in it, what of it is done, and the straight way from its first day to its last.
import { type Drawing, legend, orNone, type Palette, type Say, still, xAxis, yAxis } from './drawing.ts'

export interface BurnUp {
  /** Names of the days or weeks, from the first to the last of the campaign. */
  days: string[]
  /** How many there were to do, by then; null after today. */
  scope: (number | null)[]
  done: (number | null)[]
  /** Done on the day itself. */
  change: (number | null)[]
  /** What time alone asks for by then. */
  plan: number[]
  names: { day: string; change: string; scope: string; done: string; plan: string }
  say: Say
  /** Of the letters, in CSS pixels. */
  size?: number
  height?: number
}

export function burnUp({ days, scope, done, change, plan, names, say, size = 12, height = 320 }: BurnUp, palette: Palette): Drawing {
  const [x, y, keys] = [xAxis(palette, days), yAxis(palette, say), legend(palette, [names.done, names.plan, names.scope])]
  const line = (name: string, data: (number | null)[], color: string, width: number, type: 'solid' | 'dashed' | 'dotted') => ({
    type: 'line' as const,
    name,
    data,
    silent: true,
    symbol: 'none',
    lineStyle: { color, width, type },
    itemStyle: { color },
    emphasis: { disabled: true },
  })
  return {
    option: {
      ...still(palette),
      legend: { ...keys, textStyle: { color: palette.ink, fontFamily: palette.font, fontSize: size } },
      grid: { left: 4, right: 16, top: size * 3.3, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
      xAxis: { ...x, boundaryGap: false, axisLabel: { ...x.axisLabel, fontSize: size } },
      yAxis: { ...y, minInterval: 1, axisLabel: { ...y.axisLabel, fontSize: size } },
      series: [
        { ...line(names.done, done, palette.blue, size / 4, 'solid'), areaStyle: { color: palette.blue, opacity: 0.12 }, z: 3 },
        line(names.plan, plan, palette.ink2, size / 8, 'dashed'),
        { ...line(names.scope, scope, palette.ink, size / 8, 'solid'), step: 'end' },
      ],
    },
    height,
    table: {
      head: [names.day, names.change, names.done, names.plan, names.scope],
      rows: days.map((day, i) => [day, orNone(change[i], say), orNone(done[i], say), say(plan[i]!), orNone(scope[i], say)]),
    },
  }
}
