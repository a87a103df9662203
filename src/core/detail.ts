// Moving an item on and adding to its facts, as a decision on the item: its stage and sum change with it, its facts beside it. Pure.
import type { Command, DecideContext, Decided, Say } from './command.ts'
import { dayOf } from './day.ts'
import { lookedAt } from './look.ts'
import { isRefusal, type Refusal, refuse } from './refusal.ts'
import { amend, type Moved, moveStage } from './stage.ts'
import type { Item } from './types.ts'

type Detailing = Extract<Command, { command: 'move' | 'amend' }>

export function detailed(item: Item, c: Detailing, ctx: DecideContext, said: Say): Decided | Refusal {
  if (item.kind === 'matter') return refuse('wrong-kind', { kind: item.kind })
  const at = { kind: item.kind, stage: item.stage!, stageOn: item.stageOn!, fields: ctx.fields ?? {} }
  const today = dayOf(ctx.now)
  const { named, settled, book } = ctx
  const { words } = c
  const moved =
    c.command === 'move'
      ? moveStage(at, c.to, c.evidence, { today, words, named, settled, book })
      : amend(at, c.fields, { today, words, named, book, ...(c.what ? { what: c.what } : {}) })
  if (isRefusal(moved)) return moved
  const looked = c.command === 'move' ? lookedAt(at, moved.next, today, ctx.book.calendar) : {}
  return { ...said({ ...stood(moved), ...looked }, { facts: moved.facts }), fields: moved.next.fields }
}

/** What of it stands with the item itself. */
export const stood = ({ next: { kind, stage, stageOn, sum } }: Moved): Pick<Item, 'kind' | 'stage' | 'stageOn' | 'sum'> => ({
  kind,
  stage,
  stageOn,
  sum,
})
