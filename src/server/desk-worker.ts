// The thread behind the desk: each trade loads its room when first asked for. Knows no database and no request.
import { parentPort } from 'node:worker_threads'
import type { Gongwen } from '../core/gongwen.ts'
import type { CheckedReadings, checkedReadings, ReadingsJob } from '../core/readings/checked.ts'
import { levelOf, packGrids, unpackGrids } from '../intake/packedgrids.ts'
import type { IntakeRefusal } from '../intake/refusal.ts'
import type { Grids } from '../intake/sheetgrids.ts'
import type { Reading } from '../reader/reading.ts'
import type { Sheet } from '../writer/sheet.ts'

export interface Trades {
  read: { job: ReadJob; answer: Reading }
  gongwen: { job: Gongwen; answer: Uint8Array }
  sheet: { job: Sheet; answer: Uint8Array }
  rows: { job: Uint8Array; answer: string[][] | IntakeRefusal }
  /** An .xlsx or a .csv. */
  table: { job: Uint8Array; answer: string[][] | IntakeRefusal }
  /** Of which indicators and years a workbook of readings tells, and what it would change. */
  subjects: { job: Packed<ReadingsJob>; answer: { ids: string[]; years: number[] } }
  readings: { job: Packed<Parameters<typeof checkedReadings>[0]>; answer: CheckedReadings }
  /** The same sheets as bytes, for the two above. */
  book: { job: Uint8Array; answer: Book | IntakeRefusal }
  /** Every visible sheet of an .xlsx, or a .csv. */
  grids: { job: Uint8Array; answer: Grids | IntakeRefusal }
}

type Packed<Job> = Omit<Job, 'grids'> & { packed: Uint8Array }

export interface Book {
  packed: Uint8Array<ArrayBuffer>
  hidden: number
  /** A marking of classified material in one of the first lines. */
  level: string | null
}

interface ReadJob {
  text: string
  name: string
  /** The jurisdiction's name, against which 我县 is read. */
  place: string
  today: string
}

const TRADES: { [T in keyof Trades]: (job: Trades[T]['job']) => Promise<Trades[T]['answer']> } = {
  read: async ({ text, ...options }) => (await import('../reader/index.ts')).read(text, options),
  gongwen: async job => (await import('../writer/gongwen.ts')).gongwen(job),
  table: async job => (await import('../intake/tablerows.ts')).tableRows(job),
  grids: async job => (await import('../intake/sheetgrids.ts')).sheetGrids(job),
  subjects: async ({ packed, name, world, fixes }) =>
    (await import('../core/readings/check.ts')).subjectsOf(unpackGrids(packed), name, world, fixes),
  readings: async ({ packed, ...job }) =>
    (await import('../core/readings/checked.ts')).checkedReadings({ ...job, grids: unpackGrids(packed) }),
  book: async job => {
    const came = await (await import('../intake/sheetgrids.ts')).sheetGrids(job)
    return 'code' in came ? came : { packed: packGrids(came.grids), hidden: came.hidden, level: levelOf(came.grids) }
  },
  sheet: async job => (await import('../writer/sheet.ts')).sheet(job),
  rows: async job => (await import('../intake/sheetrows.ts')).sheetRows(job),
}

const isBook = (answer: unknown): answer is Book => typeof answer === 'object' && answer !== null && 'packed' in answer

parentPort!.on('message', async ({ trade, job }: { trade: keyof Trades; job: never }) => {
  try {
    const answer: unknown = await TRADES[trade](job)
    // Bytes made here are handed over, not copied; nothing here needs them any more.
    parentPort!.postMessage({ answer }, isBook(answer) ? [answer.packed.buffer] : [])
  } catch (error) {
    parentPort!.postMessage({ error })
  }
})
