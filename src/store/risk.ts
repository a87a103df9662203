// The register of risks as its views show it: counts by likelihood and impact, the gravest, what is to be reviewed, what changed. Reads only.
import type { RiskLine, RiskQuery, RiskView } from '../core/contract/risk.ts'
import { changedSince, type RiskEvent } from '../core/riskchange.ts'
import { RISK_LEVELS, type RiskLevel } from '../core/riskmatrix.ts'
import { RATINGS, REVIEWED_STAGES } from '../core/riskrule.ts'
import type { Day } from '../core/types.ts'
import { iso } from './item.ts'
import { bookOf } from './rules.ts'
import type { Tx } from './tx.ts'

/** What is borne is a risk all the same. */
const IN_FORCE = [...REVIEWED_STAGES, 'borne']
const TOP = 10
const MOST_DUE = 50
const MOST_CHANGES = 200

/** One look into the facts of each: they are JSON, which is parsed anew for every question. */
const FACTS = Object.values(RATINGS)
  .flatMap(r => [r.likelihood, r.impact, r.level])
  .map(name => `"${name}" text`)
  .join(', ')
/** Risk by risk, by key: most facts and events are of other kinds, and a planner that does not foresee how many rows a policy leaves joins them by loops of loops. */
const RISKS = `own as materialized (select id, number, title, stage, lead_unit_id from item
    where jurisdiction_id = $1 and kind = 'risk' and (cardinality($3::uuid[]) = 0 or lead_unit_id = any($3))),
  risks as materialized (select i.*, f.* from own i
    cross join lateral (select d.fields from item_detail d where d.jurisdiction_id = $1 and d.item_id = i.id limit 1) d
    cross join lateral json_to_record(d.fields) as f (category text, ${FACTS}, "reviewOn" text)
    where cardinality($2::text[]) = 0 or f.category = any($2))`

const measures = (
  done: boolean,
) => `(select count(*) from item_link l join item m on m.jurisdiction_id = l.jurisdiction_id and m.id = l.from_id
  where l.jurisdiction_id = $1 and l.to_id = r.id and l.relation = 'measure-of'${done ? ` and m.state in ('closed', 'archived')` : ''})`
const LINE = `r.id, r.number, r.title, r.stage, r.category, r.likelihood, r.impact, r.level, r."residualLevel", r.lead_unit_id as "leadUnitId",
  (select u.name from unit u where u.jurisdiction_id = $1 and u.id = r.lead_unit_id) as "leadUnit", r."reviewOn", ${measures(false)} as measures, ${measures(true)} as done`
const lines = (from: string): string => `(select coalesce(json_agg(l), '[]') from (select ${LINE} from (${from}) r) l)`

const VIEW = (by: keyof typeof RATINGS): string => {
  const { likelihood, impact } = RATINGS[by]
  return `with ${RISKS}, force as (select * from risks where stage = any($4)),
    due as (select * from force where "reviewOn" <= $5)
  select (select coalesce(json_agg(c), '[]') from (select "${likelihood}" as likelihood, "${impact}" as impact, count(*) as items from force
      where "${likelihood}" is not null and "${impact}" is not null group by 1, 2) c) as cells,
    (select count(*)::int from force where "${likelihood}" is null or "${impact}" is null) as unrated,
    (select count(*)::int from risks where stage = 'raised') as raised,
    ${lines(`select * from force where level is not null order by array_position($6, level) desc, likelihood::int + impact::int desc, "reviewOn", id limit ${TOP}`)} as top,
    ${lines(`select * from due order by "reviewOn", array_position($6, level) desc, id limit ${MOST_DUE}`)} as due,
    (select count(*)::int from due) as due_total`
}

type Found = Pick<RiskView, 'cells' | 'unrated' | 'raised' | 'dueTotal'> & { top: RiskLine[]; due: RiskLine[] }

interface Told extends Omit<RiskEvent, 'registered'> {
  id: string
  number: string | null
  title: string
  stage: string
  level: RiskLevel | null
  kind: string
}
const TELLS = `e.jurisdiction_id = $1 and e.at >= ($4::date::timestamp at time zone 'Asia/Shanghai') and e.kind in ('register', 'move', 'amend')`
/** Of those that were told of last: no more are shown, and a month of a large register is thousands. Not every one of them changed. */
const EVENTS = `with own as materialized (select id, number, title, stage from item
    where jurisdiction_id = $1 and kind = 'risk' and (cardinality($3::uuid[]) = 0 or lead_unit_id = any($3))),
  newest as materialized (select i.* from own i cross join lateral (select max(e.at) as last from item_event e where e.item_id = i.id and ${TELLS}) told
    where told.last is not null and (cardinality($2::text[]) = 0 or exists (select 1 from item_detail d
      where d.jurisdiction_id = $1 and d.item_id = i.id and d.fields ->> 'category' = any($2)))
    order by told.last desc, i.id limit ${MOST_CHANGES} offset $5)
  select i.id, i.number, i.title, i.stage, (select d.fields ->> 'level' from item_detail d where d.jurisdiction_id = $1 and d.item_id = i.id) as level, e.kind, e.by_name as by, ${iso('e.at')} as at,
    e.facts -> 'was.level' as was, e.facts -> 'now.level' as now, e.facts ->> 'from' as from, e.facts ->> 'to' as to
  from newest i cross join lateral (select * from item_event e where e.item_id = i.id and ${TELLS} offset 0) e order by i.id, e.version, e.ordinal`

/** A day of the month before, or its last one. */
function monthBefore(today: Day): Day {
  const [year, month, day] = today.split('-').map(Number) as [number, number, number]
  const last = new Date(Date.UTC(year, month - 1, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 2, Math.min(day, last))).toISOString().slice(0, 10)
}

export async function riskView(tx: Tx, { by, category, unit, since: asked }: RiskQuery, today: Day): Promise<RiskView> {
  const since = asked ?? monthBefore(today)
  const filter = [tx.context.jurisdiction, category, unit]
  const [book, [found], changes] = await Promise.all([
    bookOf(tx),
    tx.rows<Found>(VIEW(by), [...filter, IN_FORCE, today, RISK_LEVELS]),
    changesOf(tx, [...filter, since]),
  ])
  return { scale: book.risk, ...found!, since, changes }
}

/** The last ones first. */
async function changesOf(tx: Tx, filter: unknown[]): Promise<RiskView['changes']> {
  const changes: RiskView['changes'] = []
  for (let from = 0; changes.length < MOST_CHANGES; from += MOST_CHANGES) {
    const risks = [...Map.groupBy(await tx.rows<Told>(EVENTS, [...filter, from]), e => e.id).values()]
    for (const told of risks) {
      const { id, number, title, stage, level } = told[0]!
      const changed = changedSince(told.map(eventOf), level, stage)
      if (changed) changes.push({ id, number, title, ...changed })
    }
    if (risks.length < MOST_CHANGES) break
  }
  return changes.sort((a, b) => (a.at < b.at ? 1 : -1)).slice(0, MOST_CHANGES)
}

/** An event that says nothing of the level has no such fact at all: null is a level that was not there. */
function eventOf({ at, by, was, now, from, to, kind }: Told): RiskEvent {
  const levels = was === null && now === null ? {} : { was: was ?? null, now: now ?? null }
  return { at, by, ...levels, from: from ?? null, to: kind === 'move' ? (to ?? null) : null, registered: kind === 'register' }
}
