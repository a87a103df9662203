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

/** RFC 4180: a cell in quotes may hold commas, line ends and doubled quotes. Cells may be parted by tabs or Chinese commas, too. */
export function csvRows(text: string): string[][] {
  const rows: string[][] = [[]]
  for (const [, quoted, bare = '', end] of text.replace(/^\uFEFF/, '').matchAll(CELL)) {
    rows.at(-1)!.push(quoted === undefined ? bare.trim() : quoted.replaceAll('""', '"'))
    if (end?.includes('\n')) rows.push([])
  }
  return rows
}

/** "春节，初一",休 */
const CELL = /(?:"((?:[^"]|"")*)"|([^",，\t\r\n]*))(,|，|\t|\r?\n|$)/g
