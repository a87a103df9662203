// What was known at the end of a day, in Beijing: targets and readings by their last revision, units, frames and indicators as they were called and judged then.
import type { Frame } from '../core/indicator.ts'
import type { Day } from '../core/types.ts'
import type { BoardIndicator } from './boardjson.ts'
import { HELD_TARGET, type Held, type HeldTarget, type Member, type TreeUnit } from './ground.ts'
import type { Tx } from './tx.ts'

/** `day`: a parameter of the statement. */
const endOf = (day: string): string => `(${day}::date + 1)::timestamp at time zone 'Asia/Shanghai'`
export const BY_END_OF = (at: string, day: string): string => `${at} < ${endOf(day)}`

const BY_THEN = (of: string): string => `${BY_END_OF(`${of}.at`, '$2')} and ($3::int is null or ${of}.year between $3 - 1 and $3)
  and ($4::uuid[] is null or ${of}.indicator_id = any($4))`
const READINGS = `select distinct on (r.indicator_id, r.year, r.unit_id, r.month) r.indicator_id, r.year, r.unit_id, r.month, r.revision, r.value, r.status, r.import_id,
    r.at, r.by_name from reading r
  where r.jurisdiction_id = $1 and ${BY_THEN('r')} order by r.indicator_id, r.year, r.unit_id, r.month, r.revision desc`
const TARGETS = `select distinct on (t.indicator_id, t.year, t.unit_id, t.kind) ${HELD_TARGET} from target t
  where t.jurisdiction_id = $1 and ${BY_THEN('t')} order by t.indicator_id, t.year, t.unit_id, t.kind, t.revision desc`

/** Of every unit, in the year and the one before; null: of all years, of every indicator. */
export async function figuresAsOf(
  tx: Tx,
  day: Day,
  year: number | null,
  indicatorIds: string[] | null = null,
): Promise<{ readings: Held[]; targets: HeldTarget[] }> {
  const values = [tx.context.jurisdiction, day, year, indicatorIds]
  const [readings, targets] = await Promise.all([tx.rows<Held>(READINGS, values), tx.rows<HeldTarget>(TARGETS, values)])
  return { readings, targets }
}

/** The first version that was replaced after the day ended is the one that held on it; without one, what stands now held already. */
const was = (table: 'unit' | 'frame' | 'indicator', kept: string, changed: string): string => `select n.id${kept}, ${changed
  .split(' ')
  .map(column => `case when p.id is null then n.${column} else p.${column} end as ${column}`)
  .join(', ')} from ${table} n left join lateral (select * from ${table}_past p
    where p.jurisdiction_id = n.jurisdiction_id and p.id = n.id and not ${BY_END_OF('p.until', '$2')} order by p.until limit 1) p on true
  where n.jurisdiction_id = $1 order by coalesce(p.position, n.position), n.id`

const UNITS = was('unit', '', 'name parent_id')
const FRAMES = was('frame', '', 'name parent_id')
const INDICATORS = was(
  'indicator',
  ', n.source_unit_id, n.published',
  'name kind direction basis frequency unit decimals frame_id topic parent_id combine weight retired',
).replace('coalesce(p.position, n.position)', 'n.position')

export const unitsAsOf = (tx: Tx, day: Day): Promise<TreeUnit[]> => tx.rows(UNITS, [tx.context.jurisdiction, day])
export const framesAsOf = (tx: Tx, day: Day): Promise<Frame[]> => tx.rows(FRAMES, [tx.context.jurisdiction, day])
/** Also those that were made later: of that day they have no figures. */
export const indicatorsAsOf = (tx: Tx, day: Day): Promise<(Member & BoardIndicator)[]> =>
  tx.rows(INDICATORS, [tx.context.jurisdiction, day])
