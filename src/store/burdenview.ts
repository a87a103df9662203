// What units are asked, as the pages of burden show it: twelve months by unit, one unit's month by sender, and what the program itself asks. Reads only.
import { chargesOf, daysAsked, type Month, monthOf } from '../core/burden.ts'
import type { BurdenView, UnitBurdenView } from '../core/contract/burden.ts'
import { WHOLE } from '../core/indicator.ts'
import { READING_MINUTES, REPORT_MINUTES, readingsIn, systemMinutes, type Typed } from '../core/systemburden.ts'
import type { Actor, Day } from '../core/types.ts'
import { budgetIn, budgetsOf, firstOf } from './burden.ts'
import { askingIn, dueOf, requestsOf, rowOf } from './request.ts'
import type { Tx } from './tx.ts'

/** Twelve months, the given one last. */
function monthsTo(last: Month): Month[] {
  const [year, month] = last.split('-').map(Number) as [number, number]
  return Array.from({ length: 12 }, (_, at) => {
    const n = year * 12 + month - 1 - 11 + at
    return `${Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}`
  })
}

const TALLY = `select unit_id, month, minutes, requests, saved from burden_tally
  where jurisdiction_id = $1 and month between $2 and $3 and ($4::uuid is null or unit_id = $4)`
/** Each series that a unit types: the units that have a target of the year, and the whole where none has. */
const TYPED = `select i.source_unit_id as unit_id, i.frequency, sum(greatest(1, (select count(distinct t.unit_id) from target t
    where t.jurisdiction_id = i.jurisdiction_id and t.indicator_id = i.id and t.year = $2)))::int as series
  from indicator i where i.jurisdiction_id = $1 and not i.retired and i.source_unit_id is not null and ($3::uuid is null or i.source_unit_id = $3)
  group by 1, 2`
/** By the name under which the report was signed: one pass over the year's events, without a join. */
const REPORTS = `select e.by_unit as unit, to_char(e.at at time zone 'Asia/Shanghai', 'YYYY-MM') as month, count(*)::int as n from item_event e
  where e.jurisdiction_id = $1 and e.at >= $2 and e.kind in ('report', 'submit') and e.by_unit is not null group by 1, 2`

interface Named {
  id: string
  name: string
}

interface Asked {
  unitId: string
  month: Day
  minutes: number
  requests: number
  saved: number
}

async function loads(tx: Tx, months: Month[], unitId: string | null) {
  const place = tx.context.jurisdiction
  const [tally, typed, reports] = await Promise.all([
    tx.rows<Asked>(TALLY, [place, firstOf(months[0]!), firstOf(months.at(-1)!), unitId]),
    tx.rows<Typed>(TYPED, [place, Number(months.at(-1)!.slice(0, 4)), unitId]),
    tx.rows<{ unit: string; month: Month; n: number }>(REPORTS, [place, `${firstOf(months[0]!)}T00:00:00+08:00`]),
  ])
  const asked = new Map(tally.map(t => [`${t.unitId} ${t.month.slice(0, 7)}`, t]))
  const told = new Map(reports.map(r => [`${r.unit} ${r.month}`, r.n]))
  const systemOf = ({ id, name }: Named, month: Month) => ({
    readings: readingsIn(typed, id, month),
    reports: told.get(`${name} ${month}`) ?? 0,
  })
  const cellOf = (unit: Named, month: Month) => {
    const { minutes = 0, requests = 0, saved = 0 } = asked.get(`${unit.id} ${month}`) ?? {}
    const { readings, reports: n } = systemOf(unit, month)
    return { minutes, requests, saved, system: systemMinutes(readings, n) }
  }
  return { cellOf, systemOf }
}

export async function getBurden(tx: Tx, actor: Actor, month: Month, today: Day): Promise<BurdenView> {
  const months = monthsTo(month)
  const all = tx.context.scope === 'all'
  const [{ cellOf }, units, requests, budgets] = await Promise.all([
    loads(tx, months, null),
    tx.rows<{ id: string; name: string }>(
      `select id, name from unit where jurisdiction_id = $1 and kind <> 'leadership' and ($2::uuid[] is null or id = any($2)) order by position`,
      [tx.context.jurisdiction, all ? null : actor.unitIds],
    ),
    requestsOf(tx),
    budgetsOf(tx),
  ])
  const budget = budgetIn(budgets)
  const names = new Map(units.map(u => [u.id, u.name]))
  return {
    months,
    units: units.map(({ id, name }) => ({ id, name, budget: budget(id, month), cells: months.map(m => cellOf({ id, name }, m)) })),
    requests: requests.map(rowOf),
    toAnswer: all ? [] : await dueOf(tx, requests, actor.unitIds, today),
    budgets: budgets.map(({ unitId, ...b }) => ({
      ...b,
      unitId: unitId === WHOLE ? null : unitId,
      unit: unitId === WHOLE ? null : (names.get(unitId) ?? null),
    })),
    all,
  }
}

export async function getUnitBurden(tx: Tx, actor: Actor, id: string, month: Month, today: Day): Promise<UnitBurdenView | null> {
  const [unit] = await tx.rows<{ id: string; name: string }>('select id, name from unit where jurisdiction_id = $1 and id = $2', [
    tx.context.jurisdiction,
    id,
  ])
  if (!unit || (tx.context.scope !== 'all' && !actor.unitIds.includes(id))) return null
  const months = monthsTo(month)
  const [{ cellOf, systemOf }, requests, budgets] = await Promise.all([loads(tx, months, id), requestsOf(tx, id), budgetsOf(tx)])
  const asked = requests.flatMap(request => {
    const asking = askingIn(request)
    const charge = asking && chargesOf(asking).find(c => c.month === month)
    if (!charge) return []
    const times = daysAsked(asking).filter(day => monthOf(day) === month).length
    const { id, title, sender, stage } = request
    return [{ id, title, sender, stage, minutes: charge.minutes, times, saved: charge.saved, requests: charge.requests }]
  })
  const senders = [...Map.groupBy(asked, a => a.sender)].map(([sender, all]) => ({
    sender,
    minutes: all.reduce((n, a) => n + a.minutes, 0),
    requests: all.reduce((n, a) => n + a.requests, 0),
  }))
  const { readings, reports } = systemOf(unit, month)
  return {
    ...unit,
    month,
    budget: budgetIn(budgets)(id, month),
    months: months.map(m => ({ month: m, ...cellOf(unit, m) })),
    senders: senders.filter(s => s.minutes > 0).sort((a, b) => b.minutes - a.minutes),
    requests: asked.map(({ requests: _, ...rest }) => rest).sort((a, b) => b.minutes - a.minutes || b.saved - a.saved),
    system: {
      readings,
      readingMinutes: READING_MINUTES,
      reports,
      reportMinutes: REPORT_MINUTES,
    },
    toAnswer: await dueOf(
      tx,
      requests,
      actor.unitIds.filter(u => u === id),
      today,
    ),
  }
}
