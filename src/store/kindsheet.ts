// What a sheet of a ledger is checked against, past imports with their workbooks, and the ledger as it goes out. Reads only.
import { may, newOf } from '../core/access.ts'
import type { ImportView } from '../core/contract/sheetimport.ts'
import type { Fields } from '../core/kind.ts'
import type { SheetKind } from '../core/kindsheet/column.ts'
import type { OutColumn, SheetItem } from '../core/kindsheet/lines.ts'
import type { KnownItem, RememberedSheet, SheetFixes, SheetWorld } from '../core/kindsheet/world.ts'
import type { Actor, Day, Instant } from '../core/types.ts'
import type { FileRow } from './file.ts'
import { namesOf } from './named.ts'
import type { Tx } from './tx.ts'
import { unitsForRules } from './unit.ts'

/** One table of an imported sheet, as it was understood. */
interface KeptTable {
  signature: string
  title: string
  columns: (OutColumn & { column: number })[]
  names: SheetFixes['names']
}

/** Who may register items of the kind may bring them in by a sheet. */
export const mayImport = (actor: Actor, kind: SheetKind): boolean => may(actor, 'item.register', newOf(kind))

const KNOWN = `select i.id, i.number, i.title, i.version, i.stage, i.stage_on, i.lead_unit_id, d.fields from item i
  join item_detail d on d.jurisdiction_id = i.jurisdiction_id and d.item_id = i.id
  where i.jurisdiction_id = $1 and i.kind = $2 and i.state <> 'archived' order by i.number`
const TABLES = `select t.table, i.by_name, i.at from (select tables, by_name, at from kind_import where jurisdiction_id = $1 and kind = $2 and undone_at is null
  order by at desc limit 50) i cross join lateral json_array_elements(i.tables) t ("table") order by i.at`

export async function sheetWorld(tx: Tx, kind: SheetKind, today: Day): Promise<SheetWorld> {
  const place = tx.context.jurisdiction
  const [units, items, [here], tables] = await Promise.all([
    unitsForRules(tx),
    tx.rows<KnownItem>(KNOWN, [place, kind]),
    tx.rows<{ name: string }>('select name from jurisdiction where id = $1', [place]),
    tx.rows<{ table: KeptTable; byName: string; at: Instant }>(TABLES, [place, kind]),
  ])
  // Later ones go before earlier ones.
  const remembered = new Map(
    tables.map(({ table: { signature, columns, names }, byName, at }): [string, RememberedSheet] => [
      signature,
      { columns, names, by: byName, at },
    ]),
  )
  return {
    ...{ kind, items, place: here!.name, today, remembered },
    units: units.map(u => ({ id: u.id, name: u.name, names: [u.name, ...u.aliases] })),
  }
}

const IMPORT = `i.id, i.name, i.at, i.by_name as by, i.added + i.changed as readings, i.undone_at, i.undone_by, true as file, true as mine`

export const listSheetImports = (tx: Tx, kind: SheetKind): Promise<ImportView[]> =>
  tx.rows(`select ${IMPORT} from kind_import i where i.jurisdiction_id = $1 and i.kind = $2 order by i.at desc, i.id limit 100`, [
    tx.context.jurisdiction,
    kind,
  ])

export async function sheetImportById(
  tx: Tx,
  kind: SheetKind,
  id: string,
): Promise<{ import: ImportView; added: number; changed: number } | null> {
  const [row] = await tx.rows<ImportView & { added: number; changed: number }>(
    `select ${IMPORT}, i.added, i.changed from kind_import i where i.jurisdiction_id = $1 and i.kind = $2 and i.id = $3`,
    [tx.context.jurisdiction, kind, id],
  )
  if (!row) return null
  const { added, changed, ...view } = row
  return { import: view, added, changed }
}

/** The same bytes, imported before and not taken back. */
export async function sheetImportOfFile(tx: Tx, kind: SheetKind, sha256: string): Promise<ImportView | null> {
  const [row] = await tx.rows<ImportView>(
    `select ${IMPORT} from kind_import i where i.jurisdiction_id = $1 and i.kind = $2 and i.sha256 = $3 and i.undone_at is null order by i.at desc limit 1`,
    [tx.context.jurisdiction, kind, sha256],
  )
  return row ?? null
}

export async function fileOfSheetImport(tx: Tx, kind: SheetKind, id: string): Promise<FileRow | null> {
  const [row] = await tx.rows<FileRow>(
    `select f.id, f.name, f.type, f.size, f.sha256 from kind_import i join file f on f.jurisdiction_id = i.jurisdiction_id and f.id = i.file_id
     where i.jurisdiction_id = $1 and i.kind = $2 and i.id = $3`,
    [tx.context.jurisdiction, kind, id],
  )
  return row ?? null
}

/** The first table of an import: its columns are those that the ledger goes out in again. */
export async function keptColumns(tx: Tx, kind: SheetKind, id: string): Promise<KeptTable | null> {
  const [row] = await tx.rows<{ tables: KeptTable[] }>(
    'select tables from kind_import where jurisdiction_id = $1 and kind = $2 and id = $3',
    [tx.context.jurisdiction, kind, id],
  )
  return row?.tables[0] ?? null
}

type Row = Omit<SheetItem, 'names' | 'extra'> & { fields: Fields; extra: Record<string, string> | null }
const OUT = `select i.number, i.title, i.stage, u.name as lead_unit, d.fields, d.extra from item i
  join item_detail d on d.jurisdiction_id = i.jurisdiction_id and d.item_id = i.id
  left join unit u on u.jurisdiction_id = i.jurisdiction_id and u.id = i.lead_unit_id
  where i.jurisdiction_id = $1 and i.kind = $2 and i.state <> 'archived' order by i.number`

/** All of the ledger that the actor sees, filed ones apart. */
export async function sheetItems(tx: Tx, kind: SheetKind): Promise<SheetItem[]> {
  const rows = await tx.rows<Row>(OUT, [tx.context.jurisdiction, kind])
  const names = await namesOf(
    tx,
    kind,
    rows.map(row => row.fields),
  )
  return rows.map(row => ({ ...row, names, extra: row.extra ?? {} }))
}
