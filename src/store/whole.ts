// What stands above an item: the wholes that it is a part of, in this jurisdiction and the ones above, locked from below and carried along in its transaction.
import { counts, followsParts, isDone, lightOver, type Part, rollUp } from '../core/cascade.ts'
import type { PartView } from '../core/contract/cascade.ts'
import { dayOf } from '../core/day.ts'
import { isOverdue, type Lit, light } from '../core/light.ts'
import type { Rulebook } from '../core/rules.ts'
import type { Day, Instant, Item, State } from '../core/types.ts'
import { ITEM_COLUMNS, type ItemColumns, itemOf, updateItem } from './row.ts'
import { bookOf } from './rules.ts'
import { type Counted, countedOf, tallyWrites } from './tally.ts'
import type { Context, Tx } from './tx.ts'
import type { Write } from './write.ts'

/** What the whole shows of one of its parts. */
export type Shown = Pick<Item, 'id' | 'number' | 'title' | 'leadUnitId' | 'state' | 'percent' | 'dueOn' | 'measure' | 'lastReportAt'> &
  Lit & { overdue: boolean; words: string | null }

export const shownPart = (item: Item, lit: Lit, today: Day, words: string | null = null): Shown => ({
  id: item.id,
  number: item.number,
  title: item.title,
  leadUnitId: item.leadUnitId,
  state: item.state,
  percent: item.percent,
  dueOn: item.dueOn,
  measure: item.measure,
  lastReportAt: item.lastReportAt,
  ...lit,
  overdue: isOverdue(item, today),
  words,
})

interface Above {
  place: string
  item: Item
  counted: Counted
  parts: PartView[]
  /** What its jurisdiction goes by. */
  book: Rulebook
}
/** A whole, and how what was written hangs below it: as an item of the same jurisdiction, or as what a lower one made of a relay. */
export type Whole = Above & ({ by: 'part'; child: string } | { by: 'relay'; relay: string; documentId: string; beside: Shown[] })

/** The parts of an item in their order; `$1` jurisdiction, `$2` the whole. */
const PARTS = `select 'item' as kind, p.child_id as id, p.number, p.title, p.lead_unit_id as unit_id, u.name as unit, p.weight, p.percent, p.state, p.light,
    p.reason, p.facts, p.overdue, p.due_on, p.measure, p.action_id, p.self_chosen, true as received, null as words,
    exists (select 1 from item i where i.jurisdiction_id = p.jurisdiction_id and i.id = p.child_id) as visible, p.position
  from item_part p left join unit u on u.jurisdiction_id = p.jurisdiction_id and u.id = p.lead_unit_id
  where p.jurisdiction_id = $1 and p.parent_id = $2
  union all
  select 'relay', r.id, null, r.title, null, r.lower_name, r.weight, r.percent, r.state, r.light, r.reason, r.facts, r.overdue, r.due_on, r.measure, null, false,
    r.received_at is not null, r.words, false, r.position
  from relay r where r.jurisdiction_id = $1 and r.item_id = $2 and r.recalled_at is null
  order by position, id`

export async function partsOf(tx: Tx, place: string, id: string): Promise<PartView[]> {
  const rows = await tx.rows<PartView & { position: number }>(PARTS, [place, id])
  return rows.map(({ position: _, ...part }) => part)
}

/** For the rest of the transaction the program itself acts, within one jurisdiction: what a unit may not see it may still move. */
const ENTER: (place: string) => Write = place => [
  `select set_config('luoshi.jurisdiction', $1, true), set_config('luoshi.scope', 'all', true), set_config('luoshi.item', '', true)`,
  [place],
]
export const LEAVE: (context: Context) => Write = ({ jurisdiction, scope, itemId }) => [
  `select set_config('luoshi.jurisdiction', $1, true), set_config('luoshi.scope', $2, true), set_config('luoshi.item', $3, true)`,
  [jurisdiction, scope, itemId ?? ''],
]

