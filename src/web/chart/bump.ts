// Ranks over time: one line for each place, first on top; one's own stands out, a missing rank is a gap and never a last place.
import { type Drawing, NONE, type Palette, still, xAxis, yAxis } from './drawing.ts'

interface RankLine {
  name: string
  own: boolean
  /** 1 is first; null: not ranked then. */
  ranks: (number | null)[]
}

export interface Ranks {
  periods: string[]
  lines: RankLine[]
  /** How many were ranked in each period, in words. */
  of: string[]
  /** The last rank that still counts as first tier in each period. */
  tier: number[]
  names: { place: string; tier: string }
  /** 第 3 位 */
  say: (rank: number) => string
}

const ROW = 26

export function bump({ periods, of, lines, tier, names, say }: Ranks, palette: Palette): Drawing {
  const last = Math.max(1, ...lines.flatMap(l => l.ranks.filter(r => r !== null)))
  return {
    option: {
      ...still(palette),
      grid: { left: 4, right: 120, top: 16, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
      xAxis: { ...xAxis(palette, periods), boundaryGap: false },
      yAxis: {
        ...yAxis(palette, say),
        inverse: true,
        min: 1,
        max: last,
        interval: Math.max(1, Math.ceil(last / 12)),
        splitLine: { show: false },
      },
      series: [
        ...lines.map(line => ({
          type: 'line' as const,
          name: line.name,
          silent: true,
          data: line.ranks,
          symbol: 'circle',
          symbolSize: line.own ? 9 : 6,
          lineStyle: { color: line.own ? palette.blue : palette.ink2, width: line.own ? 3 : 1, opacity: line.own ? 1 : 0.6 },
          itemStyle: { color: line.own ? palette.blue : palette.ink2 },
          emphasis: { disabled: true },
          z: line.own ? 3 : 2,
          endLabel: {
            show: true,
            formatter: line.name,
            color: line.own ? palette.blue : palette.ink2,
            fontWeight: line.own ? 600 : 400,
            width: 108,
            overflow: 'truncate' as const,
          },
          labelLayout: { moveOverlap: 'shiftY' as const },
        })),
        // A step, since the first third of eight ends elsewhere than that of three.
        {
          type: 'line' as const,
          name: names.tier,
          silent: true,
          step: 'middle' as const,
          data: tier.map(rank => rank + 0.5),
          symbol: 'none',
          lineStyle: { color: palette.ink2, type: 'dashed' as const, width: 1 },
          endLabel: { show: true, formatter: names.tier, color: palette.ink2, width: 108, overflow: 'truncate' as const },
          labelLayout: { moveOverlap: 'shiftY' as const },
        },
      ],
    },
    height: Math.max(180, last * ROW + 56),
    table: {
      head: [names.place, ...periods.map((period, i) => `${period} (${of[i]})`)],
      rows: lines.map(l => [l.name, ...periods.map((_, i) => (l.ranks[i] ? say(l.ranks[i]) : NONE))]),
    },
  }
}
