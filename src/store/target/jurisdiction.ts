// A jurisdiction as a target of `act`: made once, with its three administrators, before anybody can sign in; lower ones by an invitation from above.
import { may } from '../../core/access.ts'
import { belowFault } from '../../core/jurisdiction.ts'
import { type Refusal, refuse } from '../../core/refusal.ts'
import { ADMIN_ROLES, type Instant } from '../../core/types.ts'
import { INVITATION } from '../jurisdiction.ts'
import type { Tx } from '../tx.ts'
import type { Done, Kind, Moment, Write } from '../write.ts'
import { appoint, type NewAccount, newAccount } from './account.ts'

interface SetupCommand {
  command: 'setup'
  name: string
  administrators: { system: NewAccount; security: NewAccount; audit: NewAccount }
  /** Hash of the token in the link from above; null for the first run, whose link is in the program's memory. */
  invitation: string | null
}

type JurisdictionCommand =
  | SetupCommand
  | { command: 'invite'; code: string; name: string; hash: string; expiresAt: Instant }
  | { command: 'withdraw'; code: string }

interface State {
  /** There are people already: in the whole database for the first run, in this jurisdiction for the others. */
  used: boolean
  upper: { upperId: string; name: string } | null
  /** What was invited under the code before. */
  invited: string | null
}

/** Two first runs at once must not both succeed; the number only has to be the program's own. */
const SETUP_LOCK = 7_105

export const jurisdiction: Kind<object, JurisdictionCommand, State, { ok: true }> = {
  load(tx, _target, command, moment) {
    return command.command === 'setup' ? loadSetup(tx, command, moment) : loadInvitation(tx, command, moment)
  },

  decide(state, _target, command, moment) {
    if (command.command === 'setup') return setUp(state, command, moment)
    const { jurisdiction: place } = moment.actor
    if (command.command === 'withdraw')
      return state.invited === null
        ? refuse('not-found')
        : {
            value: { ok: true },
            writes: [['delete from invitation where jurisdiction_id = $1 and code = $2', [place, command.code]]],
            entries: [{ action: 'jurisdiction.uninvite', target: `jurisdiction:${command.code}`, summary: state.invited, body: '{}' }],
          }
    const fault = belowFault(place, command.code) ?? (state.used ? refuse('jurisdiction-taken', { code: command.code }) : null)
    if (fault) return fault
    const { code, name, hash, expiresAt } = command
    return {
      value: { ok: true },
      writes: [[INVITE, [place, code, name, hash, moment.now, expiresAt]]],
      entries: [{ action: 'jurisdiction.invite', target: `jurisdiction:${code}`, summary: name, body: JSON.stringify({ expiresAt }) }],
    }
  },
}

/** An earlier link to the same place is worth nothing from now on. */
const INVITE = `insert into invitation (jurisdiction_id, code, name, hash, issued_at, expires_at) values ($1, $2, $3, $4, $5, $6)
  on conflict (jurisdiction_id, code) do update set name = $3, hash = $4, issued_at = $5, expires_at = $6`

async function loadSetup(tx: Tx, { invitation }: SetupCommand, { actor, now }: Moment): Promise<State | Refusal> {
  await tx.rows('select pg_advisory_xact_lock($1)', [SETUP_LOCK])
  const [people, [upper]] = await Promise.all([
    tx.rows('select 1 as one from auth.login where $1::text is null or jurisdiction_id = $1 limit 1', [invitation && actor.jurisdiction]),
    tx.rows<{ upperId: string; name: string }>(INVITATION, [actor.jurisdiction, invitation, now]),
  ])
  return { used: people.length > 0, upper: upper ?? null, invited: null }
}

async function loadInvitation(tx: Tx, command: { code: string }, { actor }: Moment): Promise<State | Refusal> {
  if (!may(actor, 'jurisdiction.write')) return refuse('not-allowed', { action: 'jurisdiction.write' })
  const [people, [invited]] = await Promise.all([
    tx.rows('select 1 as one from auth.login where jurisdiction_id = $1 limit 1', [command.code]),
    tx.rows<{ name: string }>('select name from invitation where jurisdiction_id = $1 and code = $2 for update', [
      actor.jurisdiction,
      command.code,
    ]),
  ])
  return { used: people.length > 0, upper: null, invited: invited?.name ?? null }
}

function setUp({ used, upper }: State, command: SetupCommand, moment: Moment): Done<{ ok: true }> | Refusal {
  if (used || (command.invitation !== null && !upper)) return refuse('token-used')
  const { jurisdiction: id } = moment.actor
  // What a lower one is called is said by the one above.
  const name = upper?.name ?? command.name
  const { system, security, audit } = command.administrators
  const names = [system, security, audit].map(a => a.username)
  if (new Set(names).size < 3) return refuse('name-taken', { name: names.find((n, at) => names.indexOf(n) !== at)! })
  const people = [system, security, audit].flatMap((a, at): Write[] => {
    const made = newAccount(id, a, moment.now)
    return [...made.writes, ...appoint(id, made.id, [{ role: ADMIN_ROLES[at]!, unitId: null }], moment)]
  })
  return {
    value: { ok: true },
    writes: [
      [
        'insert into jurisdiction (id, name, place, office, created_at, parent_id) values ($1, $2, $2, $3, $4, $5)',
        [id, name, `${name}人民政府督查室`, moment.now, upper?.upperId ?? null],
      ],
      ['delete from invitation where code = $1', [id]],
      ...people,
    ],
    entries: [
      {
        action: 'jurisdiction.setup',
        target: `jurisdiction:${id}`,
        summary: name,
        body: JSON.stringify({ administrators: names, upper: upper?.upperId ?? null }),
      },
    ],
  }
}
