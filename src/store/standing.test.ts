// Standings are kept by whoever writes: after any sequence of changes they are those of a recomputation from nothing.
import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { aJurisdiction, anActor, anIndicator, aPerson, aUnit, ok } from '../../test/build.ts'
import { aDatabase, asOwner, type TestDatabase } from '../../test/database.ts'
import { COMBINES, FREQUENCIES, INDICATOR_KINDS, TARGET_KINDS, WHOLE } from '../core/indicator.ts'
import { isRefusal } from '../core/refusal.ts'
import type { Actor } from '../core/types.ts'
import { act } from './act.ts'
import { read } from './db.ts'
import { standingFaults } from './standingcheck.ts'
import type { IndicatorDraft } from './target/indicator.ts'
import { wholeOf } from './tx.ts'

let db: TestDatabase
let officer: Actor
let hall: string
let towns: string[]

beforeAll(async () => {
  db = await aDatabase()
  await aJurisdiction(db)
  hall = await aUnit(db, { name: '县人民政府' })
  towns = [await aUnit(db, { name: '云溪镇', parentId: hall }), await aUnit(db, { name: '松岗镇', parentId: hall })]
  officer = await aPerson(db, [{ role: 'officer', unitId: null }])
})

const faults = () => read(db, wholeOf('990124'), standingFaults)

/** Totals of totals, and one of each other kind, which all may be hung elsewhere. */
async function aFamily(): Promise<string[]> {
  for (const table of ['reading', 'target', 'standing', 'standing_tally', 'reading_import']) await asOwner(db, `delete from ${table}`)
  await asOwner(db, 'update indicator set parent_id = null')
  await asOwner(db, 'delete from indicator')
  const top = await anIndicator(db, officer, { combine: 'weighted' })
  const whole = await anIndicator(db, officer, { combine: 'sum', parentId: top, weight: 2 })
  const part = () => anIndicator(db, officer, { parentId: whole })
  const growth = await anIndicator(db, officer, { kind: 'growth' })
  const level = await anIndicator(db, officer, { kind: 'level', basis: 'point', parentId: top })
  return [top, whole, await part(), await part(), growth, level, await anIndicator(db, officer, { kind: 'phased' })]
}

/** Few enough that what is told often meets what was told before, and that totals are often whole. */
const SERIES = fc.record({
  of: fc.oneof({ weight: 2, arbitrary: fc.nat(6) }, { weight: 5, arbitrary: fc.constantFrom(2, 3) }),
  at: fc.oneof({ weight: 2, arbitrary: fc.nat(3) }, { weight: 5, arbitrary: fc.constant(0) }),
  year: fc.oneof({ weight: 2, arbitrary: fc.constantFrom(2025, 2027) }, { weight: 4, arbitrary: fc.constant(2026) }),
})
const MONTH = fc.constantFrom(5, 6, 12)
const FIGURE = fc.record({
  series: SERIES,
  month: MONTH,
  value: fc.option(
    fc.integer({ min: -50, max: 2000 }).map(n => n / 10),
    { freq: 4 },
  ),
  status: fc.constantFrom('flash' as const, 'final' as const),
})
const CHANGE = fc.oneof(
  fc.record({ retired: fc.boolean() }),
  fc.record({ hang: fc.option(fc.nat(6)) }),
  fc.record({ combine: fc.constantFrom(...COMBINES, null) }),
  fc.record({ weight: fc.constantFrom(1, 2, 0.5) }),
  fc.record({ frequency: fc.constantFrom(...FREQUENCIES) }),
  fc.record({ kind: fc.constantFrom(...INDICATOR_KINDS) }),
  fc.record({ unit: fc.constantFrom('%', '亿元') }),
  fc.record({ decimals: fc.constantFrom(0, 2) }),
)
const STEP = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('type' as const), figures: fc.array(FIGURE, { minLength: 1, maxLength: 2 }) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('import' as const), figures: fc.array(FIGURE, { minLength: 2, maxLength: 8 }) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('undo' as const), at: fc.nat(4) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('move' as const), under: fc.boolean() }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('aim' as const),
      series: SERIES,
      kind: fc.constantFrom(...TARGET_KINDS),
      value: fc.integer({ min: 0, max: 300 }),
      withdrawn: fc.boolean(),
      base: fc.option(fc.constant(50)),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('roll' as const), from: fc.constantFrom(2025, 2026), growth: fc.constantFrom(0, 10) }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('change' as const), of: fc.nat(6), change: CHANGE }) },
)
type Step = typeof STEP extends fc.Arbitrary<infer S> ? S : never

