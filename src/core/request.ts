// What a request must be before it is checked, approved, out or merged, and who may change what it costs. Pure; the kind's own stages are data.
import { may } from './access.ts'
import { type Asking, askingOf, type Month, overBudget } from './burden.ts'
import type { Fields } from './kind.ts'
import type { CARRIERS, LENGTHS } from './kinds/request.ts'
import { MOST_CHARACTERS, mayNotReceive, SEND_RULE, tooLong } from './maysend.ts'
import { type Refusal, refuse } from './refusal.ts'
import { formFault, formOf } from './requestform.ts'
import type { Actor, Item, UnitKind } from './types.ts'

/** Where it is being made ready to be asked, and asked. */
const HELD_TO = ['checked', 'approved', 'out']
/** Nobody but the office changes these once it was checked: the cost was judged by them. */
const COST = ['frequency', 'minutes', 'from', 'until', 'carrier', 'lengthAs', 'characters'] as const

export interface NamedUnit {
  id: string
  name: string
  kind: UnitKind
}

/** What is known around the request. */
export interface RequestGround {
  sender: NamedUnit | null
  units: readonly NamedUnit[]
  /** Minutes that others ask of a unit in a month. */
  asked: (unitId: string, month: Month) => number
  budget: (unitId: string, month: Month) => number
  /** Names of the leaders of the jurisdiction. */
  leaders: readonly string[]
  /** The request that it is to be merged into; null: there is none of that id. */
  survivor: { id: string; kind: string; stage: string | null; unitIds: readonly string[] } | null
}

interface RequestAt {
  item: Item
  fields: Fields
}

export const askingAt = ({ item, fields }: RequestAt): Asking | null =>
  askingOf({ stage: item.stage!, stageOn: item.stageOn!, unitIds: item.coUnitIds }, fields)

/** Why the request may not become this, or null. `before` is null when it is new. */
export function requestFault(before: RequestAt | null, next: RequestAt, ground: RequestGround, actor: Actor): Refusal | null {
  const { item, fields } = next
  const moved = before?.item.stage !== item.stage
  const wrong = formFault(formOf(fields))
  if (wrong) return wrong
  const sameForm = JSON.stringify(before?.fields.form) === JSON.stringify(fields.form)
  if (before && before.item.stage !== 'drafted' && !sameForm) return refuse('form-closed', { stage: before.item.stage })
  if (before && !moved && before.item.stage !== 'drafted' && costChanged(before, next) && !may(actor, 'request.check', item))
    return refuse('not-allowed', { action: 'request.check' })
  if (moved && item.stage === 'merged') return mergeFault(next, ground)
  if (!HELD_TO.includes(item.stage!) || (!moved && before && !costChanged(before, next))) return null
  return readyFault(next, ground) ?? (item.stage === 'checked' ? null : overFault(next, ground))
}

const costChanged = (a: RequestAt, b: RequestAt): boolean =>
  a.item.leadUnitId !== b.item.leadUnitId ||
  a.item.coUnitIds.join() !== b.item.coUnitIds.join() ||
  COST.some(name => a.fields[name] !== b.fields[name])

function readyFault({ item, fields }: RequestAt, { sender, units }: RequestGround): Refusal | null {
  const missing = [
    ...(item.leadUnitId ? [] : ['sender']),
    ...(item.coUnitIds.length ? [] : ['addressees']),
    ...(fields.frequency !== 'once' && !fields.until ? ['until'] : []),
  ]
  if (missing.length) return refuse('evidence-missing', { kind: 'request', stage: item.stage, fields: missing.join(',') })
  if (typeof fields.until === 'string' && fields.until < String(fields.from))
    return refuse('invalid', { field: 'until', rule: 'before-from' })
  if (fields.frequency === 'once' && typeof fields.outOn === 'string' && item.stage === 'out' && fields.outOn > String(fields.from))
    return refuse('invalid', { field: 'outOn', rule: 'after-from' })
  const not = mayNotReceive(fields.carrier as (typeof CARRIERS)[number], sender, units)
  if (not.length) return refuse('may-not-send', { units: not.map(u => u.name).join('、'), n: not.length, rule: SEND_RULE })
  const as = (fields.lengthAs ?? null) as (typeof LENGTHS)[number] | null
  const over = tooLong(as, (fields.characters ?? null) as number | null)
  return over ? refuse('document-too-long', { over, most: MOST_CHARACTERS[as!], as, rule: SEND_RULE }) : null
}

/** Over budget: only in the name of a leader, with the reason. */
function overFault(next: RequestAt, { asked, budget, leaders, units }: RequestGround): Refusal | null {
  const over = overBudget(askingAt(next)!, asked, budget)
  if (!over.length) return null
  const { approver, overReason } = next.fields
  if (typeof approver === 'string' && leaders.includes(approver.trim()) && typeof overReason === 'string') return null
  const [worst] = over.toSorted((a, b) => b.minutes - b.budget - (a.minutes - a.budget))
  const name = units.find(u => u.id === worst!.unitId)?.name ?? null
  const facts = { n: over.length, unit: name, month: worst!.month, minutes: worst!.minutes, budget: worst!.budget }
  return typeof approver === 'string' && !leaders.includes(approver.trim())
    ? refuse('approver-no-leader', { name: approver })
    : refuse('over-budget', facts)
}

/** Into one that is asked, and that asks the same units. */
function mergeFault({ item, fields }: RequestAt, { survivor }: RequestGround): Refusal | null {
  const why = !survivor
    ? 'unknown'
    : survivor.kind !== 'request' || survivor.id === item.id
      ? 'none'
      : !HELD_TO.includes(survivor.stage ?? '')
        ? 'stage'
        : item.coUnitIds.some(id => !survivor.unitIds.includes(id))
          ? 'units'
          : null
  return why ? refuse('merge-into', { why, id: String(fields.mergedInto) }) : null
}
