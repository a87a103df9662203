// A frame that indicators hang from as a target of `act`: added, renamed, hung elsewhere, removed and brought back. What hangs from it stays, and boards of earlier days keep what it was.
import { randomUUID } from 'node:crypto'
import { reach } from '../../core/access.ts'
import { refuse } from '../../core/refusal.ts'
import type { Tx } from '../tx.ts'
import type { Done, Kind } from '../write.ts'

interface FrameTarget {
  /** null adds one. */
  id: string | null
}

type FrameCommand =
  | { command: 'add'; name: string; parentId: string | null }
  /** `seen`: the name that the person saw. What is left out stays. */
  | { command: 'change'; name?: string; parentId?: string | null; seen: string }
  | { command: 'remove'; seen: string }
  | { command: 'restore' }

interface Row {
  id: string
  name: string
  parentId: string | null
  removed: boolean
}

interface State {
  found: Row | null
  /** Every frame: locked together, so that two who move frames make no ring. */
  frames: Map<string, Row>
  position: number
}

const FRAMES = 'select id, name, parent_id, removed from frame where jurisdiction_id = $1 order by id for no key update'
const POSITION = 'select coalesce(max(position), 0) + 1 as position from frame where jurisdiction_id = $1'
const INSERT = 'insert into frame (jurisdiction_id, id, name, parent_id, position) values ($1, $2, $3, $4, $5)'
const UPDATE = 'update frame set name = $3, parent_id = $4, removed = $5 where jurisdiction_id = $1 and id = $2'

export const frame: Kind<FrameTarget, FrameCommand, State, { id: string }> = {
  async load(tx: Tx, { id }, _command, { actor }) {
    if (reach(actor, 'indicator.write') !== 'all') return refuse('not-allowed', { action: 'indicator.write' })
    const place = [tx.context.jurisdiction]
    const [rows, [last]] = await Promise.all([tx.rows<Row>(FRAMES, place), tx.rows<{ position: number }>(POSITION, place)])
    const frames = new Map(rows.map(row => [row.id, row]))
    const found = id === null ? null : (frames.get(id) ?? null)
    if (id !== null && !found) return refuse('not-found')
    return { found, frames, position: last!.position }
  },

  decide({ found, frames, position }, _target, command, { actor }) {
    const place = actor.jurisdiction
    const usable = (id: string | null) => id === null || frames.get(id)?.removed === false
    const same = (row: Row, name: string, parentId: string | null) => row.name === name && row.parentId === parentId
    const saved = (row: Row, action: string, body: object): Done<{ id: string }> => ({
      value: { id: row.id },
      writes: [[UPDATE, [place, row.id, row.name, row.parentId, row.removed]]],
      entries: [{ action: `frame.${action}`, target: `frame:${row.id}`, summary: row.name, body: JSON.stringify(body) }],
    })
    if (command.command === 'add') {
      const { name, parentId } = command
      if (!usable(parentId)) return refuse('invalid', { field: 'parentId', rule: 'unknown' })
      const there = [...frames.values()].find(f => same(f, name, parentId))
      // The same name at the same place is the same frame.
      if (there?.removed) return saved({ ...there, removed: false }, 'restore', {})
      if (there) return refuse('name-taken', { name })
      const id = randomUUID()
      return {
        value: { id },
        writes: [[INSERT, [place, id, name, parentId, position]]],
        entries: [{ action: 'frame.add', target: `frame:${id}`, summary: name, body: JSON.stringify({ parentId }) }],
      }
    }
    const was = found!
    if (command.command === 'restore') return was.removed ? saved({ ...was, removed: false }, 'restore', {}) : refuse('same-already')
    if (was.removed) return refuse('not-found')
    if (was.name !== command.seen) return refuse('frame-renamed', { name: was.name })
    if (command.command === 'remove') return saved({ ...was, removed: true }, 'remove', { parentId: was.parentId })
    const next = { ...was, name: command.name ?? was.name, parentId: command.parentId === undefined ? was.parentId : command.parentId }
    if (same(was, next.name, next.parentId)) return refuse('same-already')
    if (!usable(next.parentId)) return refuse('invalid', { field: 'parentId', rule: 'unknown' })
    for (let at = next.parentId; at; at = frames.get(at)?.parentId ?? null) if (at === was.id) return refuse('frame-ring')
    if ([...frames.values()].some(f => f.id !== was.id && same(f, next.name, next.parentId)))
      return refuse('name-taken', { name: next.name })
    const moves = next.parentId !== was.parentId
    return saved(next, moves ? 'move' : 'rename', {
      ...(next.name === was.name ? {} : { was: was.name, name: next.name }),
      ...(moves ? { from: was.parentId, to: next.parentId } : {}),
    })
  },
}
