// The jurisdiction as a target of `act`: made once, with its three administrators, before anybody can sign in.
import { refuse } from '../../core/refusal.ts'
import { ADMIN_ROLES } from '../../core/types.ts'
import type { Kind, Write } from '../write.ts'
import { appoint, type NewAccount, newAccount } from './account.ts'

export interface SetupCommand {
  command: 'setup'
  name: string
  administrators: { system: NewAccount; security: NewAccount; audit: NewAccount }
}

/** Two first runs at once must not both succeed; the number only has to be the program's own. */
const SETUP_LOCK = 7_105

export const jurisdiction: Kind<object, SetupCommand, { used: boolean }, { ok: true }> = {
  async load(tx) {
    await tx.rows('select pg_advisory_xact_lock($1)', [SETUP_LOCK])
    const rows = await tx.rows('select 1 as one from auth.login limit 1')
    return { used: rows.length > 0 }
  },

  decide({ used }, _target, command, moment) {
    if (used) return refuse('token-used')
    const { jurisdiction: id } = moment.actor
    const { system, security, audit } = command.administrators
    const names = [system, security, audit].map(a => a.username)
    if (new Set(names).size < 3) return refuse('name-taken', { name: names.find((n, at) => names.indexOf(n) !== at)! })
    const people = [system, security, audit].map((a, at): Write[] => {
      const made = newAccount(id, a, moment.now)
      return [...made.writes, ...appoint(id, made.id, [{ role: ADMIN_ROLES[at]!, unitId: null }], moment)]
    })
    return {
      value: { ok: true },
      writes: [
        [
          'insert into jurisdiction (id, name, place, office, created_at) values ($1, $2, $2, $3, $4)',
          [id, command.name, `${command.name}人民政府督查室`, moment.now],
        ],
        ...people.flat(),
      ],
      entries: [
        {
          action: 'jurisdiction.setup',
          target: `jurisdiction:${id}`,
          summary: command.name,
          body: JSON.stringify({ administrators: names }),
        },
      ],
    }
  },
}
