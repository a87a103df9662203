// Readings as a target of `act`: a batch is taken in whole or not at all, an import is undone as one step; the boards follow in the same transaction.
import { createHash, randomUUID } from 'node:crypto'
import { reach } from '../../core/access.ts'
import { type ReadingStatus, WHOLE } from '../../core/indicator.ts'
import { isRefusal, type Refusal, refuse } from '../../core/refusal.ts'
import { seriesKey } from '../../core/standing.ts'
import type { Actor, Instant } from '../../core/types.ts'
import { FILE_ROW } from '../file.ts'
import { type Ground, type Held, lockSeries, type Touch } from '../ground.ts'
import { standingWrites, touched } from '../standing.ts'
import type { Tx } from '../tx.ts'
import { UNWATCHED, type Watch, watchOver } from '../watch.ts'
import type { Done, Kind, Moment, Write } from '../write.ts'

export interface NewReading {
  indicatorId: string
  /** WHOLE for the jurisdiction itself. */
  unitId: string
  year: number
  month: number
  /** null takes back what stands. */
  value: number | null
  status: ReadingStatus
  /** The sheet and cell; null when typed in. */
  origin: string | null
  /** The revision the person saw, 0 for none; null: whatever stands. */
  seen: number | null
  words?: string | null
}

/** The workbook, what was said about it, and what of that is remembered for its header's fingerprint. */
interface ImportedFile {
  id: string
  name: string
  sha256: string
  type: string
  size: number
  fixes: object
  mappings: { signature: string; mapping: object }[]
}

type ReadingCommand = { command: 'record'; readings: NewReading[]; import: ImportedFile | null } | { command: 'undo'; importId: string }

export interface Recorded {
  /** Revisions written, and readings that stood so already. */
  written: number
  same: number
}

/** A revision of the import, and what stood before it. */
interface Undone {
  name: string
  held: Held
  before: Before | null
}
type Before = Pick<Held, 'value' | 'status' | 'importId'> & { origin: string | null; words: string | null }

interface State {
  ground: Ground
  undone: Undone[]
  fileName: string
  watch: Watch
}

export const reading: Kind<object, ReadingCommand, State, Recorded> = {
  async load(tx, _target, command, moment) {
    const { actor } = moment
    const far = reach(actor, 'reading.write')
    if (!far) return refuse('not-allowed', { action: 'reading.write' })
    if (command.command === 'undo') return loadUndo(tx, command.importId, moment)
    // Without its last figure a series is no part of any total, of no month.
    const touches = command.readings.map(r => (r.value === null ? { ...r, month: 1 } : r))
    const ground = await lockSeries(tx, touches)
    const next = nextOf(ground, command, actor)
    return { ground, undone: [], fileName: '', watch: isRefusal(next) ? UNWATCHED : await watchFigures(tx, ground, next, moment) }
  },

  decide(state, _target, command, moment) {
    return command.command === 'undo' ? undo(state, command.importId, moment) : record(state, command, moment)
  },
}

const keyOf = (r: Pick<Held, 'indicatorId' | 'unitId' | 'year' | 'month'>): string =>
  `${seriesKey(r.indicatorId, r.unitId, r.year)} ${r.month}`

type Recording = Extract<ReadingCommand, { command: 'record' }>

/** The revisions that the readings make. */
function nextOf(ground: Ground, { readings, import: file }: Recording, actor: Actor): Revision[] | Refusal {
  const held = new Map(ground.readings.map(r => [keyOf(r), r]))
  const members = new Map(ground.family.map(i => [i.id, i]))
  const units = new Set([WHOLE, ...ground.units.map(u => u.id)])
  const given = new Set<string>()
  const next: Revision[] = []
  for (const r of readings) {
    const member = members.get(r.indicatorId)
    if (!member) return refuse('not-found')
    if (reach(actor, 'reading.write') !== 'all' && !actor.unitIds.includes(member.sourceUnitId ?? ''))
      return member.published ? refuse('not-allowed', { action: 'reading.write' }) : refuse('not-found')
    if (member.retired) return refuse('indicator-retired', { name: member.name })
    if (!units.has(r.unitId)) return refuse('unknown-unit', { unitId: r.unitId })
    if (member.kind === 'milestone' && r.value !== null && r.value !== 0 && r.value !== 1)
      return refuse('invalid', { field: 'value', rule: 'yes-no' })
    const was = held.get(keyOf(r))
    if (given.has(keyOf(r))) return refuse('invalid', { field: 'readings', rule: 'twice' })
    given.add(keyOf(r))
    if (r.seen !== null && r.seen !== (was?.revision ?? 0))
      return refuse('stale-version', { seen: r.seen, now: was?.revision ?? 0, by: was?.byName ?? null })
    if (r.value === null ? (was?.value ?? null) === null : was?.value === r.value && was.status === r.status) continue
    if (r.value === null && !r.words?.trim()) return refuse('reason-needed')
    next.push({ ...r, words: r.words?.trim() || null, revision: (was?.revision ?? 0) + 1, importId: file?.id ?? null, undoes: null })
  }
  return next.length ? next : refuse('same-already')
}

