// The audit log, for the audit administrator.
import { listAudit, verifyAudit } from '../../store/audit.ts'
import { read } from '../../store/db.ts'
import type { Handlers } from '../call.ts'

export const auditRoutes = {
  async listAudit({ house, actor, query }) {
    return read(house.db, actor, tx => listAudit(tx, query))
  },

  async verifyAudit({ house, actor }) {
    return read(house.db, actor, verifyAudit)
  },
} satisfies Pick<Handlers, 'listAudit' | 'verifyAudit'>
