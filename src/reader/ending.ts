// A dictionary that finds the longest of its words that ends at a place in a text; holds words, knows no meaning.

export interface Endings {
  /** The longest word that ends at `at` and begins at or after `from`; null when none does. */
  before(text: string, from: number, at: number): string | null
}

interface Node {
  next: Map<number, Node>
  word: string | null
}

/** Built once from a list of words; a look-up costs the length of the word found. */
export function makeEndings(words: Iterable<string>): Endings {
  const root: Node = { next: new Map(), word: null }
  // The node of a last letter by its number, so that most places of a text cost one look-up in an array.
  const lasts = new Uint16Array(0x10000)
  const nodes: Node[] = [root]
  for (const word of words) {
    if (!word) continue
    let node = root
    for (let i = word.length - 1; i >= 0; i--) {
      const code = word.charCodeAt(i)
      let child = node.next.get(code)
      if (!child) {
        child = { next: new Map(), word: null }
        node.next.set(code, child)
        if (node === root) lasts[code] = nodes.push(child) - 1
      }
      node = child
    }
    node.word = word
  }
  return {
    before(text, from, at) {
      // undefined where `at` lies behind the end of the text
      const last = at > from ? lasts[text.charCodeAt(at - 1)] : 0
      if (!last) return null
      let node: Node | undefined = nodes[last]!
      let found = node.word
      for (let i = at - 2; i >= from; i--) {
        node = node.next.get(text.charCodeAt(i))
        if (!node) break
        if (node.word) found = node.word
      }
      return found
    },
  }
}
