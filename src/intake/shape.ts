// The number formats of an .xlsx as far as text needs them: a number, a percentage, or a day; and a value written in one.

import { walkXml } from './xml.ts'

export type Shape = { kind: 'number' } | { kind: 'percent' } | { kind: 'day'; since1904: boolean; month: boolean }

/** One shape for each cell style (cellXfs), in order. */
export function shapesOf(styles: string | null, since1904: boolean): Shape[] {
  const custom = new Map<number, string>()
  const shapes: Shape[] = []
  let inCells = false
  walkXml(styles ?? '', {
    open(name, attributes) {
      if (name === 'numFmt') custom.set(Number(attributes.get('numFmtId')), attributes.get('formatCode') ?? '')
      else if (name === 'cellXfs') inCells = true
      else if (name === 'xf' && inCells) {
        const id = Number(attributes.get('numFmtId') ?? 0)
        shapes.push(shapeOf(custom.get(id) ?? BUILT_IN.get(id) ?? '', since1904))
      }
    },
    close(name) {
      if (name === 'cellXfs') inCells = false
    },
  })
  return shapes
}

/** Formats that need no numFmt of their own; 27 to 36 and 50 to 58 are days in Chinese Excel (ECMA-376, 18.8.30). */
const BUILT_IN = new Map<number, string>([
  [9, '0%'],
  [10, '0.00%'],
  [14, 'yyyy-m-d'],
  [15, 'd-mmm-yy'],
  [16, 'm月d日'],
  [17, 'yyyy年m月'],
  [22, 'yyyy-m-d h:mm'],
  ...[27, 36, 50, 52, 57].map(id => [id, 'yyyy年m月'] as const),
  ...[28, 29, 30, 31, 51, 53, 54, 58].map(id => [id, 'yyyy年m月d日'] as const),
])

function shapeOf(format: string, since1904: boolean): Shape {
  const code = format.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, found => (/[年月日]/.test(found) ? found : ''))
  if (code.includes('%')) return { kind: 'percent' }
  if (/[yd]/i.test(code) || /m.*月/i.test(code)) return { kind: 'day', since1904, month: !/d|日/i.test(code) }
  return { kind: 'number' }
}

const DAY_MS = 86_400_000

/** 46173 as a day → 2026年5月31日; 0.27 as a percentage → 27%; digits without what binary fractions add. */
export function shown(value: string, shape: Shape | undefined): string {
  const number = Number(value)
  if (value.trim() === '' || !Number.isFinite(number)) return value
  if (shape?.kind === 'percent') return `${exact(number * 100)}%`
  // Days before March 1900 do not exist in practice and are wrong in the 1900 system.
  if (shape?.kind !== 'day' || number < 61 || number > 2_958_465) return exact(number)
  const day = new Date((shape.since1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30)) + Math.floor(number) * DAY_MS)
  return `${day.getUTCFullYear()}年${day.getUTCMonth() + 1}月${shape.month ? '' : `${day.getUTCDate()}日`}`
}

/** Fifteen digits, as Excel shows at most; never 1e+21. */
function exact(number: number): string {
  return Number(number.toPrecision(15)).toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 15 })
}
