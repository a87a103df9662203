// How people are reached: reads for themselves and for the system administrator. Writing goes through `act`.
import type { ContactView } from '../core/contract/message.ts'
import { DIGEST_DAY, QUIET } from '../core/delivery.ts'
import type { Tx } from './tx.ts'

type Kept = Omit<ContactView, 'mail'>

const DEFAULTS: Kept = {
  quietFrom: QUIET.from,
  quietUntil: QUIET.until,
  daysOff: QUIET.daysOff,
  digestDay: DIGEST_DAY,
  address: null,
  pending: null,
}

export async function getContact(tx: Tx, personId: string): Promise<Kept> {
  const [row] = await tx.rows<Kept>(
    'select quiet_from, quiet_until, days_off, digest_day, address, pending from contact where jurisdiction_id = $1 and person_id = $2',
    [tx.context.jurisdiction, personId],
  )
  return row ?? DEFAULTS
}

/** Everybody who can sign in, with his mail address. */
export const listAddresses = (tx: Tx): Promise<{ id: string; name: string; username: string; address: string | null }[]> =>
  tx.rows(
    `select p.id, p.name, p.username, c.address from person p left join contact c on c.jurisdiction_id = p.jurisdiction_id and c.person_id = p.id
     where p.jurisdiction_id = $1 and p.username is not null and not p.disabled order by c.address is null, p.name, p.id`,
    [tx.context.jurisdiction],
  )
