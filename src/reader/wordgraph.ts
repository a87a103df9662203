// The words of a dictionary as one graph in typed arrays, letter by letter; built once, read by those who look for words in a text.

export interface WordGraph {
  /** The node behind the first letter, by the letter; 0 where no word begins with it. */
  firsts: Uint16Array
  /** 1 where a word ends at the node. */
  ends: Uint8Array
  /** The node behind a letter at a node, 0 when no word goes on with it. */
  next(node: number, code: number): number
}

/** `backwards` for words that are known by their ends: their last letter is looked for first. */
export function makeWordGraph(words: Iterable<string>, backwards = false): WordGraph {
  const firsts = new Uint16Array(0x10000)
  const edges = new Map<number, number>()
  const ending: number[] = []
  let nodes = 0
  for (const word of words) {
    let node = 0
    for (let i = 0; i < word.length; i++) {
      const code = word.charCodeAt(backwards ? word.length - 1 - i : i)
      let child = node === 0 ? firsts[code]! : (edges.get(edge(node, code)) ?? 0)
      if (child === 0) {
        child = ++nodes
        if (node === 0) firsts[code] = child
        else edges.set(edge(node, code), child)
      }
      node = child
    }
    if (node > 0) ending.push(node)
  }
  // Half of the places stay free, so that a look-up seldom has to go on to the next.
  let bits = 4
  while (1 << bits < edges.size * 2) bits++
  const keys = new Int32Array(1 << bits)
  const children = new Uint16Array(1 << bits)
  const last = keys.length - 1
  const shift = 32 - bits
  for (const [key, child] of edges) {
    let at = Math.imul(key, SPREAD) >>> shift
    while (keys[at] !== 0) at = (at + 1) & last
    keys[at] = key
    children[at] = child
  }
  const ends = new Uint8Array(nodes + 1)
  for (const node of ending) ends[node] = 1
  return {
    firsts,
    ends,
    next(node, code) {
      const key = edge(node, code)
      for (let at = Math.imul(key, SPREAD) >>> shift; keys[at] !== 0; at = (at + 1) & last) if (keys[at] === key) return children[at]!
      return 0
    },
  }
}

/** By 2³² over the golden ratio: neighbouring letters fall far apart. */
const SPREAD = 0x9e3779b1 | 0

/** Never 0: only the nodes behind a first letter have edges. */
function edge(node: number, code: number): number {
  return (node << 16) | code
}
