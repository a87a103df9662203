// Jurisdictions as a tree: what level a code of GB/T 2260 stands for, and which code may stand below which. Pure.
import { type Refusal, refuse } from './refusal.ts'
import type { Level } from './types.ts'

/** A link that nobody used for so long is worth nothing (product choice). */
export const INVITATION_DAYS = 14

/** 140000 province, 140100 city, 140121 county (GB/T 2260); 140121100 township (GB/T 10114). */
export function levelOf(code: string): Level {
  if (code.length === 9) return 'township'
  if (code.endsWith('0000')) return 'province'
  return code.endsWith('00') ? 'city' : 'county'
}

/** The digits that every code below this one begins with: 140000 → 14, 140100 → 1401, 140121 → itself. */
const stem = (code: string): string => code.replace(/(?:00)+$/, '')

/** Levels may be skipped: 省直管县 stand below their province, the towns of 不设区的市 below their city. */
export function belowFault(upper: string, code: string): Refusal | null {
  const below = upper.length === 6 && code !== upper && code.startsWith(stem(upper))
  return below ? null : refuse('not-below', { code, upper })
}
