// The parts of an item as a target of `act`: broken down to units, prescribed to many, relayed below, weighed, added and taken out. All by the office.
import { randomUUID } from 'node:crypto'
import { may } from '../../core/access.ts'
import { attachFault, chain, type Link, MAX_DEPTH, type PartEvent } from '../../core/cascade.ts'
import type { PartDraft, PartsCommand, PartView } from '../../core/contract/cascade.ts'
import { dayOf } from '../../core/day.ts'
import { decide, type ItemEvent } from '../../core/decide.ts'
import { isRefusal, type Refusal, refuse } from '../../core/refusal.ts'
import type { Rulebook } from '../../core/rules.ts'
import type { Day, Item } from '../../core/types.ts'
import type { Entry } from '../audit.ts'
import { drawNumbers } from '../number.ts'
import { ITEM_COLUMNS, type ItemColumns, itemOf } from '../row.ts'
import { bookOf } from '../rules.ts'
import { type Counted, countedOf } from '../tally.ts'
import { contextOf, type Tx } from '../tx.ts'
import { unknownUnit } from '../unit.ts'
import { carried, type Move, partsOf, partValues, type Shown, shownPart, type Whole, wholesAbove } from '../whole.ts'
import type { Done, Kind, Moment, Write } from '../write.ts'
import { lastBy, nameOf, saveItem } from './item.ts'

export interface PartsTarget {
  id: string
  /** The version the person saw. */
  seen: number
}

interface Held {
  item: Item
  counted: Counted
}

interface Locked extends Held {
  /** What it is a part of already. */
  of: string | null
  documentId: string | null
}

