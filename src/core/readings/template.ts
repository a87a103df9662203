// The sheet to fill in with a year's figures: one line for each indicator and unit that has a target or a figure, one column for each month. Pure.
import { WHOLE } from '../indicator.ts'
import type { KnownIndicator, ReadingsWorld } from './world.ts'

export interface Series {
  indicatorId: string
  unitId: string
}

export interface TemplateLine {
  indicator: KnownIndicator
  unit: string
  /** By month − 1. */
  values: (number | null)[]
}

export const TEMPLATE_HEADS = { indicator: '指标', unit: '单位', measure: '计量单位' } as const
/** 1月 … 12月: what is counted over the year is written as all of the year so far. */
export const monthHead = (month: number): string => `${month}月`

/** In the order of the indicators, the whole first; nothing that this person may not write. */
export function templateLines(world: ReadingsWorld, series: readonly Series[], year: number): TemplateLine[] {
  const rank = new Map([WHOLE, ...world.units.map(u => u.id)].map((id, at) => [id, at]))
  const value = new Map(world.readings.filter(r => r.year === year).map(r => [`${r.indicatorId}/${r.unitId}/${r.month}`, r.value]))
  return world.indicators.flatMap(indicator => {
    if (world.mine && !world.mine.has(indicator.id)) return []
    const own = series.filter(s => s.indicatorId === indicator.id && rank.has(s.unitId)).map(s => s.unitId)
    const units = own.length > 0 ? [...new Set(own)].sort((a, b) => rank.get(a)! - rank.get(b)!) : [WHOLE]
    return units.map(unitId => ({
      indicator,
      unit: unitId === WHOLE ? '全县' : world.units.find(u => u.id === unitId)!.name,
      values: Array.from({ length: 12 }, (_, at) => value.get(`${indicator.id}/${unitId}/${at + 1}`) ?? null),
    }))
  })
}
