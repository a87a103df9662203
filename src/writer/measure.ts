// The measures of GB/T 9704-2012 in the units of a .docx: twips (1/20 point), half-points, eighths of a point. Numbers only.

/** Millimetres to twips: 1 mm = 1440 / 25.4 twips. */
export const mm = (length: number): number => Math.round((length * 1440) / 25.4)

/** 5.1 A4, 210 × 297 mm; 5.2.1 top margin 37 mm, left (binding) margin 28 mm, type area 156 × 225 mm. */
export const PAGE = { width: mm(210), height: mm(297) } as const
export const TYPE_AREA = { width: mm(156), height: mm(225) } as const
export const MARGIN = {
  top: mm(37),
  left: mm(28),
  right: PAGE.width - mm(28) - TYPE_AREA.width,
  bottom: PAGE.height - mm(37) - TYPE_AREA.height,
} as const

/** 5.2.3: 22 lines a page, 28 characters a line. Rounded down, so that the last line and the last character still fit. */
export const LINES = 22
const CHARACTERS = 28
export const LINE = Math.floor(TYPE_AREA.height / LINES)

/** Sizes in half-points: 二号 22 pt, 三号 16 pt, 四号 14 pt, 小四 12 pt. */
export const SIZE = { title: 44, body: 32, small: 28, table: 24 } as const

/** Advance of one body character, in twips: 1/28 of the line. */
export const CHARACTER = TYPE_AREA.width / CHARACTERS

/**
 * What each 三号 character (16 pt) must give up to fit 28 on a line, in twips, rounded so that the 28th fits.
 * It is set as character spacing under a grid of lines: a grid of lines and characters makes the same 28 in Word,
 * but LibreOffice gives every character wider than its cell two cells.
 */
export const CHARACTER_SPACING = Math.floor(CHARACTER - SIZE.body * 10)

/** The same in 1/4096 point, for the grid's own dialogue (ECMA-376, 17.6.5). */
export const CHARACTER_SPACE = Math.floor(((CHARACTER - SIZE.body * 10) / 20) * 4096)

/** 7.2.4: the upper edge of the issuing organ's mark stands 35 mm below the upper edge of the type area. */
export const MARK_DROP = mm(35)

/** 7.5: the dashes of the page number stand 7 mm below the type area; they are in the middle of a 14 pt line. */
export const FOOTER = MARGIN.bottom - mm(7) - (SIZE.small * 10) / 2

/** 7.4.1, 7.2.6: rules of the end block 0.35 mm and 0.25 mm thick, in eighths of a point; the red rule like the thick one, doubled. */
export const RULE = { thick: eighths(0.35), thin: eighths(0.25), red: eighths(0.7) } as const

function eighths(millimetres: number): number {
  return Math.round((millimetres * 72 * 8) / 25.4)
}

/** Width of a text in full-width characters: what is half-width (digits, Latin, ASCII punctuation) counts one half. */
export function ems(text: string): number {
  let halves = 0
  for (const character of text) halves += character.charCodeAt(0) < 0x100 ? 1 : 2
  return halves / 2
}
