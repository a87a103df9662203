// Rules of early warning as their page shows them: with what each watches now, and the risks that it opened. Reads only.
import type { WarningView } from '../core/contract/risk.ts'
import { WHOLE } from '../core/indicator.ts'
import type { Condition } from '../core/warning.ts'
import { iso } from './item.ts'
import type { Tx } from './tx.ts'

const NAME = (column: string): string => `(select u.name from unit u where u.jurisdiction_id = w.jurisdiction_id and u.id = w.${column})`
const FIGURE = `case w.measure when 'value' then s.value when 'points' then s.points else (('{"x":0' || s.shown)::json ->> 'yearOnYear')::float8 end`
/** The newest figure of each series. */
const NEWEST = `(select coalesce(json_agg(json_build_object('year', n.year, 'month', n.month, 'value', n.told)), '[]') from (
    select distinct on (s.unit_id) s.year, s.month, ${FIGURE} as told from standing s
    where s.jurisdiction_id = w.jurisdiction_id and s.indicator_id = w.indicator_id and s.fresh
      and (w.unit_id = s.unit_id or (w.unit_id is null and s.unit_id <> '${WHOLE}')) order by s.unit_id, s.year desc, s.month desc) n)`
const OPENED = `(select coalesce(json_agg(json_build_object('id', i.id, 'number', i.number, 'title', i.title, 'stage', i.stage, 'year', o.year, 'month', o.month)
      order by o.at desc), '[]') from warning_raised o join item i on i.jurisdiction_id = o.jurisdiction_id and i.id = o.item_id
    where o.jurisdiction_id = w.jurisdiction_id and o.rule_id = w.id)`
const ALL = `select w.id, w.indicator_id, i.name as indicator, i.unit as measured_in, w.unit_id, ${NAME('unit_id')} as unit, w.measure, w.side,
    w.threshold::float8 as threshold, w.periods, w.category, w.lead_unit_id, ${NAME('lead_unit_id')} as lead_unit, w.stopped, w.version, w.by_name as by,
    ${iso('w.at')} as at, ${NEWEST} as newest, ${OPENED} as opened
  from warning_rule w join indicator i on i.jurisdiction_id = w.jurisdiction_id and i.id = w.indicator_id
  where w.jurisdiction_id = $1 order by w.stopped, i.position, w.at, w.id`

type Row = Omit<WarningView, 'told' | 'past'> & { newest: NonNullable<WarningView['told']>[] }

export async function listWarnings(tx: Tx): Promise<WarningView[]> {
  const rows = await tx.rows<Row>(ALL, [tx.context.jurisdiction])
  return rows.map(({ newest, ...row }) => ({
    ...row,
    told: row.unitId === null ? null : (newest[0] ?? null),
    past: newest.filter(({ value }) => isPast(row, value)).length,
  }))
}

const isPast = ({ side, threshold }: Pick<Condition, 'side' | 'threshold'>, value: number | null): boolean =>
  value !== null && (side === 'below' ? value < threshold : value > threshold)
