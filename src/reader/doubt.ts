// Adds the doubts that only show when the whole reading is there: a text that breaks off, a deadline before the paper's own day; never changes a value.

import type { ArticleFacts, ReadContext } from './context.ts'
import type { RawDirective } from './directive.ts'
import { readRow } from './table.ts'
import { unresolvedUnits } from './unresolved.ts'

/** Adds to `ctx.doubts`, spans in repaired offsets. */
export function addDoubts(ctx: ReadContext, article: ArticleFacts | null, directives: readonly RawDirective[]): void {
  const last = ctx.lines.at(-1)
  if (article && last?.role === 'body' && !readRow(ctx.text, last.start, last.end) && breaksOff(ctx.text.slice(last.start, last.end)))
    ctx.doubts.push({ span: [Math.max(last.start, last.end - 12), last.end], code: 'text-truncated' })
  if (article) ctx.doubts.push(...unresolvedUnits(ctx, article, ctx.sentences))
  const signed = article?.date
  const doubted = new Set<object>()
  for (const d of directives) {
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
