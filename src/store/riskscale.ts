// The levels of all risks by another scale: a level follows from the scale and is kept beside its likelihood and impact, as lights are kept beside items.
import type { RiskScale } from '../core/riskmatrix.ts'
import { RATINGS } from '../core/riskrule.ts'
import type { Write } from './write.ts'

const LEVEL = (likelihood: string, impact: string): string =>
  `(select s.level from scale s where s.likelihood = d.fields ->> '${likelihood}' and s.impact = d.fields ->> '${impact}')`
const LEVELS = Object.values(RATINGS)
  .map(({ likelihood, impact, level }) => `'${level}', ${LEVEL(likelihood, impact)}`)
  .join(', ')
const NAMES = Object.values(RATINGS).map(({ level }) => level)
const RERATE = `with scale as (select * from unnest($2::text[], $3::text[], $4::text[]) as s (likelihood, impact, level)),
    next as (select d.item_id, ((d.fields::jsonb - $5::text[]) || jsonb_strip_nulls(jsonb_build_object(${LEVELS}))) as fields
      from item_detail d join item i on i.jurisdiction_id = d.jurisdiction_id and i.id = d.item_id and i.kind = 'risk' where d.jurisdiction_id = $1)
  update item_detail d set fields = n.fields::json from next n where d.jurisdiction_id = $1 and d.item_id = n.item_id and d.fields::jsonb <> n.fields`

/** The days of review stay: they were told to those who review. */
export function rerated(jurisdiction: string, { levels }: RiskScale): Write {
  const cells = levels.flatMap((row, l) => row.map((level, i) => [String(l + 1), String(i + 1), level] as const))
  return [RERATE, [jurisdiction, cells.map(c => c[0]), cells.map(c => c[1]), cells.map(c => c[2]), NAMES]]
}
