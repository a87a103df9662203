// A dictionary that finds the longest of its words at a place in a text; holds words, knows no meaning.

interface Node {
  next: Map<number, Node>
  word: boolean
}

export interface Trie {
  /** The end of the longest word that begins at `at` and ends at or before `end`; `at` when none does. */
  longest(text: string, at: number, end: number): number
  /** Whether some word begins with this letter. */
  begins(code: number): boolean
}

/** Built once from a list of words; a look-up costs the length of the word found. */
export function makeTrie(words: Iterable<string>): Trie {
  const root: Node = { next: new Map(), word: false }
  // The node of a first letter by its number, so that most places of a text cost one look-up in an array.
  const firsts = new Uint16Array(0x10000)
  const nodes: Node[] = [root]
  for (const word of words) {
    if (!word) continue
    let node = root
    for (let i = 0; i < word.length; i++) {
      const code = word.charCodeAt(i)
      let child = node.next.get(code)
      if (!child) {
        child = { next: new Map(), word: false }
        node.next.set(code, child)
        if (i === 0) firsts[code] = nodes.push(child) - 1
      }
      node = child
    }
    node.word = true
  }
  return {
    begins: code => firsts[code] !== 0,
    longest(text, at, end) {
      // undefined behind the end of the text, which `end` may lie beyond
      const first = at < end ? firsts[text.charCodeAt(at)] : 0
      if (!first) return at
      let node: Node | undefined = nodes[first]!
      let found = node.word ? at + 1 : at
      for (let i = at + 1; i < end; ) {
        node = node.next.get(text.charCodeAt(i++))
        if (!node) break
        if (node.word) found = i
      }
      return found
    },
  }
}
