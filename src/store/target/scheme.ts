// Assessment schemes as a target of `act`: each saving makes a version, and the ones before stay.
import { randomUUID } from 'node:crypto'
import { may } from '../../core/access.ts'
import { refuse } from '../../core/refusal.ts'
import { type Cleared, type KeptItem, LEAST_REASON, objectionsTo, wordsOf } from '../../core/scheme.ts'
import type { Kind } from '../write.ts'

interface SchemeTarget {
  /** null adds one. */
  id: string | null
  /** The version the person saw. */
  seen: number
}

export interface SchemeCommand {
  command: 'save'
  name: string
  year: number
  items: (KeptItem & { clearedWhy?: string | null })[]
  why: string | null
  retired: boolean
}

interface State {
  before: { version: number; by: string; items: KeptItem[] } | null
  indicators: Set<string>
}

const BEFORE = `select s.version, v.by_name as by, v.items from scheme s
  join scheme_version v on v.jurisdiction_id = s.jurisdiction_id and v.scheme_id = s.id and v.version = s.version
  where s.jurisdiction_id = $1 and s.id = $2 for update of s`

export const scheme: Kind<SchemeTarget, SchemeCommand, State, { id: string }> = {
  async load(tx, { id }, { items }, { actor }) {
    if (!may(actor, 'scheme.write')) return refuse('not-allowed', { action: 'scheme.write' })
    const place = tx.context.jurisdiction
    const [[before], known] = await Promise.all([
      tx.rows<{ version: number; by: string; items: KeptItem[] }>(BEFORE, [place, id]),
      tx.rows<{ id: string }>('select id from indicator where jurisdiction_id = $1 and id = any($2)', [
        place,
        items.flatMap(item => item.indicatorId ?? []),
      ]),
    ])
    if (id && !before) return refuse('not-found')
    return { before: before ?? null, indicators: new Set(known.map(i => i.id)) }
  },

  decide({ before, indicators }, { id, seen }, { name, year, items: drafts, why, retired }, { actor, now }) {
    if (seen !== (before?.version ?? 0)) return refuse('stale-version', { seen, now: before?.version ?? 0, by: before?.by ?? null })
    const items = drafts.map(draft => keptOf(draft, before?.items ?? [], { by: actor.name, at: now }))
    if (items.some(item => item.indicatorId !== null && !indicators.has(item.indicatorId)))
      return refuse('invalid', { field: 'indicatorId', rule: 'unknown' })
    if (new Set(items.map(item => item.id)).size < items.length) return refuse('invalid', { field: 'items', rule: 'twice' })
    const place = actor.jurisdiction
    const made = id ?? randomUUID()
    const version = seen + 1
    return {
      value: { id: made },
      writes: [
        id
          ? [
              'update scheme set name = $3, year = $4, version = $5, retired = $6 where jurisdiction_id = $1 and id = $2',
              [place, made, name, year, version, retired],
            ]
          : [
              'insert into scheme (jurisdiction_id, id, name, year, version, retired) values ($1, $2, $3, $4, $5, $6)',
              [place, made, name, year, version, retired],
            ],
        [
          `insert into scheme_version (jurisdiction_id, scheme_id, version, name, year, items, why, by_id, by_name, at)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
          [place, made, version, name, year, JSON.stringify(items), why, actor.personId, actor.name, now],
        ],
      ],
      entries: [
        {
          action: id ? 'scheme.change' : 'scheme.add',
          target: `scheme:${made}`,
          summary: name,
          body: JSON.stringify({ year, version, retired, why, items }),
        },
      ],
    }
  },
}

/** A reason is kept with who gave it first; of other words, or of none that are flagged, there is none. */
function keptOf(
  { clearedWhy, ...item }: SchemeCommand['items'][number],
  before: readonly KeptItem[],
  said: Pick<Cleared, 'by' | 'at'>,
): KeptItem {
  const why = clearedWhy?.trim() ?? ''
  if (why.length < LEAST_REASON || objectionsTo(item).length === 0) return { ...item, cleared: null }
  const was = before.find(one => one.id === item.id)?.cleared
  const words = wordsOf(item)
  return { ...item, cleared: was && was.why === why && was.words === words ? was : { why, words, ...said } }
}
