// Signing in and out as a target of `act`: who came, left, failed to come or was locked out is recorded (等保 2.0, GB/T 22239-2019 8.1.4.3), and sessions and second steps are ended here.
import { may } from '../../core/access.ts'
import { refuse } from '../../core/refusal.ts'
import type { Kind, Write } from '../write.ts'

interface SessionTarget {
  /** Whose account it is. */
  personId: string
}

const DEEDS = [
  'sign-in',
  'sign-in-failed',
  'lock',
  'sign-out',
  'change-password',
  'second-step-failed',
  'second-step-on',
  'second-step-off',
  'link-sso',
  'export-audit',
] as const

export type SessionCommand =
  | {
      command: (typeof DEEDS)[number]
      /** Where from. */
      address: string
    }
  | { command: 'revoke-session'; address: string; sessionId: string; userId: string }
  /** By the security administrator, for somebody who lost his telephone. */
  | { command: 'second-step-reset'; address: string }

interface State {
  userId: string | null
}

export const session: Kind<SessionTarget, SessionCommand, State, { ok: true }> = {
  async load(tx, { personId }, { command }, { actor }) {
    if (command !== 'second-step-reset') return { userId: null }
    if (!may(actor, 'appointment.write')) return refuse('not-allowed', { action: 'appointment.write' })
    const [found] = await tx.rows<{ userId: string | null }>('select user_id from person where jurisdiction_id = $1 and id = $2', [
      tx.context.jurisdiction,
      personId,
    ])
    return found?.userId ? { userId: found.userId } : refuse('not-found')
  },

  decide({ userId }, { personId }, command) {
    return {
      value: { ok: true },
      writes: writesOf(command, userId),
      entries: [
        {
          action: `session.${command.command}`,
          target: `account:${personId}`,
          summary: command.address,
          body: JSON.stringify({ address: command.address }),
        },
      ],
    }
  },
}

function writesOf(command: SessionCommand, userId: string | null): Write[] {
  if (command.command === 'revoke-session')
    return [['delete from auth.session where id = $1 and "userId" = $2', [command.sessionId, command.userId]]]
  if (command.command !== 'second-step-reset') return []
  return [
    ['delete from auth."twoFactor" where "userId" = $1', [userId]],
    ['update auth."user" set "twoFactorEnabled" = false where id = $1', [userId]],
    // Whoever holds the lost telephone may be signed in on it.
    ['delete from auth.session where "userId" = $1', [userId]],
  ]
}
