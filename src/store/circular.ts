// The true figures of the supervision circular, counted from the items as they stood on the last day of the period. Reads only; words nothing.
import type { CircularFacts, Laggard, UnitFigures } from '../core/circular.ts'
import { daysBetween } from '../core/day.ts'
import type { Day } from '../core/types.ts'
import type { Tx } from './tx.ts'

const MOST_LAGGARDS = 20
/** A unit is proposed for praise with so many items closed, most of its own closed, none late (product choice). */
const PRAISED = { closed: 3, share: 0.8, units: 3 }

/** The day in Beijing. */
const local = (instant: string): string => `((${instant}) at time zone 'Asia/Shanghai')::date`

/** $2 to $3, days in Beijing: items sent out by the end of the period that were not closed before it began. Suspended is what is suspended now. */
const BOOKS = `with books as (
    select i.*, i.closed_at is not null and ${local('i.closed_at')} <= $3::date as done,
      coalesce(${local('coalesce(i.submitted_at, i.closed_at)')} <= i.due_on, true) as timely
    from item i where i.jurisdiction_id = $1 and i.kind = 'matter' and ${local('i.dispatched_at')} <= $3::date and (i.closed_at is null or ${local('i.closed_at')} >= $2::date))`
/** As core's `isOverdue`: what was handed in by its day and waits for the office is not the unit's delay. */
const LATE = `not done and state <> 'suspended' and due_on < $3::date and coalesce(${local('submitted_at')} > due_on, true)`

const BY_UNIT = `${BOOKS} select u.name as unit, count(*) as total, count(*) filter (where done) as closed,
    count(*) filter (where ${LATE}) as overdue, count(*) filter (where done and timely) as on_time
  from books b join unit u on u.jurisdiction_id = b.jurisdiction_id and u.id = b.lead_unit_id group by u.id, u.name, u.position order by u.position`

const LAGGARDS = `${BOOKS} select u.name as unit, b.number, b.title, b.due_on,
    (select e.words from item_event e where e.jurisdiction_id = b.jurisdiction_id and e.item_id = b.id and e.kind = 'report' and ${local('e.at')} <= $3::date
     order by e.version desc limit 1) as reason
  from books b join unit u on u.jurisdiction_id = b.jurisdiction_id and u.id = b.lead_unit_id where ${LATE} order by b.due_on, b.number limit ${MOST_LAGGARDS}`

export interface CircularPeriod {
  from?: Day
  to?: Day
  number?: string
}

/** The figures from `from` (the first day of the year) to `to` (today). */
export async function circularFacts(tx: Tx, period: CircularPeriod, today: Day): Promise<CircularFacts> {
  const place = tx.context.jurisdiction
  const asOf = period.to && period.to < today ? period.to : today
  const from = period.from && period.from <= asOf ? period.from : `${asOf.slice(0, 4)}-01-01`
  const values = [place, from, asOf]
  const [[home], byUnit, laggards] = await Promise.all([
    tx.rows<{ name: string; office: string }>('select name, office from jurisdiction where id = $1', [place]),
    tx.rows<UnitFigures>(BY_UNIT, values),
    tx.rows<Omit<Laggard, 'daysOverdue'>>(LAGGARDS, values),
  ])
  const sum = (of: (unit: UnitFigures) => number) => byUnit.reduce((total, unit) => total + of(unit), 0)
  const [total, closed] = [sum(u => u.total), sum(u => u.closed)]
  return {
    jurisdiction: home!.name,
    office: home!.office,
    number: period.number ?? null,
    recipients: '各乡镇人民政府、街道办事处，县直各单位',
    copies: null,
    from,
    asOf,
    items: { total, closed, open: total - closed, overdue: sum(u => u.overdue) },
    byUnit,
    laggards: laggards.map(l => ({ ...l, daysOverdue: daysBetween(l.dueOn, asOf) })),
    praised: praisedOf(byUnit),
    nextSteps: [],
  }
}

function praisedOf(units: UnitFigures[]): string[] {
  return units
    .filter(u => u.closed >= PRAISED.closed && u.overdue === 0 && u.onTime === u.closed && u.closed / u.total >= PRAISED.share)
    .sort((a, b) => b.closed / b.total - a.closed / a.total || b.closed - a.closed)
    .slice(0, PRAISED.units)
    .map(u => u.unit)
}
