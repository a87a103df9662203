// The chart library by the parts that the pages use, drawing sharp lines for screen and paper. Fetched only by pages with charts.
import { BarChart, LineChart, ScatterChart } from 'echarts/charts'
import { AriaComponent, GridComponent, LegendComponent, MarkLineComponent, TitleComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { LabelLayout } from 'echarts/features'
import { SVGRenderer } from 'echarts/renderers'
import type { ChartOption } from './drawing.ts'

use([
  LineChart,
  BarChart,
  ScatterChart,
  GridComponent,
  TitleComponent,
  LegendComponent,
  MarkLineComponent,
  AriaComponent,
  LabelLayout,
  SVGRenderer,
])

/** Draws into the box, says the sentence to screen readers, follows the box's width, and ends with the call it gives back. */
export function draw(box: HTMLElement, option: ChartOption, sentence: string): () => void {
  const chart = init(box, null, { renderer: 'svg' })
  // Paper is narrower than the screen: with a view box the drawing shrinks as a whole.
  const scalable = () => {
    const svg = box.querySelector('svg')!
    // The box says the sentence; the figures are in the table.
    svg.setAttribute('aria-hidden', 'true')
    svg.setAttribute('viewBox', `0 0 ${Math.round(chart.getWidth())} ${Math.round(chart.getHeight())}`)
    for (const element of [svg, svg.parentElement!]) Object.assign(element.style, { position: 'static', width: '100%', height: 'auto' })
  }
  chart.setOption({ ...option, aria: { enabled: true, label: { description: sentence } } })
  scalable()
  const follow = new ResizeObserver(() => {
    chart.resize()
    scalable()
  })
  follow.observe(box)
  return () => {
    follow.disconnect()
    chart.dispose()
  }
}
