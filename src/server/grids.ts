// The sheets of an uploaded workbook, read away from the requests; refused when it is none, or marked as classified.
import { isRefusal, type Refusal, refuse } from '../core/refusal.ts'
import { levelOf } from '../intake/packedgrids.ts'
import type { Grids } from '../intake/sheetgrids.ts'
import type { House, Upload } from './call.ts'
import { DeskFault } from './desk.ts'
import type { Book, Trades } from './desk-worker.ts'

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
  const level = levelOf(came.grids)
  return level ? refuse('file-refused', { code: 'classified', level }) : came
}

/** For a check at the desk: this thread never takes the cells apart. */
export async function bookOf(house: House, upload: Upload | null): Promise<Book | Refusal> {
  if (!upload) return refuse('invalid', { field: 'file', rule: 'required' })
  const came = await atDesk(house, 'book', upload.bytes)
  if (isRefusal(came)) return came
  if ('code' in came) return refuse('file-refused', { ...came.facts, code: came.code })
  return came.level ? refuse('file-refused', { code: 'classified', level: came.level }) : came
}
