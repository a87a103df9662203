import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Condition, crossingOf, isNews, type Point, warningSentence, warningTitle } from './warning.ts'

const at = (month: number, growth: number | null, year = 2026): Point => ({ year, month, value: null, points: null, growth })
const slow: Condition = { measure: 'growth', side: 'below', threshold: 3, periods: 2 }

describe('a threshold is crossed', () => {
  it('when the newest figures stand past it for as many periods as the rule says', () => {
    expect(crossingOf([at(8, 4), at(9, 2.5), at(10, 2.1)], slow)).toEqual({
      year: 2026,
      month: 10,
      told: 2.1,
      since: { year: 2026, month: 9 },
      run: 2,
    })
    expect(crossingOf([at(9, 3.5), at(10, 2.1)], slow)).toBeNull()
  })
  it('not at the threshold itself, nor where no figure can be told', () => {
    expect(crossingOf([at(9, 3), at(10, 3)], slow)).toBeNull()
    expect(crossingOf([at(9, 1), at(10, null)], slow)).toBeNull()
    expect(crossingOf([], slow)).toBeNull()
  })
  it('over the turn of the year, and over a month that is told with the next', () =>
    expect(crossingOf([at(2, 1, 2027), at(12, 2), at(11, 4)], slow)).toMatchObject({
      year: 2027,
      month: 2,
      since: { year: 2026, month: 12 },
    }))
  it('not any more when the newest figure is back', () => expect(crossingOf([at(8, 1), at(9, 1), at(10, 5)], slow)).toBeNull())
  it('upwards, too', () =>
    expect(crossingOf([at(10, 9)], { ...slow, side: 'above', threshold: 8, periods: 1 })).toMatchObject({ told: 9, run: 1 }))
})

describe('the same crossing', () => {
  const crossing = crossingOf([at(7, 5), at(8, 2), at(9, 2), at(10, 2)], slow)!
  it('is told once', () => {
    expect(isNews(crossing, [])).toBe(true)
    expect(isNews(crossing, [{ year: 2026, month: 9 }])).toBe(false)
    expect(isNews(crossing, [{ year: 2026, month: 12 }])).toBe(false)
  })
  it('is not told again where it began before what is known of the figures', () =>
    expect(isNews(crossingOf([at(12, null, 2025), at(1, 1), at(2, 1)], slow)!, [{ year: 2025, month: 4 }])).toBe(false))
  it('is another one after the figures were back', () => expect(isNews(crossing, [{ year: 2026, month: 5 }])).toBe(true))
})

it('opens one risk for each run of figures past the line, however the figures arrive one after the other', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 12 }), values => {
      const opened: { year: number; month: number }[] = []
      const points: Point[] = []
      for (const [n, value] of values.entries()) {
        points.push(at(n + 1, value))
        // Each figure is written twice: a correction that changes nothing.
        for (let again = 0; again < 2; again++) {
          const crossing = crossingOf(points, slow)
          if (crossing && isNews(crossing, opened)) opened.push(crossing)
        }
      }
      const runs = values
        .map(v => (v < 3 ? 'x' : '-'))
        .join('')
        .split('-')
      expect(opened).toHaveLength(runs.filter(run => run.length >= 2).length)
    }),
  )
})

it('is said with its figure, its period and its line', () => {
  const crossing = crossingOf([at(9, 2.5), at(10, -2.1)], slow)!
  const words = { indicator: '规上工业增加值', unit: '云溪镇', measuredIn: '亿元' }
  expect(warningTitle(slow, words)).toBe('云溪镇规上工业增加值同比低于3%')
  expect(warningSentence(crossing, slow, words)).toBe('云溪镇规上工业增加值同比截至2026年10月为−2.1%，连续2期低于预警线3%。')
})