function record({ ground, watch }: State, command: Recording, moment: Moment): Done<Recorded> | Refusal {
  const { readings, import: file } = command
  const next = nextOf(ground, command, moment.actor)
  if (isRefusal(next)) return next
  const members = new Map(ground.family.map(i => [i.id, i]))
  const entry = file
    ? { action: 'reading.import', target: `import:${file.id}`, summary: file.name, facts: { sha256: file.sha256 } }
    : { action: 'reading.record', target: `indicator:${next[0]!.indicatorId}`, summary: members.get(next[0]!.indicatorId)!.name, facts: {} }
  const importing = file ? importWrites(file, next.length, moment) : []
  return {
    value: { written: next.length, same: readings.length - next.length },
    writes: [...importing, ...revisionWrites(ground, next, moment), ...watch.writes],
    entries: [
      { ...entryOf(entry), body: JSON.stringify({ ...entry.facts, readings: next.length, digest: digestOf(next) }) },
      ...watch.entries,
    ],
  }
}

/** The revisions that stand as if the import had not been. */
function backOf({ ground, undone }: Pick<State, 'ground' | 'undone'>, importId: string): Revision[] | Refusal {
  const held = new Map(ground.readings.map(r => [keyOf(r), r]))
  const next: Revision[] = []
  for (const { name, held: own, before } of undone) {
    const stands = held.get(keyOf(own))!
    if (stands.revision !== own.revision)
      return refuse('reading-revised', {
        indicator: name,
        unit: ground.units.find(u => u.id === own.unitId)?.name ?? null,
        month: own.month,
        at: stands.at,
        by: stands.byName,
      })
    const restored = before ?? { value: null, status: own.status, importId: null, origin: null, words: null }
    next.push({ ...own, ...restored, revision: own.revision + 1, undoes: importId })
  }
  return next
}

function undo({ ground, undone, fileName, watch }: State, importId: string, moment: Moment): Done<Recorded> | Refusal {
  const { actor, now } = moment
  const next = backOf({ ground, undone }, importId)
  if (isRefusal(next)) return next
  return {
    value: { written: next.length, same: 0 },
    writes: [
      [
        'update reading_import set undone_at = $3, undone_by = $4 where jurisdiction_id = $1 and id = $2',
        [actor.jurisdiction, importId, now, actor.name],
      ],
      ...revisionWrites(ground, next, moment),
      ...watch.writes,
    ],
    entries: [
      {
        action: 'reading.undo',
        target: `import:${importId}`,
        summary: fileName,
        body: JSON.stringify({ readings: next.length, digest: digestOf(next) }),
      },
      ...watch.entries,
    ],
  }
}

interface Revision extends Omit<Held, 'at' | 'byName'> {
  origin: string | null
  words: string | null
  undoes: string | null
}

const IMPORT = `insert into reading_import (jurisdiction_id, id, name, sha256, readings, at, by_id, by_name, file_id, fixes)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`
const MAPPING = `insert into import_mapping (jurisdiction_id, signature, mapping, by_name, at) values ($1, $2, $3, $4, $5)
  on conflict (jurisdiction_id, signature) do update set mapping = excluded.mapping, by_name = excluded.by_name, at = excluded.at`

function importWrites(file: ImportedFile, readings: number, { actor, now }: Moment): Write[] {
  const [place, fileId] = [actor.jurisdiction, randomUUID()]
  return [
    [FILE_ROW, [place, fileId, file.sha256, file.name, file.type, file.size, actor.personId, now]],
    [IMPORT, [place, file.id, file.name, file.sha256, readings, now, actor.personId, actor.name, fileId, JSON.stringify(file.fixes)]],
    ...file.mappings.map(({ signature, mapping }): Write => [MAPPING, [place, signature, JSON.stringify(mapping), actor.name, now]]),
  ]
}

/** All figures as they hold with these revisions. */
function heldAfter(ground: Ground, next: Revision[], { actor, now }: Moment): Held[] {
  const written = new Map(next.map(r => [keyOf(r), { ...r, at: now, byName: actor.name }]))
  return [...ground.readings.filter(r => !written.has(keyOf(r))), ...written.values()]
}

