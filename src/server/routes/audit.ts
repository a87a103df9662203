// The audit log, for the audit administrator.
import { listAudit, verifyAudit } from '../../store/audit.ts'
import { read } from '../../store/db.ts'
import { wholeOf } from '../../store/tx.ts'
import type { Handlers } from '../call.ts'

export const auditRoutes = {
  async listAudit({ house, actor, query }) {
    return read(house.db, actor, tx => listAudit(tx, query))
  },

  // The program compares each entry with the event that it records; the administrator, who may not see events, is told only the result.
  async verifyAudit({ house, actor }) {
    return read(house.db, wholeOf(actor.jurisdiction), verifyAudit)
  },
} satisfies Pick<Handlers, 'listAudit' | 'verifyAudit'>
