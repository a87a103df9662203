// Says on which day a festival falls (五一, 清明, 中秋); reads no text.

import { FIRST, MOVING } from './words/festivals.ts'

const FIXED: Record<string, [number, number]> = {
  元旦: [1, 1],
  五一: [5, 1],
  七一: [7, 1],
  八一: [8, 1],
  国庆: [10, 1],
  十一: [10, 1],
  六一: [6, 1],
  三八: [3, 8],
  教师: [9, 10],
  植树: [3, 12],
}

/** Month and day of a festival in a year; null beyond the table. */
export function festivalDay(name: string, year: number): [number, number] | null {
  if (FIXED[name]) return FIXED[name]
  // the solar term falls on 4 or 5 April; the formula holds from 2000 to 2099
  if (name === '清明') return [4, Math.floor((year % 100) * 0.2422 + 4.81) - Math.floor((year % 100) / 4)]
  const index = (year - FIRST) * 5
  const digits = index >= 0 ? MOVING[name]?.slice(index, index + 4) : undefined
  return digits?.length === 4 ? [Number(digits.slice(0, 2)), Number(digits.slice(2))] : null
}
