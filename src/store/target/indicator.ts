// Indicators as a target of `act`: added, changed, retired. What readings were reported by stays as it was; totals follow a change at once.
import { randomUUID } from 'node:crypto'
import { reach } from '../../core/access.ts'
import type { Indicator } from '../../core/indicator.ts'
import { refuse } from '../../core/refusal.ts'
import type { Source } from '../../core/types.ts'
import { type Ground, lockGround } from '../ground.ts'
import { standingWrites } from '../standing.ts'
import type { Tx } from '../tx.ts'
import type { Kind } from '../write.ts'

interface IndicatorTarget {
  /** null adds one. */
  id: string | null
}

export type IndicatorDraft = Omit<Indicator, 'id' | 'version' | 'retired' | 'source'> & {
  source: { documentId: string; span: [number, number] } | null
}

type IndicatorCommand =
  | { command: 'add'; indicator: IndicatorDraft }
  /** `version`: the one the person saw. */
  | { command: 'change'; version: number; indicator: Partial<IndicatorDraft> & { retired?: boolean } }

export type IndicatorRow = Omit<Indicator, 'source'> & {
  documentId: string | null
  documentTitle: string | null
  documentDay: string | null
  span: [number, number] | null
  sentence: string | null
}

interface State {
  found: IndicatorRow | null
  ground: Ground
  readings: number
  taken: 'name' | 'code' | null
  /** Names one of the things that the draft points at and that are not there. */
  missing: string | null
  source: Source | null
  parts: number
  position: number
}

export const INDICATOR_COLUMNS = `i.id, i.code, i.name, i.aliases, i.kind, i.direction, i.basis, i.frequency, i.unit, i.decimals, i.source_unit_id, i.frame_id, i.topic,
  i.parent_id, i.combine, i.weight, i.published, i.document_id, i.document_title, i.document_day, i.span, i.sentence, i.item_id, i.version, i.retired`

const LOOK = `select
    exists (select 1 from indicator where jurisdiction_id = $1 and name = $3 and id is distinct from $2 and not retired) as named,
    exists (select 1 from indicator where jurisdiction_id = $1 and code = $4 and id is distinct from $2) as coded,
    (select count(*) from reading where jurisdiction_id = $1 and indicator_id = $2) as readings,
    (select count(*) from indicator where jurisdiction_id = $1 and parent_id = $2 and not retired) as parts,
    $5::uuid is null or exists (select 1 from unit where jurisdiction_id = $1 and id = $5) as unit,
    $6::uuid is null or exists (select 1 from frame where jurisdiction_id = $1 and id = $6 and not removed) as frame,
    $7::uuid is null or exists (select 1 from item where jurisdiction_id = $1 and id = $7) as item,
    $8::uuid is null or exists (select 1 from indicator where jurisdiction_id = $1 and id = $8 and combine is not null) as parent,
    (select coalesce(max(position), 0) + 1 from indicator where jurisdiction_id = $1) as position`

interface Look {
  named: boolean
  coded: boolean
  readings: number
  parts: number
  unit: boolean
  frame: boolean
  item: boolean
  parent: boolean
  position: number
}

