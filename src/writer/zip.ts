// Packs parts into a zip whose bytes depend on nothing but the parts: fixed order, fixed time, no machine's name.

import { strToU8, unzipSync, type Zippable, zipSync } from 'fflate'

/** The first day a zip can hold, on the clock of this machine, which is what a zip keeps; the true dates stand in the document's own properties. */
const epoch = (): Date => new Date(1980, 0, 1)

/** `[Content_Types].xml` first, as readers that sniff the type expect, the rest by name. Level 0 does not compress. */
export function packZip(parts: ReadonlyMap<string, string | Uint8Array>, level: 0 | 6 = 6): Uint8Array {
  const names = [...parts.keys()].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))
  const zippable: Zippable = {}
  for (const name of names) {
    const part = parts.get(name)!
    zippable[name] = typeof part === 'string' ? strToU8(part) : part
  }
  return zipSync(zippable, { mtime: epoch(), level })
}

export function unpackZip(bytes: Uint8Array): Map<string, Uint8Array> {
  return new Map(Object.entries(unzipSync(bytes)))
}

function rank(name: string): number {
  return name === '[Content_Types].xml' ? 0 : name === '_rels/.rels' ? 1 : 2
}
