import { describe, expect, it } from 'vitest'
import type { Series } from './indicator.ts'
import { monthOfDue, planLine, reportMonths } from './planline.ts'

type Over = Partial<Series['indicator']> & { target?: Partial<NonNullable<Series['target']>> | null; lastYear?: number[] }
const series = ({ target = {}, lastYear = [], ...shape }: Over): Series => ({
  indicator: { kind: 'volume', direction: 'up', basis: 'cumulative', frequency: 'month', decimals: 1, unit: '亿元', ...shape },
  year: 2026,
  target: target && { value: 120, base: null, phasing: null, dueOn: null, ...target },
  values: [],
  lastYear,
})
const at = (over: Over, ...months: number[]) => months.map(month => planLine(series(over))[month - 1])

describe('the plan line', () => {
  it.each<[string, Over, (number | null)[]]>([
    ['of a yearly amount rises by a twelfth', {}, [10, 60, 120]],
    ['of a level goes from its base to its target', { kind: 'level', target: { base: 96 } }, [98, 108, 120]],
    ['of a level that is to fall goes down', { kind: 'level', direction: 'down', target: { base: 144 } }, [142, 132, 120]],
    ['of a level that has only to stay is its target', { kind: 'level', target: { base: 130 } }, [120, 120, 120]],
    ['of a level without a base is none', { kind: 'level' }, [null, null, null]],
    ['of a rate is the same in every month', { kind: 'growth', unit: '%', target: { value: 6.5 } }, [6.5, 6.5, 6.5]],
    [
      'of growth from amounts is last year’s, grown',
      { kind: 'growth', target: { value: 10 }, lastYear: [10, 20, 30, 40, 50, 60] },
      [11, 66, null],
    ],
    ['of a ceiling at a point is the ceiling', { kind: 'ceiling', basis: 'point' }, [120, 120, 120]],
    ['of a ceiling used up rises with time', { kind: 'ceiling' }, [10, 60, 120]],
    [
      'of a plan is the plan, and in December the target',
      { kind: 'phased', target: { phasing: [1, ...Array(11).fill(null)] } },
      [1, null, 120],
    ],
    ['of a milestone is none', { kind: 'milestone' }, [null, null, null]],
    ['is none without a target', { target: null }, [null, null, null]],
  ])('%s', (_, over, expected) => expect(at(over, 1, 6, 12)).toEqual(expected))
})

it('figures come at the end of their period', () => {
  expect(reportMonths('quarter')).toEqual([3, 6, 9, 12])
  expect(reportMonths('half')).toEqual([6, 12])
  expect(reportMonths('year')).toEqual([12])
  expect(reportMonths('month')).toHaveLength(12)
})

it.each<[string | null, number]>([
  ['2026-06-30', 6],
  ['2025-12-31', 0],
  ['2027-02-01', 14],
  [null, 12],
])('a milestone due on %s is due in month %d of 2026', (dueOn, month) =>
  expect(monthOfDue(series({ kind: 'milestone', target: { dueOn } }))).toBe(month),
)