const LOCK = `select ${ITEM_COLUMNS}, i.light, i.overdue from item i where i.jurisdiction_id = $1 and i.id = $2 for no key update`

/**
 * Locks everything above an item, nearest first. Every transaction locks an item before what stands above it, and the tree has no ring,
 * so none waits for another that waits for it.
 */
export async function wholesAbove(tx: Tx, below: Pick<Item, 'id'> & { documentId: string | null }): Promise<Whole[]> {
  const wholes: Whole[] = []
  let place = tx.context.jurisdiction
  await tx.rows(...ENTER(place))
  for (let at: { id: string; documentId: string | null } | null = below; at; ) {
    const next: Whole | null = (await partOf(tx, place, at.id)) ?? (at.documentId ? await relayOf(tx, place, at.documentId, [at.id]) : null)
    if (next) {
      wholes.push(next)
      place = next.place
    }
    at = next && { id: next.item.id, documentId: next.item.source?.documentId ?? null }
  }
  await tx.rows(...LEAVE(tx.context))
  return wholes
}

/** The same for new items of a document that came from above; empty when it came from elsewhere. */
export async function wholesAboveDocument(tx: Tx, documentId: string): Promise<Whole[]> {
  await tx.rows(...ENTER(tx.context.jurisdiction))
  const first = await relayOf(tx, tx.context.jurisdiction, documentId, [])
  await tx.rows(...LEAVE(tx.context))
  if (!first) return []
  const upper: Tx = { context: { ...tx.context, jurisdiction: first.place }, rows: tx.rows }
  const more = await wholesAbove(upper, { id: first.item.id, documentId: first.item.source?.documentId ?? null })
  await tx.rows(...LEAVE(tx.context))
  return [first, ...more]
}

async function above(tx: Tx, place: string, id: string): Promise<Above> {
  const [row] = await tx.rows<ItemColumns & Pick<Counted, 'light' | 'overdue'>>(LOCK, [place, id])
  const { light: lit, overdue, ...columns } = row!
  const item = itemOf(columns)
  // Only now: what another transaction wrote of a part while it held the whole is seen from here on.
  const parts = await partsOf(tx, place, id)
  const book = await bookOf({ context: { ...tx.context, jurisdiction: place }, rows: tx.rows })
  return { place, item, counted: countedOf(item, lit, overdue), parts, book }
}

async function partOf(tx: Tx, place: string, child: string): Promise<Whole | null> {
  const [link] = await tx.rows<{ parentId: string }>('select parent_id from item_part where jurisdiction_id = $1 and child_id = $2', [
    place,
    child,
  ])
  return link ? { ...(await above(tx, place, link.parentId)), by: 'part', child } : null
}

const RELAY = `select jurisdiction_id as place, id, item_id from relay
  where lower_id = $1 and document_id = $2 and recalled_at is null for no key update`
/** Items that the same relay became; parts of these are counted in them already. */
const BESIDE = `select i.id, i.number, i.title, i.lead_unit_id, i.state, i.percent, i.due_on, i.measure, i.last_report_at, i.light, i.reason, i.facts, i.overdue,
    null as words
  from item i where i.jurisdiction_id = $1 and i.document_id = $2 and i.id <> all ($3)
    and not exists (select 1 from item_part p where p.jurisdiction_id = i.jurisdiction_id and p.child_id = i.id)`

async function relayOf(tx: Tx, place: string, documentId: string, without: string[]): Promise<Whole | null> {
  const [row] = await tx.rows<{ place: string; id: string; itemId: string }>(RELAY, [place, documentId])
  if (!row) return null
  const beside = await tx.rows<Shown>(BESIDE, [place, documentId, without])
  await tx.rows(...ENTER(row.place))
  return { ...(await above(tx, row.place, row.itemId)), by: 'relay', relay: row.id, documentId, beside }
}

const SHOW = `update item_part set number = $3, title = $4, lead_unit_id = $5, state = $6, percent = $7, light = $8, reason = $9, facts = $10, overdue = $11,
    due_on = $12, measure = $13 where jurisdiction_id = $1 and child_id = $2`
