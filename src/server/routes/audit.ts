// The audit log, for the audit administrator: read, filtered, taken out as a file, proved. There is no route that changes it.
import { dayOf } from '../../core/day.ts'
import { XLSX } from '../../core/media.ts'
import { act } from '../../store/act.ts'
import { auditChoices, exportAudit, listAudit, verifyAudit } from '../../store/audit.ts'
import { read } from '../../store/db.ts'
import { wholeOf } from '../../store/tx.ts'
import { auditCsv, auditSheet } from '../../writer/auditsheet.ts'
import type { Call, Handlers } from '../call.ts'

export const auditRoutes = {
  async listAudit({ house, actor, query }) {
    return read(house.db, actor, tx => listAudit(tx, query))
  },

  async getAuditChoices({ house, actor }) {
    return read(house.db, actor, auditChoices)
  },

  async exportAudit(call) {
    const { house, session } = call
    const today = dayOf(Date.now())
    const bytes = await house.desk.do('sheet', auditSheet(await taken(call), session.jurisdictionName, today))
    return { media: XLSX, name: `${session.jurisdictionName}审计日志${today}.xlsx`, bytes, size: bytes.length }
  },

  async exportAuditCsv(call) {
    const bytes = auditCsv(await taken(call))
    const name = `${call.session.jurisdictionName}审计日志${dayOf(Date.now())}.csv`
    return { media: 'text/csv; charset=utf-8', name, bytes, size: bytes.length }
  },

  // The program compares each entry with the event that it records; the administrator, who may not see events, is told only the result.
  async verifyAudit({ house, actor }) {
    return read(house.db, wholeOf(actor.jurisdiction), verifyAudit)
  },
} satisfies Pick<Handlers, 'listAudit' | 'getAuditChoices' | 'exportAudit' | 'exportAuditCsv' | 'verifyAudit'>

/** The entries of the filter; that they were taken out is itself an entry. */
async function taken({ house, actor, query, request }: Pick<Call<'exportAudit'>, 'house' | 'actor' | 'query' | 'request'>) {
  const lines = await read(house.db, actor, tx => exportAudit(tx, query))
  await act(house.db, actor, { kind: 'session', personId: actor.personId }, { command: 'export-audit', address: request.ip })
  return lines
}
