// A sheet of a ledger row by row: what would be new, what would change, what a person has to decide, and what is left out and why. Pure; writes nothing.
import { fingerprint } from '../fingerprint.ts'
import { type Fields, type FieldValue, KIND, rowOf, textOf } from '../kind.ts'
import { isRefusal } from '../refusal.ts'
import { moveStage, startDetail } from '../stage.ts'
import { type Grid, placeOf } from '../table/grid.ts'
import { bareName, type Finder, nameFinder } from '../table/name.ts'

import { type CellDoubt, readCell } from './cell.ts'
import { bareHead, type SheetColumn } from './column.ts'
import { HEADS } from './heads.ts'
import { layoutsOf, type SheetLayout } from './layout.ts'
import { isNobody, knownItems, leadOf, likelyFinder, withFixes } from './match.ts'
import type { KnownItem, SheetFixes, SheetWorld } from './world.ts'

export const ROW_STATES = ['new', 'changed', 'same', 'decide', 'left'] as const
/** Why a row is left out, or what of the whole of it is to be decided. */
export const ROW_REASONS = [
  'by-hand',
  'total',
  'no-title',
  'twice',
  'several',
  'evidence',
  'stage',
  'unknown-stage',
  'number',
  'likely',
] as const
type RowReason = (typeof ROW_REASONS)[number]

interface CellProblem {
  at: string
  head: string
  field: string
  code: CellDoubt
  text: string
  maybe: string[]
}

export interface SheetRow {
  /** 台账!A5 */
  at: string
  table: string
  title: string
  state: (typeof ROW_STATES)[number]
  reason: RowReason | null
  /** Of the reason: stages, missing facts. */
  facts: Record<string, string>
  itemId: string | null
  version: number | null
  stage: string | null
  leadUnitId: string | null
  /** All that it says, of a known item what differs. */
  fields: Fields
  was: Fields
  /** To another stage of the row. */
  from: string | null
  extra: Record<string, string>
  problems: CellProblem[]
}

export interface SheetCheck {
  layouts: SheetLayout[]
  rows: SheetRow[]
  /** Of what would be written: an import says which it means. */
  mark: string
}

export const MOST_SHEET_ROWS = 2000

const TOTAL = /^(?:合计|总计|小计|共计|累计|总数)/

export function checkSheet(grids: readonly Grid[], world: SheetWorld, fixes: SheetFixes): SheetCheck {
  const layouts = layoutsOf(grids, world, fixes)
  const names = [...fixes.names, ...layouts.flatMap(l => l.remembered?.names ?? [])]
  const unit = withFixes(nameFinder(world.units, world.place), names)
  const known = knownItems(world.items)
  const likelyOf = likelyFinder(world.kind, world.items)
  const seen = new Set<string>()
  const rows = layouts.flatMap(layout =>
    layout.table.body.flatMap(({ row }) => {
      const found = rowAt(layout, row, { world, fixes, unit, known, likelyOf, names })
      if (!found) return []
      const key = bareName(found.title)
      const twice = found.state !== 'left' && seen.has(key) && fixes.rows.find(r => r.at === found.at)?.itemId === undefined
      seen.add(key)
      return [twice ? { ...found, state: 'decide' as const, reason: 'twice' as const } : found]
    }),
  )
  return { layouts, rows, mark: fingerprint(JSON.stringify(rows.filter(isWritten))) }
}

export const isWritten = (row: SheetRow): boolean => row.state === 'new' || row.state === 'changed'

interface With {
  world: SheetWorld
  fixes: SheetFixes
  unit: Finder
  known: ReturnType<typeof knownItems>
  likelyOf: ReturnType<typeof likelyFinder>
  names: SheetFixes['names']
}

