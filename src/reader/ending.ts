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
  const lasts = new Uint8Array(0x10000)
  for (const word of words) {
    if (!word) continue
    lasts[word.charCodeAt(word.length - 1)] = 1
    let node = root
    for (let i = word.length - 1; i >= 0; i--) {
      const code = word.charCodeAt(i)
      let child = node.next.get(code)
      if (!child) {
        child = { next: new Map(), word: null }
        node.next.set(code, child)
      }
      node = child
    }
    node.word = word
  }
  return {
    before(text, from, at) {
      if (at <= from || lasts[text.charCodeAt(at - 1)] === 0) return null
      let node: Node | undefined = root
      let found: string | null = null
      for (let i = at - 1; i >= from; i--) {
        node = node.next.get(text.charCodeAt(i))
        if (!node) break
        if (node.word) found = node.word
      }
      return found
    },
  }
}
