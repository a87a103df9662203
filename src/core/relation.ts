// How items hang together beside the cascade: a closed table of relations, and linking two of them as a decision on the first. Pure.
import type { Command, DecideContext, Decided, Say } from './command.ts'
import { type ItemKind, KIND } from './kind.ts'
import { type Refusal, refuse } from './refusal.ts'
import type { Item } from './types.ts'

/** 线索来自考察 出自考察 借鉴自经验 是风险的应对措施 纳入专项 承接自 */
export const RELATION_NAMES = ['found-on', 'learned-on', 'adapted-from', 'measure-of', 'belongs-to', 'continues'] as const
export type RelationName = (typeof RELATION_NAMES)[number]

const OPEN_WORK = ['matter', 'project', 'reform'] as const
const FRAMES = ['campaign', 'programme'] as const

/** Names of kinds; the item that is linked is of one in `from`, what it is linked to of one in `to`. */
export const RELATIONS: Record<RelationName, { from: readonly string[]; to: readonly string[] }> = {
  'found-on': { from: ['project'], to: ['visit'] },
  'learned-on': { from: ['lesson'], to: ['visit'] },
  'adapted-from': { from: ['matter'], to: ['lesson'] },
  'measure-of': { from: OPEN_WORK, to: ['risk'] },
  'belongs-to': { from: [...OPEN_WORK, 'risk'], to: FRAMES },
  continues: { from: [...OPEN_WORK, 'risk', ...FRAMES], to: FRAMES },
}

/** The relations that an item of the kind may have to another. */
export const relationsOf = (kind: ItemKind): RelationName[] => RELATION_NAMES.filter(name => RELATIONS[name].from.includes(kind))

/** The other item of a link as the store found it; `by`: the relations in which the first stands to it already. */
export interface Other {
  id: string
  kind: ItemKind
  number: string | null
  title: string
  /** Where it stands, when it may have ended. */
  stage?: string | null
  by: RelationName[]
}

/** A campaign or programme of which it was said where its open work goes. */
export const hasEnded = ({ kind, stage }: Pick<Other, 'kind' | 'stage'>): boolean =>
  kind !== 'matter' && KIND[kind].stages[stage ?? '']?.settles === true

/** Why the one is not linked to the other, or null. */
export function linkFault(from: { id: string; kind: ItemKind }, relation: RelationName, to: Other | undefined): Refusal | null {
  if (!to || to.id === from.id) return refuse('invalid', { field: 'to', rule: 'id' })
  const { from: froms, to: tos } = RELATIONS[relation]
  if (!froms.includes(from.kind) || !tos.includes(to.kind)) return refuse('wrong-relation', { relation, from: from.kind, to: to.kind })
  // Nothing more belongs to what has ended and been reported; what goes on from there continues it.
  if (relation === 'belongs-to' && hasEnded(to)) return refuse('taker-ended')
  return to.by.includes(relation) ? refuse('same-already') : null
}

type Relating = Extract<Command, { command: 'link' | 'unlink' }>

/** The link itself stands beside the item; its history says what it was linked to, and by what name. */
export function related(item: Item, { command, relation, to }: Relating, ctx: DecideContext, said: Say): Decided | Refusal {
  const other = ctx.others?.[to]
  const wrong = command === 'link' ? linkFault(item, relation, other) : other?.by.includes(relation) ? null : refuse('same-already')
  return wrong ?? said({}, { facts: { relation, to, number: other!.number, title: other!.title } })
}
