import { describe, expect, test } from 'vitest'
import { type Bullet, bullet } from './bullet.ts'
import { bump } from './bump.ts'
import { burnUp } from './burnUp.ts'
import type { Drawing } from './drawing.ts'
import { lineWithPlan, type YearLines } from './lineWithPlan.ts'
import { PLAIN } from './palette.ts'
import { smallMultiples } from './smallMultiples.ts'

const MONTHS = Array.from({ length: 12 }, (_, i) => `${i + 1}月`)
const EMPTY = MONTHS.map(() => null)
const say = (n: number) => String(n)
const COLOURS = { ...PLAIN, blue: 'blue', red: 'red', ink: 'ink', ink2: 'grey' }
const seriesOf = ({ option }: Drawing) => option.series as unknown as Record<string, unknown>[]

const year = (more: Partial<YearLines> = {}): YearLines => ({
  months: MONTHS,
  values: [1.1, 2.4, 3.9, null, 6.2, null, null, null, null, null, null, null],
  plan: MONTHS.map((_, i) => i + 1),
  lastYear: EMPTY,
  month: 5,
  unit: '亿元',
  withUnit: name => `${name}（亿元）`,
  names: { month: '月份', value: '实绩', plan: '序时计划', lastYear: '去年同期', marked: '数据截至5月' },
  say,
  joined: false,
  fromZero: true,
  ...more,
})

describe('a year with its plan', () => {
  test('a month without a figure is a gap in the line and a dash in the table', () => {
    const drawing = lineWithPlan(year(), COLOURS)
    expect(seriesOf(drawing)[0]!.data).toEqual(year().values)
    expect(drawing.table.rows[3]).toEqual(['4月', '—', '4'])
    expect(drawing.table.rows[4]).toEqual(['5月', '6.2', '5'])
  })

  test('months that nobody reports are no gaps', () => {
    const connects = (joined: boolean) => seriesOf(lineWithPlan(year({ joined }), COLOURS))[0]!.connectNulls
    expect([connects(false), connects(true)]).toEqual([false, true])
  })

  test('the plan is dashed, and a line that has no figure at all is left out', () => {
    const drawing = lineWithPlan(year(), COLOURS)
    expect(seriesOf(drawing).map(s => s.name)).toEqual(['实绩', '序时计划'])
    expect(seriesOf(drawing)[1]!.lineStyle).toMatchObject({ type: 'dashed' })
    expect(drawing.table.head).toEqual(['月份', '实绩（亿元）', '序时计划（亿元）'])
  })

  test('the month of the data is marked, and nothing is before there are data', () => {
    const marked = seriesOf(lineWithPlan(year(), COLOURS))[0]!.markLine
    expect(marked).toMatchObject({ data: [{ xAxis: 4 }], label: { formatter: '数据截至5月' } })
    expect(seriesOf(lineWithPlan(year({ month: null }), COLOURS))[0]).not.toHaveProperty('markLine')
  })
})

describe('bullets', () => {
  const row = { name: '云溪镇', value: 3, target: 10, plan: 4.2, alarm: true, verdict: '欠序时 12 个百分点' }
  const make = (rows: Bullet[] = [row]) =>
    bullet({ rows, withUnit: n => n, names: { who: '单位', value: '实绩', plan: '序时', target: '目标', verdict: '判断' }, say }, COLOURS)

  test('target and plan are ticks at their place, and what is behind says so in words, too', () => {
    const drawing = make()
    expect(seriesOf(drawing).map(s => [s.type, s.data])).toEqual([
      ['bar', [{ value: 3, itemStyle: { color: 'red' } }]],
      ['scatter', [[4.2, 0]]],
      ['scatter', [[10, 0]]],
    ])
    expect(drawing.table.rows).toEqual([['云溪镇', '3', '4.2', '10', '欠序时 12 个百分点']])
  })

  test('who has no target has no tick', () => {
    expect(seriesOf(make([{ ...row, target: null, plan: null }])).at(-1)!.data).toEqual([])
  })
})

describe('ranks over time', () => {
  const lines = [
    { name: '青禾县', own: true, ranks: [5, 3, 1] },
    { name: '南湾县', own: false, ranks: [1, null, 2] },
  ]
  const drawing = bump(
    {
      periods: ['2023', '2024', '2025'],
      of: ['5', '3', '6'],
      lines,
      tier: [2, 1, 2],
      names: { place: '地方', tier: '第一方阵' },
      say: r => `第${r}`,
    },
    COLOURS,
  )

  test('the first stands on top, and a rank that is missing is a gap', () => {
    expect(drawing.option.yAxis).toMatchObject({ inverse: true, min: 1, max: 5 })
    expect(seriesOf(drawing)[1]!.data).toEqual([1, null, 2])
    expect(drawing.table.rows[1]).toEqual(['南湾县', '第1', '—', '第2'])
  })

  test('the first tier ends below its last rank, in each period where it did', () => {
    expect(seriesOf(drawing)[2]).toMatchObject({ step: 'middle', data: [2.5, 1.5, 2.5] })
  })

  test('the table says of how many in each period', () => expect(drawing.table.head).toEqual(['地方', '2023 (5)', '2024 (3)', '2025 (6)']))
})

test('small multiples share one scale, so that a small unit looks small', () => {
  const panel = { plan: EMPTY, alarm: false, verdict: '' }
  const drawing = smallMultiples(
    {
      panels: [
        { ...panel, name: '大镇', values: [90, ...EMPTY.slice(1)] },
        { ...panel, name: '小镇', values: [3, ...EMPTY.slice(1)] },
        { ...panel, name: '新区', values: [-2, ...EMPTY.slice(1)] },
      ],
      months: MONTHS,
      columns: 2,
      names: { unit: '单位', verdict: '判断' },
      say,
    },
    COLOURS,
  )
  expect((drawing.option.yAxis as { min: number; max: number }[]).map(a => [a.min, a.max])).toEqual([
    [-2, 90],
    [-2, 90],
    [-2, 90],
  ])
  expect(drawing.height).toBe(232)
})

test('the table of a burn-up says of each day what was done on it, and nothing of days to come', () => {
  const drawing = burnUp(
    {
      days: ['1日', '2日', '3日'],
      scope: [8, 10, null],
      done: [0, 3, null],
      change: [0, 3, null],
      plan: [3.33, 6.67, 10],
      names: { day: '日期', change: '当日', scope: '总量', done: '办结', plan: '序时' },
      say,
    },
    COLOURS,
  )
  expect(drawing.table.rows).toEqual([
    ['1日', '0', '0', '3.33', '8'],
    ['2日', '3', '3', '6.67', '10'],
    ['3日', '—', '—', '10', '—'],
  ])
})
