// Importing readings: the sheet to fill in, the check of one that comes, its carrying out in one act, past imports, and taking one back.
import { createHash } from 'node:crypto'
import { dayOf } from '../../core/day.ts'
import { XLSX } from '../../core/media.ts'
import type { CheckedReadings } from '../../core/readings/checked.ts'
import { mergeFixes } from '../../core/readings/mergefixes.ts'
import { templateLines } from '../../core/readings/template.ts'
import { type Fixes, NO_FIXES, type ReadingsWorld } from '../../core/readings/world.ts'
import { isRefusal, type Refusal, refuse } from '../../core/refusal.ts'
import type { Actor } from '../../core/types.ts'
import { act } from '../../store/act.ts'
import { read } from '../../store/db.ts'
import { keepFile, readKept } from '../../store/file.ts'
import {
  fileOfImport,
  importById,
  importOfFile,
  importWorld,
  listImports,
  readingsThatHold,
  revisedBy,
  seriesOfYear,
} from '../../store/readingimport.ts'
import type { Tx } from '../../store/tx.ts'
import { readingSheet } from '../../writer/readingsheet.ts'
import type { Handlers, House, Upload } from '../call.ts'
import type { Book } from '../desk-worker.ts'
import { mediaOf } from '../evidence.ts'
import { atDesk, bookOf } from '../grids.ts'

export const readingImportRoutes = {
  async getReadingsSheet({ house, actor, session, query }) {
    const today = dayOf(Date.now())
    const year = query.year ?? Number(today.slice(0, 4))
    const lines = await read(house.db, actor, async tx => {
      const [world, series] = await Promise.all([importWorld(tx, actor, today), seriesOfYear(tx, year)])
      const readings = await readingsThatHold(
        tx,
        world.indicators.map(i => i.id),
        year,
        year,
      )
      return templateLines({ ...world, readings }, series, year)
    })
    const content = readingSheet(lines, session.jurisdictionName, year, today)
    const bytes = await house.desk.do('sheet', content)
    return { media: XLSX, name: `${content.title}.xlsx`, bytes, size: bytes.length }
  },

  async checkImport({ house, actor, upload, beside }) {
    const came = await bookOf(house, upload)
    if (isRefusal(came)) return came
    const found = await checked(house, actor, upload!, came, beside?.fixes ?? NO_FIXES)
    return isRefusal(found) ? found : found.preview
  },

  async postImport({ house, actor, upload, beside, key }) {
    const id = idOf(actor, key)
    const resultOf = async (tx: Tx) => {
      const [view, revised] = await Promise.all([importById(tx, id, actor), revisedBy(tx, id)])
      return view && { import: view, added: view.readings - revised, revised }
    }
    // Sent again after its answer was lost: the file would now be found the same as what is there.
    const first = await read(house.db, actor, resultOf)
    if (first) return first
    const came = await bookOf(house, upload)
    if (isRefusal(came)) return came
    const found = await checked(house, actor, upload!, came, beside?.fixes ?? NO_FIXES)
    if (isRefusal(found)) return found
    const { preview, tooMuch, writes, mappings, world, fixes, sha256 } = found
    if (tooMuch) return refuse('invalid', { field: 'file', rule: 'too-many' })
    if (!beside || preview.mark !== beside.mark) return refuse('preview-stale')
    const seen = new Map(world.readings.map(r => [[r.indicatorId, r.unitId, r.year, r.month].join('/'), r.revision]))
    const name = upload!.name
    const readings = writes.map(({ at, ...r }) => ({
      ...r,
      origin: `${name} ${at}`,
      seen: seen.get([r.indicatorId, r.unitId, r.year, r.month].join('/')) ?? 0,
    }))
    if (readings.length === 0) return refuse('same-already')
    await keepFile(house.db, upload!.bytes)
    const file = {
      id,
      name,
      sha256,
      type: mediaOf(upload!.bytes) ?? 'application/octet-stream',
      size: upload!.bytes.length,
      fixes,
      mappings,
    }
    const done = await act(house.db, actor, { kind: 'reading' }, { command: 'record', readings, import: file }, { key })
    return isRefusal(done) ? done : (await read(house.db, actor, resultOf))!
  },

  async listImports({ house, actor }) {
    return { imports: await read(house.db, actor, tx => listImports(tx, actor)) }
  },

  async undoImport({ house, actor, params }) {
    const done = await act(house.db, actor, { kind: 'reading' }, { command: 'undo', importId: params.id })
    return isRefusal(done) ? done : (await read(house.db, actor, tx => importById(tx, params.id, actor)))!
  },

  async getImportFile({ house, actor, params }) {
    const file = await read(house.db, actor, tx => fileOfImport(tx, params.id))
    if (!file) return refuse('not-found')
    const bytes = await readKept(house.db, file.sha256)
    return bytes
      ? { media: 'application/octet-stream', name: file.name, size: bytes.length, bytes }
      : refuse('file-lost', { name: file.name })
  },
} satisfies Pick<Handlers, 'getReadingsSheet' | 'checkImport' | 'postImport' | 'listImports' | 'undoImport' | 'getImportFile'>

/** The same intended write has the same import: its key's digest as a UUID (RFC 9562, version 8). */
export function idOf({ jurisdiction, personId }: Actor, key: string): string {
  const hex = createHash('sha256')
    .update(JSON.stringify([jurisdiction, personId, key]))
    .digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

interface Checked extends CheckedReadings {
  world: ReadingsWorld
  fixes: Fixes
  sha256: string
}

/** First what the figures are of, then beside what is known of just those; both away from the requests. */
async function checked(house: House, actor: Actor, { name, bytes }: Upload, came: Book, said: Fixes): Promise<Checked | Refusal> {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const [bare, before] = await read(house.db, actor, tx =>
    Promise.all([importWorld(tx, actor, dayOf(Date.now())), importOfFile(tx, sha256, actor)]),
  )
  const fixes = mergeFixes(before?.fixes ?? null, said)
  const { packed, hidden } = came
  const subjects = await atDesk(house, 'subjects', { packed, name, world: bare, fixes })
  if (isRefusal(subjects)) return subjects
  const { ids, years } = subjects
  const known = ids.length > 0 && years.length > 0
  const span = [Math.min(...years) - 1, Math.max(...years)] as const
  const readings = known ? await read(house.db, actor, tx => readingsThatHold(tx, ids, ...span)) : []
  const world = { ...bare, readings }
  const done = await atDesk(house, 'readings', { packed, name, world, fixes, before: before?.view ?? null, hidden })
  return isRefusal(done) ? done : { ...done, world, fixes, sha256 }
}
