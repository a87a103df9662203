// A target while it is being typed: amounts are text, an empty one is none; and an even plan by months to begin with.
import type { z } from 'zod'
import type { TargetBody, TargetView } from '../../core/contract/indicator.ts'
import type { Indicator, TargetKind } from '../../core/indicator.ts'

export interface TargetDraft {
  value: string
  base: string
  phased: boolean
  phasing: string[]
  dueOn: string
  why: string
}

const NO_PLAN = Array<string>(12).fill('')

export const targetDraftOf = (held: TargetView | null, phased: boolean): TargetDraft => ({
  value: held ? String(held.value) : '',
  base: held?.base == null ? '' : String(held.base),
  phased: phased || Boolean(held?.phasing),
  phasing: held?.phasing?.map(v => (v === null ? '' : String(v))) ?? NO_PLAN,
  dueOn: held?.dueOn ?? '',
  why: '',
})

/** Fifteen digits are exact; what has more before the point is a slip of the unit. */
const MOST = 1e15

/** As people type it: 1,234.5, １２, −3, (3) of a balance sheet; with its `unit` also 12.3% and 12.3亿元. null: empty; undefined: no number. */
export function numberOf(text: string, unit = ''): number | null | undefined {
  const plain = text
    .normalize('NFKC')
    .replace(/[,\s]/g, '')
    .replace(/^[−–—]/, '-')
    .replace(/^\((\d*\.?\d+)\)$/, '-$1')
  const measure = unit.normalize('NFKC').replace(/\s/g, '')
  const bare = measure && plain.endsWith(measure) ? plain.slice(0, -measure.length) : plain
  if (plain === '') return null
  if (!/^-?\d*\.?\d+$|^-?\d+\.$/.test(bare)) return undefined
  return Math.abs(Number(bare)) < MOST ? Number(bare) : undefined
}

type TargetSent = z.input<typeof TargetBody>

/** What is wrong with it, as a key of words, or what is sent. */
export function targetOf(
  draft: TargetDraft,
  { kind, unit }: Pick<Indicator, 'kind' | 'unit'>,
  to: { unitId: string; year: number; kind: TargetKind; seen: number },
): TargetSent | 'value' | 'base' | 'phasing' | 'dueOn' | 'why' {
  const typed = (text: string) => numberOf(text, kind === 'growth' && to.kind === 'target' ? '%' : unit)
  const value = kind === 'milestone' ? 1 : typed(draft.value)
  if (value === null || value === undefined) return 'value'
  const plan = draft.phased && to.kind === 'target' ? draft.phasing.map(typed) : null
  const base = typed(draft.base)
  if (base === undefined) return 'base'
  if (plan && (plan.some(v => v === undefined) || plan.every(v => v === null))) return 'phasing'
  if (to.kind === 'commitment' && !draft.dueOn) return 'dueOn'
  if (to.seen > 0 && !draft.why.trim()) return 'why'
  return {
    ...to,
    value,
    base,
    phasing: plan as (number | null)[] | null,
    dueOn: draft.dueOn || null,
    why: draft.why.trim() || null,
  }
}

/** What looks wrong in a plan by months and may still be meant: it does not end at the target, or falls on its way. */
export function planOddity(draft: TargetDraft): { odd: 'end'; last: number } | { odd: 'falls'; month: number } | null {
  const plan = draft.phasing.map(text => numberOf(text) ?? null)
  const value = numberOf(draft.value)
  let before: number | null = null
  for (const [at, planned] of plan.entries()) {
    if (planned === null) continue
    if (before !== null && planned < before) return { odd: 'falls', month: at + 1 }
    before = planned
  }
  const last = plan[11]
  return value != null && last != null && last !== value ? { odd: 'end', last } : null
}

/** Twelve equal steps to the target, cumulative, rounded to the indicator's digits. */
export function evenPlan(value: string, decimals: number): string[] {
  const total = numberOf(value)
  if (total == null) return NO_PLAN
  return Array.from({ length: 12 }, (_, i) => String(Number(((total * (i + 1)) / 12).toFixed(decimals))))
}
