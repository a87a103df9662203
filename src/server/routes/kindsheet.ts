// Ledgers from an office's own sheet and back into it: the check of one that comes, its carrying out in one act, past imports, taking one back, and the way out.
import { createHash } from 'node:crypto'
import { dayOf } from '../../core/day.ts'
import { checkSheet, isWritten, type SheetCheck } from '../../core/kindsheet/check.ts'
import type { SheetKind } from '../../core/kindsheet/column.ts'
import { standardColumns } from '../../core/kindsheet/lines.ts'
import { isTooMuch, sheetPreview } from '../../core/kindsheet/preview.ts'
import { NO_SHEET_FIXES, type SheetFixes, type SheetWorld } from '../../core/kindsheet/world.ts'
import { XLSX } from '../../core/media.ts'
import { isRefusal, refuse } from '../../core/refusal.ts'
import type { Actor } from '../../core/types.ts'
import type { Grids } from '../../intake/sheetgrids.ts'
import { act } from '../../store/act.ts'
import { read } from '../../store/db.ts'
import { keepFile, readKept } from '../../store/file.ts'
import {
  fileOfSheetImport,
  keptColumns,
  listSheetImports,
  mayImport,
  sheetImportById,
  sheetImportOfFile,
  sheetItems,
  sheetWorld,
} from '../../store/kindsheet.ts'
import type { Tx } from '../../store/tx.ts'
import { kindSheet } from '../../writer/kindsheet.ts'
import type { Handlers, House, Upload } from '../call.ts'
import { mediaOf } from '../evidence.ts'
import { gridsOf } from '../grids.ts'
import { idOf } from './readingimport.ts'

export const kindSheetRoutes = {
  async getKindSheet({ house, actor, session, params, query }) {
    const { kind } = params
    const today = dayOf(Date.now())
    const [kept, items] = await read(house.db, actor, tx =>
      Promise.all([query.like ? keptColumns(tx, kind, query.like) : null, sheetItems(tx, kind)]),
    )
    if (query.like && !kept) return refuse('not-found')
    const content = kindSheet(kind, kept ?? { title: null, columns: standardColumns(kind) }, items, session.jurisdictionName, today)
    const bytes = await house.desk.do('sheet', content)
    return { media: XLSX, name: `${content.title}.xlsx`, bytes, size: bytes.length }
  },

  async checkKindSheet({ house, actor, params, upload, beside }) {
    if (!mayImport(actor, params.kind)) return refuse('not-allowed', { action: 'item.register' })
    const came = await gridsOf(house, upload)
    if (isRefusal(came)) return came
    const { check, world, before } = await checked(house, actor, params.kind, upload!, came, said(beside?.fixes))
    return sheetPreview(check, world, { before, hidden: came.hidden })
  },

  async postKindSheet({ house, actor, params, upload, beside, key }) {
    const { kind } = params
    if (!mayImport(actor, kind)) return refuse('not-allowed', { action: 'item.register' })
    const id = idOf(actor, key)
    const resultOf = (tx: Tx) => sheetImportById(tx, kind, id)
    // Sent again after its answer was lost: the file would now be found the same as what is there.
    const first = await read(house.db, actor, resultOf)
    if (first) return first
    const came = await gridsOf(house, upload)
    if (isRefusal(came)) return came
    const fixes = said(beside?.fixes)
    const { check, sha256 } = await checked(house, actor, kind, upload!, came, fixes)
    if (isTooMuch(check)) return refuse('invalid', { field: 'file', rule: 'too-many' })
    if (!beside || check.mark !== beside.mark) return refuse('preview-stale')
    const rows = check.rows.filter(isWritten)
    if (rows.length === 0) return refuse('same-already')
    await keepFile(house.db, upload!.bytes)
    const file = {
      ...{ id, name: upload!.name, sha256, size: upload!.bytes.length },
      type: mediaOf(upload!.bytes) ?? 'application/octet-stream',
      tables: check.layouts.map(({ signature, title, columns, remembered }) => ({
        ...{ signature, title, columns },
        names: [...fixes.names, ...(remembered?.names ?? [])].slice(0, 500),
      })),
    }
    const done = await act(
      house.db,
      actor,
      { kind: 'kindSheet', of: kind },
      { command: 'import', rows, file, dispatch: beside.dispatch },
      { key },
    )
    return isRefusal(done) ? done : (await read(house.db, actor, resultOf))!
  },

  async listKindSheets({ house, actor, params }) {
    return { imports: await read(house.db, actor, tx => listSheetImports(tx, params.kind)) }
  },

  async undoKindSheet({ house, actor, params: { kind, id } }) {
    const done = await act(house.db, actor, { kind: 'kindSheetUndo', of: kind, id }, { command: 'undo' })
    return isRefusal(done) ? done : (await read(house.db, actor, tx => sheetImportById(tx, kind, id)))!.import
  },

  async getKindSheetFile({ house, actor, params: { kind, id } }) {
    const file = await read(house.db, actor, tx => fileOfSheetImport(tx, kind, id))
    if (!file) return refuse('not-found')
    const bytes = await readKept(house.db, file.sha256)
    return bytes
      ? { media: 'application/octet-stream', name: file.name, size: bytes.length, bytes }
      : refuse('file-lost', { name: file.name })
  },
} satisfies Partial<Handlers>

/** What the contract let through is what the check takes: the form of a target is checked there, its meaning here. */
const said = (fixes: object | undefined): SheetFixes => ({ ...NO_SHEET_FIXES, ...(fixes as Partial<SheetFixes> | undefined) })

interface Checked {
  check: SheetCheck
  world: SheetWorld
  sha256: string
  before: Awaited<ReturnType<typeof sheetImportOfFile>>
}

async function checked(
  house: House,
  actor: Actor,
  kind: SheetKind,
  { bytes }: Upload,
  { grids }: Grids,
  fixes: SheetFixes,
): Promise<Checked> {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return read(house.db, actor, async tx => {
    const [world, before] = await Promise.all([sheetWorld(tx, kind, dayOf(Date.now())), sheetImportOfFile(tx, kind, sha256)])
    return { check: checkSheet(grids, world, fixes), world, sha256, before }
  })
}
