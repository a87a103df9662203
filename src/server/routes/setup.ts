// The set-up of a jurisdiction and its three administrators: the first by the program's one-time link, lower ones by one from above, and never again.

import { isRefusal, refuse } from '../../core/refusal.ts'
import { setupActor, setupNeeded } from '../../store/account.ts'
import { act } from '../../store/act.ts'
import { openInvitation } from '../../store/jurisdiction.ts'
import type { NewAccount } from '../../store/target/account.ts'
import type { Handlers } from '../call.ts'
import { hashed, passwordFaults } from '../password.ts'
import { problem } from '../problem.ts'
import { hashOf } from '../setup.ts'

export const setupRoutes = {
  async getSetup({ house, query: { place, token } }) {
    const open = place && token ? { code: place, hash: hashOf(token).toString('hex'), now: new Date().toISOString() } : null
    const [needed, invited] = await Promise.all([setupNeeded(house.db), open && openInvitation(house.db, open)])
    return { needed, sso: house.config.oidc?.name ?? null, demo: house.config.demo, invited: invited && { id: place!, name: invited.name } }
  },

  async postSetup({ house, body }) {
    const first = house.setup.matches(body.token)
    const invitation = hashOf(body.token).toString('hex')
    // Before the passwords are hashed, which is slow on purpose.
    const now = new Date().toISOString()
    if (!first && !(await openInvitation(house.db, { code: body.jurisdiction.id, hash: invitation, now }))) return refuse('token-used')
    const { system, security, audit } = body.administrators
    const faults = Object.entries(body.administrators).flatMap(([role, a]) =>
      passwordFaults(`administrators.${role}.password`, a.password, a.username),
    )
    if (faults.length) return problem('invalid', {}, faults)
    const [s, c, a] = (await Promise.all([system, security, audit].map(hashed))) as [NewAccount, NewAccount, NewAccount]
    const made = await act(
      house.db,
      setupActor(body.jurisdiction.id),
      { kind: 'jurisdiction' },
      {
        command: 'setup',
        name: body.jurisdiction.name,
        administrators: { system: s, security: c, audit: a },
        invitation: first ? null : invitation,
      },
    )
    if (isRefusal(made)) return made
    if (first) house.setup.spend()
    return made
  },
} satisfies Pick<Handlers, 'getSetup' | 'postSetup'>
