// The thread behind the desk: each trade loads its room when first asked for. Knows no database and no request.
import { parentPort } from 'node:worker_threads'
import type { Gongwen } from '../core/gongwen.ts'
import type { CheckedReadings, checkedReadings, ReadingsJob } from '../core/readings/checked.ts'
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
  subjects: { job: ReadingsJob; answer: { ids: string[]; years: number[] } }
  readings: { job: Parameters<typeof checkedReadings>[0]; answer: CheckedReadings }
  /** Every visible sheet of an .xlsx, or a .csv. */
  grids: { job: Uint8Array; answer: Grids | IntakeRefusal }
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
  subjects: async ({ grids, name, world, fixes }) => (await import('../core/readings/check.ts')).subjectsOf(grids, name, world, fixes),
  readings: async job => (await import('../core/readings/checked.ts')).checkedReadings(job),
  sheet: async job => (await import('../writer/sheet.ts')).sheet(job),
  rows: async job => (await import('../intake/sheetrows.ts')).sheetRows(job),
}

parentPort!.on('message', async ({ trade, job }: { trade: keyof Trades; job: never }) => {
  try {
    parentPort!.postMessage({ answer: await TRADES[trade](job) })
  } catch (error) {
    parentPort!.postMessage({ error })
  }
})
