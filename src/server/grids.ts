// The sheets of an uploaded workbook, read away from the requests; refused when it is none, or marked as classified.
import { isRefusal, type Refusal, refuse } from '../core/refusal.ts'
import { markingOf } from '../intake/secrecy.ts'
import type { Grids } from '../intake/sheetgrids.ts'
import type { House, Upload } from './call.ts'
import { DeskFault } from './desk.ts'
import type { Trades } from './desk-worker.ts'

/** A job on a file; one that took too much is the file's fault, not the program's. */
export const atDesk = <T extends keyof Trades>(house: House, trade: T, job: Trades[T]['job']): Promise<Trades[T]['answer'] | Refusal> =>
  house.desk.do(trade, job).catch((error: unknown) => {
    if (error instanceof DeskFault) return refuse('file-refused', { code: error.why })
    throw error
  })

export async function gridsOf(house: House, upload: Upload | null): Promise<Grids | Refusal> {
  if (!upload) return refuse('invalid', { field: 'file', rule: 'required' })
  const came = await atDesk(house, 'grids', upload.bytes)
  if (isRefusal(came)) return came
  if ('code' in came) return refuse('file-refused', { ...came.facts, code: came.code })
  // No classified material is kept: a marking stands in one of the first lines.
  const level = came.grids
    .flatMap(grid => grid.rows.slice(0, 5).flat())
    .map(markingOf)
    .find(Boolean)
  return level ? refuse('file-refused', { code: 'classified', level }) : came
}
