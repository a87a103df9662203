// Robots and what could not be delivered, as the system administrator sees them: how it stands, never what it says. Writing goes through `act`.
import type { ChannelView, DeliveryView } from '../core/contract/message.ts'
import type { Robot } from '../core/robot.ts'
import type { Tx } from './tx.ts'

const CHANNELS = `select c.id, c.robot, c.name, c.unit_id, c.host, c.enabled, c.created_at, max(d.sent_at) as last_sent_at,
    count(*) filter (where d.state = 'waiting') as waiting, count(*) filter (where d.state = 'failed') as failed
  from channel c left join delivery d on d.jurisdiction_id = c.jurisdiction_id and d.channel_id = c.id where c.jurisdiction_id = $1`
const GROUPED = 'group by c.jurisdiction_id, c.id order by c.created_at, c.id'

export const listChannels = (tx: Tx): Promise<ChannelView[]> => tx.rows(`${CHANNELS} ${GROUPED}`, [tx.context.jurisdiction])

export async function getChannel(tx: Tx, id: string): Promise<ChannelView | null> {
  const [row] = await tx.rows<ChannelView>(`${CHANNELS} and c.id = $2 ${GROUPED}`, [tx.context.jurisdiction, id])
  return row ?? null
}

/** The sealed address of a robot, for whoever holds the key. */
export async function getHook(tx: Tx, id: string): Promise<{ robot: Robot; sealed: string } | null> {
  const [row] = await tx.rows<{ robot: Robot; sealed: string }>(
    'select robot, sealed from channel where jurisdiction_id = $1 and id = $2',
    [tx.context.jurisdiction, id],
  )
  return row ?? null
}

const MOST_FAILED = 100

export const listFailed = (tx: Tx): Promise<DeliveryView[]> =>
  tx.rows(
    `select d.id, d.kind, coalesce(c.name, p.name, '') as "to", d.address, d.at, d.failures, d.fault, d.said from delivery d
     left join channel c on c.jurisdiction_id = d.jurisdiction_id and c.id = d.channel_id
     left join person p on p.jurisdiction_id = d.jurisdiction_id and p.id = d.person_id
     where d.jurisdiction_id = $1 and d.state = 'failed' order by d.at desc, d.id limit ${MOST_FAILED}`,
    [tx.context.jurisdiction],
  )

export async function mailStanding(tx: Tx): Promise<{ waiting: number; lastSentAt: string | null }> {
  const [row] = await tx.rows<{ waiting: number; lastSentAt: string | null }>(
    `select count(*) filter (where state = 'waiting') as waiting, max(sent_at) as last_sent_at from delivery
     where jurisdiction_id = $1 and channel_id is null`,
    [tx.context.jurisdiction],
  )
  return row!
}
