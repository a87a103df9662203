// What became of risks since a day: new, raised, lowered, accepted, closed — told by the events of each, the first of them against the last. Pure.
import { type RiskLevel, rankOf } from './riskmatrix.ts'
import { REVIEWED_STAGES } from './riskrule.ts'
import type { Instant } from './types.ts'

/** 新增 上升 下降 接受 解除 不列入 重新打开 */
export const RISK_CHANGES = ['new', 'raised', 'lowered', 'borne', 'closed', 'dismissed', 'reopened'] as const
type RiskChange = (typeof RISK_CHANGES)[number]

/** Of one risk, oldest first; only what was said of its level and stage. */
export interface RiskEvent {
  at: Instant
  by: string
  was?: RiskLevel | null
  now?: RiskLevel | null
  from?: string | null
  to?: string | null
  registered: boolean
}

interface RiskChanged {
  changes: RiskChange[]
  /** Its levels before the first event and after the last; null: not judged. */
  was: RiskLevel | null
  now: RiskLevel | null
  /** The last of the events. */
  at: Instant
  by: string
}

const ENDS: Partial<Record<string, RiskChange>> = { borne: 'borne', over: 'closed', dismissed: 'dismissed' }

/** null: nothing that counts. `level` and `stage` as they stand. */
export function changedSince(events: readonly RiskEvent[], level: RiskLevel | null, stage: string): RiskChanged | null {
  const last = events.at(-1)
  if (!last) return null
  const judged = events.find(e => e.was !== undefined || e.now !== undefined)
  const was = judged ? (judged.was ?? null) : level
  const moved = events.filter(e => e.to)
  const began = moved[0]?.from ?? null
  const fresh = events.some(e => e.registered)
  const changes: RiskChange[] = []
  if (fresh || (was === null && level !== null)) changes.push('new')
  else if (was !== null && level !== null && was !== level) changes.push(rankOf(level) > rankOf(was) ? 'raised' : 'lowered')
  if (moved.length && began !== stage) {
    const end = ENDS[stage]
    if (end) changes.push(end)
    else if (began && ENDS[began] && (REVIEWED_STAGES.includes(stage) || stage === 'raised')) changes.push('reopened')
  }
  return changes.length ? { changes, was, now: level, at: last.at, by: last.by } : null
}
