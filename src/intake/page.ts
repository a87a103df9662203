// Text with its pages: joins page texts and keeps where each page stands.

export interface Page {
  /** `[start, end)` in UTF-16 code units of the text. */
  start: number
  end: number
}

export interface Paged {
  text: string
  pages: Page[]
}

/** Pages one after another, each starting on a line of its own. */
export function joinPages(texts: readonly string[]): Paged {
  const pages: Page[] = []
  let text = ''
  for (const page of texts) {
    if (text !== '' && !text.endsWith('\n')) text += '\n'
    pages.push({ start: text.length, end: text.length + page.length })
    text += page
  }
  return { text, pages }
}

/** Pages of a text by the offsets at which a new page begins; breaks with nothing but white space between them are one. */
export function cutPages(text: string, breaks: readonly number[]): Page[] {
  const pages: Page[] = []
  let start = 0
  for (const at of breaks) {
    if (text.slice(start, at).trim() === '') continue
    pages.push({ start, end: at })
    start = at
  }
  if (pages.length === 0 || text.slice(start).trim() !== '') pages.push({ start, end: text.length })
  else pages[pages.length - 1]!.end = text.length
  return pages
}
