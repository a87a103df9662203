// The investment projects of an answer sheet as they stood on a day and were known on another: their history undone in one read. Reads only; words nothing.
import { daysBetween } from '../core/day.ts'
import { isPastDue } from '../core/itemthen.ts'
import { rowOf } from '../core/kind.ts'
import { type ExchangeRate, inYuan, type Money, totals } from '../core/money.ts'
import { IDLE_DAYS, type ProjectLaggard, type SheetProjects, type SheetSum } from '../core/projectsection.ts'
import { hasReached, type ProjectEvent, type ProjectStand, projectThen } from '../core/projectthen.ts'
import type { Day } from '../core/types.ts'
import { unitsAsOf } from './asof.ts'
import { itemsThen, local } from './itemsthen.ts'
import type { Tx } from './tx.ts'

const PROJECTS = `select i.id, i.stage, i.sum_amount::text as amount, i.sum_currency as currency,
    d.fields ->> 'countedOn' as counted_on, d.fields ->> 'startedOn' as started_on,
    (select json_agg(json_build_object('kind', e.kind, 'day', ${local('e.at')}, 'facts', e.facts) order by e.version desc, e.ordinal desc)
     from item_event e where e.jurisdiction_id = i.jurisdiction_id and e.item_id = i.id and e.kind in ('register', 'move', 'amend')) as events
  from item i join item_detail d on d.jurisdiction_id = i.jurisdiction_id and d.item_id = i.id
  where i.jurisdiction_id = $1 and i.kind = 'project'`
const RATES = `select currency, on_day as "on", trim_scale(rate)::text as rate, source from exchange_rate
  where jurisdiction_id = $1 and ${local('at')} <= $2::date order by on_day desc, currency`

interface Row {
  id: string
  stage: string
  amount: string | null
  currency: Money['currency'] | null
  countedOn: Day | null
  startedOn: Day | null
  events: ProjectEvent[]
}

interface Then {
  number: string
  title: string
  unit: string | null
  /** Of what was struck off, suspended or handed in on time by then: null. */
  lateSince: Day | null
  then: ProjectStand
}

export async function projectsThen(tx: Tx, { knownBy, until }: { knownBy: Day; until: Day }): Promise<SheetProjects | null> {
  const place = tx.context.jurisdiction
  const [rows, rates, known, stood, units] = await Promise.all([
    tx.rows<Row>(PROJECTS, [place]),
    tx.rows<ExchangeRate & { source: string | null }>(RATES, [place, knownBy]),
    itemsThen(tx, 'project', knownBy),
    itemsThen(tx, 'project', until),
    unitsAsOf(tx, knownBy),
  ])
  const byId = new Map(rows.map(row => [row.id, row]))
  const courses = new Map(stood.map(one => [one.id, one]))
  const names = new Map(units.map(unit => [unit.id, unit.name]))
  const all = known.flatMap(({ id, number, stand: { title, leadUnitId } }): Then[] => {
    const { stage, amount, currency, countedOn, startedOn, events } = byId.get(id)!
    const sum = amount === null ? null : { amount, currency: currency! }
    const then = projectThen({ stage, sum, countedOn, startedOn }, events, { knownBy, until })
    const course = courses.get(id)
    const lateSince = course?.sure && isPastDue(course.stand, until) ? course.stand.dueOn : null
    return then ? [{ number, title, unit: names.get(leadUnitId ?? '') ?? null, lateSince, then }] : []
  })
  const unsure = stood.filter(one => !one.sure && all.some(({ number }) => number === one.number)).map(({ number }) => number)
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
    unsure,
  }
}

function laggard({ unit, number, title, lateSince, then }: Then, until: Day): ProjectLaggard[] {
  const waits = hasReached(then, 'signed') && !hasReached(then, 'started') && then.countedOn !== null && then.countedOn <= until
  const days = waits ? daysBetween(then.countedOn!, until) : 0
  if (days < IDLE_DAYS && lateSince === null) return []
  const daysOverdue = lateSince === null ? 0 : daysBetween(lateSince, until)
  return [{ unit, number, title, idle: days >= IDLE_DAYS ? days : null, dueOn: lateSince, daysOverdue }]
}

const worst = (a: ProjectLaggard, b: ProjectLaggard): number =>
  Math.max(b.idle ?? 0, b.daysOverdue) - Math.max(a.idle ?? 0, a.daysOverdue) || (a.number < b.number ? -1 : 1)
