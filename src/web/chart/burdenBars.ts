// Twelve months of what a unit is asked: hours of requests and, apart, of the program itself as bars one on the other, the budget as a line.
import { type Drawing, legend, type Palette, type Say, still, xAxis, yAxis } from './drawing.ts'

interface BurdenMonths {
  months: string[]
  /** Hours by month. */
  asked: number[]
  system: number[]
  saved: number[]
  budget: number
  names: { month: string; asked: string; system: string; saved: string; budget: string }
  say: Say
}

export function burdenBars({ months, asked, system, saved, budget, names, say }: BurdenMonths, palette: Palette): Drawing {
  const bar = (name: string, data: number[], color: string) => ({
    type: 'bar' as const,
    name,
    data,
    stack: 'all',
    silent: true,
    barMaxWidth: 28,
    itemStyle: { color },
  })
  return {
    option: {
      ...still(palette),
      legend: legend(palette, [names.asked, names.system, names.budget]),
      grid: { left: 4, right: 16, top: 40, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
      xAxis: xAxis(palette, months),
      yAxis: yAxis(palette, say),
      series: [
        bar(names.asked, asked, palette.blue),
        bar(names.system, system, palette.line),
        {
          type: 'line',
          name: names.budget,
          data: months.map(() => budget),
          silent: true,
          symbol: 'none',
          lineStyle: { color: palette.ink2, width: 1.5, type: 'dashed' },
          itemStyle: { color: palette.ink2 },
        },
      ],
    },
    height: 260,
    table: {
      head: [names.month, names.asked, names.system, names.saved],
      rows: months.map((month, i) => [month, say(asked[i]!), say(system[i]!), say(saved[i]!)]),
    },
  }
}