function rowAt(layout: SheetLayout, row: number, { world, fixes, unit, known, likelyOf, names }: With): SheetRow | null {
  const { kind, today } = world
  const line = layout.cells[row]!
  const at = placeOf(layout.grid, row, layout.columns.find(c => c.to === 'title')!.column)
  const cellAt = (c: SheetColumn) => placeOf(layout.grid, row, c.column)
  const said = (c: SheetColumn) => fixes.cells.find(f => f.at === cellAt(c))
  const text = (c: SheetColumn): string => {
    const fixed = said(c)
    return fixed ? (fixed.value ?? '') : (line[c.column] ?? '')
  }
  const of = (to: SheetColumn['to']) => layout.columns.find(c => c.to === to)
  const told = (to: SheetColumn['to']) => {
    const column = of(to)
    return column ? text(column).trim() : ''
  }
  const title = told('title')
    .replace(/\s*\n\s*/g, '')
    .slice(0, 120)
  const own = layout.columns.filter(c => c.to !== 'ordinal' && text(c).trim() !== '')
  if (own.length === 0) return null
  const base: SheetRow = {
    ...{ at, table: layout.at, title, state: 'left', reason: null, facts: {}, itemId: null, version: null, stage: null, leadUnitId: null },
    ...{ fields: {}, was: {}, from: null, extra: {}, problems: [] },
  }
  const fix = fixes.rows.find(r => r.at === at)
  if (fix?.leave) return { ...base, reason: 'by-hand' }
  if ([title, line[layout.columns[0]!.column] ?? ''].some(words => TOTAL.test(words.replace(/\s/g, ''))))
    return { ...base, reason: 'total' }
  // A line that stands alone is a heading of the rows below (一、制造业).
  if (title === '' || own.length === 1) return { ...base, reason: 'no-title', title: title || own.map(text).join(' ').slice(0, 120) }

  const fields: Fields = {}
  const problems: CellProblem[] = []
  for (const column of layout.columns) {
    if (!column.to.startsWith('field.')) continue
    const field = column.to.slice('field.'.length)
    const read = readCell(KIND[kind].fields[field]!, text(column), column.measure, HEADS[kind]!.choices[field] ?? {}, unit)
    if ('value' in read) fields[field] = read.value
    else if (!(read.doubt === 'no-unit' && isNobody(names, read.text)))
      problems.push({ at: cellAt(column), head: column.head, field, code: read.doubt, text: read.text, maybe: read.maybe })
  }
  const facts = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null))
  const lead = leadOf(told('leadUnit'), unit, names)
  if ('maybe' in lead) {
    const column = of('leadUnit')!
    problems.push({ at: cellAt(column), head: column.head, field: 'leadUnit', code: 'no-unit', text: lead.text, maybe: lead.maybe })
  }
  const leadUnitId = 'id' in lead ? lead.id : null
  const extra = Object.fromEntries(
    layout.columns.filter(c => c.to === 'extra' && text(c).trim()).map(c => [c.head, text(c).trim().slice(0, 500)]),
  )
  const stageSaid = told('stage')
  const stage = fix?.stage ?? (stageSaid ? stageNamed(kind, stageSaid) : null)
  const full = { ...base, fields: facts, leadUnitId, extra, problems, stage }
  if (stageSaid && stage === null) return { ...full, state: 'decide', reason: 'unknown-stage', facts: { text: stageSaid } }

  const match =
    fix?.itemId !== undefined
      ? { item: fix.itemId === null ? null : (known.byId.get(fix.itemId) ?? null), several: false }
      : known.find(told('number'), title)
  if (match === 'number') return { ...full, state: 'decide', reason: 'number', facts: { number: told('number') } }
  if (match.several) return { ...full, state: 'decide', reason: 'several' }
  const likely = match.item || fix?.itemId !== undefined ? null : likelyOf(title, facts)
  if (likely)
    return { ...full, state: 'decide', reason: 'likely', facts: { id: likely.id, number: likely.number ?? '', title: likely.title } }
  const done = match.item ? besideKnown(full, match.item, world) : asNew(full, kind, today)
  return problems.length > 0 && done.state !== 'left' ? { ...done, state: 'decide' } : done
}

function asNew(row: SheetRow, kind: SheetWorld['kind'], today: string): SheetRow {
  const [first] = rowOf(kind)
  const started = startDetail(kind, row.stage ?? first, row.fields, today)
  if (!isRefusal(started)) return { ...row, state: 'new', stage: row.stage ?? first! }
  if (started.refused !== 'evidence-missing' && started.refused !== 'no-such-stage')
    return { ...row, state: 'decide', reason: 'stage', facts: texts(started.facts) }
  return { ...row, state: 'decide', reason: 'evidence', facts: { ...texts(started.facts), fits: fitting(row, kind, today).join(',') } }
}

/** The stages that it may be registered at with what is told, the farthest first. */
const fitting = (row: SheetRow, kind: SheetWorld['kind'], today: string): string[] =>
  rowOf(kind)
    .filter(stage => !isRefusal(startDetail(kind, stage, row.fields, today)))
    .reverse()

function besideKnown(row: SheetRow, item: KnownItem, { kind, today }: SheetWorld): SheetRow {
  const differs = Object.entries(row.fields).filter(([field, value]) => !alike(value, item.fields[field]))
  const fields = Object.fromEntries(differs)
  const was = Object.fromEntries(differs.flatMap(([field]) => (item.fields[field] === undefined ? [] : [[field, item.fields[field]!]])))
  const moves = row.stage !== null && row.stage !== item.stage
  const beside = {
    ...row,
    itemId: item.id,
    version: item.version,
    title: item.title,
    fields,
    was,
    from: moves ? item.stage : null,
    stage: row.stage ?? item.stage,
  }
  if (moves) {
    const at = { kind, stage: item.stage, stageOn: item.stageOn, fields: item.fields }
    const moved = moveStage(at, row.stage!, fields, { today, words: null })
    if (isRefusal(moved))
      return { ...beside, state: 'decide', reason: moved.refused === 'evidence-missing' ? 'evidence' : 'stage', facts: texts(moved.facts) }
  }
  return { ...beside, state: moves || differs.length > 0 ? 'changed' : 'same' }
}

/** A sheet's cell keeps no line breaks. */
const alike = (a: FieldValue, b: FieldValue | undefined): boolean => flat(textOf(a)) === flat(textOf(b))
const flat = (text: unknown): string => String(text).replace(/\s+/g, ' ').trim()

const texts = (facts: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, String(value)]))

function stageNamed(kind: SheetWorld['kind'], text: string): string | null {
  const want = bareHead(text)
  return Object.entries(HEADS[kind]!.stages).find(([, names]) => names.some(name => bareHead(name) === want))?.[0] ?? null
}
