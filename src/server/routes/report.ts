// Bulk reporting: the pre-filled sheet, its check line by line, and the carrying out of what was confirmed, each line as a report of its own.
import { dayOf } from '../../core/day.ts'
import { XLSX } from '../../core/media.ts'
import { isRefusal, refuse } from '../../core/refusal.ts'
import { checkWorkbook, type WorkbookRemark, workbookRows } from '../../core/workbook.ts'
import { act } from '../../store/act.ts'
import { read } from '../../store/db.ts'
import { findForReport, listReportable } from '../../store/report.ts'
import { reportSheet } from '../../writer/reportsheet.ts'
import type { Call, Handlers } from '../call.ts'
import { DeskFault } from '../desk.ts'

export const reportRoutes = {
  async getReportSheet(call) {
    return sheetOf(call, [])
  },

  async postReportSheet(call) {
    return sheetOf(call, call.body.remarks)
  },

  async checkReports({ house, actor, upload }) {
    if (!upload) return refuse('invalid', { field: 'file', rule: 'required' })
    const rows = await house.desk.do('rows', upload.bytes).catch((error: unknown) => {
      if (error instanceof DeskFault) return { code: error.why, facts: {} }
      throw error
    })
    if (!Array.isArray(rows)) return refuse('file-refused', { ...rows.facts, code: rows.code })
    // Which cells are keys is known only once the header is found: whatever looks like one is asked for, and nothing else is seen.
    const items = await read(house.db, actor, tx => findForReport(tx, rows.flat()))
    const check = checkWorkbook(rows, items, actor)
    return check.fault === null
      ? { fault: null, headers: [], lines: check.lines }
      : { fault: check.fault, headers: 'headers' in check ? check.headers : [], lines: [] }
  },

  async postReports({ house, actor, body, key }) {
    const results = []
    for (const { itemId, version, command } of body.lines) {
      const target = { kind: 'item' as const, id: itemId, seen: version }
      const done = await act(house.db, actor, target, command, { key: `${key}.${itemId}` })
      results.push(isRefusal(done) ? { itemId, refused: done.refused, facts: done.facts } : { itemId, refused: null, facts: {} })
    }
    return { results }
  },
} satisfies Pick<Handlers, 'getReportSheet' | 'postReportSheet' | 'checkReports' | 'postReports'>

async function sheetOf({ house, actor, session }: Pick<Call<'getReportSheet'>, 'house' | 'actor' | 'session'>, remarks: WorkbookRemark[]) {
  const items = await read(house.db, actor, tx => listReportable(tx, actor))
  const today = dayOf(Date.now())
  const rows = workbookRows(actor, items, new Map(remarks.map(remark => [remark.itemId, remark])))
  const bytes = await house.desk.do('sheet', reportSheet(rows, session.jurisdictionName, today))
  return { media: XLSX, name: `${session.jurisdictionName}批量反馈表${today}.xlsx`, bytes, size: bytes.length }
}
