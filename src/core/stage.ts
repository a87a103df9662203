// An item's way from stage to stage: what lets it in, what was passed over, what goes back only with a reason. Pure; the kinds are data.
import { keepCount, moneyFault, toppedUp } from './count.ts'
import { type Fields, fieldsFault, isBlank, KIND, type LedgerKind, type Named, rowOf, sumOf, textOf, withFields } from './kind.ts'
import { KIND_RULE } from './kindrule.ts'
import { isMoney, type Money } from './money.ts'
import { isRefusal, type Refusal, refuse } from './refusal.ts'
import { RULES, type Rules } from './rules.ts'
import type { Day } from './types.ts'

/** 补充情况 追加投资 */
export const AMEND_WHATS = ['facts', 'top-up'] as const
export type AmendWhat = (typeof AMEND_WHATS)[number]

/** Where an item of a kind stands, and what is known of it. */
export interface Detail {
  kind: LedgerKind
  stage: string
  stageOn: Day
  fields: Fields
}

export interface Moved {
  next: Detail & { sum: Money | null }
  facts: Record<string, string | number | boolean | null | string[]>
}

interface StageContext {
  today: Day
  words: string | null
  /** What the ids in its facts stand for, before and after. */
  named?: Named | undefined
  /** Scales that facts are told by. */
  book?: Pick<Rules, 'risk'>
  /** It was said of each open member where it goes. */
  settled?: true | undefined
  /** Of an amendment: 追加投资, whose one fact is what is added to the sum. */
  what?: AmendWhat
}

/** To another stage, with the facts that it asks for; or why not. */
export function moveStage(at: Detail, to: string, evidence: Fields, { today, words, named, book, settled }: StageContext): Moved | Refusal {
  const { stages } = KIND[at.kind]
  const [from, goal] = [stages[at.stage]!, stages[to]]
  if (!goal) return refuse('no-such-stage', { kind: at.kind, stage: to })
  if (to === at.stage) return refuse('same-already')
  if (from.settles) return refuse('stage-ended', { kind: at.kind, stage: at.stage })
  if (goal.settles && !settled) return refuse('end-by-report')
  if (from.back && !from.back.includes(to)) return refuse('stage-ended', { kind: at.kind, stage: at.stage })
  const row = rowOf(at.kind)
  // From beside the row one comes back to it; what lies between is not passed over.
  const [was, is] = [from.back ? row.length : row.indexOf(at.stage), goal.back ? -1 : row.indexOf(to)]
  const back = !goal.back && is < was
  if (back && !words?.trim()) return refuse('reason-needed')
  const skipped = goal.back || back ? [] : row.slice(was + 1, is)
  const held = skipped.find(stage => stages[stage]!.must)
  if (held) return refuse('stage-passed-over', { kind: at.kind, stage: held })
  const day = back ? null : (goal.day ?? null)
  const needs = back ? [] : goal.needs
  const next = counted(at, enter({ ...at, stage: to, stageOn: today }, evidence, { needs, day, today, named, book, from: at.stage }))
  if (isRefusal(next)) return next
  const wrong = moneyFault(at, next, words)
  if (wrong) return wrong
  return {
    next,
    facts: { itemKind: at.kind, from: at.stage, to, on: next.stageOn, back, skipped, ...changesOf(at.fields, next.fields, named) },
  }
}

/** The facts corrected or added to; the stage stays, and keeps what it asked for. */
export function amend(at: Detail, fields: Fields, { today, words, named, book, what = 'facts' }: StageContext): Moved | Refusal {
  if (what === 'top-up') return topUp(at, fields, today)
  const { needs, day } = KIND[at.kind].stages[at.stage]!
  const held = needs.filter(name => !isBlank(at.fields[name]))
  const since = day !== undefined && day in fields ? day : null
  const next = counted(at, enter(at, fields, { needs: held, day: since, today, named, book, from: at.stage }))
  if (isRefusal(next)) return next
  const wrong = moneyFault(at, next, words)
  if (wrong) return wrong
  const changes = changesOf(at.fields, next.fields, named)
  if (!changes.fields.length) return refuse('same-already')
  return { next, facts: { itemKind: at.kind, ...changes } }
}

