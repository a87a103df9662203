// Who may do what: one table, asked by the server before every act and by the web to show what is disabled and why.
import type { Actor, CommandName, Role } from './types.ts'

/**
 * How far a permission reaches: `all` of the jurisdiction; `party` items in which one of the actor's units is lead or co-unit;
 * `lead` items that one of the actor's units leads; `kinds` items of the kinds that are the role's business, whoever leads them. Row-level security in the database enforces `all`/`party`/`kinds` a second time.
 */
export type Reach = 'all' | 'party' | 'lead' | 'kinds'

export const ACTIONS = [
  'overview.read',
  'item.read',
  'item.register',
  'item.edit',
  'item.dispatch',
  'item.withdraw',
  'item.accept',
  'item.report',
  'item.submit',
  'item.close',
  'item.return',
  'item.suspend',
  'item.resume',
  'item.extend',
  'item.ask-extension',
  'item.grant-extension',
  'item.refuse-extension',
  'item.urge',
  'item.archive',
  'link.write',
  'item.break-down',
  'item.propose',
  'relay.receive',
  'item.plan-recheck',
  'item.recheck',
  'item.move',
  'item.amend',
  'item.link',
  'item.unlink',
  'campaign.end',
  'campaign.report',
  'risk.judge',
  'risk.bear',
  'warning.read',
  'warning.write',
  'rate.write',
  'boundary.write',
  'request.read',
  'request.draft',
  'request.check',
  'request.approve',
  'request.answer',
  'budget.write',
  'document.read',
  'document.write',
  'circular.write',
  'sheet.read',
  'sheet.issue',
  'slip.read',
  'slip.issue',
  'note.read',
  'note.write',
  'indicator.read',
  'indicator.write',
  'reading.write',
  'benchmark.read',
  'benchmark.write',
  'scheme.read',
  'scheme.write',
  'jurisdiction.read',
  'jurisdiction.write',
  'unit.read',
  'unit.write',
  'account.read',
  'account.write',
  'appointment.write',
  'rules.read',
  'rules.write',
  'calendar.write',
  'audit.read',
  'channel.write',
] as const
export type Action = (typeof ACTIONS)[number]

type Row = Partial<Record<Role, Reach>>

