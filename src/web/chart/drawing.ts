// What a chart is made of before anything is drawn: an option of the library, its height and the same data as a table. Types and shared settings, no drawing.
import type { BarSeriesOption, LineSeriesOption, MapSeriesOption, ScatterSeriesOption } from 'echarts/charts'
import type {
  AriaComponentOption,
  GridComponentOption,
  LegendComponentOption,
  MarkLineComponentOption,
  TitleComponentOption,
} from 'echarts/components'
import type { ComposeOption } from 'echarts/core'
import type { Boundary } from '../../core/boundary.ts'

export type ChartOption = ComposeOption<
  | LineSeriesOption
  | BarSeriesOption
  | ScatterSeriesOption
  | MapSeriesOption
  | AriaComponentOption
  | GridComponentOption
  | LegendComponentOption
  | MarkLineComponentOption
  | TitleComponentOption
>

/** Colours by what they mean, as the page has them where the chart stands: white paper, or the dark of the wall. */
export interface Palette {
  ink: string
  ink2: string
  line: string
  paper: string
  blue: string
  red: string
  green: string
  font: string
}

export interface Drawing {
  option: ChartOption
  /** In CSS pixels; the width is the page's. */
  height: number
  table: Table
  /** What a map of them is drawn from, by the name under which its series asks for it. */
  shapes?: Shapes
}

export interface Shapes {
  name: string
  shape: Boundary
}

/** The same figures in words: the first cell of a row is its head. */
export interface Table {
  head: string[]
  rows: string[][]
}

/** A figure as the page writes it. */
export type Say = (value: number) => string

/** A dash where nothing came: never a zero. */
export const NONE = '—'
export const orNone = (value: number | null | undefined, say: Say): string => (value === null || value === undefined ? NONE : say(value))

/** Nothing moves by itself, and pointing at a chart changes nothing: its figures are in the table. */
export const still = (palette: Palette): Pick<ChartOption, 'animation' | 'textStyle' | 'backgroundColor'> => ({
  animation: false,
  backgroundColor: 'transparent',
  textStyle: { fontFamily: palette.font, fontSize: 12, color: palette.ink2 },
})

export const legend = (palette: Palette, names: string[]): ChartOption['legend'] => ({
  data: names,
  top: 0,
  left: 0,
  // A line that can be switched off by a click would print without it.
  selectedMode: false,
  itemWidth: 28,
  itemHeight: 8,
  textStyle: { color: palette.ink, fontFamily: palette.font },
})

export const xAxis = (palette: Palette, data: string[]) => ({
  type: 'category' as const,
  data,
  axisTick: { show: false },
  axisLine: { lineStyle: { color: palette.line } },
  axisLabel: { color: palette.ink2, hideOverlap: true },
})

/** An axis counts in round steps: 12.00 is 12 there. */
const short = (said: string): string => (said.includes('.') ? said.replace(/\.?0+$/, '') : said)

export const yAxis = (palette: Palette, say: Say, name = '') => ({
  type: 'value' as const,
  name,
  nameTextStyle: { color: palette.ink2, align: 'left' as const },
  nameLocation: 'end' as const,
  splitLine: { lineStyle: { color: palette.line } },
  axisLabel: { color: palette.ink2, formatter: (value: number) => short(say(value)) },
})
