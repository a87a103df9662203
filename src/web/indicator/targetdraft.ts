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

/** As people type it: 1,234.5, １２, −3. null: empty; undefined: no number. */
export function numberOf(text: string): number | null | undefined {
  const plain = text
    .normalize('NFKC')
    .replace(/[,\s]/g, '')
    .replace(/^[−–—]/, '-')
  if (plain === '') return null
  return /^-?\d*\.?\d+$|^-?\d+\.$/.test(plain) ? Number(plain) : undefined
}

type TargetSent = z.input<typeof TargetBody>

/** What is wrong with it, as a key of words, or what is sent. */
export function targetOf(
  draft: TargetDraft,
  { kind }: Pick<Indicator, 'kind'>,
  to: { unitId: string; year: number; kind: TargetKind; seen: number },
): TargetSent | 'value' | 'phasing' | 'dueOn' | 'why' {
  const value = kind === 'milestone' ? 1 : numberOf(draft.value)
  if (value === null || value === undefined) return 'value'
  const plan = draft.phased && to.kind === 'target' ? draft.phasing.map(numberOf) : null
  if (plan && (plan.some(v => v === undefined) || plan.every(v => v === null))) return 'phasing'
  if (to.kind === 'commitment' && !draft.dueOn) return 'dueOn'
  if (to.seen > 0 && !draft.why.trim()) return 'why'
  return {
    ...to,
    value,
    base: numberOf(draft.base) ?? null,
    phasing: plan as (number | null)[] | null,
    dueOn: draft.dueOn || null,
    why: draft.why.trim() || null,
  }
}

/** Twelve equal steps to the target, cumulative, rounded to the indicator's digits. */
export function evenPlan(value: string, decimals: number): string[] {
  const total = numberOf(value)
  if (total == null) return NO_PLAN
  return Array.from({ length: 12 }, (_, i) => String(Number(((total * (i + 1)) / 12).toFixed(decimals))))
}
