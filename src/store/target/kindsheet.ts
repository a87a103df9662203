// A sheet of a ledger as a target of `act`: what is new is registered, what differs is amended or moved on, all of it or nothing, and all of it may be taken back.
import { randomUUID } from 'node:crypto'
import { may, newOf } from '../../core/access.ts'
import type { Command } from '../../core/command.ts'
import type { Fields, Named } from '../../core/kind.ts'
import type { SheetRow } from '../../core/kindsheet/check.ts'
import type { SheetKind } from '../../core/kindsheet/column.ts'
import { isRefusal, refuse } from '../../core/refusal.ts'
import type { Rulebook } from '../../core/rules.ts'
import type { Topic } from '../../reader/reading.ts'
import type { Entry } from '../audit.ts'
import { FILE_ROW } from '../file.ts'
import { namedOf } from '../named.ts'
import { drawNumbers } from '../number.ts'
import { bookOf } from '../rules.ts'
import { contextOf } from '../tx.ts'
import { unknownUnit } from '../unit.ts'
import { carried, type Move } from '../whole.ts'
import type { Kind, Write } from '../write.ts'
import { nameOf } from './item.ts'
import { type HeldRow, heldItems } from './kindsheetundo.ts'
import { stepped } from './steps.ts'

/** The workbook, and its tables' columns and names as they were understood. */
interface SheetFile {
  id: string
  name: string
  sha256: string
  type: string
  size: number
  tables: object[]
}

interface KindSheetCommand {
  command: 'import'
  /** New ones and those that change, as they were seen. */
  rows: SheetRow[]
  file: SheetFile
  dispatch: boolean
}

/** What stood before an import changed an item; null: it made it. */
export interface ItemBefore {
  id: string
  /** As the import left it. */
  version: number
  before: { stage: string; fields: Fields } | null
}

interface State {
  held: Map<string, HeldRow>
  numbers: string[]
  named: Named
  byUnit: string | null
  book: Rulebook
}

/** The subject that a ledger's items are filed under when the sheet says none. */
const TOPIC: Record<SheetKind, Topic> = {
  project: 'investment',
  visit: 'investment',
  lesson: 'investment',
  reform: 'reform',
  risk: 'risk',
}

export const kindSheet: Kind<{ of: SheetKind }, KindSheetCommand, State, { added: number; changed: number }> = {
  async load(tx, { of: kind }, { rows, dispatch }, { actor, now }) {
    const fresh = rows.filter(row => row.itemId === null)
    if (!may(actor, 'item.register', newOf(kind))) return refuse('not-allowed', { action: 'item.register' })
    if (dispatch && !may(actor, 'item.dispatch', newOf(kind))) return refuse('not-allowed', { action: 'item.dispatch' })
    const own = actor.appointments.flatMap(a => a.unitId ?? [])
    const ids = rows.flatMap(row => row.itemId ?? [])
    const [held, bad, named, byUnit, book] = await Promise.all([
      heldItems(tx, kind, ids),
      unknownUnit(tx, [...new Set(fresh.flatMap(row => row.leadUnitId ?? []))]),
      namedOf(
        tx,
        kind,
        rows.map(row => row.fields),
      ),
      nameOf(tx, own),
      bookOf(tx),
    ])
    if (bad) return bad
    const found = new Map(held.map(h => [h.item.id, h]))
    for (const row of rows) if (row.itemId !== null && found.get(row.itemId)?.item.version !== row.version) return refuse('preview-stale')
    return { held: found, numbers: fresh.length ? await drawNumbers(tx, now, fresh.length) : [], named, byUnit, book }
  },

  decide({ held, numbers, named, byUnit, book }, { of: kind }, { rows, file, dispatch }, moment) {
    const { actor, now } = moment
    const hand = { ...moment, byUnit, book }
    const writes: Write[] = []
    const entries: Entry[] = []
    const moves: Move[] = []
    const items: ItemBefore[] = []
    let drawn = 0
    for (const row of rows) {
      const old = row.itemId === null ? null : held.get(row.itemId)!
      const id = old?.item.id ?? randomUUID()
      const steps = old ? changes(row) : beginning(kind, row, dispatch)
      const done = stepped(old, steps, hand, { ...hand, id, number: old ? null : numbers[drawn++]!, named })
      if (isRefusal(done)) return { ...done, facts: { ...done.facts, title: row.title } }
      writes.push(...done.writes)
      if (Object.keys(row.extra).length) writes.push([EXTRA, [actor.jurisdiction, id, JSON.stringify(row.extra)]])
      entries.push(...done.entries)
      moves.push(done.move)
      items.push({ id, version: done.next.version, before: old && { stage: old.item.stage!, fields: earlier(old.fields, row.fields) } })
    }
    const changed = items.filter(item => item.before).length
    const value = { added: items.length - changed, changed }
    const fileId = randomUUID()
    const record: Entry = {
      action: 'kind.import',
      target: `import:${file.id}`,
      summary: file.name,
      body: JSON.stringify({ kind, ...value, sha256: file.sha256 }),
    }
    return {
      value,
      writes: [
        ...writes,
        ...carried([], [], moves, contextOf(actor), now),
        [FILE_ROW, [actor.jurisdiction, fileId, file.sha256, file.name, file.type, file.size, actor.personId, now]],
        [
          IMPORT,
          [
            ...[actor.jurisdiction, file.id, kind, file.name, file.sha256, fileId, JSON.stringify(file.tables), JSON.stringify(items)],
            ...[value.added, value.changed, now, actor.personId, actor.name],
          ],
        ],
      ],
      entries: [record, ...entries],
    }
  },
}

function beginning(kind: SheetKind, row: SheetRow, dispatch: boolean): Command[] {
  const draft = {
    ...{ title: row.title, topic: TOPIC[kind], urgency: 'ordinary' as const },
    ...{ leadUnitId: row.leadUnitId, coUnitIds: [], dueOn: null, measure: null },
  }
  const detail = { kind, fields: row.fields, ...(row.stage ? { stage: row.stage } : {}) }
  const steps: Command[] = [{ command: 'register', draft, source: null, detail }]
  return dispatch && row.leadUnitId ? [...steps, { command: 'dispatch', clock: null }] : steps
}

/** Facts go with the move, as its evidence. */
const changes = ({ from, stage, fields }: SheetRow): Command[] =>
  from === null
    ? [{ command: 'amend', fields, words: null }]
    : [{ command: 'move', to: stage!, evidence: fields, words: null, fileIds: [] }]

/** What stood where something else is said now; null where nothing did. */
const earlier = (was: Fields, now: Fields): Fields => Object.fromEntries(Object.keys(now).map(name => [name, was[name] ?? null]))

const EXTRA = 'update item_detail set extra = $3 where jurisdiction_id = $1 and item_id = $2'
const IMPORT = `insert into kind_import (jurisdiction_id, id, kind, name, sha256, file_id, tables, items, added, changed, at, by_id, by_name)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`
