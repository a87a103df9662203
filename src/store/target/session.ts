// Signing in and out as a target of `act`: nothing of ours is changed, but who came, left or failed to come is recorded (等保 2.0, GB/T 22239-2019 8.1.4.3).
import type { Kind } from '../write.ts'

export interface SessionTarget {
  /** Whose account it is. */
  personId: string
}

export interface SessionCommand {
  command: 'sign-in' | 'sign-in-failed' | 'sign-out' | 'change-password'
  /** Where from. */
  address: string
}

export const session: Kind<SessionTarget, SessionCommand, object, { ok: true }> = {
  async load() {
    return {}
  },

  decide(_state, { personId }, { command, address }) {
    return {
      value: { ok: true },
      writes: [],
      entries: [{ action: `session.${command}`, target: `account:${personId}`, summary: address, body: JSON.stringify({ address }) }],
    }
  },
}
