// Accounts, by the system administrator, and their appointments, by the security administrator: never one person (三员分立).
import { isRefusal, refuse } from '../../core/refusal.ts'
import type { Actor } from '../../core/types.ts'
import { getAccount, listAccounts } from '../../store/account.ts'
import { act } from '../../store/act.ts'
import { type Database, read } from '../../store/db.ts'
import type { Handlers } from '../call.ts'
import { hashed, hashPassword } from '../password.ts'

export const accountRoutes = {
  async listAccounts({ house, actor }) {
    return { accounts: await read(house.db, actor, listAccounts) }
  },

  async postAccount({ house, actor, body }) {
    const done = await act(house.db, actor, { kind: 'account', id: null }, { command: 'add', ...(await hashed(body)) })
    return isRefusal(done) ? done : shown(house.db, actor, done.id)
  },

  async patchAccount({ house, actor, params, body }) {
    const { password, ...changes } = body
    const passwordHash = password === undefined ? {} : { passwordHash: await hashPassword(password) }
    const done = await act(house.db, actor, { kind: 'account', id: params.id }, { command: 'change', ...changes, ...passwordHash })
    if (isRefusal(done)) return done
    house.sessions.forget(params.id)
    return shown(house.db, actor, params.id)
  },

  async putAppointments({ house, actor, params, body }) {
    const done = await act(house.db, actor, { kind: 'account', id: params.id }, { command: 'appoint', appointments: body.appointments })
    if (isRefusal(done)) return done
    house.sessions.forget(params.id)
    return shown(house.db, actor, params.id)
  },
} satisfies Pick<Handlers, 'listAccounts' | 'postAccount' | 'patchAccount' | 'putAppointments'>

const shown = async (db: Database, actor: Actor, id: string) => (await read(db, actor, tx => getAccount(tx, id))) ?? refuse('not-found')
