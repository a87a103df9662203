// Risks that were borne until a day that is past: open again, to be judged anew. Done by the program, with an event like any other.
import { dayOf } from '../core/day.ts'
import { isRefusal } from '../core/refusal.ts'
import type { Actor, Instant } from '../core/types.ts'
import { act } from './act.ts'
import { type Database, read } from './db.ts'
import { jurisdictionsOf } from './jurisdiction.ts'
import { wholeOf } from './tx.ts'

const OVER = `select i.id from item i join item_detail d on d.jurisdiction_id = i.jurisdiction_id and d.item_id = i.id
  where i.jurisdiction_id = $1 and i.kind = 'risk' and i.stage = 'borne' and d.fields ->> 'bearUntil' < $2 order by i.id`

/** As the timeline signs it. */
const program = (jurisdiction: string): Actor => ({
  personId: '00000000-0000-0000-0000-000000000000',
  name: '到期提醒',
  jurisdiction,
  appointments: [{ role: 'officer', unitId: null }],
  unitIds: [],
})

/** Returns how many are open again. What somebody changed at the same moment is left to the next time. */
export async function reopenRisks(db: Pick<Database, 'pool'>, now: Instant = new Date().toISOString()): Promise<number> {
  let reopened = 0
  for (const place of await jurisdictionsOf(db))
    for (const { id } of await read(db, wholeOf(place), tx => tx.rows<{ id: string }>(OVER, [place, dayOf(now)]))) {
      const command = { command: 'move' as const, to: 'assessed', evidence: {}, words: '接受期限已过，重新研判。', fileIds: [] }
      const done = await act(db, program(place), { kind: 'item', id }, command, { now })
      if (!isRefusal(done)) reopened++
    }
  return reopened
}
