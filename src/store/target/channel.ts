// The robot of a group as a target of `act`. Its address and secret arrive sealed and are never given out again.
import { randomUUID } from 'node:crypto'
import { may } from '../../core/access.ts'
import { refuse } from '../../core/refusal.ts'
import type { Robot } from '../../core/robot.ts'
import { unknownUnit } from '../unit.ts'
import type { Kind, Write } from '../write.ts'

interface ChannelTarget {
  /** null adds one. */
  id: string | null
}

/** The host is shown; the rest is sealed by whoever holds the key. */
export interface Hook {
  host: string
  sealed: string
}

type ChannelCommand =
  | { command: 'add'; robot: Robot; name: string; unitId: string | null; hook: Hook }
  | { command: 'change'; name?: string; unitId?: string | null; enabled?: boolean; hook?: Hook }
  | { command: 'remove' }
  | { command: 'test'; delivered: boolean }

interface Found {
  name: string
  unitId: string | null
  enabled: boolean
  host: string
  sealed: string
}

export const channel: Kind<ChannelTarget, ChannelCommand, Found | null, { id: string }> = {
  async load(tx, target, command, { actor }) {
    if (!may(actor, 'channel.write')) return refuse('not-allowed', { action: 'channel.write' })
    const units = 'unitId' in command && command.unitId ? [command.unitId] : []
    const [[found], bad] = await Promise.all([
      tx.rows<Found>('select name, unit_id, enabled, host, sealed from channel where jurisdiction_id = $1 and id = $2 for update', [
        actor.jurisdiction,
        target.id,
      ]),
      unknownUnit(tx, units),
    ])
    if (target.id !== null && !found) return refuse('not-found')
    return bad ?? found ?? null
  },

  decide(found, target, command, { actor, now }) {
    const place = actor.jurisdiction
    const id = target.id ?? randomUUID()
    const done = (name: string, writes: Write[], body: object) => ({
      value: { id },
      writes,
      entries: [{ action: `channel.${command.command}`, target: `channel:${id}`, summary: name, body: JSON.stringify(body) }] as [
        { action: string; target: string; summary: string; body: string },
      ],
    })
    if (command.command === 'add') {
      const { robot, name, unitId, hook } = command
      const row = [place, id, robot, name, unitId, hook.host, hook.sealed, now]
      const ADD = `insert into channel (jurisdiction_id, id, robot, name, unit_id, host, sealed, created_at) values ($1, $2, $3, $4, $5, $6, $7, $8)`
      return done(name, [[ADD, row]], { robot, unitId, host: hook.host })
    }
    const was = found!
    if (command.command === 'test') return done(was.name, [], { delivered: command.delivered })
    if (command.command === 'remove') {
      const rows = [place, id]
      const LETTERS = `delete from delivery where jurisdiction_id = $1 and channel_id = $2`
      return done(
        was.name,
        [
          [LETTERS, rows],
          ['delete from channel where jurisdiction_id = $1 and id = $2', rows],
        ],
        {},
      )
    }
    const { name = was.name, unitId = was.unitId, enabled = was.enabled, hook } = command
    const CHANGE = `update channel set name = $3, unit_id = $4, enabled = $5, host = $6, sealed = $7 where jurisdiction_id = $1 and id = $2`
    const row = [place, id, name, unitId, enabled, hook?.host ?? was.host, hook?.sealed ?? was.sealed]
    return done(name, [[CHANGE, row]], { unitId, enabled, ...(hook ? { host: hook.host } : {}) })
  },
}
