// The first set-up: a jurisdiction and its three administrators, by the one-time link and never again.

import { isRefusal, refuse } from '../../core/refusal.ts'
import { setupActor, setupNeeded } from '../../store/account.ts'
import { act } from '../../store/act.ts'
import type { NewAccount } from '../../store/target/account.ts'
import type { Handlers } from '../call.ts'
import { hashed } from '../password.ts'

export const setupRoutes = {
  async getSetup({ house }) {
    return { needed: await setupNeeded(house.db), demo: house.config.demo }
  },

  async postSetup({ house, body }) {
    if (!house.setup.matches(body.token)) return refuse('token-used')
    const { system, security, audit } = body.administrators
    const [s, c, a] = (await Promise.all([system, security, audit].map(hashed))) as [NewAccount, NewAccount, NewAccount]
    const made = await act(
      house.db,
      setupActor(body.jurisdiction.id),
      { kind: 'jurisdiction' },
      { command: 'setup', name: body.jurisdiction.name, administrators: { system: s, security: c, audit: a } },
    )
    if (isRefusal(made)) return made
    house.setup.spend()
    return made
  },
} satisfies Pick<Handlers, 'getSetup' | 'postSetup'>
