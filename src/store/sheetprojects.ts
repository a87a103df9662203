// The investment projects of an answer sheet as they stood on a day and were known on another: their history undone in one read. Reads only; words nothing.
import { daysBetween } from '../core/day.ts'
import { rowOf } from '../core/kind.ts'
import { type ExchangeRate, inYuan, type Money, totals } from '../core/money.ts'
import { IDLE_DAYS, type ProjectLaggard, type SheetProjects, type SheetSum } from '../core/projectsection.ts'
import { hasReached, type ProjectEvent, type ProjectStand, projectThen } from '../core/projectthen.ts'
import type { Day } from '../core/types.ts'
import type { Tx } from './tx.ts'

const local = (instant: string): string => `((${instant}) at time zone 'Asia/Shanghai')::date`

/** Closed is struck off, late or not; what was handed in by its day is not late. */
const PROJECTS = `select i.number, i.title, u.name as unit, i.stage, i.due_on, i.sum_amount::text as amount, i.sum_currency as currency,
    d.fields ->> 'countedOn' as counted_on, d.fields ->> 'startedOn' as started_on,
    (i.closed_at is null or ${local('i.closed_at')} > $2::date) and i.state <> 'suspended' and coalesce(${local('i.submitted_at')} > i.due_on, true) as open,
    (select json_agg(json_build_object('kind', e.kind, 'day', ${local('e.at')}, 'facts', e.facts) order by e.version desc, e.ordinal desc)
     from item_event e where e.jurisdiction_id = i.jurisdiction_id and e.item_id = i.id and e.kind in ('register', 'move', 'amend')) as events
  from item i join item_detail d on d.jurisdiction_id = i.jurisdiction_id and d.item_id = i.id
  left join unit u on u.jurisdiction_id = i.jurisdiction_id and u.id = i.lead_unit_id
  where i.jurisdiction_id = $1 and i.kind = 'project' order by i.number`
const RATES = `select currency, on_day as "on", trim_scale(rate)::text as rate, source from exchange_rate
  where jurisdiction_id = $1 and ${local('at')} <= $2::date order by on_day desc, currency`

interface Row {
  number: string
  title: string
  unit: string | null
  stage: string
  dueOn: Day | null
  amount: string | null
  currency: Money['currency'] | null
  countedOn: Day | null
  startedOn: Day | null
  open: boolean
  events: ProjectEvent[]
}
type Then = Row & { then: ProjectStand }

export async function projectsThen(tx: Tx, { knownBy, until }: { knownBy: Day; until: Day }): Promise<SheetProjects | null> {
  const place = tx.context.jurisdiction
  const [rows, rates] = await Promise.all([
    tx.rows<Row>(PROJECTS, [place, until]),
    tx.rows<ExchangeRate & { source: string | null }>(RATES, [place, knownBy]),
  ])
  const all = rows.flatMap((row): Then[] => {
    const { stage, amount, currency, countedOn, startedOn, events } = row
    const sum = amount === null ? null : { amount, currency: currency! }
    const then = projectThen({ stage, sum, countedOn, startedOn }, events, { knownBy, until })
    return then ? [{ ...row, then }] : []
  })
  if (all.length === 0) return null
  const added = (some: Then[]): SheetSum => {
    const sums = totals(some.flatMap(({ then }) => then.sum ?? []))
    return { items: some.length, sums, yuan: inYuan(sums, rates, until).amount }
  }
  const year = until.slice(0, 4)
  const kept = all.filter(({ then }) => then.stage !== 'dropped')
  const within = (day: Day | null) => day?.startsWith(year) === true && day <= until
  const stages = [...rowOf('project'), 'dropped'].map(stage => ({ stage, ...added(all.filter(p => p.then.stage === stage)) }))
  const { used, missing } = inYuan(totals(all.flatMap(({ then }) => then.sum ?? [])), rates, until)
  return {
    stages: stages.filter(({ items }) => items > 0),
    all: added(kept),
    signed: added(kept.filter(({ then }) => hasReached(then, 'signed') && within(then.countedOn))),
    started: added(kept.filter(({ then }) => hasReached(then, 'started') && within(then.startedOn))),
    rates: used.map(({ currency, on }) => rates.find(r => r.currency === currency && r.on === on)!),
    missing,
    unsummed: kept.filter(({ then }) => then.sum === null).map(({ number }) => number),
    laggards: kept.flatMap(project => laggard(project, until)).sort(worst),
  }
}

function laggard({ unit, number, title, dueOn, open, then }: Then, until: Day): ProjectLaggard[] {
  const waits = hasReached(then, 'signed') && !hasReached(then, 'started') && then.countedOn !== null && then.countedOn <= until
  const days = waits ? daysBetween(then.countedOn!, until) : 0
  const late = open && dueOn !== null && dueOn < until
  if (days < IDLE_DAYS && !late) return []
  return [
    {
      unit,
      number,
      title,
      idle: days >= IDLE_DAYS ? days : null,
      dueOn: late ? dueOn : null,
      daysOverdue: late ? daysBetween(dueOn, until) : 0,
    },
  ]
}

const worst = (a: ProjectLaggard, b: ProjectLaggard): number =>
  Math.max(b.idle ?? 0, b.daysOverdue) - Math.max(a.idle ?? 0, a.daysOverdue) || (a.number < b.number ? -1 : 1)