/** domain §7. A role that is not in the row may not. */
export const ACCESS: Record<Action, Row> = {
  'overview.read': {
    officer: 'all',
    leader: 'all',
    head: 'party',
    liaison: 'party',
    indicator_officer: 'party',
    investment_officer: 'party',
  },
  'item.read': { officer: 'all', leader: 'all', head: 'party', liaison: 'party', indicator_officer: 'party', investment_officer: 'party' },
  // 招商: who follows the projects enters them; to dispatch them is for the office.
  'item.register': { officer: 'all', investment_officer: 'kinds' },
  'item.edit': { officer: 'all', investment_officer: 'kinds' },
  'item.dispatch': { officer: 'all' },
  'item.withdraw': { officer: 'all' },
  'item.accept': { liaison: 'lead', head: 'lead' },
  'item.report': { liaison: 'party', head: 'party' },
  'item.submit': { liaison: 'lead', head: 'lead' },
  'item.close': { officer: 'all' },
  'item.return': { officer: 'all' },
  'item.suspend': { officer: 'all' },
  'item.resume': { officer: 'all' },
  'item.extend': { officer: 'all' },
  'item.ask-extension': { liaison: 'lead', head: 'lead' },
  'item.grant-extension': { officer: 'all' },
  'item.refuse-extension': { officer: 'all' },
  'item.urge': { officer: 'all', leader: 'all' },
  'item.archive': { officer: 'all', investment_officer: 'kinds' },
  'link.write': { officer: 'all' },
  // A department gives no orders to a township or another department: the office does, in the government's name.
  'item.break-down': { officer: 'all' },
  // 自选动作: a unit adds what it chose itself; the office takes it in or not.
  'item.propose': { liaison: 'lead', head: 'lead' },
  'relay.receive': { officer: 'all' },
  'item.plan-recheck': { officer: 'all' },
  'item.recheck': { officer: 'all' },
  // 招商: the office that follows the projects keeps their facts, whoever leads them.
  'item.move': { officer: 'all', liaison: 'lead', head: 'lead', investment_officer: 'kinds' },
  'item.amend': { officer: 'all', liaison: 'lead', head: 'lead', investment_officer: 'kinds' },
  'item.link': { officer: 'all', liaison: 'lead', head: 'lead', investment_officer: 'kinds' },
  'item.unlink': { officer: 'all', liaison: 'lead', head: 'lead', investment_officer: 'kinds' },
  // Where the open work of every unit goes is for the office to say; the report names every unit's.
  'campaign.end': { officer: 'all' },
  'campaign.report': { officer: 'all', leader: 'all' },
  // 研判、解除 are the office's; a risk is borne only by a leader, in his name (第一责任人).
  'risk.judge': { officer: 'all' },
  'risk.bear': { leader: 'all' },
  'warning.read': { officer: 'all', leader: 'all', indicator_officer: 'all' },
  'warning.write': { officer: 'all', indicator_officer: 'all' },
  'rate.write': { officer: 'all', investment_officer: 'all' },
  'boundary.write': { officer: 'all' },
  // 减负: what is asked of units is a register that all of them may read; answers are the sender's and the unit's own.
  'request.read': {
    officer: 'all',
    leader: 'all',
    head: 'party',
    liaison: 'party',
    indicator_officer: 'party',
    investment_officer: 'party',
  },
  'request.draft': { officer: 'all', liaison: 'lead', head: 'lead' },
  'request.check': { officer: 'all' },
  // Over budget a leader decides; the office enters what he decided elsewhere, under his name.
  'request.approve': { officer: 'all', leader: 'all' },
  'request.answer': { liaison: 'party', head: 'party' },
  'budget.write': { officer: 'all' },
  'document.read': {
    officer: 'all',
    leader: 'all',
    head: 'party',
    liaison: 'party',
    indicator_officer: 'party',
    investment_officer: 'party',
  },
  'document.write': { officer: 'all' },
  'circular.write': { officer: 'all', leader: 'all' },
  'sheet.read': { officer: 'all', leader: 'all' },
  'sheet.issue': { officer: 'all' },
  // The conclusion is fed back to the one inspected (政府督查工作条例): a unit reads the slips that are addressed to it.
  'slip.read': { officer: 'all', leader: 'all', head: 'party', liaison: 'party' },
  'slip.issue': { officer: 'all' },
  'note.read': { officer: 'all', leader: 'all' },
  // An officer only records what a leader wrote elsewhere, and stands beside it by name.
  'note.write': { leader: 'all', officer: 'all' },
  // A unit sees the published indicators, its own series, and those that it reports for everybody.
  'indicator.read': {
    officer: 'all',
    leader: 'all',
    indicator_officer: 'all',
    head: 'party',
    liaison: 'party',
    investment_officer: 'party',
  },
  'indicator.write': { officer: 'all', indicator_officer: 'all' },
  // One number, one source: a unit reports the indicators whose source it is.
  'reading.write': { officer: 'all', indicator_officer: 'all', liaison: 'party', head: 'party' },
  // Of published indicators; who reports them sees how they compare.
  'benchmark.read': { officer: 'all', leader: 'all', indicator_officer: 'all', head: 'party', liaison: 'party' },
  'benchmark.write': { officer: 'all', indicator_officer: 'all' },
  'scheme.read': { officer: 'all', leader: 'all', indicator_officer: 'all' },
  'scheme.write': { officer: 'all', indicator_officer: 'all' },
  // Names and codes only: what one's own upper and lower jurisdictions are.
  'jurisdiction.read': { officer: 'all', leader: 'all', system_admin: 'all' },
  'jurisdiction.write': { system_admin: 'all' },
  'unit.read': {
    officer: 'all',
    leader: 'all',
    head: 'all',
    liaison: 'all',
    indicator_officer: 'all',
    investment_officer: 'all',
    system_admin: 'all',
    security_admin: 'all',
  },
  'unit.write': { system_admin: 'all' },
  'account.read': { system_admin: 'all', security_admin: 'all' },
  'account.write': { system_admin: 'all' },
  'appointment.write': { security_admin: 'all' },
  'rules.read': { officer: 'all', leader: 'all', system_admin: 'all' },
  'rules.write': { officer: 'all' },
  // Public holidays are no business data: who looks after the system loads them.
  'calendar.write': { system_admin: 'all' },
  'audit.read': { audit_admin: 'all' },
  'channel.write': { system_admin: 'all' },
}

/** All items of these are seen by the role, and its reach `kinds` is to them. */
const KINDS_OF: Partial<Record<Role, readonly string[]>> = { investment_officer: ['project', 'visit', 'lesson'] }
/** An item that is not there yet. */
export const newOf = (kind: string) => ({ leadUnitId: null, coUnitIds: [], kind })
export const kindsOf = (actor: Pick<Actor, 'appointments'>): string[] => [
  ...new Set(actor.appointments.flatMap(a => KINDS_OF[a.role] ?? [])),
]

const RANK: Record<Reach, number> = { all: 3, party: 2, kinds: 1, lead: 1 }

/** The farthest reach that the actor's appointments give for an action, or null: he may not at all. */
export function reach(actor: Pick<Actor, 'appointments'>, action: Action): Reach | null {
  let best: Reach | null = null
  for (const { role } of actor.appointments) {
    const r = ACCESS[action][role]
    if (r && (!best || RANK[r] > RANK[best])) best = r
  }
  return best
}

/** Whether the actor may do the action to an item with these units, by any of his appointments. */
export function may(actor: Actor, action: Action, item?: { leadUnitId: string | null; coUnitIds: string[]; kind?: string }): boolean {
  const mine = (id: string | null) => id !== null && actor.unitIds.includes(id)
  return actor.appointments.some(({ role }) => {
    const far = ACCESS[action][role]
    if (!far || far === 'all' || !item) return Boolean(far)
    if (far === 'kinds') return item.kind !== undefined && (KINDS_OF[role]?.includes(item.kind) ?? false)
    return mine(item.leadUnitId) || (far === 'party' && item.coUnitIds.some(mine))
  })
}

/** The permission that a command on an item needs. */
export const actionOf = (command: CommandName): Action => `item.${command}`
