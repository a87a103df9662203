// A sheet as rows of cells in words, with its merged cells: what every importer of a ledger begins with. Pure.

/** Corners of merged cells, from 0, both included. */
export interface Merge {
  top: number
  left: number
  bottom: number
  right: number
}

export interface Grid {
  /** The sheet's name; a .csv has none. */
  sheet: string
  /** Words of a merged cell stand in its first cell only. */
  rows: readonly (readonly string[])[]
  merged: readonly Merge[]
  /** From 0; people do not see them. */
  hiddenRows?: readonly number[]
  hiddenColumns?: readonly number[]
}

/** Of 0: A, of 26: AA. */
export function columnName(column: number): string {
  let name = ''
  for (let n = column + 1; n > 0; n = Math.floor((n - 1) / 26)) name = String.fromCharCode(65 + ((n - 1) % 26)) + name
  return name
}

/** Row 6, column 2: C7. */
export const cellName = (row: number, column: number): string => `${columnName(column)}${row + 1}`

/** 月报!C7; of a .csv C7. */
export const placeOf = (grid: Pick<Grid, 'sheet'>, row: number, column: number): string =>
  grid.sheet === '' ? cellName(row, column) : `${grid.sheet}!${cellName(row, column)}`

/** Every cell of a merged one with its words, as people read it. */
export function spread({ rows, merged }: Grid): string[][] {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0)
  const all = rows.map(row => Array.from({ length: width }, (_, column) => (row[column] ?? '').replace(/\s+/g, ' ').trim()))
  for (const { top, left, bottom, right } of merged) {
    const words = all[top]?.[left]
    if (!words) continue
    for (let row = top; row <= Math.min(bottom, all.length - 1); row++)
      for (let column = left; column <= Math.min(right, width - 1); column++) all[row]![column] = words
  }
  return all
}
