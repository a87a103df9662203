// Parts weighed, taken in and taken out: the whole follows, and the part that comes or goes has its own event of it.

import type { ItemEvent } from '../../core/command.ts'
import { dayOf } from '../../core/day.ts'
import { type Refusal, refuse } from '../../core/refusal.ts'
import { type Move, shownPart } from '../whole.ts'
import type { Done, Moment, Write } from '../write.ts'
import { saveItem } from './item.ts'
import { asPart, hang, type State, saved, type Told } from './wholesave.ts'

export function weighed(state: State, weights: { id: string; weight: number }[], moment: Moment) {
  const changes = weights.flatMap(({ id, weight }) => {
    const part = state.parts.find(p => p.id === id)
    return part && part.weight !== weight ? [{ part, weight }] : []
  })
  const unknown = weights.find(({ id }) => !state.parts.some(p => p.id === id))
  if (unknown) return refuse('not-found')
  const writes = changes.map(
    ({ part, weight }): Write => [
      part.kind === 'item'
        ? 'update item_part set weight = $3 where jurisdiction_id = $1 and child_id = $2'
        : 'update relay set weight = $3 where jurisdiction_id = $1 and id = $2',
      [state.item.jurisdiction, part.id, weight],
    ],
  )
  const parts = state.parts.map(p => ({ ...p, weight: changes.find(c => c.part.id === p.id)?.weight ?? p.weight }))
  const said = changes.map(({ part, weight }) => `${part.unit ?? part.title} ${part.weight}→${weight}`)
  return saved(state, parts, { kind: 'weigh', facts: { changes: said } }, { writes, moves: [], entries: [] }, moment)
}

/** One more event in the part's own history. */
function toldChild(state: State, told: Told, moment: Moment) {
  const { item, counted } = state.child!
  const version = item.version + 1
  const event: ItemEvent = { words: null, fileIds: [], ...told }
  const child = saveItem(
    { ...item, version },
    item,
    [{ event, version }],
    { ...moment, byUnit: state.byUnit, book: state.book },
    state.childParts,
  )
  return { ...child, move: { from: counted, to: child.counted } satisfies Move, shown: shownPart(child.next, child.lit, dayOf(moment.now)) }
}

export function attached(state: State, weight: number, moment: Moment): Done<{ id: string; version: number }> | Refusal {
  const { item: child, of } = state.child!
  if (of) return refuse('already-part', { number: child.number, of })
  if (child.state === 'archived' || child.state === 'proposed') return refuse('wrong-state', { state: child.state, command: 'attach' })
  const { item: whole } = state
  const told = toldChild(state, { kind: 'attach', facts: { to: whole.number } }, moment)
  const facts = { number: child.number, title: child.title }
  const place = { position: state.parts.length, weight, actionId: null, selfChosen: false }
  const more = { writes: [...told.writes, hang(told.shown, whole, place)], moves: [told.move], entries: told.entries }
  return saved(state, [...state.parts, asPart(told.shown, weight)], { kind: 'attach', facts }, more, moment)
}

export function detached(state: State, id: string, words: string, moment: Moment): Done<{ id: string; version: number }> | Refusal {
  const part = state.parts.find(p => p.id === id)
  if (!part) return refuse('not-found')
  const rest = state.parts.filter(p => p.id !== id)
  const { jurisdiction } = state.item
  if (part.kind === 'relay') {
    const recall: Write = ['update relay set recalled_at = $3 where jurisdiction_id = $1 and id = $2', [jurisdiction, id, moment.now]]
    const told: Told = { kind: 'recall', facts: { to: part.unit, title: part.title }, words }
    return saved(state, rest, told, { writes: [recall], moves: [], entries: [] }, moment)
  }
  const child = toldChild(state, { kind: 'detach', facts: { to: state.item.number }, words }, moment)
  const cut: Write = ['delete from item_part where jurisdiction_id = $1 and child_id = $2', [jurisdiction, id]]
  const told: Told = { kind: 'detach', facts: { number: part.number, title: part.title }, words }
  return saved(state, rest, told, { writes: [...child.writes, cut], moves: [child.move], entries: child.entries }, moment)
}
