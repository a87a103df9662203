// What a unit may be asked in a month as a target of `act`: said anew from a month on; what held before stays in the table.
import { may } from '../../core/access.ts'
import type { Month } from '../../core/burden.ts'
import { WHOLE } from '../../core/indicator.ts'
import { refuse } from '../../core/refusal.ts'
import { firstOf } from '../burden.ts'
import { unknownUnit } from '../unit.ts'
import type { Kind } from '../write.ts'

interface BudgetCommand {
  command: 'set'
  /** null: all units that have none of their own. */
  unitId: string | null
  from: Month
  minutes: number
  why: string | null
}

const LOCK = 'select pg_advisory_xact_lock(hashtextextended($1, 0))'
const LAST = `select revision, minutes from burden_budget where jurisdiction_id = $1 and unit_id = $2 and from_month = $3 order by revision desc limit 1`
const INSERT = `insert into burden_budget (jurisdiction_id, unit_id, from_month, revision, minutes, why, by_id, by_name, at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`

export const budget: Kind<object, BudgetCommand, { revision: number; was: number | null }, { ok: true }> = {
  async load(tx, _target, { unitId, from }, { actor }) {
    if (!may(actor, 'budget.write')) return refuse('not-allowed', { action: 'budget.write' })
    await tx.rows(LOCK, [`${actor.jurisdiction} budget`])
    const bad = unitId && (await unknownUnit(tx, [unitId]))
    if (bad) return bad
    const [last] = await tx.rows<{ revision: number; minutes: number }>(LAST, [actor.jurisdiction, unitId ?? WHOLE, firstOf(from)])
    return { revision: last?.revision ?? 0, was: last?.minutes ?? null }
  },

  decide({ revision, was }, _target, { unitId, from, minutes, why }, { actor, now }) {
    if (was === minutes) return refuse('same-already')
    const id = unitId ?? WHOLE
    return {
      value: { ok: true },
      writes: [
        [INSERT, [actor.jurisdiction, id, firstOf(from), revision + 1, minutes, why?.trim() || null, actor.personId, actor.name, now]],
      ],
      entries: [
        {
          action: 'budget.set',
          target: `unit:${id}`,
          summary: `${from} ${minutes}`,
          body: JSON.stringify({ unitId, from, minutes, was, why }),
        },
      ],
    }
  },
}
