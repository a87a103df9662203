// Targets and commitments as a target of `act`: set, revised with a reason, rolled over to the next year; what was set before stays.
import { reach } from '../../core/access.ts'
import { type Target, WHOLE } from '../../core/indicator.ts'
import { type Refusal, refuse } from '../../core/refusal.ts'
import { nextTarget } from '../../core/rollover.ts'
import { seriesKey } from '../../core/standing.ts'
import { type Ground, type HeldTarget, lockGround, lockSeries } from '../ground.ts'
import { bookOf, standingWrites, touched } from '../standing.ts'
import type { Done, Kind, Moment, Write } from '../write.ts'

export interface TargetDraft extends Target {
  indicatorId: string
  unitId: string
  /** The revision the person saw, 0 for none. */
  seen: number
  why: string | null
  /** Taken back; it counts no more, and its value is the last one. */
  withdrawn?: boolean
}

type TargetCommand =
  | { command: 'set'; targets: TargetDraft[] }
  /** Every target of the year that has none in the next. */
  | { command: 'roll'; from: number; growth: number; words: string | null }

export const target: Kind<object, TargetCommand, Ground, { written: number; same: number }> = {
  async load(tx, _target, command, { actor }) {
    if (reach(actor, 'indicator.write') !== 'all') return refuse('not-allowed', { action: 'indicator.write' })
    if (command.command === 'set') {
      return lockSeries(
        tx,
        command.targets.map(t => ({ ...t, month: 1 })),
      )
    }
    const rows = await tx.rows<{ id: string }>(
      `select distinct t.indicator_id as id from target t join indicator i on i.jurisdiction_id = t.jurisdiction_id and i.id = t.indicator_id
       where t.jurisdiction_id = $1 and t.year = $2 and t.kind = 'target' and not i.retired`,
      [tx.context.jurisdiction, command.from],
    )
    return lockGround(
      tx,
      rows.map(r => r.id),
      { from: command.from + 1, to: command.from + 2 },
      null,
    )
  },

  decide(ground, _target, command, moment) {
    return command.command === 'set' ? set(ground, command.targets, moment) : roll(ground, command, moment)
  },
}

type Key = Pick<HeldTarget, 'indicatorId' | 'unitId' | 'year' | 'kind'>
const keyOf = (t: Key): string => `${seriesKey(t.indicatorId, t.unitId, t.year)} ${t.kind}`
const contentOf = (t: Target & { withdrawn?: boolean }): string =>
  JSON.stringify([t.value, t.base, t.phasing, t.dueOn, t.withdrawn ?? false])

function set(ground: Ground, drafts: TargetDraft[], moment: Moment): Done<{ written: number; same: number }> | Refusal {
  const held = new Map(ground.targets.map(t => [keyOf(t), t]))
  const members = new Map(ground.family.map(i => [i.id, i]))
  const units = new Set([WHOLE, ...ground.units.map(u => u.id)])
  const next: Revision[] = []
  for (const draft of drafts) {
    const member = members.get(draft.indicatorId)
    if (!member) return refuse('not-found')
    if (member.retired) return refuse('indicator-retired', { name: member.name })
    if (!units.has(draft.unitId)) return refuse('unknown-unit', { unitId: draft.unitId })
    if (draft.kind === 'commitment' && !draft.dueOn) return refuse('invalid', { field: 'dueOn', rule: 'required' })
    if (member.kind === 'milestone' && draft.value !== 1) return refuse('invalid', { field: 'value', rule: 'yes-no' })
    if (member.kind === 'phased' && draft.kind === 'target' && !draft.phasing)
      return refuse('invalid', { field: 'phasing', rule: 'required' })
    const was = held.get(keyOf(draft))
    if (draft.seen !== (was?.revision ?? 0))
      return refuse('stale-version', { seen: draft.seen, now: was?.revision ?? 0, by: was?.byName ?? null })
    if (was && contentOf(was) === contentOf(draft)) continue
    if (was && !draft.why?.trim()) return refuse('reason-needed')
    next.push({ ...draft, why: draft.why?.trim() || null, withdrawn: draft.withdrawn ?? false, revision: (was?.revision ?? 0) + 1 })
  }
  if (!next.length) return refuse('same-already')
  const [first] = next as [Revision]
  return {
    value: { written: next.length, same: drafts.length - next.length },
    writes: revisionWrites(ground, next, moment),
    entries: [
      {
        action: `target.${first.withdrawn ? 'withdraw' : 'set'}`,
        target: `indicator:${first.indicatorId}`,
        summary: members.get(first.indicatorId)!.name,
        body: JSON.stringify(
          next.map(({ unitId, year, kind, revision, value, base, dueOn }) => ({ unitId, year, kind, revision, value, base, dueOn })),
        ),
      },
    ],
  }
}

function roll(ground: Ground, { from, growth, words }: Extract<TargetCommand, { command: 'roll' }>, moment: Moment) {
  const members = new Map(ground.family.map(i => [i.id, i]))
  const book = bookOf(ground)
  const held = new Map(ground.targets.map(t => [keyOf(t), t]))
  const mine = ground.targets.filter(t => t.year === from && t.kind === 'target' && !t.withdrawn && !members.get(t.indicatorId)!.retired)
  const open = mine.filter(t => {
    const there = held.get(keyOf({ ...t, year: from + 1 }))
    return !there || there.withdrawn
  })
  if (!open.length) return refuse('same-already')
  const next = open.map((t): Revision => {
    const rolled = nextTarget(members.get(t.indicatorId)!, t, { last: book.values(t.indicatorId, t.unitId, from)[11]!, growth })
    const revision = (held.get(keyOf({ ...t, year: from + 1 }))?.revision ?? 0) + 1
    return { ...t, ...rolled, revision, withdrawn: false, why: words }
  })
  return {
    value: { written: next.length, same: mine.length - next.length },
    writes: revisionWrites(ground, next, moment),
    entries: [
      {
        action: 'target.roll',
        target: `targets:${from + 1}`,
        summary: `${from + 1}`,
        body: JSON.stringify({ from, growth, targets: next.length }),
      },
    ] as Done<unknown>['entries'],
  }
}

export type Revision = Omit<HeldTarget, 'at' | 'byName'>

const INSERT = `insert into target (jurisdiction_id, indicator_id, year, unit_id, kind, revision, value, base, phasing, due_on, why, withdrawn, by_id, by_name, at)
  select $1, t.indicator_id, t.year, t.unit_id, t.kind, t.revision, t.value, t.base, t.phasing, t.due_on, t.why, t.withdrawn, $3, $4, $5
  from json_populate_recordset(null::target, $2) t`

export function revisionWrites(ground: Ground, next: Revision[], { actor, now }: Moment): Write[] {
  const written = new Map(next.map(t => [keyOf(t), { ...t, at: now, byName: actor.name }]))
  const targets = [...ground.targets.filter(t => !written.has(keyOf(t))), ...written.values()]
  const rows = next.map(t => ({
    indicator_id: t.indicatorId,
    year: t.year,
    unit_id: t.unitId,
    kind: t.kind,
    revision: t.revision,
    value: t.value,
    base: t.base,
    phasing: t.phasing,
    due_on: t.dueOn,
    why: t.why,
    withdrawn: t.withdrawn,
  }))
  return [
    [INSERT, [actor.jurisdiction, JSON.stringify(rows), actor.personId, actor.name, now]],
    touched(
      actor.jurisdiction,
      next.map(t => t.indicatorId),
    ),
    ...standingWrites(actor.jurisdiction, now, ground, { targets }),
  ]
}
