// Rules of single kinds beyond what their data says: each takes the facts as they would stand and gives them as they do, or says why not. Pure.
import type { Fields, LedgerKind } from './kind.ts'
import type { Refusal } from './refusal.ts'
import { riskRule } from './riskrule.ts'
import type { Rules } from './rules.ts'
import type { Day } from './types.ts'

export interface RuleContext {
  /** null: it is new. */
  from: string | null
  stage: string
  today: Day
  book: Pick<Rules, 'risk'>
}

/** `was`: the facts before; `next`: with what was said; `said`: that alone. */
export type KindRule = (was: Fields, next: Fields, said: Fields, context: RuleContext) => Fields | Refusal

export const KIND_RULE: Partial<Record<LedgerKind, KindRule>> = { risk: riskRule }