export const partValues = (s: Shown): unknown[] => [
  s.number,
  s.title,
  s.leadUnitId,
  s.state,
  s.percent,
  s.light,
  s.reason,
  JSON.stringify(s.facts),
  s.overdue,
  s.dueOn,
  s.measure,
]
const SHOW_RELAY = `update relay set items = $3, state = $4, percent = $5, light = $6, reason = $7, facts = $8, overdue = $9, words = coalesce($10, words),
    reported_at = coalesce($11, reported_at) where jurisdiction_id = $1 and id = $2`

export interface Move {
  from: Counted | null
  to: Counted
}

/** The writes that follow from those of `written`, all directly below the first of `wholes`; with the tally of `moves`, which are theirs. */
export function carried(wholes: Whole[], written: Shown[], moves: Move[], context: Context, now: Instant): Write[] {
  const today = dayOf(now)
  const writes: Write[] = []
  let at = { place: context.jurisdiction, moves: [...moves] }
  let shown = written
  for (const whole of wholes) {
    if (whole.by === 'relay') {
      const all = [...whole.beside, ...shown]
      const one = asOne(all)
      // The lower level writes its own half under its own name.
      writes.push(ENTER(at.place), showRelay(whole, one, all.length), ...tallyWrites(at.place, at.moves), ENTER(whole.place))
      at = { place: whole.place, moves: [] }
      shown = [{ ...one, id: whole.relay }]
    } else writes.push(ENTER(whole.place), ...shown.map((s): Write => [SHOW, [whole.place, s.id, ...partValues(s)]]))
    const parts = whole.parts.map(part => ({ ...part, ...shown.find(s => s.id === part.id) }))
    const { next, lit } = follow(whole.item, parts, today, whole.book)
    const to = countedOf(next, lit.light, isOverdue(next, today))
    writes.push(updateItem(whole.item, next, lit, today))
    at.moves.push({ from: whole.counted, to })
    shown = [shownPart(next, lit, today)]
  }
  writes.push(...tallyWrites(at.place, at.moves))
  return wholes.length ? [...writes, LEAVE(context)] : writes
}

/** A whole after its parts changed: as far as they are, and no better lit. */
export function follow(item: Item, parts: Part[], today: Day, book: Rulebook): { next: Item; lit: Lit } {
  const rolled = rollUp(parts)
  const next = rolled && followsParts(item.state) ? { ...item, percent: rolled.percent } : item
  return { next, lit: lightOver(light(next, today, book.calendar, book.light), rolled) }
}

/** Several items that a relay became, as the upper level sees them: one. */
function asOne(all: Shown[]): Shown {
  const [first] = all
  if (all.length === 1) return first!
  const parts = all.map((s): Part => ({ ...s, weight: 1, selfChosen: false }))
  const rolled = rollUp(parts)
  if (!rolled) return first!
  const open = parts.filter(part => counts(part) && !isDone(part.state))
  const state: State = open.length === 0 ? 'closed' : (open.find(part => part.state === 'in_progress')?.state ?? open[0]!.state)
  const lit: Lit = { light: rolled.light, reason: 'parts', facts: { ...rolled.lights, of: rolled.parts, title: rolled.because } }
  const last = all.map(s => s.lastReportAt).reduce((a, b) => ((a ?? '') > (b ?? '') ? a : b), null)
  return {
    ...first!,
    ...lit,
    state,
    percent: rolled.percent,
    overdue: all.some(s => s.overdue),
    words: all.findLast(s => s.words)?.words ?? null,
    lastReportAt: last,
  }
}

const showRelay = (whole: Whole & { by: 'relay' }, one: Shown, items: number): Write => [
  SHOW_RELAY,
  [
    whole.place,
    whole.relay,
    items,
    one.state,
    one.percent,
    one.light,
    one.reason,
    JSON.stringify(one.facts),
    one.overdue,
    one.words,
    one.lastReportAt,
  ],
]
