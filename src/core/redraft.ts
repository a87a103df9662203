// What follows for the drafts of a document when its reading is corrected: what nobody set otherwise follows, the rest stays. Pure.
import type { Reading } from '../reader/reading.ts'
import { type Correctable, type Correction, corrected } from './correction.ts'
import { type Draft, draftItems } from './draft.ts'
import { traced } from './trace.ts'
import type { Unit } from './types.ts'

const FOLLOWING = ['title', 'topic', 'leadUnitId', 'coUnitIds', 'dueOn', 'measure'] as const

/** A draft as it is kept. */
export type Held = Pick<Draft, 'index' | 'chosen' | (typeof FOLLOWING)[number]> & { itemId: string | null }
interface Follow {
  index: number
  /** A draft of a directive that a person added. */
  fresh: Draft | null
  changes: Partial<Pick<Draft, 'chosen' | (typeof FOLLOWING)[number]>>
}

/** Lists from which drafts are made. */
export const DRAFTED: readonly Correctable[] = ['directives', 'dates', 'quantities']

interface Made {
  reading: Reading
  text: string
  units: Unit[]
  /** The jurisdiction's full name. */
  place: string
}

export function redraft(held: readonly Held[], was: readonly Correction[], next: Correction, made: Made): Follow[] {
  const [before, after] = [draftsOf(was, made), draftsOf([...was, next], made)]
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((index): Follow[] => {
    const [old, now] = [before.get(index), after.get(index)]
    const draft = held.find(d => d.index === index)
    if (!draft) return now && !old ? [{ index, fresh: now, changes: {} }] : []
    if (draft.itemId) return []
    // Nobody gave what was struck out; put back, it is chosen as it first was.
    const changes: Follow['changes'] = !now ? { chosen: false } : !old ? { chosen: now.chosen } : changed(old, now, draft)
    return same(changes, pick(draft, Object.keys(changes))) ? [] : [{ index, fresh: null, changes }]
  })
}

function changed(old: Draft, now: Draft, draft: Held): Follow['changes'] {
  const moved = FOLLOWING.filter(field => !same(old[field], now[field]) && same(old[field], draft[field]))
  return pick(now, moved)
}

/** By the index of the directive in the reader's own list, which drafts keep. */
function draftsOf(corrections: readonly Correction[], { reading, text, units, place }: Made): Map<number, Draft> {
  const drawn = traced(reading, corrections, 'directives').filter(one => !one.struck)
  const drafts = draftItems(corrected(reading, corrections), text, units, place)
  const own = (draft: Draft, at: number): Draft => {
    const { index, own: read } = drawn[at]!
    // Whoever adds a directive by hand wants something done, however it is worded.
    return { ...draft, index, ...(read ? {} : { chosen: true, slogan: false }) }
  }
  return new Map(drafts.map((draft, at) => [drawn[at]!.index, own(draft, at)]))
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)
const pick = <D extends object>(draft: D, fields: readonly string[]): Follow['changes'] =>
  Object.fromEntries(fields.map(field => [field, draft[field as keyof D]]))
