// Targets and readings as they were known at the end of a day: the last revision written before it ended, in Beijing.
import type { Day } from '../core/types.ts'
import { HELD_TARGET, type Held, type HeldTarget } from './ground.ts'
import type { Tx } from './tx.ts'

const BY_THEN = (of: string): string =>
  `${of}.at < ($2::date + 1)::timestamp at time zone 'Asia/Shanghai' and ($3::int is null or ${of}.year between $3 - 1 and $3)`
const READINGS = `select distinct on (r.indicator_id, r.year, r.unit_id, r.month) r.indicator_id, r.year, r.unit_id, r.month, r.revision, r.value, r.status, r.import_id,
    r.at, r.by_name from reading r
  where r.jurisdiction_id = $1 and ${BY_THEN('r')} order by r.indicator_id, r.year, r.unit_id, r.month, r.revision desc`
const TARGETS = `select distinct on (t.indicator_id, t.year, t.unit_id, t.kind) ${HELD_TARGET} from target t
  where t.jurisdiction_id = $1 and ${BY_THEN('t')} order by t.indicator_id, t.year, t.unit_id, t.kind, t.revision desc`

/** Of every indicator and unit, in the year and the one before; null: of all years. */
export async function figuresAsOf(tx: Tx, day: Day, year: number | null): Promise<{ readings: Held[]; targets: HeldTarget[] }> {
  const values = [tx.context.jurisdiction, day, year]
  const [readings, targets] = await Promise.all([tx.rows<Held>(READINGS, values), tx.rows<HeldTarget>(TARGETS, values)])
  return { readings, targets }
}
