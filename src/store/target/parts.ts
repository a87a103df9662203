// The parts of an item as a target of `act`: broken down to units, prescribed to many, relayed below, weighed, added and taken out. All by the office.
import { may } from '../../core/access.ts'
import { attachFault, chain, type Link, MAX_DEPTH } from '../../core/cascade.ts'
import type { PartsCommand } from '../../core/contract/cascade.ts'
import { isRefusal, type Refusal, refuse } from '../../core/refusal.ts'
import type { Item } from '../../core/types.ts'
import { drawNumbers } from '../number.ts'
import { ITEM_COLUMNS, type ItemColumns, itemOf } from '../row.ts'
import { bookOf } from '../rules.ts'
import { type Counted, countedOf } from '../tally.ts'
import type { Tx } from '../tx.ts'
import { unknownUnit } from '../unit.ts'
import { partsOf, wholesAbove } from '../whole.ts'
import type { Kind } from '../write.ts'
import { lastBy, nameOf } from './item.ts'
import { made, prescribed } from './partsmade.ts'
import { attached, detached, weighed } from './partsmoved.ts'
import { lowerPlaces, relayed } from './partsrelayed.ts'
import type { Locked, State } from './wholesave.ts'

interface PartsTarget {
  id: string
  /** The version the person saw. */
  seen: number
}

const LOCK = `select ${ITEM_COLUMNS}, i.light, i.overdue,
    coalesce((select p.parent_number from item_part p where p.jurisdiction_id = i.jurisdiction_id and p.child_id = i.id),
      (select r.upper_name from relay r where r.lower_id = i.jurisdiction_id and r.document_id = i.document_id)) as of
  from item i where i.jurisdiction_id = $1 and i.id = $2 for no key update of i`

/** Everything above the whole and below the part, without locks: whoever changes it waits for the tree's own lock. */
const LINKS = `with recursive up as (
    select child_id as id, parent_id from item_part where jurisdiction_id = $1 and child_id = $2
    union select p.child_id, p.parent_id from item_part p join up on p.jurisdiction_id = $1 and p.child_id = up.parent_id
  ), down as (
    select child_id as id, parent_id from item_part where jurisdiction_id = $1 and parent_id = $3
    union select p.child_id, p.parent_id from item_part p join down on p.jurisdiction_id = $1 and p.parent_id = down.id
  ) select id, parent_id from up union select id, parent_id from down`

const OPEN: readonly Item['state'][] = ['dispatched', 'in_progress', 'returned']

export const parts: Kind<PartsTarget, PartsCommand, State, { id: string; version: number }> = {
  async load(tx, target, command, { actor, now }) {
    const place = actor.jurisdiction
    if (!may(actor, 'item.break-down')) return refuse('not-allowed', { action: 'item.break-down' })
    // One hand at a time makes and unmakes trees: two at once could close a ring.
    await tx.rows(`select pg_advisory_xact_lock(1006, hashtext($1))`, [place])
    const childId = await childOf(tx, command)
    if (isRefusal(childId)) return childId
    const links = await tx.rows<Link>(LINKS, [place, target.id, childId ?? target.id])
    const fault = ringFault(command, childId, target.id, links)
    if (fault) return fault
    // From below: the part before the whole, as every other transaction does.
    const child = childId ? await lock(tx, childId) : null
    const found = await lock(tx, target.id)
    if (!found || (childId && !child)) return refuse('not-found')
    const { version } = found.item
    if (version !== target.seen) return refuse('stale-version', { seen: target.seen, now: version, by: await lastBy(tx, target.id) })
    const units = unitsOf(command)
    const bad = await unknownUnit(tx, units)
    if (bad) return bad
    const state = {
      ...found,
      child,
      childParts: child ? await partsOf(tx, place, child.item.id) : [],
      links,
      book: await bookOf(tx),
      parts: await partsOf(tx, place, target.id),
      wholes: await wholesAbove(tx, { id: target.id, documentId: found.documentId }),
      byUnit: await nameOf(
        tx,
        actor.appointments.flatMap(a => a.unitId ?? []),
      ),
    }
    const lower = command.command === 'relay' ? await lowerPlaces(tx) : []
    const [home] = await tx.rows<{ office: string }>('select office from jurisdiction where id = $1', [place])
    const count =
      command.command === 'break-down' ? command.parts.length : command.command === 'prescribe' ? command.actions.length * units.length : 0
    return { ...state, lower, here: home?.office ?? '', numbers: count ? await drawNumbers(tx, now, count) : [] }
  },

  decide(state, _target, command, moment) {
    if (!OPEN.includes(state.item.state)) return refuse('wrong-state', { state: state.item.state, command: command.command })
    switch (command.command) {
      case 'break-down':
        return made(
          state,
          command.parts.map(draft => ({ draft, action: null })),
          { kind: 'break-down', facts: { n: command.parts.length, unitIds: [...new Set(command.parts.map(p => p.leadUnitId))] } },
          [],
          command.allowLater,
          moment,
        )
      case 'prescribe':
        return prescribed(state, command, moment)
      case 'weigh':
        return weighed(state, command.weights, moment)
      case 'attach':
        return attached(state, command.weight, moment)
      case 'detach':
        return detached(state, command.id, command.words, moment)
      case 'relay':
        return relayed(state, command, moment)
    }
  },
}

async function lock(tx: Tx, id: string): Promise<Locked | null> {
  const [row] = await tx.rows<ItemColumns & Pick<Counted, 'light' | 'overdue'> & { of: string | null }>(LOCK, [tx.context.jurisdiction, id])
  if (!row) return null
  const { light, overdue, of, ...columns } = row
  const item = itemOf(columns)
  return {
    item,
    counted: countedOf(item, light, overdue),
    of,
    documentId: columns.documentId,
  }
}

/** The item that the command adds, by its number, or takes out; null when there is none, as with a relay. */
async function childOf(tx: Tx, command: PartsCommand): Promise<string | null | Refusal> {
  const place = tx.context.jurisdiction
  if (command.command === 'attach') {
    const [row] = await tx.rows<{ id: string }>('select id from item where jurisdiction_id = $1 and number = $2', [place, command.number])
    return row?.id ?? refuse('no-such-number', { number: command.number })
  }
  if (command.command !== 'detach') return null
  const [row] = await tx.rows<{ childId: string }>('select child_id from item_part where jurisdiction_id = $1 and child_id = $2', [
    place,
    command.id,
  ])
  return row?.childId ?? null
}

function ringFault(command: PartsCommand, childId: string | null, wholeId: string, links: Link[]): Refusal | null {
  const tooDeep = refuse('too-deep', { most: MAX_DEPTH })
  if (command.command === 'break-down' || command.command === 'prescribe') return chain(wholeId, links).length >= MAX_DEPTH ? tooDeep : null
  if (command.command !== 'attach') return null
  const fault = attachFault(childId!, wholeId, links)
  return fault === 'too-deep' ? tooDeep : fault && refuse('part-ring', { number: command.number })
}

const unitsOf = (command: PartsCommand): string[] =>
  command.command === 'break-down' ? command.parts.map(p => p.leadUnitId) : command.command === 'prescribe' ? command.unitIds : []
