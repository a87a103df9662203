// How a person is reached as a target of `act`: by himself with a code that proves the address, or by the system administrator. Codes arrive hashed.
import { randomUUID } from 'node:crypto'
import { may } from '../../core/access.ts'
import type { Letter } from '../../core/letter.ts'
import { refuse } from '../../core/refusal.ts'
import type { Done, Kind, Write } from '../write.ts'

interface ContactTarget {
  personId: string
}

export interface Reach {
  quietFrom: number
  quietUntil: number
  daysOff: boolean
  digestDay: number
}

export type ContactCommand =
  | ({ command: 'settle' } & Reach)
  | { command: 'ask'; address: string; codeHash: string; letter: Letter }
  | { command: 'confirm'; codeHash: string }
  | { command: 'forget' }
  | { command: 'assign'; address: string | null }

interface State {
  name: string
  address: string | null
  pending: string | null
  codeHash: string | null
  codeAt: string | null
  codeTries: number
}

/** Minutes that a code holds, seconds before another may be asked for, and guesses (product choice). */
export const CODE_MINUTES = 30
const CODE_PAUSE_SECONDS = 60
const CODE_TRIES = 5

const LOAD = `select p.name, c.address, c.pending, c.code_hash, c.code_at, coalesce(c.code_tries, 0) as code_tries from person p
  left join contact c on c.jurisdiction_id = p.jurisdiction_id and c.person_id = p.id where p.jurisdiction_id = $1 and p.id = $2 for update of p`

const PUT = `insert into delivery (jurisdiction_id, id, kind, person_id, address, at, due_at) values ($1, $2, 'code', $3, $4, $5, $5)`

export const contact: Kind<ContactTarget, ContactCommand, State, { left: number | null }> = {
  async load(tx, target, command, { actor }) {
    if (command.command === 'assign' ? !may(actor, 'account.write') : target.personId !== actor.personId)
      return refuse('not-allowed', { action: 'account.write' })
    const [found] = await tx.rows<State>(LOAD, [actor.jurisdiction, target.personId])
    return found ?? refuse('not-found')
  },

  decide(state, { personId }, command, { actor, now }) {
    const place = actor.jurisdiction
    const age = state.codeAt ? (Date.parse(now) - Date.parse(state.codeAt)) / 1000 : Number.POSITIVE_INFINITY
    // Addresses are personal: the record says that one was changed, not to what.
    const done = (writes: Write[], deed: string, left: number | null = null): Done<{ left: number | null }> => ({
      value: { left },
      writes,
      entries: [{ action: `contact.${deed}`, target: `account:${personId}`, summary: state.name, body: '{}' }],
    })
    switch (command.command) {
      case 'settle': {
        const { quietFrom, quietUntil, daysOff, digestDay } = command
        return done([keep(place, personId, { quietFrom, quietUntil, daysOff, digestDay })], 'settle')
      }
      case 'ask': {
        if (age < CODE_PAUSE_SECONDS) return refuse('code-recently', { seconds: Math.ceil(CODE_PAUSE_SECONDS - age) })
        const id = randomUUID()
        const { address, codeHash, letter } = command
        const writes: Write[] = [
          keep(place, personId, { pending: address, codeHash, codeAt: now, codeTries: 0 }),
          // He asked for it himself, so it is not held back by his quiet hours.
          [PUT, [place, id, personId, address, now]],
          ['insert into letter (jurisdiction_id, delivery_id, letter) values ($1, $2, $3)', [place, id, JSON.stringify(letter)]],
        ]
        return done(writes, 'ask')
      }
      case 'confirm': {
        if (!state.pending || !state.codeHash || age > CODE_MINUTES * 60 || state.codeTries >= CODE_TRIES) return refuse('code-expired')
        if (state.codeHash !== command.codeHash) {
          const tries = state.codeTries + 1
          return done([keep(place, personId, { codeTries: tries })], 'confirm-failed', CODE_TRIES - tries)
        }
        return done([keep(place, personId, { address: state.pending, pending: null, codeHash: null })], 'confirm')
      }
      case 'forget':
        return done([keep(place, personId, { address: null, pending: null, codeHash: null })], 'forget')
      case 'assign':
        return done([keep(place, personId, { address: command.address, pending: null, codeHash: null })], 'assign')
    }
  },
}

const COLUMNS = {
  quietFrom: 'quiet_from',
  quietUntil: 'quiet_until',
  daysOff: 'days_off',
  digestDay: 'digest_day',
  address: 'address',
  pending: 'pending',
  codeHash: 'code_hash',
  codeAt: 'code_at',
  codeTries: 'code_tries',
} as const

/** Makes the row, or changes only these columns of it. */
function keep(place: string, personId: string, values: Partial<Record<keyof typeof COLUMNS, unknown>>): Write {
  const columns = (Object.keys(values) as (keyof typeof COLUMNS)[]).map(key => COLUMNS[key])
  return [
    `insert into contact (jurisdiction_id, person_id, ${columns}) values ($1, $2, ${columns.map((_, at) => `$${at + 3}`)})
     on conflict (jurisdiction_id, person_id) do update set ${columns.map(column => `${column} = excluded.${column}`)}`,
    [place, personId, ...Object.values(values)],
  ]
}
