// Collects the people of one sentence as they are found, each place once; a list of names joined by 、 or 和 is taken whole.

import type { RawPerson, ReadContext } from './context.ts'
import { type Name, readName } from './name.ts'
import { postsIn, postWordAt } from './post.ts'
import type { Span } from './reading.ts'
import { seek } from './seek.ts'

export interface Scan {
  ctx: ReadContext
  text: string
  start: number
  end: number
  found: RawPerson[]
  posts: Span[]
}

type Reads = (text: string, at: number, end: number, need?: number) => Name | null

/** A name and those joined to it by 、 or 和: one post before a list belongs to each. */
export function addList(scan: Scan, first: Name, posts: string[], read: Reads = readName): number {
  const { text, end } = scan
  add(scan, first, posts)
  let at = first.end
  let shared = posts
  for (;;) {
    const bracket = text[at] === '（' || text[at] === '(' ? seek(text, text[at] === '（' ? '）' : ')', at, Math.min(end, at + 30)) : -1
    if (bracket > 0 && bracket - at < 30 && bracket < end) {
      const behind = postsIn(text, at + 1, bracket)
      const last = scan.found.at(-1)!
      for (const p of behind) if (!last.posts.includes(p.text)) last.posts.push(p.text)
      at = bracket + 1
    }
    // 县政协主席苏雅及任宏、高卫国等领导: what stands before 及 is the first one's own
    const apart = text[at] === '及' || text.startsWith('以及', at)
    if (at >= end || !(apart || '、和与'.includes(text[at]!))) return at
    const next = read(text, text[at] === '以' ? at + 2 : at + 1, end, 1)
    if (!next || postWordNear(text, next)) return at
    if (apart) shared = []
    add(scan, next, shared)
    at = next.end
  }
}

// 副县长李明、公安局局长王刚: what seems a name is the beginning of the next post
function postWordNear(text: string, name: Name): boolean {
  for (let i = name.start + 1; i <= name.end; i++) if (postWordAt(text, i, i + 5) > i && i < name.end) return true
  return false
}

export function add(scan: Scan, name: Name, posts: string[]) {
  if (isFound(scan, name.start)) return
  scan.found.push({ span: [name.start, name.end], name: name.name, posts: [...posts] })
}

export function isFound(scan: Scan, at: number): boolean {
  return scan.found.some(p => p.span[0] <= at && at < p.span[1])
}

export function isFoundBetween(scan: Scan, from: number, to: number): boolean {
  return scan.found.some(p => p.span[0] < to && p.span[1] > from)
}
