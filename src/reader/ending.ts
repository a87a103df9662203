// A dictionary that finds the longest of its words that ends at a place in a text; holds words, knows no meaning.

export interface Endings {
  /** The longest word that ends at `at` and begins at or after `from`; null when none does. */
  before(text: string, from: number, at: number): string | null
}

/** Built once from a list of words. */
export function makeEndings(words: Iterable<string>): Endings {
  const byLast = new Map<number, string[]>()
  for (const word of new Set(words)) {
    const last = word.charCodeAt(word.length - 1)
    const list = byLast.get(last)
    if (list) list.push(word)
    else byLast.set(last, [word])
  }
  for (const list of byLast.values()) list.sort((a, b) => b.length - a.length)
  return {
    before(text, from, at) {
      const list = at > from ? byLast.get(text.charCodeAt(at - 1)) : undefined
      if (list) for (const word of list) if (at - word.length >= from && text.startsWith(word, at - word.length)) return word
      return null
    },
  }
}
