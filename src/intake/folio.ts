// Takes the page numbers off printed pages, so that a sentence can go on from one page to the next. The pages themselves are kept by their places.

/** — 1 —, －2－, 第3页, 第 3 页 共 9 页, 3/9 */
const MARKED = /^(?:[—–\-－·]+\s*(\d{1,4})\s*[—–\-－·]+|第\s*(\d{1,4})\s*页(?:\s*[,，/]?\s*共\s*\d{1,4}\s*页)?|(\d{1,4})\s*\/\s*\d{1,4})$/
const BARE = /^(\d{1,4})$/

/** A bare number is a page number only where at least two pages count on by it. */
export function withoutFolios(texts: readonly string[]): string[] {
  const offsets = new Map<number, number>()
  const places = texts.map((text, at) => {
    const found = lastOrFirst(text)
    if (found) offsets.set(found.number - at, (offsets.get(found.number - at) ?? 0) + 1)
    return found
  })
  return texts.map((text, at) => {
    const found = places[at]
    if (!found || (!found.marked && (offsets.get(found.number - at) ?? 0) < 2)) return text
    return text.slice(0, found.start) + text.slice(found.end)
  })
}

interface Folio {
  number: number
  marked: boolean
  /** The line with its break. */
  start: number
  end: number
}

function lastOrFirst(text: string): Folio | null {
  const whole = text.trimEnd()
  const lastStart = whole.lastIndexOf('\n') + 1
  const firstEnd = text.indexOf('\n') + 1
  return folio(whole.slice(lastStart), lastStart, text.length) ?? (firstEnd > 0 ? folio(text.slice(0, firstEnd), 0, firstEnd) : null)
}

function folio(line: string, start: number, end: number): Folio | null {
  const marked = MARKED.exec(line.trim())
  const found = marked ?? BARE.exec(line.trim())
  if (!found) return null
  return { number: Number(found.slice(1).find(group => group !== undefined)), marked: marked !== null, start, end }
}
