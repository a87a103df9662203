// What is known around a request when it is written: its units, what they are asked and may be asked, the leaders, and what it is merged into.
import { chargesOf } from '../core/burden.ts'
import type { Command } from '../core/command.ts'
import type { Fields } from '../core/kind.ts'
import { askingAt, type RequestGround } from '../core/request.ts'
import type { Item } from '../core/types.ts'
import { askedOf, budgetIn, budgetsOf } from './burden.ts'
import { unitsById } from './request.ts'
import { LEADERS } from './requestview.ts'
import type { Tx } from './tx.ts'

const SURVIVOR = `select id, kind, stage, co_unit_ids as unit_ids from item where jurisdiction_id = $1 and id = $2 for share`

/** Commands that change what a request is or costs. */
export const touchesRequest = ({ command }: Pick<Command, 'command'>): boolean => ['register', 'edit', 'move', 'amend'].includes(command)

export async function requestGround(tx: Tx, item: Item | null, fields: Fields, command: Command): Promise<RequestGround> {
  const draft = 'draft' in command ? command.draft : {}
  const leadUnitId = draft.leadUnitId === undefined ? (item?.leadUnitId ?? null) : draft.leadUnitId
  const unitIds = draft.coUnitIds ?? item?.coUnitIds ?? []
  const into = command.command === 'move' && command.to === 'merged' ? (command.evidence.mergedInto ?? fields.mergedInto) : null
  const place = tx.context.jurisdiction
  const [units, asked, budgets, leaders, [survivor = null]] = await Promise.all([
    unitsById(tx, [leadUnitId, ...unitIds]),
    askedOf(tx, unitIds),
    budgetsOf(tx),
    tx.rows<{ name: string }>(LEADERS, [place]),
    typeof into === 'string' && UUID.test(into) ? tx.rows<NonNullable<RequestGround['survivor']>>(SURVIVOR, [place, into]) : [],
  ])
  const own = item && askingAt({ item, fields })
  const charges = new Map(own ? chargesOf(own).map(c => [c.month, c.minutes]) : [])
  return {
    sender: units.find(u => u.id === leadUnitId) ?? null,
    units: units.filter(u => unitIds.includes(u.id)),
    asked: (unitId, month) => asked(unitId, month) - (own?.unitIds.includes(unitId) ? (charges.get(month) ?? 0) : 0),
    budget: budgetIn(budgets),
    leaders: leaders.map(l => l.name),
    survivor,
  }
}
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