function topUp(at: Detail, fields: Fields, today: Day): Moved | Refusal {
  const { sum } = KIND[at.kind]
  const added = sum ? fields[sum] : undefined
  if (!isMoney(added) || Object.keys(fields).length > 1) return refuse('invalid', { field: sum ?? 'sum', rule: 'money' })
  const total = toppedUp(at, added)
  if (isRefusal(total)) return total
  const next = counted(at, enter(at, { [sum!]: total }, { needs: [], day: null, today, from: at.stage }))
  if (isRefusal(next)) return next
  return { next, facts: { itemKind: at.kind, what: 'top-up', add: textOf(added), ...changesOf(at.fields, next.fields) } }
}

/** A new item, at the first stage unless it is said to be farther; the stages before it were passed over unseen. */
export function startDetail(
  kind: LedgerKind,
  stage: string | undefined,
  fields: Fields,
  today: Day,
  named?: Named,
  book?: Pick<Rules, 'risk'>,
): Moved | Refusal {
  const [first] = rowOf(kind)
  const at = stage ?? first!
  const goal = KIND[kind].stages[at]
  if (!goal || goal.back || goal.settles) return refuse('no-such-stage', { kind, stage: at })
  const { needs, day = null } = goal
  const next = counted(null, enter({ kind, stage: at, stageOn: today, fields: {} }, fields, { needs, day, today, named, book, from: null }))
  return isRefusal(next) ? next : { next, facts: { itemKind: kind, to: at, on: next.stageOn } }
}

/** With the day from which it counts, once it has one. */
function counted(before: Detail | null, next: Moved['next'] | Refusal): Moved['next'] | Refusal {
  return isRefusal(next) ? next : { ...next, fields: keepCount(before ?? { ...next, stage: '', fields: {} }, next, next.stageOn) }
}

interface Entering {
  needs: readonly string[]
  /** The fact that says since when it stands there. */
  day: string | null
  today: Day
  named?: Named | undefined
  book?: Pick<Rules, 'risk'> | undefined
  /** null: it is new. */
  from: string | null
}

function enter(at: Detail, more: Fields, { needs, day, today, named, book = RULES, from }: Entering): Moved['next'] | Refusal {
  const { kind, stage } = at
  const wrong = fieldsFault(kind, more, named)
  if (wrong) return wrong
  const whole = withFields(kind, at.fields, more)
  const fields = KIND_RULE[kind]?.(at.fields, whole, more, { from, stage, today, book }) ?? whole
  if (isRefusal(fields)) return fields
  const missing = needs.filter(name => isBlank(fields[name]))
  if (missing.length) return refuse('evidence-missing', { kind, stage, fields: missing.join(',') })
  const without = Object.keys(fields).flatMap(name => KIND[kind].fields[name]?.with?.filter(other => isBlank(fields[other])) ?? [])
  if (without.length) return refuse('invalid', { field: without[0]!, rule: 'required' })
  const said = day ? fields[day] : undefined
  const stageOn = typeof said === 'string' ? said : at.stageOn
  if (stageOn > today) return refuse('invalid', { field: day!, rule: 'future' })
  return { kind, stage, stageOn, fields, sum: sumOf(kind, fields) }
}

type Changes = Record<string, string | number | boolean | null | string[]> & { fields: string[] }

function changesOf(before: Fields, after: Fields, named?: Named): Changes {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  const fields = names.filter(name => textOf(before[name]) !== textOf(after[name])).sort()
  return {
    ...Object.fromEntries(
      fields.flatMap(name => [
        [`was.${name}`, textOf(before[name], named)],
        [`now.${name}`, textOf(after[name], named)],
      ]),
    ),
    fields,
  }
}
