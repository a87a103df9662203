// Searches a stretch of a text without ever looking past it; the built-in indexOf would run to the end of a long document.

/** Offset of the needle in `text[from, end)`, or -1. */
export function seek(text: string, needle: string, from: number, end: number): number {
  const at = text.slice(from, end).indexOf(needle)
  return at < 0 ? -1 : from + at
}

/** The last such offset, or -1. */
export function seekBack(text: string, needle: string, from: number, end: number): number {
  const at = text.slice(from, end).lastIndexOf(needle)
  return at < 0 ? -1 : from + at
}
