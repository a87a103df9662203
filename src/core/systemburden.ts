// What the program itself asks of units: figures of indicators to type and reports back on items, at stated minutes each. Pure.
import type { Month } from './burden.ts'
import type { Frequency } from './indicator.ts'

/** One figure looked up and typed; one report back written (product choice, said beside every sum). */
export const READING_MINUTES = 3
export const REPORT_MINUTES = 15

const EVERY: Record<Frequency, number> = { month: 1, quarter: 3, half: 6, year: 12 }

/** Series that a unit is the source of, by how often a figure comes. */
export interface Typed {
  unitId: string
  frequency: Frequency
  series: number
}

/** Figures that the unit types in a month: those of the month before. December's, of all frequencies, come in January. */
export function readingsIn(typed: readonly Typed[], unitId: string, month: Month): number {
  const data = Number(month.slice(5)) === 1 ? 12 : Number(month.slice(5)) - 1
  return typed.filter(t => t.unitId === unitId && data % EVERY[t.frequency] === 0).reduce((n, t) => n + t.series, 0)
}

export const systemMinutes = (readings: number, reports: number): number => readings * READING_MINUTES + reports * REPORT_MINUTES
