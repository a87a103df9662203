// A campaign's burn-up: what is in it, what of it is done, and the straight way from its first day to its last.
import { type Drawing, legend, orNone, type Palette, type Say, still, xAxis, yAxis } from './drawing.ts'

export interface BurnUp {
  /** Names of the days or weeks, from the first to the last of the campaign. */
  days: string[]
  /** How many there were to do, by then; null after today. */
  scope: (number | null)[]
  done: (number | null)[]
  names: { day: string; scope: string; done: string; plan: string }
  say: Say
}

export function burnUp({ days, scope, done, names, say }: BurnUp, palette: Palette): Drawing {
  const all = scope.findLast(v => v !== null) ?? 0
  const plan = days.map((_, i) => (days.length > 1 ? (all * i) / (days.length - 1) : all))
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
      legend: legend(palette, [names.done, names.plan, names.scope]),
      grid: { left: 4, right: 16, top: 40, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
      xAxis: { ...xAxis(palette, days), boundaryGap: false },
      yAxis: yAxis(palette, say),
      series: [
        { ...line(names.done, done, palette.blue, 3, 'solid'), areaStyle: { color: palette.blue, opacity: 0.12 }, z: 3 },
        line(names.plan, plan, palette.ink2, 1.5, 'dashed'),
        { ...line(names.scope, scope, palette.ink, 1.5, 'solid'), step: 'end' },
      ],
    },
    height: 320,
    table: {
      head: [names.day, names.done, names.plan, names.scope],
      rows: days.map((day, i) => [day, orNone(done[i], say), say(Math.round(plan[i]! * 10) / 10), orNone(scope[i], say)]),
    },
  }
}
