// Finds a secrecy marking (密级) at the head of a document or of a page; running text that speaks of secrets is none.

const LEVEL = '(绝密|机密|秘密)'
/** 机密★1年 · 秘密 · 绝密★长期 · 【机密】 · （秘密） */
const MARKING = new RegExp(`^[【〔\\[（(]?${LEVEL}(?:级)?[】〕\\]）)]?(?:[★☆＊*▲].{0,8})?$`)
/** 密级：机密★10年 · 保密等级:秘密 */
const LABELLED = new RegExp(`^(?:密级|保密级别|保密等级|秘密等级)[:：]?[【（(]?${LEVEL}`)
/** 机密★ cannot be anything else, wherever on the line it stands: 000012 机密★1年 特急 */
const STARRED = new RegExp(`(?:^|[^\\p{Script=Han}])${LEVEL}[★☆]`, 'u')

/** Lines of the head that are looked at; a marking stands above the title (GB/T 9704-2012, 7.2.2). */
const HEAD_LINES = 15
const PAGE_HEAD_LINES = 3
const LONGEST_LINE = 40

/** The level printed on the document, or null. */
export function secrecyOf(text: string, pages: readonly { start: number; end: number }[]): string | null {
  for (const [at, page] of pages.entries()) {
    for (const line of head(text, page, at === 0 ? HEAD_LINES : PAGE_HEAD_LINES)) {
      const level = markingOf(line)
      if (level) return level
    }
  }
  return null
}

/** The level that one line is a marking of, or null. 机 密★1年 counts, 商业秘密 and 密级：无 do not. */
export function markingOf(line: string): string | null {
  if (line.length > LONGEST_LINE) return null
  const compact = line.replace(/[\s\u3000]+/g, '')
  const whole = MARKING.exec(compact) ?? LABELLED.exec(compact) ?? STARRED.exec(line)
  if (whole) return whole[1]!
  for (const word of line.split(/[\s\u3000]+/)) {
    const found = MARKING.exec(word)
    if (found && /[★☆▲【〔[（(]/.test(word)) return found[1]!
  }
  return null
}

function head(text: string, page: { start: number; end: number }, count: number): string[] {
  const lines: string[] = []
  let at = page.start
  while (at < page.end && lines.length < count) {
    const found = text.indexOf('\n', at)
    const end = found < 0 || found > page.end ? page.end : found
    const line = text.slice(at, end).trim()
    if (line !== '') lines.push(line)
    at = end + 1
  }
  return lines
}
