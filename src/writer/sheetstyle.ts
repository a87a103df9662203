// The cell styles of an exported sheet; data only.

import type { Alignment, Border, Font, Style } from 'exceljs'

/** Font names are as the program's own list has them; 134 is the GB 2312 character set. */
const font = (size: number, bold = false): Partial<Font> => ({ name: '宋体', size, bold, charset: 134 })
const align = (horizontal: 'left' | 'center' | 'right', wrapText = false): Partial<Alignment> => ({
  vertical: 'middle',
  horizontal,
  wrapText,
})

const EDGE: Partial<Border> = { style: 'thin', color: { argb: 'FFBFBFBF' } }
const border = { left: EDGE, right: EDGE, top: EDGE, bottom: EDGE }

/** A text, kept as it is whatever it looks like. */
const TEXT = '@'

/** Where people write: a paper of its own tone, not locked. */
const OPEN = {
  fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFF8E1' } },
  protection: { locked: false },
} as const

/** One object a style: the writer knows a style again by its object. */
export const SHEET_STYLE = {
  title: { numFmt: TEXT, font: font(16, true), alignment: align('center') },
  note: { numFmt: TEXT, font: font(10), alignment: align('left') },
  header: {
    numFmt: TEXT,
    font: font(11, true),
    fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE8EEF7' } },
    border,
    alignment: align('center', true),
  },
  text: { numFmt: TEXT, font: font(11), border, alignment: align('left', true) },
  number: { numFmt: 'General', font: font(11), border, alignment: align('right') },
  date: { numFmt: 'yyyy-mm-dd', font: font(11), border, alignment: align('center') },
  percent: { numFmt: '0%', font: font(11), border, alignment: align('right') },
  openText: { numFmt: TEXT, font: font(11), border, alignment: align('left', true), ...OPEN },
  openNumber: { numFmt: 'General', font: font(11), border, alignment: align('right'), ...OPEN },
} as const satisfies Record<string, Partial<Style>>
