import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Series } from './indicator.ts'
import { HONOURS, type HonourName, honours, type Judgeable } from './verdict.ts'

type Months = Record<number, number>
const year = (months: Months) => Array.from({ length: 12 }, (_, at) => months[at + 1] ?? null)
const one = (
  indicatorId: string,
  values: Months,
  shape: Partial<Series['indicator']> = {},
  goal: Partial<NonNullable<Series['target']>> | null = {},
): Judgeable => ({
  indicatorId,
  unitId: '云溪镇',
  series: {
    indicator: { kind: 'volume', direction: 'up', basis: 'cumulative', frequency: 'month', decimals: 1, unit: '亿元', ...shape },
    year: 2026,
    target: goal && { value: 100, base: null, phasing: null, dueOn: null, ...goal },
    values: year(values),
    lastYear: year({}),
  },
})
const said = (name: HonourName, month: number, ...scope: Judgeable[]) => {
  const { answer, on, of, missing } = honours(scope, month)[name]
  return [answer, `${on}/${of}`, ...missing.map(m => `${m.indicatorId} ${m.verdict} ${m.month}`)]
}

const red = one('财政', { 2: 18, 3: 26, 6: 51, 9: 76, 12: 101 })
const late = one('投资', { 3: 26, 6: 48, 9: 76, 12: 100 })
const phased = one('专项债', { 6: 40 }, { kind: 'phased' }, { phasing: [null, null, 10, null, null, 40, null, null, 70, null, null, 100] })

describe('双过半', () => {
  it.each<[string, unknown[], unknown[]]>([
    ['is not asked before June’s data', said('doubleHalf', 5, red), ['open', '0/0']],
    ['is half the task at half the year', said('doubleHalf', 6, red), ['yes', '1/1']],
    ['names what is in its way', said('doubleHalf', 6, red, late), ['no', '1/2', '投资 behind 6']],
    ['stays missed, though December is good', said('doubleHalf', 12, late), ['no', '0/1', '投资 behind 6']],
    ['of a plan by months goes by the plan', said('doubleHalf', 6, phased), ['yes', '1/1']],
    ['goes by June’s own data', said('doubleHalf', 7, one('用电', { 5: 60, 7: 70 })), ['open', '0/1', '用电 unknown 6']],
    ['does not ask a yearly figure', said('doubleHalf', 6, red, one('人口', {}, { frequency: 'year' })), ['yes', '1/1']],
    [
      'does not ask a milestone before its day',
      said('doubleHalf', 6, one('方案', {}, { kind: 'milestone' }, { dueOn: '2026-09-30' })),
      ['open', '0/0'],
    ],
    [
      'asks a milestone after its day',
      said('doubleHalf', 6, one('方案', {}, { kind: 'milestone' }, { dueOn: '2026-05-31' })),
      ['no', '0/1', '方案 behind 6'],
    ],
    ['does not ask where no target is set', said('doubleHalf', 6, red, one('出口', { 6: 1 }, {}, null)), ['yes', '1/1']],
  ])('%s', (_, is, expected) => expect(is).toEqual(expected))
})

describe('开门红', () => {
  it.each<[string, unknown[], unknown[]]>([
    ['waits for March', said('strongQuarter', 2, red), ['open', '0/0']],
    ['is a quarter of the task by March', said('strongQuarter', 3, red), ['yes', '1/1']],
    [
      'asks a growth for its own rule',
      said('strongQuarter', 3, one('GDP', { 3: 6.2 }, { kind: 'growth', unit: '%' }, { value: 6.5 })),
      ['no', '0/1', 'GDP behind 3'],
    ],
  ])('%s', (_, is, expected) => expect(is).toEqual(expected))
})

describe('全年红', () => {
  it.each<[string, unknown[], unknown[]]>([
    ['is open while the year runs, however good', said('allYear', 9, red), ['open', '1/1']],
    ['is earned in December', said('allYear', 12, red), ['yes', '1/1']],
    ['is lost at the first quarter that was behind', said('allYear', 9, late), ['no', '0/1', '投资 behind 6']],
    [
      'cannot be said with a quarter missing',
      said('allYear', 12, one('用电', { 3: 30, 6: 60, 12: 100 })),
      ['open', '0/1', '用电 unknown 9'],
    ],
  ])('%s', (_, is, expected) => expect(is).toEqual(expected))
})

describe('全面红', () => {
  it.each<[string, unknown[], unknown[]]>([
    ['is every indicator on pace', said('allRound', 9, red, late), ['yes', '2/2']],
    ['is not given with one behind', said('allRound', 6, red, late, phased), ['no', '2/3', '投资 behind 6']],
    ['is not given on what is not known', said('allRound', 6, red, one('出口', {})), ['open', '1/2', '出口 unknown 6']],
    ['is not given to nothing', said('allRound', 6), ['open', '0/0']],
  ])('%s', (_, is, expected) => expect(is).toEqual(expected))
})

it('the order of the indicators changes no answer, and the counts are those of the lists', () => {
  const value = fc.option(fc.integer({ min: 0, max: 120 }))
  const scope = fc.array(
    fc.array(value, { minLength: 12, maxLength: 12 }).map(values => ({ ...red, indicatorId: 'i', series: { ...red.series, values } })),
    { maxLength: 6 },
  )
  fc.assert(
    fc.property(scope, fc.integer({ min: 1, max: 12 }), (all, month) => {
      const there = honours(all, month)
      const back = honours([...all].reverse(), month)
      for (const name of HONOURS) {
        expect([back[name].answer, back[name].on, back[name].of]).toEqual([there[name].answer, there[name].on, there[name].of])
        expect(there[name].on + there[name].missing.length).toBe(there[name].of)
        if (there[name].answer === 'yes') expect(there[name].missing).toEqual([])
      }
    }),
  )
})
