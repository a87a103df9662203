// A delivery that was given up, as a target of `act`: tried again, or let go, by the system administrator, who never sees what it says.
import { may } from '../../core/access.ts'
import { refuse } from '../../core/refusal.ts'
import type { Kind } from '../write.ts'

interface DeliveryTarget {
  id: string
}

interface DeliveryCommand {
  command: 'retry' | 'drop'
}

const FIND = `select state from delivery where jurisdiction_id = $1 and id = $2 for update`
const RETRY = `update delivery set state = 'waiting', failures = 0, due_at = $3 where jurisdiction_id = $1 and id = $2`
const DROP = `update delivery set state = 'dropped' where jurisdiction_id = $1 and id = $2`

export const delivery: Kind<DeliveryTarget, DeliveryCommand, { state: string }, { ok: true }> = {
  async load(tx, target, _command, { actor }) {
    if (!may(actor, 'channel.write')) return refuse('not-allowed', { action: 'channel.write' })
    const [found] = await tx.rows<{ state: string }>(FIND, [actor.jurisdiction, target.id])
    return found?.state === 'failed' ? found : refuse('not-found')
  },

  decide(_state, { id }, { command }, { actor, now }) {
    const place = actor.jurisdiction
    return {
      value: { ok: true },
      writes: [command === 'retry' ? [RETRY, [place, id, now]] : [DROP, [place, id]]],
      entries: [{ action: `delivery.${command}`, target: `delivery:${id}`, summary: '', body: '{}' }],
    }
  },
}
