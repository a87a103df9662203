// Adds the doubts that only show when the whole reading is there: a text that breaks off, a deadline before the paper's own day; never changes a value.

import type { ReadContext } from './context.ts'
import type { RawDirective } from './directive.ts'

/** Adds to `ctx.doubts`, spans in repaired offsets. */
export function addDoubts(ctx: ReadContext, directives: readonly RawDirective[]): void {
  ctx.lines.forEach((line, i) => {
    const ends = line.article >= 0 && ctx.lines[i + 1]?.article !== line.article
    if (ends && line.role === 'body' && breaksOff(ctx.text.slice(line.start, line.end)))
      ctx.doubts.push({ span: [Math.max(line.start, line.end - 12), line.end], code: 'text-truncated' })
  })
  const doubted = new Set<object>()
  for (const d of directives) {
    const signed = ctx.articles[d.article]?.date
    for (const { deadline } of d.actions) {
      if (!signed || !deadline?.to || deadline.to >= signed || doubted.has(deadline)) continue
      doubted.add(deadline)
      ctx.doubts.push({ span: deadline.span, code: 'date-past', facts: { deadline: deadline.to, document: signed } })
    }
  }
}

/** A paragraph of clauses that stops without a mark, or at a comma. */
function breaksOff(line: string): boolean {
  return line.length > 20 && /[，,]/.test(line) && /[，,、\u4e00-\u9fff]$/.test(line)
}
