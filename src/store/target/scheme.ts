// Assessment schemes as a target of `act`: each saving makes a version, and the ones before stay.
import { randomUUID } from 'node:crypto'
import { may } from '../../core/access.ts'
import { refuse } from '../../core/refusal.ts'
import type { KeptItem } from '../../core/scheme.ts'
import type { Kind } from '../write.ts'

interface SchemeTarget {
  /** null adds one. */
  id: string | null
  /** The version the person saw. */
  seen: number
}

interface SchemeCommand {
  command: 'save'
  name: string
  year: number
  items: KeptItem[]
  why: string | null
  retired: boolean
}

interface State {
  before: { version: number; by: string } | null
  indicators: Set<string>
}

const BEFORE = `select s.version, v.by_name as by from scheme s
  join scheme_version v on v.jurisdiction_id = s.jurisdiction_id and v.scheme_id = s.id and v.version = s.version
  where s.jurisdiction_id = $1 and s.id = $2 for update of s`

export const scheme: Kind<SchemeTarget, SchemeCommand, State, { id: string }> = {
  async load(tx, { id }, { items }, { actor }) {
    if (!may(actor, 'scheme.write')) return refuse('not-allowed', { action: 'scheme.write' })
    const place = tx.context.jurisdiction
    const [[before], known] = await Promise.all([
      tx.rows<{ version: number; by: string }>(BEFORE, [place, id]),
      tx.rows<{ id: string }>('select id from indicator where jurisdiction_id = $1 and id = any($2)', [
        place,
        items.flatMap(item => item.indicatorId ?? []),
      ]),
    ])
    if (id && !before) return refuse('not-found')
    return { before: before ?? null, indicators: new Set(known.map(i => i.id)) }
  },

  decide({ before, indicators }, { id, seen }, { name, year, items, why, retired }, { actor, now }) {
    if (seen !== (before?.version ?? 0)) return refuse('stale-version', { seen, now: before?.version ?? 0, by: before?.by ?? null })
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
