// The jurisdictions above and below one's own, and the links by which lower ones are set up.
import { addDays } from '../../core/day.ts'
import { INVITATION_DAYS } from '../../core/jurisdiction.ts'
import { isRefusal } from '../../core/refusal.ts'
import { act } from '../../store/act.ts'
import { read } from '../../store/db.ts'
import { jurisdictionTree } from '../../store/jurisdiction.ts'
import type { Handlers } from '../call.ts'
import { hashOf, newToken } from '../setup.ts'

export const jurisdictionRoutes = {
  listJurisdictions({ house, actor }) {
    return read(house.db, actor, jurisdictionTree)
  },

  async postInvitation({ house, actor, body }) {
    const token = newToken()
    const now = new Date().toISOString()
    const expiresAt = `${addDays(now.slice(0, 10), INVITATION_DAYS)}${now.slice(10)}`
    const { id: code, name } = body
    const hash = hashOf(token).toString('hex')
    const done = await act(house.db, actor, { kind: 'jurisdiction' }, { command: 'invite', code, name, hash, expiresAt }, { now })
    return isRefusal(done) ? done : { id: code, name, token, expiresAt }
  },

  deleteInvitation({ house, actor, params }) {
    return act(house.db, actor, { kind: 'jurisdiction' }, { command: 'withdraw', code: params.id })
  },
} satisfies Pick<Handlers, 'listJurisdictions' | 'postInvitation' | 'deleteInvitation'>
