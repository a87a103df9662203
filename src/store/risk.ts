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
const RISKS = `select i.id, i.number, i.title, i.stage, i.lead_unit_id, f.* from item i
  join item_detail d on d.jurisdiction_id = i.jurisdiction_id and d.item_id = i.id
  cross join lateral json_to_record(d.fields) as f (category text, ${FACTS}, "reviewOn" text)
  where i.jurisdiction_id = $1 and i.kind = 'risk' and (cardinality($2::text[]) = 0 or f.category = any($2)) and (cardinality($3::uuid[]) = 0 or i.lead_unit_id = any($3))`

const measures = (
  done: boolean,
) => `(select count(*) from item_link l join item m on m.jurisdiction_id = l.jurisdiction_id and m.id = l.from_id
  where l.jurisdiction_id = $1 and l.to_id = r.id and l.relation = 'measure-of'${done ? ` and m.state in ('closed', 'archived')` : ''})`
const LINE = `r.id, r.number, r.title, r.stage, r.category, r.likelihood, r.impact, r.level, r."residualLevel", r.lead_unit_id as "leadUnitId",
  (select u.name from unit u where u.jurisdiction_id = $1 and u.id = r.lead_unit_id) as "leadUnit", r."reviewOn", ${measures(false)} as measures, ${measures(true)} as done`
const lines = (from: string): string => `(select coalesce(json_agg(l), '[]') from (select ${LINE} from (${from}) r) l)`

const VIEW = (by: keyof typeof RATINGS): string => {
  const { likelihood, impact } = RATINGS[by]
  return `with risks as materialized (${RISKS}), force as (select * from risks where stage = any($4)),
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
const EVENTS = `select i.id, i.number, i.title, i.stage, d.fields ->> 'level' as level, e.kind, e.by_name as by, ${iso('e.at')} as at,
    e.facts -> 'was.level' as was, e.facts -> 'now.level' as now, e.facts ->> 'from' as from, e.facts ->> 'to' as to
  from item_event e join item i on i.jurisdiction_id = e.jurisdiction_id and i.id = e.item_id
  join item_detail d on d.jurisdiction_id = i.jurisdiction_id and d.item_id = i.id
  where e.jurisdiction_id = $1 and i.kind = 'risk' and e.at >= ($4::date::timestamp at time zone 'Asia/Shanghai') and e.kind in ('register', 'move', 'amend')
    and (cardinality($2::text[]) = 0 or d.fields ->> 'category' = any($2)) and (cardinality($3::uuid[]) = 0 or i.lead_unit_id = any($3))
  order by i.id, e.version, e.ordinal`

/** A day of the month before, or its last one. */
function monthBefore(today: Day): Day {
  const [year, month, day] = today.split('-').map(Number) as [number, number, number]
  const last = new Date(Date.UTC(year, month - 1, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 2, Math.min(day, last))).toISOString().slice(0, 10)
}

export async function riskView(tx: Tx, { by, category, unit, since: asked }: RiskQuery, today: Day): Promise<RiskView> {
  const since = asked ?? monthBefore(today)
  const filter = [tx.context.jurisdiction, category, unit]
  const [book, [found], events] = await Promise.all([
    bookOf(tx),
    tx.rows<Found>(VIEW(by), [...filter, IN_FORCE, today, RISK_LEVELS]),
    tx.rows<Told>(EVENTS, [...filter, since]),
  ])
  const changes = [...Map.groupBy(events, e => e.id).values()].flatMap(told => {
    const { id, number, title, stage, level } = told[0]!
    const changed = changedSince(told.map(eventOf), level, stage)
    return changed ? [{ id, number, title, ...changed }] : []
  })
  return {
    scale: book.risk,
    ...found!,
    since,
    changes: changes.sort((a, b) => (a.at < b.at ? 1 : -1)).slice(0, MOST_CHANGES),
  }
}

/** An event that says nothing of the level has no such fact at all: null is a level that was not there. */
function eventOf({ at, by, was, now, from, to, kind }: Told): RiskEvent {
  const levels = was === null && now === null ? {} : { was: was ?? null, now: now ?? null }
  return { at, by, ...levels, from: from ?? null, to: kind === 'move' ? (to ?? null) : null, registered: kind === 'register' }
}
