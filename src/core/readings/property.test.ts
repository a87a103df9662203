// What holds of the importer whatever comes: it never throws, loses no figure, and what is written does not hang on the order or on how a month's sheets are split.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { WHOLE } from '../indicator.ts'
import { readFigure } from '../table/figure.ts'
import type { Grid } from '../table/grid.ts'
import { yearCell } from '../table/period.ts'
import { grid, INDICATORS, UNITS, world } from './check.fixture.ts'
import { checkReadings, writable } from './check.ts'
import { monthHead, templateLines } from './template.ts'
import { type KnownReading, NO_FIXES } from './world.ts'

const cell = fc.oneof(
  { weight: 4, arbitrary: fc.constant('') },
  { weight: 4, arbitrary: fc.double({ min: -1e6, max: 1e6, noNaN: true }).map(n => String(Number(n.toFixed(2)))) },
  { weight: 3, arbitrary: fc.constantFrom(...INDICATORS.map(i => i.name), ...UNITS.map(u => u.name), '合计', '全县', '粮食产量') },
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      '指标',
      '单位',
      '计量单位',
      '月份',
      '数值',
      '备注',
      '序号',
      '1—5月累计',
      '5月',
      '同比±%',
      '上年同期',
      '本月',
      '排名',
      '万元',
      '亿元',
      '%',
      '2026年',
      '2026年5月',
      '单位：万元',
    ),
  },
  { weight: 1, arbitrary: fc.constantFrom('—', '无', '45%', '12.3亿元', '１，２３４', '约12', '一、工业', '\ud800', '𠮷', '=1+1') },
  { weight: 1, arbitrary: fc.string({ maxLength: 12, unit: 'binary' }) },
)
const rows = fc.array(fc.array(cell, { maxLength: 7 }), { maxLength: 12 })
const merge = fc
  .record({ top: fc.nat(13), left: fc.nat(8), height: fc.nat(3), width: fc.nat(3) })
  .map(({ top, left, height, width }) => ({ top, left, bottom: top + height, right: left + width }))
const grids: fc.Arbitrary<Grid> = fc.record({ sheet: fc.constantFrom('', '月报', '5月'), rows, merged: fc.array(merge, { maxLength: 4 }) })

describe('any sheet', () => {
  test('is read without a throw, and each of its figures is taken or left with a reason', () => {
    fc.assert(
      fc.property(grids, given => {
        const { lines, left, layouts } = checkReadings([given], '表.xlsx', world(), NO_FIXES)
        const heads = new Set(layouts.flatMap(l => l.table.heads))
        const figures = given.rows.flatMap((row, at) =>
          heads.has(at) ? [] : row.filter(text => readFigure(text).is === 'number' && yearCell(text) === null),
        )
        const labels = layouts.flatMap(l =>
          l.leave
            ? []
            : l.table.body.flatMap(({ row }) =>
                l.columns.filter(
                  c => !['value', 'leave'].includes(c.role) && readFigure(given.rows[row]?.[c.column] ?? '').is === 'number',
                ),
              ),
        )
        const taken = lines.filter(l => readFigure(l.cell).is === 'number').length
        const set = left.reduce((sum, l) => sum + l.n, 0)
        expect(taken + set + labels.length).toBeGreaterThanOrEqual(figures.length)
        for (const line of lines) expect(line.state === 'decide' || line.state === 'refused').toBe(line.reason !== null)
      }),
      { numRuns: 500 },
    )
  })
})

/** A year of two indicators for three units: sums that only grow. */
const year = fc
  .array(fc.array(fc.integer({ min: 900, max: 1100 }), { minLength: 11, maxLength: 11 }), { minLength: 6, maxLength: 6 })
  .map(series =>
    series.flatMap((steps, at) => {
      let sum = 0
      return steps.map((step, index) => ({
        indicator: at % 2 ? '固定资产投资' : '一般公共预算收入',
        unit: UNITS[Math.floor(at / 2)]!.name,
        month: index + 1,
        value: (sum += step) / 100,
      }))
    }),
  )
type Row = { indicator: string; unit: string; month: number; value: number }
const sheetOf = (all: Row[]): Grid =>
  grid(['单位|指标|计量单位|月份|数值', ...all.map(r => `${r.unit}|${r.indicator}|亿元|2026年${r.month}月|${r.value}`)].join('\n'))

function imported(before: KnownReading[], sheet: Grid): KnownReading[] {
  const { lines } = checkReadings([sheet], '表.xlsx', world(before), NO_FIXES)
  const fresh = writable(lines).map(({ at: _, ...r }) => ({ ...r, revision: 1 }))
  const keys = new Set(fresh.map(r => [r.indicatorId, r.unitId, r.month].join()))
  return [...before.filter(r => !keys.has([r.indicatorId, r.unitId, r.month].join())), ...fresh]
}
const settled = (all: KnownReading[]) => all.map(r => `${r.indicatorId} ${r.unitId} ${r.year}-${r.month} ${r.value}`).sort()

describe('a year of readings', () => {
  test('is the same in whatever order its months come', () => {
    fc.assert(
      fc.property(year, fc.shuffledSubarray([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], { minLength: 11 }), (all, order) => {
        const whole = imported([], sheetOf(all))
        const byMonth = order.reduce<KnownReading[]>((known, month) => imported(known, sheetOf(all.filter(r => r.month === month))), [])
        expect(whole).toHaveLength(66)
        expect(settled(byMonth)).toEqual(settled(whole))
      }),
      { numRuns: 30 },
    )
  })

  test('is the same however a month’s sheet is split', () => {
    fc.assert(
      fc.property(year, fc.array(fc.boolean(), { minLength: 66, maxLength: 66 }), (all, cut) => {
        const halves = [true, false].map(side => all.filter((_, at) => cut[at] === side)).filter(half => half.length > 0)
        expect(settled(halves.reduce((known, half) => imported(known, sheetOf(half)), [] as KnownReading[]))).toEqual(
          settled(imported([], sheetOf(all))),
        )
      }),
      { numRuns: 30 },
    )
  })

  test('comes back from the template as it went out', () => {
    fc.assert(
      fc.property(year, all => {
        const known = imported([], sheetOf(all))
        const series = known.map(({ indicatorId, unitId }) => ({ indicatorId, unitId }))
        const lines = templateLines(world(known), [...series, { indicatorId: 'jobs', unitId: WHOLE }], 2026)
        const heads = ['指标', '单位', '计量单位', ...Array.from({ length: 12 }, (_, at) => monthHead(at + 1))]
        const sheet = grid(
          [
            '青禾县2026年指标数据',
            heads.join('|'),
            ...lines.map(l => [l.indicator.name, l.unit, l.indicator.unit, ...l.values.map(v => v ?? '')].join('|')),
          ].join('\n'),
        )
        expect(checkReadings([sheet], '表.xlsx', world(known), NO_FIXES).counts).toEqual({
          new: 0,
          revision: 0,
          same: 66,
          decide: 0,
          refused: 0,
        })
      }),
      { numRuns: 20 },
    )
  })
})
