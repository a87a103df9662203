// What a workbook of readings is checked against, what is remembered of earlier ones, and past imports with their files. Reads only.
import { reach } from '../core/access.ts'
import type { ImportView } from '../core/contract/sheetimport.ts'
import type { Series } from '../core/readings/template.ts'
import type { Fixes, KnownIndicator, KnownReading, ReadingsWorld, Remembered } from '../core/readings/world.ts'
import type { Actor, Day, Instant } from '../core/types.ts'
import type { FileRow } from './file.ts'
import type { Tx } from './tx.ts'
import { unitsForRules } from './unit.ts'

const INDICATORS = `select id, code, name, aliases, kind, direction, basis, frequency, unit, decimals, source_unit_id from indicator
  where jurisdiction_id = $1 and not retired order by position, id`
const MAPPINGS = 'select signature, mapping, by_name, at from import_mapping where jurisdiction_id = $1 order by at desc limit 500'

/** All but the readings, which are asked for once it is known which. */
export async function importWorld(tx: Tx, actor: Actor, today: Day): Promise<ReadingsWorld> {
  const place = tx.context.jurisdiction
  const [indicators, units, [here], mappings] = await Promise.all([
    tx.rows<KnownIndicator>(INDICATORS, [place]),
    unitsForRules(tx),
    tx.rows<{ name: string }>('select name from jurisdiction where id = $1', [place]),
    tx.rows<{ signature: string; mapping: Omit<Remembered, 'by' | 'at'>; byName: string; at: Instant }>(MAPPINGS, [place]),
  ])
  const mine =
    reach(actor, 'reading.write') === 'all'
      ? null
      : new Set(indicators.filter(i => actor.unitIds.includes(i.sourceUnitId ?? '')).map(i => i.id))
  const remembered = new Map(mappings.map(m => [m.signature, { ...m.mapping, by: m.byName, at: m.at }]))
  return { indicators, units, place: here!.name, readings: [], mine, today, remembered }
}

const READINGS = `select distinct on (indicator_id, year, unit_id, month) indicator_id, unit_id, year, month, revision, value, status from reading
  where jurisdiction_id = $1 and indicator_id = any($2) and year between $3 and $4 order by indicator_id, year, unit_id, month, revision desc`

export const readingsThatHold = (tx: Tx, indicatorIds: readonly string[], from: number, to: number): Promise<KnownReading[]> =>
  tx.rows<KnownReading>(READINGS, [tx.context.jurisdiction, indicatorIds, from, to])

/** What of a year has a target or a figure; of a year without any, that of the year before. */
export async function seriesOfYear(tx: Tx, year: number): Promise<Series[]> {
  return tx.rows<Series>(
    `select distinct indicator_id, unit_id from (
       select indicator_id, unit_id from target where jurisdiction_id = $1 and year between $2 - 1 and $2 and not withdrawn
       union all select indicator_id, unit_id from reading where jurisdiction_id = $1 and year between $2 - 1 and $2 and not withdrawn) s`,
    [tx.context.jurisdiction, year],
  )
}

const IMPORT = 'i.id, i.name, i.at, i.by_name as by, i.by_id, i.readings, i.undone_at, i.undone_by, i.file_id is not null as file'
type Row = Omit<ImportView, 'mine'> & { byId: string }
const viewOf = ({ byId, ...row }: Row, actor: Actor): ImportView => ({
  ...row,
  mine: reach(actor, 'reading.write') === 'all' || (reach(actor, 'reading.write') !== null && byId === actor.personId),
})

const MOST_LISTED = 100

export async function listImports(tx: Tx, actor: Actor): Promise<ImportView[]> {
  const rows = await tx.rows<Row>(
    `select ${IMPORT} from reading_import i where i.jurisdiction_id = $1 order by i.at desc, i.id limit ${MOST_LISTED}`,
    [tx.context.jurisdiction],
  )
  return rows.map(row => viewOf(row, actor))
}

export async function importById(tx: Tx, id: string, actor: Actor): Promise<ImportView | null> {
  const [row] = await tx.rows<Row>(`select ${IMPORT} from reading_import i where i.jurisdiction_id = $1 and i.id = $2`, [
    tx.context.jurisdiction,
    id,
  ])
  return row ? viewOf(row, actor) : null
}

/** The same bytes, imported before and not taken back: with what was said about them then. */
export async function importOfFile(tx: Tx, sha256: string, actor: Actor): Promise<{ view: ImportView; fixes: Fixes | null } | null> {
  const [row] = await tx.rows<Row & { fixes: Fixes | null }>(
    `select ${IMPORT}, i.fixes from reading_import i where i.jurisdiction_id = $1 and i.sha256 = $2 and i.undone_at is null order by i.at desc limit 1`,
    [tx.context.jurisdiction, sha256],
  )
  if (!row) return null
  const { fixes, ...rest } = row
  return { view: viewOf(rest, actor), fixes }
}

/** How many of its readings were there before it with another value. */
export async function revisedBy(tx: Tx, importId: string): Promise<number> {
  const [row] = await tx.rows<{ n: number }>(
    `select count(*)::int as n from reading r where r.jurisdiction_id = $1 and r.import_id = $2 and r.undoes is null and exists (select 1 from reading b
       where b.jurisdiction_id = r.jurisdiction_id and b.indicator_id = r.indicator_id and b.year = r.year and b.unit_id = r.unit_id and b.month = r.month
       and b.revision = r.revision - 1 and not b.withdrawn)`,
    [tx.context.jurisdiction, importId],
  )
  return row!.n
}

/** Null when there is none, or the actor may not open it. */
export async function fileOfImport(tx: Tx, id: string): Promise<FileRow | null> {
  const [row] = await tx.rows<FileRow>(
    `select f.id, f.name, f.type, f.size, f.sha256 from reading_import i join file f on f.jurisdiction_id = i.jurisdiction_id and f.id = i.file_id
     where i.jurisdiction_id = $1 and i.id = $2`,
    [tx.context.jurisdiction, id],
  )
  return row ?? null
}
