// A small table as rows of cells, from an .xlsx or from a .csv in whatever encoding an office saves it. Changes nothing.
import { sniff } from './kind.ts'
import { plain } from './plain.ts'
import { type IntakeRefusal, isIntakeRefusal } from './refusal.ts'
import { sheetRows } from './sheetrows.ts'

export async function tableRows(bytes: Uint8Array): Promise<string[][] | IntakeRefusal> {
  if (sniff(bytes).kind !== 'text') return sheetRows(bytes)
  const read = plain(bytes)
  return isIntakeRefusal(read) ? read : csvRows(read.text)
}

/** RFC 4180: a cell in quotes may hold commas, line ends and doubled quotes. Cells may be parted by tabs, Chinese commas or, in every line alike, semicolons, too. */
export function csvRows(text: string): string[][] {
  const rows: string[][] = [[]]
  const whole = text.replace(/^\uFEFF/, '')
  for (const [, quoted, bare = '', end] of whole.matchAll(bySemicolons(whole) ? SEMICOLON_CELL : CELL)) {
    rows.at(-1)!.push(quoted === undefined ? bare.trim() : quoted.replaceAll('""', '"'))
    if (end?.includes('\n')) rows.push([])
  }
  return rows
}

/** "春节，初一",休 */
const CELL = /(?:"((?:[^"]|"")*)"|([^",，\t\r\n]*))(,|，|\t|\r?\n|$)/g
/** 75,5;亿元: where commas part the decimals. */
const SEMICOLON_CELL = /(?:"((?:[^"]|"")*)"|([^";\r\n]*))(;|\r?\n|$)/g

/** Enough lines to tell; one with another number of them is prose. */
const LINES_LOOKED_AT = 20
function bySemicolons(text: string): boolean {
  const lines = text.slice(0, 20_000).split(/\r?\n/).slice(0, LINES_LOOKED_AT)
  const counts = new Set(lines.filter(line => line.trim() !== '').map(line => line.replace(/"(?:[^"]|"")*"/g, '').split(';').length))
  return counts.size === 1 && !counts.has(1)
}
