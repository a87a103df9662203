// The permission that a command on an item of a kind needs: mostly the command's own, else the one that the kind names for a stage or a draft. Pure.
import { type Action, actionOf, may } from './access.ts'
import { type ItemKind, KIND, rowOf } from './kind.ts'
import type { Actor, CommandName, Item } from './types.ts'

export const registerAction = (kind: ItemKind): Action => (kind === 'matter' ? 'item.register' : (KIND[kind].drafts ?? 'item.register'))

/** Such an item is never dispatched. */
export const isDrafted = (kind: ItemKind): boolean => kind !== 'matter' && KIND[kind].drafts !== undefined

type At = Pick<Item, 'kind' | 'stage' | 'leadUnitId' | 'coUnitIds'>

/** `to`: the stage to which it is to move. */
export function permissionFor(item: At, command: CommandName, to?: string): Action {
  if (item.kind === 'matter') return actionOf(command)
  const { stages, drafts } = KIND[item.kind]
  if (command === 'edit' && drafts && item.stage === rowOf(item.kind)[0]) return drafts
  return (command === 'move' && to && stages[to]?.may) || actionOf(command)
}

/** Whether there is anything that the actor may do by the command; a move to one stage is enough. */
export function mayCommand(actor: Actor, item: At, command: CommandName): boolean {
  if (command !== 'move' || item.kind === 'matter') return may(actor, permissionFor(item, command), item)
  return Object.keys(KIND[item.kind].stages).some(to => may(actor, permissionFor(item, command, to), item))
}
