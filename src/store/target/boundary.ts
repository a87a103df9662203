// The boundary file of a jurisdiction as a target of `act`: one at a time; the audit has which file it was and which file it took the place of.
import { createHash } from 'node:crypto'
import { may } from '../../core/access.ts'
import type { Boundary } from '../../core/boundary.ts'
import { refuse } from '../../core/refusal.ts'
import type { Kind } from '../write.ts'

type BoundaryCommand = { command: 'set'; name: string; boundary: Boundary } | { command: 'delete' }

interface State {
  was: { name: string; sha256: string } | null
}

const SET = `insert into boundary (jurisdiction_id, name, sha256, shape, by_id, by_name, at) values ($1, $2, $3, $4, $5, $6, $7)
  on conflict (jurisdiction_id) do update set name = excluded.name, sha256 = excluded.sha256, shape = excluded.shape, by_id = excluded.by_id,
    by_name = excluded.by_name, at = excluded.at`

export const boundary: Kind<object, BoundaryCommand, State, { ok: true }> = {
  async load(tx, _target, { command }, { actor }) {
    if (!may(actor, 'boundary.write')) return refuse('not-allowed', { action: 'boundary.write' })
    const [was] = await tx.rows<NonNullable<State['was']>>('select name, sha256 from boundary where jurisdiction_id = $1 for update', [
      tx.context.jurisdiction,
    ])
    return command === 'delete' && !was ? refuse('not-found') : { was: was ?? null }
  },

  decide({ was }, _target, command, { actor, now }) {
    const place = actor.jurisdiction
    const entry = { target: `boundary:${place}`, summary: command.command === 'set' ? command.name : was!.name }
    if (command.command === 'delete')
      return {
        value: { ok: true },
        writes: [['delete from boundary where jurisdiction_id = $1', [place]]],
        entries: [{ ...entry, action: 'boundary.delete', body: JSON.stringify({ was }) }],
      }
    const { name, boundary } = command
    const shape = JSON.stringify(boundary)
    const sha256 = createHash('sha256').update(shape).digest('hex')
    const names = boundary.features.map(feature => feature.properties.name)
    return {
      value: { ok: true },
      writes: [[SET, [place, name, sha256, shape, actor.personId, actor.name, now]]],
      entries: [{ ...entry, action: 'boundary.set', body: JSON.stringify({ name, sha256, names, was }) }],
    }
  },
}
