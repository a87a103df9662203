// An item broken down to units and lower levels: weights, roll-up, the light of the whole, and what may hang below what. Knows no database.
import type { Lit } from './light.ts'
import type { Light, State } from './types.ts'

/** What the history of a whole says of its parts: 分解 调整权重 并入 移出 下达 撤回下达, and of what a unit chose itself: 提出 采纳 不采纳. */
export const PART_EVENTS = [
  'break-down',
  'prescribe',
  'weigh',
  'attach',
  'detach',
  'relay',
  'recall',
  'propose',
  'adopt',
  'decline',
] as const
export type PartEvent = (typeof PART_EVENTS)[number]

/** One part of a whole, as the whole sees it. */
export interface Part {
  id: string
  title: string
  /** Any number from 0 up; only the proportion among brothers counts. */
  weight: number
  /** 0–100. */
  percent: number
  state: State
  light: Light
  /** A unit's own addition: shown, and never counted for or against what was asked. */
  selfChosen: boolean
}

/** Whose part an item is; `parentId` null: of none. */
export interface Link {
  id: string
  parentId: string | null
}

/** Deepest chain that can be made: nation, province, city, county, township, village, and two to spare (product choice). */
export const MAX_DEPTH = 8

export const CASCADE_FAULTS = ['itself', 'cycle', 'too-deep'] as const
type CascadeFault = (typeof CASCADE_FAULTS)[number]

/** Why `id` cannot hang below `parentId`; null: it can. `links`: everything above the parent and below the item. */
export function attachFault(id: string, parentId: string, links: readonly Link[]): CascadeFault | null {
  if (id === parentId) return 'itself'
  const above = chain(parentId, links)
  if (above.includes(id)) return 'cycle'
  return above.length + height(id, links) > MAX_DEPTH ? 'too-deep' : null
}

/** From the part up to its root, both included. Data that already holds a cycle is a bug, not a document: RangeError. */
export function chain(id: string, links: readonly Link[]): string[] {
  const above = new Map(links.map(link => [link.id, link.parentId]))
  const path: string[] = []
  for (let at: string | null = id; at !== null; at = above.get(at) ?? null) {
    if (path.includes(at)) throw new RangeError(`part ${at} is below itself`)
    path.push(at)
  }
  return path
}

/** Levels from the item down to its deepest, itself included. */
function height(id: string, links: readonly Link[]): number {
  let most = 0
  for (let level = new Set([id]); level.size > 0; most++) {
    if (most > links.length) throw new RangeError(`part ${id} is below itself`)
    level = new Set(links.filter(link => link.parentId !== null && level.has(link.parentId)).map(link => link.id))
  }
  return most
}

/** The weights as shares that add up to 1. All zero means that nobody was preferred: equal shares. */
export function weightShares(weights: readonly number[]): number[] {
  if (weights.some(weight => !Number.isFinite(weight) || weight < 0))
    throw new RangeError('weights must be finite numbers, none below zero')
  // By the greatest first, so that the sum of very large weights stays a number.
  const most = weights.reduce((a, b) => Math.max(a, b), 0)
  const scaled = most === 0 ? weights.map(() => 1) : weights.map(weight => weight / most)
  const sum = scaled.reduce((a, b) => a + b, 0)
  return scaled.map(weight => weight / sum)
}

export const isDone = (state: State): boolean => state === 'closed' || state === 'archived'

/** Whether the part is counted: filed away without having been done, it asks for nothing any more. */
export const counts = (part: Pick<Part, 'selfChosen' | 'state' | 'percent'>): boolean =>
  !part.selfChosen && !(part.state === 'archived' && part.percent < 100)

interface RolledUp {
  /** With one decimal, never rounded up to 100. */
  percent: number
  /** Parts that are counted, and those of them that are still to be done. */
  parts: number
  open: number
  light: Light
  lights: Record<Light, number>
  /** The heaviest of the parts that give it its light. */
  because: string | null
}

/** The roll-up of one whole over the parts directly below it; null when none is counted. */
export function rollUp(all: readonly Part[]): RolledUp | null {
  const parts = all.filter(counts)
  if (parts.length === 0) return null
  const shares = weightShares(parts.map(part => part.weight))
  // A weighted mean may leave its range by the last bit.
  const mean = Math.min(
    100,
    parts.reduce((sum, part, at) => sum + shares[at]! * part.percent, 0),
  )
  const allDone = parts.every((part, at) => shares[at] === 0 || part.percent === 100)
  const lights: Record<Light, number> = { green: 0, yellow: 0, red: 0, grey: 0 }
  for (const part of parts) lights[part.light]++
  // Trouble below is never hidden above: the worst decides; grey ones say nothing while another speaks.
  const light: Light = lights.red ? 'red' : lights.yellow ? 'yellow' : lights.green ? 'green' : 'grey'
  const heaviest = parts.filter(part => part.light === light).sort((a, b) => b.weight - a.weight)[0]
  return {
    percent: allDone ? 100 : Math.min(99.9, Math.round(mean * 10) / 10),
    parts: parts.length,
    open: parts.filter(part => !isDone(part.state)).length,
    light,
    lights,
    because: heaviest?.title ?? null,
  }
}

const RANK: Record<Light, number> = { grey: 0, green: 1, yellow: 2, red: 3 }
/** What the item's own state says is not changed by its parts. */
const SETTLED: readonly Lit['reason'][] = ['closed', 'not-dispatched', 'suspended', 'awaiting-verification']

/** The light of a whole: its own, or that of its parts where that is worse. */
export function lightOver(own: Lit, rolled: RolledUp | null): Lit {
  if (!rolled || SETTLED.includes(own.reason) || RANK[rolled.light] <= RANK[own.light]) return own
  const { red, yellow } = rolled.lights
  return { light: rolled.light, reason: 'parts', facts: { red, yellow, of: rolled.parts, title: rolled.because } }
}

/** While it is carried out, a whole is as far as its parts; what was handed in stays as it was handed in. */
export const followsParts = (state: State): boolean => !isDone(state) && state !== 'pending_verification'
