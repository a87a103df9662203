// Accounts, by the system administrator, and their appointments, by the security administrator: never one person (三员分立).
import { isRefusal, refuse } from '../../core/refusal.ts'
import type { Actor } from '../../core/types.ts'
import { getAccount, listAccounts } from '../../store/account.ts'
import { act } from '../../store/act.ts'
import { type Database, read } from '../../store/db.ts'
import { clearWrong } from '../../store/login.ts'
import type { TenureCommand } from '../../store/target/tenure.ts'
import type { Handlers, House } from '../call.ts'
import { hashed, hashPassword, passwordFaults } from '../password.ts'
import { problem } from '../problem.ts'

export const accountRoutes = {
  async listAccounts({ house, actor }) {
    return { accounts: await read(house.db, actor, listAccounts) }
  },

  async postAccount({ house, actor, body }) {
    const faults = passwordFaults('password', body.password, body.username)
    if (faults.length) return problem('invalid', {}, faults)
    const done = await act(house.db, actor, { kind: 'account', id: null }, { command: 'add', ...(await hashed(body)), mustChange: true })
    return isRefusal(done) ? done : shown(house.db, actor, done.id)
  },

  async patchAccount({ house, actor, params, body }) {
    const { password, ...changes } = body
    const account = password === undefined ? null : await read(house.db, actor, tx => getAccount(tx, params.id))
    const faults = account ? passwordFaults('password', password!, account.username ?? '') : []
    if (faults.length) return problem('invalid', {}, faults)
    const passwordHash = password === undefined ? {} : { passwordHash: await hashPassword(password), mustChange: true }
    const done = await act(house.db, actor, { kind: 'account', id: params.id }, { command: 'change', ...changes, ...passwordHash })
    if (isRefusal(done)) return done
    if (account?.username) await clearWrong(house.db, account.username)
    house.sessions.forget(params.id)
    return shown(house.db, actor, params.id)
  },

  async putAppointments({ house, actor, params, body }) {
    const done = await act(house.db, actor, { kind: 'account', id: params.id }, { command: 'appoint', appointments: body.appointments })
    if (isRefusal(done)) return done
    house.sessions.forget(params.id)
    return shown(house.db, actor, params.id)
  },

  postHandover({ house, actor, body }) {
    return tenures(house, actor, { command: 'hand-over', ...body })
  },

  postDecision({ house, actor, body }) {
    return tenures(house, actor, { command: 'decide', ...body })
  },
} satisfies Pick<Handlers, 'listAccounts' | 'postAccount' | 'patchAccount' | 'putAppointments' | 'postHandover' | 'postDecision'>

/** The people whose posts or roles changed are asked again who they are. */
async function tenures(house: House, actor: Actor, command: TenureCommand) {
  const done = await act(house.db, actor, { kind: 'tenure' }, command)
  if (isRefusal(done)) return done
  for (const id of done.personIds) house.sessions.forget(id)
  return { accounts: await read(house.db, actor, listAccounts) }
}

const shown = async (db: Database, actor: Actor, id: string) => (await read(db, actor, tx => getAccount(tx, id))) ?? refuse('not-found')
