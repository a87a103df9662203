// Finding what a printed name means among those that are known: sure only when it is one's own name; what is near is offered, never taken. Pure.

export interface Named {
  id: string
  /** The whole name, short names, a code. */
  names: readonly string[]
}

interface Meaning {
  /** Null: nothing has that name, or several have. */
  id: string | null
  /** The nearest first, three at most. */
  maybe: string[]
}

export type Finder = (text: string) => Meaning

/** 一、 （一） 1. 1、 ① 其中： # * · before a name */
const LEAD = /^(?:\(?[一二三四五六七八九十]{1,3}[、)]|\(?\d{1,2}(?:[、)]|\.(?!\d))|[①-⑳]|其中|[#*·•\-—–:：\s])+/

/** 青禾县 · 全县 · 我县 before a name say only whose it is. */
const WHOSE = /^(?:全|我)?(?:省|市|县|区|州|盟|旗)(?=.{2})/

export function bareName(text: string, place = ''): string {
  const plain = text
    .replace(/[①-⑳]/g, '')
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(LEAD, '')
    .replace(/[:：,，、;；。]+$/, '')
    .toLowerCase()
  const after = place !== '' && plain.startsWith(place) && plain.length > place.length ? plain.slice(place.length) : plain
  return after.replace(WHOSE, '')
}

/** Near enough to be offered (product choice). */
const NEAR = 0.55
const MOST_OFFERED = 3

export function nameFinder(all: readonly Named[], place = ''): Finder {
  const own = new Map<string, Set<string>>()
  for (const { id, names } of all)
    for (const name of names) {
      const key = bareName(name, place)
      if (key === '') continue
      own.set(key, (own.get(key) ?? new Set()).add(id))
    }
  const known = new Map<string, Meaning>()
  const find = (want: string): Meaning => {
    const ids = own.get(want)
    if (ids?.size === 1) return { id: [...ids][0]!, maybe: [] }
    if (ids) return { id: null, maybe: [...ids].slice(0, MOST_OFFERED) }
    return { id: null, maybe: want.length < 2 || want.length > 60 ? [] : nearest(want, own) }
  }
  return text => {
    const want = bareName(text, place)
    let meaning = known.get(want)
    if (!meaning) known.set(want, (meaning = find(want)))
    return meaning
  }
}

function nearest(want: string, own: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  const best = new Map<string, number>()
  for (const [name, ids] of own) {
    const near = nearness(want, name)
    if (near >= NEAR) for (const id of ids) best.set(id, Math.max(near, best.get(id) ?? 0))
  }
  return [...best]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, MOST_OFFERED)
    .map(([id]) => id)
}

/** One name inside the other is near; else the share of pairs of letters that both have (Dice). */
function nearness(a: string, b: string): number {
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  if (short.length >= 2 && long.includes(short)) return Math.max(0.6, short.length / long.length)
  const pairs = (text: string) => new Set([...text].slice(1).map((letter, at) => [...text][at]! + letter))
  const [left, right] = [pairs(a), pairs(b)]
  const both = [...left].filter(pair => right.has(pair)).length
  return (2 * both) / (left.size + right.size || 1)
}
