// Reads the bare figures of a table row whose unit stands in the head of the column (绝对量（亿元）｜增速（%）); reads no table without a head.

import type { RawQuantity, ReadContext, Sentence } from './context.ts'
import { readUnit } from './measure.ts'
import { readNumber } from './number.ts'
import type { Span } from './reading.ts'
import { sign, signsOf } from './signs.ts'
import { BARS, cellsOf, headOf, LONGEST } from './statistictable.ts'

const BAR = sign(BARS)
const BARE = /^[-－−]?\d+(?:\.\d+)?$/
const IN_BRACKETS = /[（(]([^（）()\d]{1,8})[）)]$/

/** The figures of a row, in order. */
export function columnFigures(ctx: ReadContext, sentence: Sentence): RawQuantity[] {
  if ((signsOf(ctx, sentence).all & BAR) === 0 || sentence.end - sentence.start > LONGEST) return []
  const { text } = ctx
  const cells = cellsOf(text, [sentence.start, sentence.end])
  const head = cells.some(cell => BARE.test(text.slice(...cell))) ? headOf(ctx, sentence.line) : null
  if (head?.length !== cells.length) return []
  return cells.flatMap((cell, k) => figureIn(text, cell, head[k]!) ?? [])
}

function figureIn(text: string, cell: Span, head: Span): RawQuantity | null {
  const digits = text.slice(...cell)
  const said = BARE.test(digits) ? IN_BRACKETS.exec(text.slice(...head))?.[1] : undefined
  if (!said) return null
  // 亿元: as if the figure one stood before it
  const one = `1${said}`
  const scale = readNumber(one, 0, one.length)!
  const unit = readUnit(one, scale.end, one.length, true)
  if (!unit || unit.end < one.length || unit.unit === 'year') return null
  const value = Number(`${digits.replace(/[－−]/, '-')}e${Math.round(Math.log10(scale.value))}`)
  return { span: cell, text: digits, value, unit: unit.unit, bound: '=', of: null, subject: null }
}