interface State extends Held {
  parts: PartView[]
  wholes: Whole[]
  numbers: string[]
  byUnit: string | null
  /** The item that is added or taken out. */
  child: Locked | null
  childParts: PartView[]
  links: Link[]
  book: Rulebook
  lower: { id: string; name: string }[]
  here: string
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

export const lowerPlaces = (tx: Tx): Promise<{ id: string; name: string }[]> =>
  tx.rows('select id, name from jurisdiction where parent_id = $1 order by id', [tx.context.jurisdiction])

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

const dueFault = (dueOn: Day | null, whole: Item, allowLater: boolean, now: string, index: number): Refusal | null => {
  const today = dayOf(now)
  if (dueOn && dueOn < today) return refuse('due-in-past', { dueOn, today, index })
  return dueOn && whole.dueOn && dueOn > whole.dueOn && !allowLater ? refuse('due-after-whole', { dueOn, whole: whole.dueOn, index }) : null
}

const INSERT = `insert into item_part (jurisdiction_id, child_id, number, title, lead_unit_id, state, percent, light, reason, facts, overdue, due_on, measure,
    parent_id, parent_number, parent_title, position, weight, action_id, self_chosen)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)`

/** The row that hangs a part below its whole. */
export const hang = (
  shown: Shown,
  whole: { jurisdiction: string; id: string; number: string | null; title: string },
  place: { position: number; weight: number; actionId: string | null; selfChosen: boolean },
): Write => [
  INSERT,
  [
    whole.jurisdiction,
    shown.id,
    ...partValues(shown),
    whole.id,
    whole.number,
    whole.title,
    place.position,
    place.weight,
    place.actionId,
    place.selfChosen,
  ],
]

const asPart = (shown: Shown, weight: number): PartView => ({
  ...shown,
  kind: 'item',
  unitId: shown.leadUnitId,
  unit: null,
  weight,
  actionId: null,
  selfChosen: false,
  received: true,
  words: null,
  visible: true,
})

interface Told {
  kind: PartEvent
  facts: ItemEvent['facts']
  words?: string | null
}

/** The whole with its new parts, its event, and everything above it. */
function saved(
  state: State,
  parts: PartView[],
  told: Told,
  more: { writes: Write[]; moves: Move[]; entries: Entry[] },
  moment: Moment,
): Done<{ id: string; version: number }> {
  const before = state.item
  const hand = { ...moment, byUnit: state.byUnit, book: state.book }
  const version = before.version + 1
  const decided = { ...before, version }
  // What the parts make of it stands in the event: the history shows why the figure moved.
  const percent = saveItem(decided, before, [], hand, parts).next.percent
  const event: ItemEvent = { words: null, fileIds: [], ...told, facts: { ...told.facts, was: before.percent, percent } }
  const whole = saveItem(decided, before, [{ event, version }], hand, parts)
  const shown = shownPart(whole.next, whole.lit, dayOf(moment.now))
  return {
    value: { id: before.id, version },
    writes: [
      ...more.writes,
      ...whole.writes,
      ...carried(state.wholes, [shown], [...more.moves, { from: state.counted, to: whole.counted }], contextOf(moment.actor), moment.now),
    ],
    entries: [...whole.entries, ...more.entries] as [Entry, ...Entry[]],
  }
}

/** Registers and dispatches a part for each draft. */
function made(
  state: State,
  drafts: { draft: PartDraft; action: string | null }[],
  told: Told,
  first: Write[],
  allowLater: boolean,
  moment: Moment,
): Done<{ id: string; version: number }> | Refusal {
  const { item: whole } = state
  const more: { writes: Write[]; moves: Move[]; entries: Entry[] } = { writes: [...first], moves: [], entries: [] }
  const parts = [...state.parts]
  for (const [at, { draft, action }] of drafts.entries()) {
    const late = dueFault(draft.dueOn, whole, allowLater, moment.now, at)
    if (late) return late
    const { weight, ...rest } = draft
    const fields = { ...rest, topic: whole.topic, urgency: whole.urgency, coUnitIds: [] }
    const ids = { ...moment, book: state.book, id: randomUUID(), number: state.numbers[at]! }
    const registered = decide(null, { command: 'register', draft: fields, source: whole.source }, ids)
    if (isRefusal(registered)) return { ...registered, facts: { ...registered.facts, index: at } }
    const sent = decide(registered.next, { command: 'dispatch', clock: whole.clock?.key ?? null }, ids)
    if (isRefusal(sent)) return sent
    const events = [...registered.events.map(event => ({ event, version: 1 })), ...sent.events.map(event => ({ event, version: 2 }))]
    const child = saveItem(sent.next, null, events, { ...moment, byUnit: state.byUnit, book: state.book })
    const shown = shownPart(child.next, child.lit, dayOf(moment.now))
    more.writes.push(...child.writes, hang(shown, whole, { position: parts.length, weight, actionId: action, selfChosen: false }))
    more.moves.push({ from: null, to: child.counted })
    more.entries.push(...child.entries)
    parts.push({ ...asPart(shown, weight), actionId: action })
  }
  return saved(state, parts, told, more, moment)
}

function prescribed(state: State, command: Extract<PartsCommand, { command: 'prescribe' }>, moment: Moment) {
  const { item: whole } = state
  const actions = command.actions.map(action => ({ ...action, id: randomUUID() }))
  const writes = actions.map(
    (action): Write => [
      `insert into item_action (jurisdiction_id, whole_id, id, position, title, due_on)
     select $1, $2, $3, coalesce(max(position), -1) + 1, $4, $5 from item_action where jurisdiction_id = $1 and whole_id = $2`,
      [whole.jurisdiction, whole.id, action.id, action.title, action.dueOn],
    ],
  )
  const drafts = actions.flatMap(action =>
    [...new Set(command.unitIds)].map(leadUnitId => ({
      draft: { leadUnitId, title: action.title, dueOn: action.dueOn ?? whole.dueOn, measure: null, weight: 1 },
      action: action.id,
    })),
  )
  const facts = { n: actions.length, unitIds: command.unitIds, actions: actions.map(action => action.title) }
  return made(state, drafts, { kind: 'prescribe', facts }, writes, command.allowLater, moment)
}

function weighed(state: State, weights: { id: string; weight: number }[], moment: Moment) {
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

function attached(state: State, weight: number, moment: Moment): Done<{ id: string; version: number }> | Refusal {
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

function detached(state: State, id: string, words: string, moment: Moment): Done<{ id: string; version: number }> | Refusal {
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

const RELAY = `insert into relay (jurisdiction_id, id, item_id, lower_id, upper_name, lower_name, position, weight, title, sentence, source_title, source_day, due_on,
    measure, sent_at, sent_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`

function relayed(
  state: State,
  c: Extract<PartsCommand, { command: 'relay' }>,
  moment: Moment,
): Done<{ id: string; version: number }> | Refusal {
  const { item: whole } = state
  const late = dueFault(c.dueOn, whole, c.allowLater, moment.now, 0)
  if (late) return late
  const parts = [...state.parts]
  const writes: Write[] = []
  const names: string[] = []
  for (const to of new Set(c.to)) {
    const lower = state.lower.find(one => one.id === to)
    if (!lower) return refuse('not-lower', { to })
    const id = randomUUID()
    const { source } = whole
    writes.push([
      RELAY,
      [
        whole.jurisdiction,
        id,
        whole.id,
        to,
        state.here,
        lower.name,
        parts.length,
        c.weight,
        c.title,
        source?.sentence ?? c.title,
        source?.documentTitle ?? null,
        source?.documentDay ?? null,
        c.dueOn,
        c.measure,
        moment.now,
        moment.actor.name,
      ],
    ])
    names.push(lower.name)
    parts.push({
      ...{
        kind: 'relay',
        id,
        number: null,
        title: c.title,
        unitId: null,
        unit: lower.name,
        weight: c.weight,
        percent: 0,
        state: 'registered',
      },
      ...{ light: 'grey', reason: 'not-dispatched', facts: {}, overdue: false, dueOn: c.dueOn, measure: c.measure, actionId: null },
      ...{ selfChosen: false, received: false, words: null, visible: false },
    } as PartView)
  }
  return saved(state, parts, { kind: 'relay', facts: { to: names, dueOn: c.dueOn } }, { writes, moves: [], entries: [] }, moment)
}