const watchFigures = (tx: Tx, ground: Ground, next: Revision[], moment: Moment): Promise<Watch> =>
  watchOver(tx, { ...ground, readings: heldAfter(ground, next, moment) }, next, moment)

const INSERT = `insert into reading (jurisdiction_id, indicator_id, year, unit_id, month, revision, value, status, withdrawn, import_id, origin, words, undoes,
    by_id, by_name, by_unit, at)
  select $1, r.*, $13, $14, $15, $16 from unnest($2::uuid[], $3::int[], $4::uuid[], $5::int[], $6::int[], $7::numeric[], $8::text[], $9::boolean[], $10::uuid[],
    $11::text[], $12::text[], $17::uuid[]) r`

function revisionWrites(ground: Ground, next: Revision[], { actor, now }: Moment): Write[] {
  const place = actor.jurisdiction
  const column = (of: (r: Revision) => unknown) => next.map(of)
  const readings = heldAfter(ground, next, { actor, now })
  const byUnit = ground.units.find(u => u.id === actor.appointments[0]?.unitId)?.name ?? null
  return [
    [
      INSERT,
      [
        place,
        column(r => r.indicatorId),
        column(r => r.year),
        column(r => r.unitId),
        column(r => r.month),
        column(r => r.revision),
        column(r => r.value),
        column(r => r.status),
        column(r => r.value === null),
        column(r => r.importId),
        column(r => r.origin),
        column(r => r.words),
        actor.personId,
        actor.name,
        byUnit,
        now,
        column(r => r.undoes),
      ],
    ],
    touched(
      place,
      next.map(r => r.indicatorId),
    ),
    ...standingWrites(place, now, ground, { readings }),
  ]
}

const IMPORTED = 'select name, undone_at, undone_by, by_id from reading_import where jurisdiction_id = $1 and id = $2 for update'
const SERIES = 'select distinct indicator_id, year, unit_id, month from reading where jurisdiction_id = $1 and import_id = $2'
/** Every revision of the months that the import touched, newest first, with whether its own import still counts. */
const HISTORY = `select r.indicator_id, r.year, r.unit_id, r.month, r.revision, r.value, r.status, r.import_id, r.at, r.by_name, r.origin, r.words,
    coalesce(f.undone_at is not null, false) as void
  from (${SERIES}) s join reading r on r.jurisdiction_id = $1 and r.indicator_id = s.indicator_id and r.year = s.year and r.unit_id = s.unit_id and r.month = s.month
  left join reading_import f on f.jurisdiction_id = r.jurisdiction_id and f.id = r.import_id
  order by r.revision desc`

async function loadUndo(tx: Tx, importId: string, moment: Moment): Promise<State | Refusal> {
  const { actor } = moment
  const place = tx.context.jurisdiction
  const [[file], series] = await Promise.all([
    tx.rows<{ name: string; undoneAt: Instant | null; undoneBy: string; byId: string }>(IMPORTED, [place, importId]),
    tx.rows<Touch>(SERIES, [place, importId]),
  ])
  if (!file) return refuse('not-found')
  // A unit takes back what it brought in itself.
  if (reach(actor, 'reading.write') !== 'all' && file.byId !== actor.personId) return refuse('not-allowed', { action: 'reading.write' })
  if (file.undoneAt) return refuse('import-undone', { at: file.undoneAt, by: file.undoneBy })
  const ground = await lockSeries(
    tx,
    series.map(s => ({ ...s, month: 1 })),
  )
  const history = await tx.rows<Held & Before & { void: boolean }>(HISTORY, [place, importId])
  const names = new Map(ground.family.map(i => [i.id, i.name]))
  const undone = [...Map.groupBy(history, keyOf).values()].map((revisions): Undone => {
    const own = revisions.find(r => r.importId === importId)!
    return { name: names.get(own.indicatorId)!, held: own, before: revisions.find(r => r.importId !== importId && !r.void) ?? null }
  })
  const next = backOf({ ground, undone }, importId)
  return { ground, undone, fileName: file.name, watch: isRefusal(next) ? UNWATCHED : await watchFigures(tx, ground, next, moment) }
}

const digestOf = (next: Revision[]): string =>
  createHash('sha256')
    .update(JSON.stringify(next.map(r => [r.indicatorId, r.unitId, r.year, r.month, r.revision, r.value, r.status])))
    .digest('hex')

const entryOf = ({ facts: _, ...entry }: { action: string; target: string; summary: string; facts: object }) => entry
