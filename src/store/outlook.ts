// What came of the entries of a ledger: added up by the year of the first signing and by visit in the database, judged by core/cohort.ts and core/forecast.ts. Reads only.
import { type CohortCell, cohorts, together } from '../core/cohort.ts'
import type { OutlookView } from '../core/contract/kind.ts'
import { forecast, type Signed } from '../core/forecast.ts'
import { KIND, type LedgerKind, rowOf } from '../core/kind.ts'
import { type Currency, inYuan, totals } from '../core/money.ts'
import type { Day } from '../core/types.ts'
import { ratesOf } from './kind.ts'
import type { Tx } from './tx.ts'

interface Row {
  id: string
  stage: string
  countedOn: Day
  landedOn: Day | null
  startedOn: Day | null
  producedOn: Day | null
  currency: Currency | null
  amount: string | null
  inPlace: { amount: string; currency: Currency } | null
  visits: { id: string; title: string; number: string | null }[]
}

type Counts = NonNullable<(typeof KIND)['project']['counts']>

/** Each counted project with what its cohort needs; the facts are read once a row. */
const counted = ({
  kept,
  came,
  inPlace,
  found,
}: Counts): string => `select i.id, i.stage, i.sum_currency as currency, i.sum_amount::text as amount,
    x."${kept}" as counted_on, x."${came.landed}" as landed_on, x."${came.started}" as started_on, x."${came.producing}" as produced_on, x."${inPlace}" as in_place,
    coalesce((select json_agg(json_build_object('id', v.id, 'title', v.title, 'number', v.number)) from item_link l
      join item v on v.jurisdiction_id = l.jurisdiction_id and v.id = l.to_id
      where l.jurisdiction_id = i.jurisdiction_id and l.from_id = i.id and l.relation = '${found}'), '[]') as visits
  from item i join item_detail d on d.jurisdiction_id = i.jurisdiction_id and d.item_id = i.id
  cross join lateral json_to_record(d.fields) as x ("${kept}" text, "${came.landed}" text, "${came.started}" text, "${came.producing}" text, "${inPlace}" json)
  where i.jurisdiction_id = $1 and i.kind = $2 and i.kind <> 'matter' and x."${kept}" is not null`

const STAGES = `select i.stage, count(*)::int as items from item i where i.jurisdiction_id = $1 and i.kind = $2 and i.kind <> 'matter' group by 1`

/** Null: entries of the kind are not counted so. */
export async function getOutlook(tx: Tx, kind: LedgerKind, today: Day): Promise<OutlookView | null> {
  const { counts } = KIND[kind]
  if (!counts) return null
  const values = [tx.context.jurisdiction, kind]
  const [rows, stages, rates] = await Promise.all([
    tx.rows<Row>(counted(counts), values),
    tx.rows<{ stage: string; items: number }>(STAGES, values),
    ratesOf(tx),
  ])
  const yearly = cells(rows.map(row => ({ row, cohort: row.countedOn.slice(0, 4) })))
  const visits = new Map(rows.flatMap(row => row.visits).map(visit => [visit.id, visit]))
  const byVisit = cells(rows.flatMap(row => row.visits.map(visit => ({ row, cohort: visit.id }))))
  const money = rows.flatMap(({ amount, currency }) => (amount !== null && currency ? [{ amount, currency }] : []))
  const { used, missing } = inYuan(totals(money), rates, today)
  const order = rowOf(kind)
  const at = new Map(stages.map(({ stage, items }) => [stage, items]))
  return {
    years: cohorts(yearly, rates, today),
    all: cohorts(together(yearly, 'all'), rates, today)[0] ?? null,
    visits: cohorts(byVisit, rates, today).map(one => ({
      ...one,
      title: visits.get(one.cohort)!.title,
      number: visits.get(one.cohort)!.number,
    })),
    // Who stands farther on came by here.
    funnel: order.map((stage, n) => ({ stage, items: order.slice(n).reduce((sum, later) => sum + (at.get(later) ?? 0), 0) })),
    forecast: forecast(
      rows.map((row): Signed => {
        const sum = row.amount !== null && row.currency ? [{ amount: row.amount, currency: row.currency }] : []
        return {
          signedOn: row.countedOn,
          landedOn: row.landedOn,
          dropped: row.stage === 'dropped',
          yuan: inYuan(sum, rates, today).amount,
        }
      }),
      today,
    ),
    used: used.map(({ currency, on, rate }) => ({ currency, on, rate })),
    missing,
  }
}

function cells(all: { row: Row; cohort: string }[]): CohortCell[] {
  return [...Map.groupBy(all, ({ row, cohort }) => `${cohort} ${row.currency ?? ''}`).values()].map(group => {
    const { cohort, row } = group[0]!
    const n = (of: (row: Row) => boolean) => group.reduce((sum, one) => sum + Number(of(one.row)), 0)
    // What is in place counts in the currency of the project; in another one it is another sum.
    const [sum] = totals(group.flatMap(one => (one.row.amount && row.currency ? [{ amount: one.row.amount, currency: row.currency }] : [])))
    const [inPlace] = totals(group.flatMap(({ row: { inPlace: p } }) => (p && p.currency === row.currency ? [p] : [])))
    return {
      cohort,
      currency: row.currency,
      projects: group.length,
      landed: n(r => r.landedOn !== null),
      started: n(r => r.startedOn !== null),
      producing: n(r => r.producedOn !== null),
      dropped: n(r => r.stage === 'dropped'),
      sum: sum?.amount ?? '0',
      inPlace: inPlace?.amount ?? '0',
    }
  })
}
