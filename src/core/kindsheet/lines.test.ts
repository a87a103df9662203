// Out and in again: what a ledger says in a sheet's columns is what comes in from them; every cell, every kind.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Fields, type FieldValue, isBlank, KIND } from '../kind.ts'
import { CURRENCIES } from '../money.ts'
import type { Grid } from '../table/grid.ts'
import { checkSheet } from './check.ts'
import { isSaid, SHEET_KINDS, type SheetKind } from './column.ts'
import { type OutColumn, sheetLines, standardColumns } from './lines.ts'
import { NO_SHEET_FIXES, type SheetWorld } from './world.ts'

const UNIT = { id: '11111111-1111-4111-8111-111111111111', name: '县商务局', names: ['县商务局'] }

const word = fc.constantFrom('云岭', '望澜', '恒远', '丰泽', '青禾', '松岗').chain(a => fc.nat(999).map(n => `${a}${n}号`))
const day = fc.integer({ min: 0, max: 600 }).map(n => new Date(Date.UTC(2025, 0, 1) + n * 86_400_000).toISOString().slice(0, 10))
const amount = fc.oneof(
  fc.integer({ min: 1, max: 9_000_000 }).map(n => String(n * 10_000)),
  fc.integer({ min: 1, max: 99_999_999 }).map(String),
)

function valueFor(kind: SheetKind, field: string): fc.Arbitrary<FieldValue> {
  const spec = KIND[kind].fields[field]!
  switch (spec.type) {
    case 'money':
      return fc.record({ amount, currency: fc.constantFrom(...CURRENCIES) })
    case 'number':
      return fc.nat(100_000)
    case 'day':
      return day
    case 'choice':
      return fc.constantFrom(...spec.choices!)
    case 'list':
      return fc.uniqueArray(word, { minLength: 1, maxLength: 4 })
    case 'unit':
      return fc.constant(UNIT.id)
    case 'units':
      return fc.constant([UNIT.id])
    case 'flag':
      return fc.constant(true)
    default:
      return word
  }
}

const fieldsOf = (kind: SheetKind): fc.Arbitrary<Fields> =>
  fc.record(
    Object.fromEntries(
      Object.keys(KIND[kind].fields)
        .filter(field => isSaid(kind, field))
        .map(field => [field, fc.option(valueFor(kind, field))]),
    ),
  )

const gridOf = (kind: SheetKind, columns: readonly OutColumn[], items: { title: string; fields: Fields }[]): Grid => {
  const out = sheetLines(
    kind,
    columns,
    items.map(i => ({
      ...i,
      number: null,
      stage: Object.keys(KIND[kind].stages)[0]!,
      leadUnit: UNIT.name,
      names: { [UNIT.id]: UNIT.name },
      extra: { 备注: '原样' },
    })),
  )
  const cells = out.rows.map(row => out.columns.map(({ key }) => (row[key] === null || row[key] === undefined ? '' : String(row[key]))))
  return { sheet: '', rows: [['台账'], out.columns.map(c => c.header), ...cells], merged: [] }
}

const worldOf = (kind: SheetKind): SheetWorld => ({
  kind,
  units: [UNIT],
  items: [],
  place: '青禾县',
  today: '2026-12-31',
  remembered: new Map(),
})

for (const kind of SHEET_KINDS)
  test(`every fact of a ${kind} comes back from the sheet that it went out in`, () => {
    const one = fc.record({ title: word, fields: fieldsOf(kind) })
    fc.assert(
      fc.property(fc.uniqueArray(one, { minLength: 1, maxLength: 5, selector: i => i.title }), items => {
        const columns: OutColumn[] = [...standardColumns(kind).filter(c => c.to !== 'stage'), { head: '备注', to: 'extra', measure: null }]
        const { rows } = checkSheet([gridOf(kind, columns, items)], worldOf(kind), NO_SHEET_FIXES)
        const want = items.map(({ title, fields }) => ({
          title,
          fields: Object.fromEntries(Object.entries(fields).filter(([, v]) => !isBlank(v))),
        }))
        expect(rows.map(({ title, fields }) => ({ title, fields }))).toEqual(want)
        expect(rows.flatMap(r => r.problems)).toEqual([])
        for (const row of rows) expect(row).toMatchObject({ leadUnitId: UNIT.id, extra: { 备注: '原样' } })
      }),
      { numRuns: 60 },
    )
  })
