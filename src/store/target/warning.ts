// A rule of early warning as a target of `act`: set, changed, stopped. It opens nothing by itself: store/watch.ts does when figures are written.
import { randomUUID } from 'node:crypto'
import { may } from '../../core/access.ts'
import { WHOLE } from '../../core/indicator.ts'
import { refuse } from '../../core/refusal.ts'
import type { Condition } from '../../core/warning.ts'
import type { Kind } from '../write.ts'

interface WarningTarget {
  /** null adds one. */
  id: string | null
}

interface WarningDraft extends Condition {
  indicatorId: string
  /** WHOLE for the jurisdiction itself; null: each unit that has figures of its own. */
  unitId: string | null
  category: string
  /** Of the risk that it opens; null: of the indicator's source. */
  leadUnitId: string | null
  /** It opens no more risks; those that it opened stay. */
  stopped: boolean
}

interface WarningCommand {
  command: 'set'
  /** The one that the person saw, 0 for a new one. */
  version: number
  rule: WarningDraft
}

interface State {
  held: { version: number; by: string } | null
  indicator: { name: string; retired: boolean } | null
  unit: boolean
  leadUnit: boolean
}

const LOOK = `select (select json_build_object('name', i.name, 'retired', i.retired) from indicator i where i.jurisdiction_id = $1 and i.id = $2) as indicator,
  $3::uuid is null or $3 = '${WHOLE}' or exists (select 1 from unit where jurisdiction_id = $1 and id = $3) as unit,
  $4::uuid is null or exists (select 1 from unit where jurisdiction_id = $1 and id = $4) as lead_unit`
const COLUMNS = 'indicator_id, unit_id, measure, side, threshold, periods, category, lead_unit_id, stopped, version, by_id, by_name, at'
const ADD = `insert into warning_rule (jurisdiction_id, id, ${COLUMNS}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`
const CHANGE = `update warning_rule set (${COLUMNS}) = ($3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) where jurisdiction_id = $1 and id = $2`

export const warning: Kind<WarningTarget, WarningCommand, State, { id: string }> = {
  async load(tx, { id }, { rule }, { actor }) {
    if (!may(actor, 'warning.write')) return refuse('not-allowed', { action: 'warning.write' })
    const place = actor.jurisdiction
    const [[held], [found]] = await Promise.all([
      tx.rows<NonNullable<State['held']>>(
        'select version, by_name as by from warning_rule where jurisdiction_id = $1 and id = $2 for update',
        [place, id],
      ),
      tx.rows<Omit<State, 'held'>>(LOOK, [place, rule.indicatorId, rule.unitId, rule.leadUnitId]),
    ])
    if (id !== null && !held) return refuse('not-found')
    return { ...found!, held: held ?? null }
  },

  decide({ held, indicator, unit, leadUnit }, target, { version, rule }, { actor, now }) {
    if ((held?.version ?? 0) !== version) return refuse('stale-version', { seen: version, now: held?.version ?? 0, by: held?.by ?? null })
    if (!indicator) return refuse('invalid', { field: 'indicatorId', rule: 'unknown' })
    if (indicator.retired && !rule.stopped) return refuse('indicator-retired', { name: indicator.name })
    if (!unit) return refuse('unknown-unit', { unitId: rule.unitId })
    if (!leadUnit) return refuse('unknown-unit', { unitId: rule.leadUnitId })
    const id = target.id ?? randomUUID()
    const { indicatorId, unitId, measure, side, threshold, periods, category, leadUnitId, stopped } = rule
    const told = [indicatorId, unitId, measure, side, threshold, periods, category, leadUnitId, stopped, version + 1]
    return {
      value: { id },
      writes: [[held ? CHANGE : ADD, [actor.jurisdiction, id, ...told, actor.personId, actor.name, now]]],
      entries: [
        {
          action: 'warning.set',
          target: `warning:${id}`,
          summary: indicator.name,
          body: JSON.stringify({ version: version + 1, ...rule }),
        },
      ],
    }
  },
}