/** Refusals are answers like others: what was refused must not have changed anything either. */
async function carryOut(steps: Step[]): Promise<void> {
  const ids = await aFamily()
  const units = [WHOLE, hall, ...towns]
  const imports: string[] = []
  const place = (s: { of: number; at: number; year: number }) => ({ indicatorId: ids[s.of]!, unitId: units[s.at]!, year: s.year })
  for (const step of steps) {
    if (step.do === 'undo') {
      const importId = imports[step.at % Math.max(1, imports.length)]
      if (importId) await act(db, officer, { kind: 'reading' }, { command: 'undo', importId })
    } else if (step.do === 'move') {
      const clerk = anActor('system_admin')
      ok(await act(db, clerk, { kind: 'unit', id: towns[1]! }, { command: 'change', unit: { parentId: step.under ? hall : null } }))
    } else if (step.do === 'aim') {
      const { kind, value, withdrawn, base } = step
      const dueOn = kind === 'commitment' ? `${step.series.year}-09-30` : null
      const phasing = Array.from({ length: 12 }, (_, m) => (m % 3 === 2 ? (value * (m + 1)) / 12 : null))
      const target = { ...place(step.series), kind, value, withdrawn, base, phasing, dueOn, why: '调整' }
      const first = await act(db, officer, { kind: 'target' }, { command: 'set', targets: [{ ...target, seen: 0 }] })
      if (isRefusal(first) && first.refused === 'stale-version')
        await act(db, officer, { kind: 'target' }, { command: 'set', targets: [{ ...target, seen: Number(first.facts.now) }] })
    } else if (step.do === 'roll') {
      await act(db, officer, { kind: 'target' }, { command: 'roll', from: step.from, growth: step.growth, words: null })
    } else if (step.do === 'change') {
      const id = ids[step.of]!
      const [row] = await asOwner<{ version: number }>(db, 'select version from indicator where id = $1', [id])
      const { hang, ...rest } = step.change as { hang?: number | null } & Partial<IndicatorDraft>
      const indicator = hang === undefined ? rest : { parentId: hang === null ? null : ids[hang]! }
      await act(db, officer, { kind: 'indicator', id }, { command: 'change', version: row!.version, indicator })
    } else {
      const all = step.figures.map(f => ({
        ...place(f.series),
        month: f.month,
        value: f.value,
        status: f.status,
        words: '核实',
        origin: null,
        seen: null,
      }))
      const readings = [...new Map(all.map(r => [`${r.indicatorId} ${r.unitId} ${r.year} ${r.month}`, r])).values()]
      const id = randomUUID()
      const file = step.do === 'import' && {
        id,
        name: 'x.xlsx',
        sha256: 'a'.repeat(64),
        type: 'text/plain',
        size: 1,
        fixes: {},
        mappings: [],
      }
      const done = await act(db, officer, { kind: 'reading' }, { command: 'record', readings, import: file || null })
      if (file && !isRefusal(done)) imports.push(id)
    }
  }
}

test('standings equal a recomputation from nothing after any sequence of figures, imports, undoings, targets, pledges, years rolled over, and changes of the indicators and of the tree', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(STEP, { minLength: 4, maxLength: 24 }), async steps => {
      await carryOut(steps)
      expect(await faults()).toEqual([])
    }),
    { numRuns: 12 },
  )
}, 300_000)
