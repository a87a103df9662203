// What a unit can report on in bulk: its open items with the words of the last report and who changed each last. Reads only.
import type { Actor } from '../core/types.ts'
import type { WorkbookItem } from '../core/workbook.ts'
import { figureOf } from './held.ts'
import type { Tx } from './tx.ts'

const ITEM = `i.id, i.number, i.title, i.state, i.version, i.percent, i.due_on, i.lead_unit_id, i.co_unit_ids, i.last_report_at, i.waiting_for,
  (select left(e.words, 300) from item_event e where e.jurisdiction_id = i.jurisdiction_id and e.item_id = i.id and e.kind in ('report', 'submit')
   order by e.version desc limit 1) as last_words,
  i.measure, (select v.value from item_value v where v.jurisdiction_id = i.jurisdiction_id and v.item_id = i.id order by v.version desc limit 1) as last,
  (select e.by_name from item_event e where e.jurisdiction_id = i.jurisdiction_id and e.item_id = i.id
   order by e.version desc, e.ordinal desc limit 1) as last_by`

interface Row extends Omit<WorkbookItem, 'held'> {
  measure: string | null
  last: number | null
}

const withFigures = (rows: Row[]): Promise<WorkbookItem[]> =>
  Promise.all(
    rows.map(async ({ measure, last, ...item }) => {
      const figure = await figureOf(measure)
      return { ...item, held: figure && { target: figure.target, unit: figure.unit, share: figure.share, last } }
    }),
  )

/** Items of the actor's units that wait for a report, what is due first. */
export const listReportable = async (tx: Tx, actor: Actor): Promise<WorkbookItem[]> => {
  const rows = await tx.rows<Row>(
    `select ${ITEM} from item i where i.jurisdiction_id = $1 and i.state in ('in_progress', 'returned')
       and i.id in (select u.item_id from item_unit u where u.jurisdiction_id = $1 and u.unit_id = any($2) and u.open)
     order by i.due_on nulls last, i.number, i.id`,
    [tx.context.jurisdiction, actor.unitIds],
  )
  return withFigures(rows)
}

const UUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i

/** Those of the ids that the actor may see, whatever their state. */
export const findForReport = async (tx: Tx, ids: string[]): Promise<WorkbookItem[]> =>
  withFigures(
    await tx.rows<Row>(`select ${ITEM} from item i where i.jurisdiction_id = $1 and i.id = any($2)`, [
      tx.context.jurisdiction,
      [...new Set(ids.filter(id => UUID.test(id)))],
    ]),
  )
