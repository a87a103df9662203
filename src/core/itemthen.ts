// An item as it stood at the end of a day, by its history: what was done later to its deadline, its unit, its name or its course is taken back. Pure.
import type { Day } from './types.ts'

/** What of an item decides whether it is counted, whose it is, and whether it is late. */
export interface ItemStand {
  title: string
  leadUnitId: string | null
  dueOn: Day | null
  /** Days in Beijing. */
  sentOn: Day | null
  submittedOn: Day | null
  closedOn: Day | null
  suspended: boolean
}

export interface ItemDone {
  kind: string
  /** On which it was done, in Beijing. */
  day: Day
  facts: Readonly<Record<string, unknown>>
}

interface ItemAt {
  stand: ItemStand
  /** False: the history and the ledger contradict each other, or the history does not tell it; `stand` is the best guess. */
  sure: boolean
}

type Told = 'title' | 'leadUnitId' | 'dueOn'
type Run = Omit<ItemStand, Told>

/** Those of which `itemThen` learns anything; the others may be left out. */
export const TELLING = [
  'register',
  'edit',
  'dispatch',
  'adopt',
  'withdraw',
  'submit',
  'return',
  'close',
  'suspend',
  'resume',
  'extend',
  'grant-extension',
] as const

/** What each kind of event says of a field: its value from then on. Withdrawing may take a deadline back without saying so. */
const SAYS: Record<string, readonly Told[]> = {
  register: ['title'],
  edit: ['title', 'leadUnitId', 'dueOn'],
  dispatch: ['leadUnitId', 'dueOn'],
  resume: ['dueOn'],
  extend: ['dueOn'],
  'grant-extension': ['dueOn'],
}

/** `done`: all of the TELLING kinds, the oldest first. */
export function itemThen(now: ItemStand, done: readonly ItemDone[], until: Day): ItemAt {
  const at = done.findIndex(({ day }) => day > until)
  if (at < 0) return asItIs(now, until)
  const [before, later] = [done.slice(0, at), done.slice(at)]
  const fields = (['title', 'leadUnitId', 'dueOn'] as const).map(name => fieldThen(name, now, before, later))
  const [title, leadUnitId, dueOn] = fields.map(({ value }) => value)
  const stand = { ...run(before), title, leadUnitId, dueOn } as ItemStand
  const last = run(done)
  const same = (Object.keys(last) as (keyof Run)[]).every(name => last[name] === now[name])
  return { stand, sure: same && fields.every(({ sure }) => sure) }
}

/** Nothing was done later, so it stood as it does, unless the ledger dates something later. */
function asItIs(now: ItemStand, until: Day): ItemAt {
  const by = (day: Day | null) => (day !== null && day > until ? null : day)
  const stand = { ...now, sentOn: by(now.sentOn), submittedOn: by(now.submittedOn), closedOn: by(now.closedOn) }
  return { stand, sure: stand.sentOn === now.sentOn && stand.submittedOn === now.submittedOn && stand.closedOn === now.closedOn }
}

/** Its course: sent out, handed in, struck off, suspended. */
function run(done: readonly ItemDone[]): Run {
  const at: Run = { sentOn: null, submittedOn: null, closedOn: null, suspended: false }
  for (const { kind, day } of done) {
    if (kind === 'dispatch' || kind === 'adopt') at.sentOn = day
    else if (kind === 'withdraw') at.sentOn = null
    else if (kind === 'submit') at.submittedOn = day
    else if (kind === 'return') at.submittedOn = null
    else if (kind === 'close') at.closedOn = day
    else if (kind === 'suspend' || kind === 'resume') at.suspended = kind === 'suspend'
  }
  return at
}

/** As it was last said by then; else as it was before it was first said anew; else as it is. */
function fieldThen(name: Told, now: ItemStand, before: readonly ItemDone[], later: readonly ItemDone[]) {
  const told = [...before, ...later].filter(e => touches(name, e))
  const newest = told.at(-1)
  // Somebody changed it without a word: nothing that was said of it can be relied on.
  const sure = !newest || said(name, newest) === undefined || said(name, newest) === now[name]
  const held = before.findLast(e => touches(name, e))
  const value = held && said(name, held)
  if (value !== undefined) return { value, sure }
  const next = later.find(e => touches(name, e))
  if (!next) return { value: now[name], sure }
  const was = wasOf(name, next)
  return { value: was === undefined ? now[name] : was, sure: sure && was !== undefined }
}

const touches = (name: Told, { kind, facts }: ItemDone): boolean =>
  kind === 'edit'
    ? Array.isArray(facts.fields) && facts.fields.includes(name)
    : (kind === 'withdraw' && name === 'dueOn') || SAYS[kind]?.includes(name) === true

/** Undefined: it does not tell. */
function said(name: Told, { kind, facts }: ItemDone): string | null | undefined {
  const value = kind === 'withdraw' ? undefined : facts[name]
  return typeof value === 'string' || value === null ? value : undefined
}

function wasOf(name: Told, { kind, facts }: ItemDone): string | null | undefined {
  const value = kind === 'edit' ? facts[`was.${name}`] : name === 'dueOn' ? facts.was : undefined
  return typeof value === 'string' || value === null ? value : undefined
}

/** Sent out, and not struck off. */
const isOpenThen = ({ sentOn, closedOn }: ItemStand): boolean => sentOn !== null && closedOn === null

/** As `isOverdue` of core/light.ts, on a day that is over: what was handed in by its day and waits for the office is not the unit's delay. */
export const isLateThen = (stand: ItemStand, day: Day): boolean => isOpenThen(stand) && isPastDue(stand, day)

/** Also of what was never sent out: a project has a deadline from its registration. */
export const isPastDue = ({ closedOn, suspended, dueOn, submittedOn }: ItemStand, day: Day): boolean =>
  closedOn === null && !suspended && dueOn !== null && dueOn < (submittedOn ?? day)
