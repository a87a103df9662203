// Which commands an actor could give for an item now, and why not the others: for buttons that stand there disabled with the reason. Pure.
import { URGE_COOLDOWN_HOURS } from './decide.ts'
import { LIFE } from './life.ts'
import { isLookedAt } from './look.ts'
import { isDrafted, mayCommand } from './permission.ts'
import type { RefusalCode } from './refusal.ts'
import { relationsOf } from './relation.ts'
import { type Actor, COMMANDS, type CommandName, type Instant, type Item } from './types.ts'

export const HINDRANCES = [
  'wrong-state',
  'not-allowed',
  'own-report',
  'urged-recently',
  'no-lead-unit',
  'no-deadline',
  'extension-pending',
  'no-extension',
  'wrong-kind',
] as const satisfies readonly RefusalCode[]
type Hindrance = (typeof HINDRANCES)[number]

type Offered = Pick<
  Item,
  'state' | 'leadUnitId' | 'coUnitIds' | 'reportedBy' | 'urgedAt' | 'dueOn' | 'askedDue' | 'closedAt' | 'kind' | 'stage'
>

/** Each command with null when `decide` would not refuse it for the item's sake, else the reason. What the person fills in is not judged here. */
export function offers(item: Offered, actor: Actor, now: Instant): Record<CommandName, Hindrance | null> {
  const entries = COMMANDS.map((command): [CommandName, Hindrance | null] => [command, hindrance(item, actor, command, now)])
  return Object.fromEntries(entries) as Record<CommandName, Hindrance | null>
}

function hindrance(item: Offered, actor: Actor, command: CommandName, now: Instant): Hindrance | null {
  if (!mayCommand(actor, item, command)) return 'not-allowed'
  if (command === 'dispatch' && isDrafted(item.kind)) return 'wrong-kind'
  if (!LIFE[item.state][command] || command === 'register') return 'wrong-state'
  if ((command === 'move' || command === 'amend') && item.kind === 'matter') return 'wrong-kind'
  if ((command === 'link' || command === 'unlink') && !relationsOf(item.kind).length) return 'wrong-kind'
  if (command === 'dispatch' && !item.leadUnitId) return 'no-lead-unit'
  if ((command === 'recheck' || command === 'plan-recheck') && !isLookedAt(item)) return 'wrong-state'
  if (command === 'ask-extension') return item.askedDue ? 'extension-pending' : item.dueOn ? null : 'no-deadline'
  if (command === 'grant-extension' || command === 'refuse-extension') return item.askedDue ? null : 'no-extension'
  if ((command === 'close' || command === 'recheck') && item.reportedBy === actor.personId) return 'own-report'
  const hours = item.urgedAt ? (Date.parse(now) - Date.parse(item.urgedAt)) / 3_600_000 : Number.POSITIVE_INFINITY
  return command === 'urge' && hours < URGE_COOLDOWN_HOURS ? 'urged-recently' : null
}
