// The pre-filled sheet of a unit's open items, to be filled in offline: what may be written in is open, the rest is locked.
import { WORKBOOK_COLUMNS, type workbookRows } from '../core/workbook.ts'
import type { Sheet } from './sheet.ts'

const NOTE =
  '只填黄色的格：本次完成（目标有数的，填累计完成数，进度自动折算）、本次进度（0–100）、办理情况、在等谁、报请销号。填好后传回系统，逐行核对、确认后才生效；没有改动的行不受影响。'

/** `today`: the day the figures are of. */
export const reportSheet = (rows: ReturnType<typeof workbookRows>, jurisdiction: string, today: string): Sheet => ({
  title: `${jurisdiction}督办事项批量反馈表`,
  date: today,
  issuer: jurisdiction,
  note: `${today}，共${rows.length}项。${NOTE}`,
  columns: [...WORKBOOK_COLUMNS],
  rows,
  guarded: true,
})
