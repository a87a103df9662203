// A project counts once, at its first signing; an upgrade changes no money, a top-up adds money and no project (domain §5, 三明). Pure; which kinds count so is data.

import { exact, plus } from './exact.ts'
import { type Fields, isBlank, KIND, type LedgerKind, rowOf, textOf } from './kind.ts'
import { decimalText, type Money } from './money.ts'
import { type Refusal, refuse } from './refusal.ts'
import type { Day } from './types.ts'

interface Stood {
  kind: LedgerKind
  stage: string
  fields: Fields
}

/** Whether an item there has come to where it counts. */
const reached = (kind: LedgerKind, stage: string): boolean => {
  const { counts } = KIND[kind]
  const row = rowOf(kind)
  return counts !== undefined && row.includes(stage) && row.indexOf(stage) >= row.indexOf(counts.stage)
}

/** The day on which it first counted stays, whatever is done later; only its own correction moves it. */
export function keepCount(before: Stood, after: Stood, on: Day): Fields {
  const { counts } = KIND[after.kind]
  if (!counts) return after.fields
  const { day, kept } = counts
  const [first, said] = [before.fields[kept], after.fields[day]]
  if (isBlank(first)) return reached(after.kind, after.stage) ? { ...after.fields, [kept]: said ?? on } : after.fields
  const corrected = before.stage === after.stage && first === before.fields[day] && !isBlank(said)
  return { ...after.fields, [kept]: corrected ? said! : first! }
}

/** Why the money of what counts already may not be changed so, or null. */
export function moneyFault(before: Stood, after: Stood, words: string | null): Refusal | null {
  const { counts, sum } = KIND[before.kind]
  if (!counts || !sum || isBlank(before.fields[counts.kept]) || textOf(before.fields[sum]) === textOf(after.fields[sum])) return null
  if (before.fields[counts.status] !== after.fields[counts.status]) return refuse('upgrade-keeps-sum')
  return words?.trim() ? null : refuse('reason-needed')
}

/** 追加投资: the sum after so much was added to it, in its own currency. */
export function toppedUp(at: Stood, added: Money): Money | Refusal {
  const { counts, sum } = KIND[at.kind]
  if (!counts || !sum || isBlank(at.fields[counts.kept])) return refuse('not-counted')
  const held = at.fields[sum] as Money | undefined
  if (held && held.currency !== added.currency) return refuse('other-currency', { currency: held.currency })
  return { currency: added.currency, amount: decimalText(plus(exact(held?.amount ?? '0'), exact(added.amount))) }
}