export const indicator: Kind<IndicatorTarget, IndicatorCommand, State, { id: string }> = {
  async load(tx, target, command, { actor }) {
    if (reach(actor, 'indicator.write') !== 'all') return refuse('not-allowed', { action: 'indicator.write' })
    const place = actor.jurisdiction
    const ids = [target.id, command.indicator.parentId].filter(id => id != null)
    // Locked before it is read: of two who change it at once the second must see what the first made of it.
    const ground = await lockGround(tx, ids, EVER, null)
    const [found] = await tx.rows<IndicatorRow>(`select ${INDICATOR_COLUMNS} from indicator i where i.jurisdiction_id = $1 and i.id = $2`, [
      place,
      target.id,
    ])
    if (target.id !== null && !found) return refuse('not-found')
    const draft = { ...found, ...command.indicator } as IndicatorDraft
    const [[look], source] = await Promise.all([
      tx.rows<Look>(LOOK, [place, target.id, draft.name, draft.code, draft.sourceUnitId, draft.frameId, draft.itemId, draft.parentId]),
      sourceOf(tx, command.indicator.source ?? null),
    ])
    const { named, coded, readings, parts, position } = look!
    const missing = (['unit', 'frame', 'item', 'parent'] as const).find(what => !look![what])
    return {
      found: found ?? null,
      ground,
      readings,
      taken: named ? 'name' : coded ? 'code' : null,
      missing: missing ? FIELDS[missing] : command.indicator.source && !source ? 'source' : null,
      source,
      parts,
      position,
    }
  },

  decide(state, target, command, { actor, now }) {
    const place = actor.jurisdiction
    const { found, ground, source } = state
    const id = target.id ?? randomUUID()
    const { source: _, ...given } = command.indicator
    const next = {
      ...found,
      ...given,
      ...(command.indicator.source === undefined ? {} : sourceColumns(source)),
      id,
      version: (found?.version ?? 0) + 1,
      retired: (command.command === 'change' ? command.indicator.retired : undefined) ?? found?.retired ?? false,
    } as IndicatorRow
    if (found && command.command === 'change') {
      if (found.version !== command.version) return refuse('stale-version', { seen: command.version, now: found.version, by: null })
      const fixed = FIXED.find(field => next[field] !== found[field])
      if (fixed && state.readings > 0) return refuse('indicator-has-readings', { field: fixed, readings: state.readings })
      if (next.retired && !found.retired && state.parts > 0) return refuse('indicator-is-total', { parts: state.parts })
    }
    // 越少越好的累计数是上限: a yearly amount is judged by its more.
    if (next.direction === 'down' && (next.kind === 'volume' || next.kind === 'phased'))
      return refuse('invalid', { field: 'direction', rule: 'more-is-better' })
    if (state.taken && !next.retired) return refuse('name-taken', { name: state.taken === 'name' ? next.name : next.code })
    if (state.missing) return refuse('invalid', { field: state.missing, rule: 'unknown' })
    if (belowItself(next, ground)) return refuse('indicator-ring')
    if (!next.combine && state.parts > 0) return refuse('indicator-is-total', { parts: state.parts })
    const family = [...ground.family.filter(i => i.id !== id), next]
    const years = ground.kept.map(k => k.year)
    const span = { from: Math.min(...years), to: Math.max(...years) }
    return {
      value: { id },
      writes: [
        [found ? UPDATE : INSERT_INDICATOR, [place, ...valuesOf(next), ...(found ? [] : [state.position])]],
        ...(found && years.length ? standingWrites(place, now, { ...ground, family, span }, {}) : []),
      ],
      entries: [
        {
          action: `indicator.${command.command}`,
          target: `indicator:${id}`,
          summary: next.name,
          body: JSON.stringify({ ...next, sentence: undefined }),
        },
        ...(found && found.frameId !== next.frameId
          ? [
              {
                action: 'indicator.move',
                target: `indicator:${id}`,
                summary: next.name,
                body: JSON.stringify({ from: found.frameId, to: next.frameId }),
              },
            ]
          : []),
      ],
    }
  },
}

/** Every year that can be named: what changes in an indicator changes all its years. */
const EVER = { from: 2000, to: 2100 }
const FIELDS = { unit: 'sourceUnitId', frame: 'frameId', item: 'itemId', parent: 'parentId' }
/** What gives the reported figures their meaning. */
const FIXED = ['kind', 'unit', 'basis', 'direction'] as const

const belowItself = (next: IndicatorRow, { family }: Ground): boolean => {
  const above = new Map(family.map(i => [i.id, i.parentId]))
  for (let at = next.parentId; at; at = above.get(at) ?? null) if (at === next.id) return true
  return false
}

const WRITTEN =
  'id code name aliases kind direction basis frequency unit decimals source_unit_id frame_id topic parent_id combine weight published document_id document_title document_day span sentence item_id version retired'.split(
    ' ',
  )
export const INSERT_INDICATOR = `insert into indicator (jurisdiction_id, ${WRITTEN.join(', ')}, position) values ($1, ${WRITTEN.map((_, at) => `$${at + 2}`).join(', ')}, $${WRITTEN.length + 2})`
const UPDATE = `update indicator set touched = touched + 1, ${WRITTEN.slice(1)
  .map((column, at) => `${column} = $${at + 3}`)
  .join(', ')} where jurisdiction_id = $1 and id = $2`

export const valuesOf = (i: IndicatorRow): unknown[] => [
  i.id,
  i.code,
  i.name,
  i.aliases,
  i.kind,
  i.direction,
  i.basis,
  i.frequency,
  i.unit,
  i.decimals,
  i.sourceUnitId,
  i.frameId,
  i.topic,
  i.parentId,
  i.combine,
  i.weight,
  i.published,
  i.documentId ?? null,
  i.documentTitle ?? null,
  i.documentDay ?? null,
  i.span ?? null,
  i.sentence ?? null,
  i.itemId,
  i.version,
  i.retired,
]

const sourceColumns = (s: Source | null) => ({
  documentId: s?.documentId ?? null,
  documentTitle: s?.documentTitle ?? null,
  documentDay: s?.documentDay ?? null,
  span: s?.span ?? null,
  sentence: s?.sentence ?? null,
})

async function sourceOf(tx: Tx, source: IndicatorDraft['source']): Promise<Source | null> {
  if (!source) return null
  const [row] = await tx.rows<{ title: string; day: string | null; text: string }>(
    'select title, day, text from document where jurisdiction_id = $1 and id = $2',
    [tx.context.jurisdiction, source.documentId],
  )
  if (!row) return null
  return {
    documentId: source.documentId,
    documentTitle: row.title,
    documentDay: row.day,
    span: source.span,
    sentence: row.text.slice(...source.span),
  }
}
