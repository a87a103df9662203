// The part of the chart library that draws shapes on a map, fetched only when a drawing has some.
import { MapChart } from 'echarts/charts'
import { registerMap, use } from 'echarts/core'
import type { Shapes } from './drawing.ts'

use([MapChart])

export function know({ name, shape }: Shapes): void {
  registerMap(name, shape as unknown as Parameters<typeof registerMap>[1])
}
