// Many indicators at once as a target of `act`, each with what the jurisdiction itself is to reach in the year; all of them or none.
import { randomUUID } from 'node:crypto'
import { reach } from '../../core/access.ts'
import { type Target, WHOLE } from '../../core/indicator.ts'
import { refuse } from '../../core/refusal.ts'
import { type Ground, lockGround } from '../ground.ts'
import type { Kind, Write } from '../write.ts'
import { INSERT_INDICATOR, type IndicatorDraft, type IndicatorRow, valuesOf } from './indicator.ts'
import { type Revision, revisionWrites } from './target.ts'

export type NewIndicator = Omit<IndicatorDraft, 'parentId' | 'source' | 'itemId'> & { target: number | null; dueOn: Target['dueOn'] }

interface IndicatorSheetCommand {
  command: 'add'
  year: number
  indicators: NewIndicator[]
}

interface State {
  ground: Ground
  names: Set<string>
  codes: Set<string>
  frames: Set<string>
  position: number
}

const LOOK = `select coalesce(array_agg(name) filter (where not retired), '{}') as names, coalesce(array_agg(code) filter (where code is not null), '{}') as codes,
    coalesce(max(position), 0) + 1 as position,
    (select coalesce(array_agg(id), '{}') from frame where jurisdiction_id = $1 and not removed) as frames
  from indicator where jurisdiction_id = $1`

export const indicatorSheet: Kind<object, IndicatorSheetCommand, State, { ids: string[]; targets: number }> = {
  async load(tx, _target, { year }, { actor }) {
    if (reach(actor, 'indicator.write') !== 'all') return refuse('not-allowed', { action: 'indicator.write' })
    const [ground, [look]] = await Promise.all([
      lockGround(tx, [], { from: year, to: year + 1 }, null),
      tx.rows<{ names: string[]; codes: string[]; frames: string[]; position: number }>(LOOK, [actor.jurisdiction]),
    ])
    const { names, codes, frames, position } = look!
    return { ground, names: new Set(names), codes: new Set(codes), frames: new Set(frames), position }
  },

  decide({ ground, names, codes, frames, position }, _target, { year, indicators }, moment) {
    const place = moment.actor.jurisdiction
    const units = new Set(ground.units.map(u => u.id))
    const rows: IndicatorRow[] = []
    const targets: Revision[] = []
    for (const { target, dueOn, ...draft } of indicators) {
      if (names.has(draft.name)) return refuse('name-taken', { name: draft.name })
      if (draft.code !== null && codes.has(draft.code)) return refuse('name-taken', { name: draft.code })
      if (draft.sourceUnitId !== null && !units.has(draft.sourceUnitId))
        return refuse('invalid', { field: 'sourceUnitId', rule: 'unknown' })
      if (draft.frameId !== null && !frames.has(draft.frameId)) return refuse('invalid', { field: 'frameId', rule: 'unknown' })
      if (target !== null && draft.kind === 'milestone' && target !== 1) return refuse('invalid', { field: 'target', rule: 'yes-no' })
      // Its plan by months is set with it, one by one.
      if (target !== null && draft.kind === 'phased') return refuse('invalid', { field: 'phasing', rule: 'required' })
      names.add(draft.name)
      if (draft.code !== null) codes.add(draft.code)
      const id = randomUUID()
      rows.push({ ...draft, ...ALONE, id, version: 1, retired: false })
      if (target === null) continue
      const due = draft.kind === 'milestone' ? dueOn : null
      targets.push({
        indicatorId: id,
        unitId: WHOLE,
        year,
        kind: 'target',
        revision: 1,
        value: target,
        base: null,
        phasing: null,
        dueOn: due,
        why: null,
        withdrawn: false,
      })
    }
    const ids = rows.map(row => row.id)
    const family = rows.map(row => ({ ...row, parentId: null }))
    const after: Ground = { ...ground, family, indicatorIds: ids, unitIds: [WHOLE] }
    const [first, ...rest] = rows.map(row => ({
      action: 'indicator.add',
      target: `indicator:${row.id}`,
      summary: row.name,
      body: JSON.stringify({ ...row, target: targets.find(one => one.indicatorId === row.id)?.value ?? null, year }),
    }))
    return {
      value: { ids, targets: targets.length },
      writes: [
        ...rows.map((row, at): Write => [INSERT_INDICATOR, [place, ...valuesOf(row), position + at]]),
        ...(targets.length ? revisionWrites(after, targets, moment) : []),
      ],
      entries: [first!, ...rest],
    }
  },
}

/** No total, no source, no item yet. */
const ALONE = { parentId: null, itemId: null, documentId: null, documentTitle: null, documentDay: null, span: null, sentence: null }
