// An item broken down to units and lower levels: weights, roll-up, the light of the whole, and the chain from a part to its root. Knows no cycle.
import type { Light, State } from './types.ts'

/** An item as a part of another; `parentId` null: a root. */
export interface Part {
  id: string
  parentId: string | null
  /** Any number from 0 up; only the proportion among brothers counts. */
  weight: number
  /** 0–100, as reported; used only where nothing hangs below. */
  percent: number
  state: State
  light: Light
}

/** Deepest chain that can be made: nation, province, city, county, township, village, and two to spare (product choice). */
export const MAX_DEPTH = 8

export const CASCADE_FAULTS = ['itself', 'cycle', 'unknown-parent', 'too-deep', 'weight'] as const
export type CascadeFault = { fault: (typeof CASCADE_FAULTS)[number]; facts: Record<string, string | number | string[]> }

/** Why `id` cannot hang below `parentId` with this weight; null: it can. */
export function attachFault(id: string, parentId: string, weight: number, parts: readonly Part[]): CascadeFault | null {
  if (!Number.isFinite(weight) || weight < 0) return { fault: 'weight', facts: { weight: String(weight) } }
  if (id === parentId) return { fault: 'itself', facts: { id } }
  const byId = new Map(parts.map(part => [part.id, part]))
  if (!byId.has(parentId)) return { fault: 'unknown-parent', facts: { parentId } }
  const above = chain(parentId, parts)
  if (above.includes(id)) return { fault: 'cycle', facts: { path: [id, ...above.slice(0, above.indexOf(id) + 1)] } }
  const depth = above.length + height(id, parts)
  return depth > MAX_DEPTH ? { fault: 'too-deep', facts: { depth, most: MAX_DEPTH } } : null
}

/** From the part up to its root, both included. Data that already holds a cycle is a bug, not a document: RangeError. */
export function chain(id: string, parts: readonly Part[]): string[] {
  const byId = new Map(parts.map(part => [part.id, part]))
  const path: string[] = []
  for (let at: string | null = id; at !== null; at = byId.get(at)?.parentId ?? null) {
    if (path.includes(at)) throw new RangeError(`part ${at} is below itself`)
    path.push(at)
  }
  return path
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

export interface CascadeRules {
  /** The whole is red when red parts carry more than this share of the weight, else yellow; 0: one is enough (product choice). */
  redAbove: number
}
export const CASCADE_RULES: CascadeRules = { redAbove: 0 }

/** Why the whole has its light: `parts` hang below (counts of their lights), or it stands `alone`. */
export interface RolledUp {
  /** With one decimal, never rounded up to 100. */
  percent: number
  /** States of what hangs directly below. */
  states: Partial<Record<State, number>>
  /** Every part below is closed or archived: the whole can be submitted. */
  ready: boolean
  light: Light
  reason: 'alone' | 'all-grey' | 'worst-part' | 'red-within-limit' | 'all-green'
  lights: Record<Light, number>
  /** Ids of the parts that made it so, the heaviest first. */
  because: string[]
  /** Share of each part directly below, in their order. */
  shares: { id: string; share: number }[]
}

/** The roll-up of one item over everything below it. Linear in the parts. */
export function rollUp(rootId: string, parts: readonly Part[], rules: CascadeRules = CASCADE_RULES): RolledUp {
  const below = childrenOf(parts)
  const order = downwards(rootId, below)
  const byId = new Map(parts.map(part => [part.id, part]))
  if (!byId.has(rootId)) throw new RangeError(`no part ${rootId}`)
  const percents = new Map<string, number>()
  const rolled = new Map<string, RolledUp>()
  for (const id of order.reverse()) {
    const part = byId.get(id)!
    const children = below.get(id) ?? []
    const shares = weightShares(children.map(child => child.weight))
    // Kept unrounded on the way up; a weighted mean may leave its range by the last bit.
    const mean = children.reduce((sum, child, at) => sum + shares[at]! * percents.get(child.id)!, 0)
    const allDone = children.every((child, at) => shares[at] === 0 || percents.get(child.id) === 100)
    const percent = children.length === 0 ? part.percent : allDone ? 100 : Math.min(mean, 100)
    percents.set(id, percent)
    const lights = children.map(child => rolled.get(child.id)!.light)
    rolled.set(id, {
      percent: percent === 100 ? 100 : Math.min(99.9, Math.round(percent * 10) / 10),
      states: countStates(children),
      ready: children.length > 0 && children.every(child => child.state === 'closed' || child.state === 'archived'),
      ...lightOf(part, children, lights, shares, rules),
      shares: children.map((child, at) => ({ id: child.id, share: shares[at]! })),
    })
  }
  return rolled.get(rootId)!
}

/** Trouble below is never hidden above: the worst light of the parts decides; grey ones say nothing while another speaks. */
function lightOf(part: Part, children: Part[], lights: Light[], shares: number[], rules: CascadeRules) {
  const counts: Record<Light, number> = { green: 0, yellow: 0, red: 0, grey: 0 }
  for (const light of lights) counts[light]++
  const ids = (light: Light): string[] =>
    children
      .map((child, at) => ({ id: child.id, share: shares[at]!, light: lights[at]! }))
      .filter(one => one.light === light)
      .sort((a, b) => b.share - a.share)
      .map(one => one.id)
  const say = (light: Light, reason: RolledUp['reason'], because: string[]) => ({ light, reason, lights: counts, because })
  if (children.length === 0) return say(part.light, 'alone', [])
  if (counts.grey === children.length) return say('grey', 'all-grey', ids('grey'))
  if (counts.red > 0) {
    const weight = shares.reduce((sum, share, at) => (lights[at] === 'red' ? sum + share : sum), 0)
    return weight > rules.redAbove || rules.redAbove === 0
      ? say('red', 'worst-part', ids('red'))
      : say('yellow', 'red-within-limit', ids('red'))
  }
  return counts.yellow > 0 ? say('yellow', 'worst-part', ids('yellow')) : say('green', 'all-green', [])
}

function countStates(children: Part[]): RolledUp['states'] {
  const states: RolledUp['states'] = {}
  for (const { state } of children) states[state] = (states[state] ?? 0) + 1
  return states
}

function childrenOf(parts: readonly Part[]): Map<string, Part[]> {
  const below = new Map<string, Part[]>()
  for (const part of parts) {
    if (part.parentId === null) continue
    const list = below.get(part.parentId)
    if (list) list.push(part)
    else below.set(part.parentId, [part])
  }
  return below
}

/** The root and everything below it, each before what hangs below it. */
function downwards(rootId: string, below: Map<string, Part[]>): string[] {
  const order = [rootId]
  const seen = new Set(order)
  for (let at = 0; at < order.length; at++)
    for (const { id } of below.get(order[at]!) ?? []) {
      if (seen.has(id)) throw new RangeError(`part ${id} is below itself`)
      seen.add(id)
      order.push(id)
    }
  return order
}

/** Levels from the part down to its deepest, itself included. */
function height(id: string, parts: readonly Part[]): number {
  const below = childrenOf(parts)
  const depth = new Map([[id, 1]])
  let most = 1
  for (const at of downwards(id, below))
    for (const child of below.get(at) ?? []) {
      depth.set(child.id, depth.get(at)! + 1)
      most = Math.max(most, depth.get(at)! + 1)
    }
  return most
}
