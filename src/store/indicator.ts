// Indicators, frames, and the targets and readings that hold: reads only. Boards are board.ts's, one series is series.ts's.
import type { IndicatorList, IndicatorView, ReadingList, ReadingView, TargetList } from '../core/contract/indicator.ts'
import type { Frame } from '../core/indicator.ts'
import type { Day } from '../core/types.ts'
import { BY_END_OF } from './asof.ts'
import { HELD_TARGET, type HeldTarget } from './ground.ts'
import { INDICATOR_COLUMNS, type IndicatorRow } from './target/indicator.ts'
import type { Tx } from './tx.ts'

const ROWS = `select ${INDICATOR_COLUMNS}, u.name as source_unit, f.id as frame_id, f.name as frame from indicator i
  left join unit u on u.jurisdiction_id = i.jurisdiction_id and u.id = i.source_unit_id
  left join frame f on f.jurisdiction_id = i.jurisdiction_id and f.id = used_frame($1, i.frame_id)
  where i.jurisdiction_id = $1`

type Row = IndicatorRow & { sourceUnit: string | null; frame: string | null }

export async function listIndicators(tx: Tx, retired: boolean): Promise<IndicatorList> {
  const [rows, frames] = await Promise.all([
    tx.rows<Row>(`${ROWS} and (not i.retired or $2) order by i.position, i.id`, [tx.context.jurisdiction, retired]),
    listFrames(tx),
  ])
  return { indicators: rows.map(viewOf), frames }
}

export async function getIndicator(tx: Tx, id: string): Promise<IndicatorView | null> {
  const [row] = await tx.rows<Row>(`${ROWS} and i.id = $2`, [tx.context.jurisdiction, id])
  return row ? viewOf(row) : null
}

export const listFrames = (tx: Tx): Promise<Frame[]> =>
  tx.rows<Frame>(
    'select id, name, used_frame($1, parent_id) as parent_id from frame where jurisdiction_id = $1 and not removed order by position, id',
    [tx.context.jurisdiction],
  )

/** Also one that was removed. */
export async function getFrame(tx: Tx, id: string): Promise<Frame | null> {
  const [row] = await tx.rows<Frame>('select id, name, parent_id from frame where jurisdiction_id = $1 and id = $2', [
    tx.context.jurisdiction,
    id,
  ])
  return row ?? null
}

function viewOf({ documentId, documentTitle, documentDay, span, sentence, ...row }: Row): IndicatorView {
  return {
    ...row,
    source: documentId ? { documentId, documentTitle: documentTitle!, documentDay, span: span!, sentence: sentence! } : null,
  }
}

const UNIT_NAME = (of: string): string =>
  `(select u.name from unit u where u.jurisdiction_id = ${of}.jurisdiction_id and u.id = ${of}.unit_id)`

type TargetRow = HeldTarget & { unit: string | null }
export const targetView = ({ byName, indicatorId: _, ...t }: TargetRow) => ({ ...t, by: byName })

/** The revisions that hold in the year. */
export async function listTargets(tx: Tx, year: number): Promise<TargetList> {
  const rows = await tx.rows<TargetRow>(
    `select * from (select distinct on (t.indicator_id, t.unit_id, t.kind) ${HELD_TARGET}, ${UNIT_NAME('t')} as unit from target t
       where t.jurisdiction_id = $1 and t.year = $2 order by t.indicator_id, t.unit_id, t.kind, t.revision desc) h where not h.withdrawn`,
    [tx.context.jurisdiction, year],
  )
  return { targets: rows.map(row => ({ ...targetView(row), indicatorId: row.indicatorId })) }
}

/** Every revision of a series' targets and commitments, newest first; `asOf`: of those there were at the end of that day. */
export const targetsOf = (tx: Tx, indicatorId: string, unitId: string, year: number, asOf: Day | null): Promise<TargetRow[]> =>
  tx.rows<TargetRow>(
    `select ${HELD_TARGET}, ${UNIT_NAME('t')} as unit from target t
     where t.jurisdiction_id = $1 and t.indicator_id = $2 and t.year = $3 and t.unit_id = $4 and ($5::date is null or ${BY_END_OF('t.at', '$5')})
     order by t.revision desc`,
    [tx.context.jurisdiction, indicatorId, year, unitId, asOf],
  )

/** `undone`: whether import `f` counts as undone. */
const columnsOf = (
  undone: string,
): string => `r.unit_id, r.year, r.month, r.value, r.status, r.revision, r.undoes, r.at, r.by_name as by, r.by_unit, r.origin as from, r.import_id, r.words,
  r.withdrawn or coalesce((select ${undone} from reading_import f where f.jurisdiction_id = r.jurisdiction_id and f.id = r.import_id), false) as withdrawn,
  r.import_id is not null and exists (select 1 from reading_import f join file x on x.jurisdiction_id = f.jurisdiction_id and x.id = f.file_id
    where f.jurisdiction_id = r.jurisdiction_id and f.id = r.import_id) as file`
const READING = columnsOf('f.undone_at is not null')
const READING_AS_OF = columnsOf(`f.undone_at is not null and ($5::date is null or ${BY_END_OF('f.undone_at', '$5')})`)

interface ReadingsAsked {
  year: number
  month?: number
  indicator?: string
  unit?: string
}

/** The revisions that hold; taken back ones too, since a new one must name them as seen. */
export async function listReadings(tx: Tx, { year, month, indicator, unit }: ReadingsAsked): Promise<ReadingList> {
  const readings = await tx.rows<ReadingView & { indicatorId: string }>(
    `select distinct on (r.indicator_id, r.unit_id, r.month) r.indicator_id, ${READING} from reading r
     where r.jurisdiction_id = $1 and r.year = $2 and ($3::int is null or r.month = $3) and ($4::uuid is null or r.indicator_id = $4)
       and ($5::uuid is null or r.unit_id = $5)
     order by r.indicator_id, r.unit_id, r.month, r.revision desc`,
    [tx.context.jurisdiction, year, month ?? null, indicator ?? null, unit ?? null],
  )
  return { readings }
}

/** Every revision of a series, newest first; `asOf`: of those there were at the end of that day. */
export const revisionsOf = (tx: Tx, indicatorId: string, unitId: string, year: number, asOf: Day | null): Promise<ReadingView[]> =>
  tx.rows<ReadingView>(
    `select ${READING_AS_OF} from reading r where r.jurisdiction_id = $1 and r.indicator_id = $2 and r.year = $3 and r.unit_id = $4
       and ($5::date is null or ${BY_END_OF('r.at', '$5')})
     order by r.month desc, r.revision desc`,
    [tx.context.jurisdiction, indicatorId, year, unitId, asOf],
  )
