// The true figures of the supervision circular, counted from the items as they stood on the last day of the period. Reads only; words nothing.
import type { CircularFacts, ItemsStood, Laggard, UnitFigures } from '../core/circular.ts'
import { daysBetween } from '../core/day.ts'
import { isLateThen } from '../core/itemthen.ts'
import type { Day } from '../core/types.ts'
import { BY_END_OF, unitsAsOf } from './asof.ts'
import { type ItemThen, itemsThen } from './itemsthen.ts'
import type { Tx } from './tx.ts'

const MOST_LAGGARDS = 20
/** A unit is proposed for praise with so many items closed, most of its own closed, none late (product choice). */
const PRAISED = { closed: 3, share: 0.8, units: 3 }

/** Of the worst: what the unit itself said of it last, by the day. */
const REASONS = `select distinct on (e.item_id) e.item_id, e.words from item_event e
  where e.jurisdiction_id = $1 and e.item_id = any($2) and e.kind = 'report' and ${BY_END_OF('e.at', '$3')} order by e.item_id, e.version desc, e.ordinal desc`

interface CircularPeriod {
  from?: Day
  to?: Day
  number?: string
}

/** What is on the books from `from` to the end of `asOf`, as it stood stand. */
interface Books {
  from: Day
  asOf: Day
  items: ItemsStood
  byUnit: UnitFigures[]
  /** The worst first. */
  late: Late[]
  /** Numbers of those whose history does not tell how they stood: they are counted as on the books, and as late nowhere. */
  unsure: string[]
}

interface Late extends Omit<Laggard, 'reason'> {
  id: string
}

/** $2 to $3, days in Beijing: items sent out by the end of the period that were not closed before it began. Units as they were called at the end of `knownBy`. */
export async function booksThen(tx: Tx, { from, asOf, knownBy = asOf }: { from: Day; asOf: Day; knownBy?: Day }): Promise<Books> {
  const [all, units] = await Promise.all([itemsThen(tx, 'matter', asOf, from), unitsAsOf(tx, knownBy)])
  const books = all.filter(({ stand, sure }) => stand.sentOn !== null || (!sure && stand.closedOn !== null))
  const open = books.filter(({ stand }) => stand.closedOn === null)
  const sure = open.filter(one => one.sure)
  const late = sure.filter(({ stand }) => isLateThen(stand, asOf))
  const byUnit = units.flatMap(({ id, name }): UnitFigures[] => {
    const of = (some: ItemThen[]) => some.filter(({ stand }) => stand.leadUnitId === id)
    const [mine, done] = [of(books), of(books).filter(({ stand }) => stand.closedOn !== null)]
    if (mine.length === 0) return []
    return [{ unit: name, total: mine.length, closed: done.length, overdue: of(late).length, onTime: done.filter(inTime).length }]
  })
  const nameOf = new Map(units.map(unit => [unit.id, unit.name]))
  return {
    from,
    asOf,
    items: {
      total: books.length,
      closed: books.length - open.length,
      open: open.length,
      overdue: late.length,
      suspended: sure.filter(({ stand }) => stand.suspended).length,
      undated: sure.filter(({ stand }) => stand.dueOn === null && !stand.suspended).length,
    },
    byUnit,
    late: late
      .map(({ id, number, stand }) => {
        const dueOn = stand.dueOn!
        return { id, unit: nameOf.get(stand.leadUnitId!)!, number, title: stand.title, dueOn, daysOverdue: daysBetween(dueOn, asOf) }
      })
      .sort((a, b) => b.daysOverdue - a.daysOverdue),
    unsure: open.filter(one => !one.sure).map(({ number }) => number),
  }
}

const inTime = ({ stand }: ItemThen): boolean => stand.dueOn === null || (stand.submittedOn ?? stand.closedOn!) <= stand.dueOn

/** The figures from `from` (the first day of the year) to `to` (today). */
export async function circularFacts(tx: Tx, period: CircularPeriod, today: Day): Promise<CircularFacts> {
  const place = tx.context.jurisdiction
  const asOf = period.to && period.to < today ? period.to : today
  const from = period.from && period.from <= asOf ? period.from : `${asOf.slice(0, 4)}-01-01`
  const [[home], { items, byUnit, late, unsure }] = await Promise.all([
    tx.rows<{ name: string; office: string }>('select name, office from jurisdiction where id = $1', [place]),
    booksThen(tx, { from, asOf }),
  ])
  const worst = late.slice(0, MOST_LAGGARDS)
  const said = await tx.rows<{ itemId: string; words: string | null }>(REASONS, [place, worst.map(({ id }) => id), asOf])
  const { total, closed, open, overdue } = items
  return {
    jurisdiction: home!.name,
    office: home!.office,
    number: period.number ?? null,
    recipients: '各乡镇人民政府、街道办事处，县直各单位',
    copies: null,
    from,
    asOf,
    items: { total, closed, open, overdue },
    byUnit,
    laggards: worst.map(({ id, ...one }) => ({ ...one, reason: said.find(({ itemId }) => itemId === id)?.words ?? null })),
    praised: praisedOf(byUnit),
    nextSteps: [],
    unsure,
  }
}

function praisedOf(units: UnitFigures[]): string[] {
  return units
    .filter(u => u.closed >= PRAISED.closed && u.overdue === 0 && u.onTime === u.closed && u.closed / u.total >= PRAISED.share)
    .sort((a, b) => b.closed / b.total - a.closed / a.total || b.closed - a.closed)
    .slice(0, PRAISED.units)
    .map(u => u.unit)
}
