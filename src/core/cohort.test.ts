import { describe, expect, it } from 'vitest'
import { type CohortCell, cohorts, together } from './cohort.ts'
import { addDays } from './day.ts'
import { forecast, type Signed } from './forecast.ts'
import { kindClocks } from './kindclock.ts'
import { qualityOf } from './quality.ts'

const cell = (cohort: string, over: Partial<CohortCell> = {}): CohortCell => ({
  cohort,
  currency: 'CNY',
  projects: 4,
  landed: 3,
  started: 2,
  producing: 1,
  dropped: 1,
  sum: '1000',
  inPlace: '250.5',
  ...over,
})
const USD = { currency: 'USD', on: '2026-01-01', rate: '7' } as const

describe('the rates of a cohort', () => {
  it('are shares of all that were signed, and of the money in yuan', () => {
    const [one] = cohorts(
      [
        cell('2025'),
        cell('2025', { currency: 'USD', projects: 1, landed: 0, started: 0, producing: 0, dropped: 0, sum: '100', inPlace: '50' }),
      ],
      [USD],
      '2026-06-01',
    )
    expect(one).toMatchObject({
      projects: 5,
      sums: [
        { amount: '1000', currency: 'CNY' },
        { amount: '100', currency: 'USD' },
      ],
      yuan: '1700',
    })
    expect(one!.rates).toEqual({ performance: 80, landing: 60, start: 40, production: 20, funds: 35.3 })
  })
  it('are none where there is nothing to divide by', () => {
    const empty = cell('2024', { projects: 0, landed: 0, started: 0, producing: 0, dropped: 0, sum: '0', inPlace: '0', currency: null })
    expect(cohorts([empty], [], '2026-06-01')[0]!.rates).toEqual({
      performance: null,
      landing: null,
      start: null,
      production: null,
      funds: null,
    })
  })
  it('of all cohorts together are those of one', () => {
    expect(cohorts(together([cell('2024'), cell('2025')], 'all'), [], '2026-06-01')).toMatchObject([
      { projects: 8, rates: { landing: 75 } },
    ])
  })
})

describe('the forecast of the year', () => {
  const past = (n: number, landedAfter: number | null): Signed[] =>
    Array.from({ length: n }, (_, i) => {
      const signedOn = `2024-0${1 + (i % 9)}-10`
      return { signedOn, landedOn: landedAfter === null ? null : addDays(signedOn, landedAfter), dropped: landedAfter === null, yuan: '10' }
    })
  it('adds to what landed the share of what waits that earlier ones landed by', () => {
    const all = [...past(8, 200), ...past(8, null), { signedOn: '2026-01-10', landedOn: null, dropped: false, yuan: '1000' }]
    const said = forecast(all, '2026-06-01')
    expect(said).toMatchObject({
      year: '2026',
      landed: '0',
      waiting: 1,
      waitingYuan: '1000',
      days: 213,
      seen: 16,
      came: 8,
      reason: null,
      likely: '500',
    })
    expect(Number(said.low)).toBeLessThan(500)
    expect(Number(said.high)).toBeGreaterThan(500)
  })
  it('says that it knows nothing where there is no history', () => {
    const all = [{ signedOn: '2026-01-10', landedOn: null, dropped: false, yuan: '1000' }]
    expect(forecast(all, '2026-06-01')).toMatchObject({ reason: 'history-short', low: '0', likely: '0', high: '1000' })
    expect(forecast([], '2026-06-01')).toMatchObject({ reason: 'nothing-waits', low: '0', high: '0' })
  })
  it('counts what landed this year, and never what was dropped', () => {
    const all = [
      { signedOn: '2025-01-10', landedOn: '2026-02-01', dropped: false, yuan: '7' },
      { signedOn: '2026-01-10', landedOn: null, dropped: true, yuan: '9' },
    ]
    expect(forecast(all, '2026-06-01')).toMatchObject({ landed: '7', low: '7', high: '7', waiting: 0 })
  })
})

it('quality is by what is known: land, tax, jobs', () => {
  const sum = { amount: '1200000000', currency: 'CNY' } as const
  expect(qualityOf({ sum, land: 300, jobs: 900, tax: { amount: '60000000', currency: 'CNY' } })).toEqual([
    { key: 'investment', value: 400, currency: 'CNY' },
    { key: 'tax', value: 20, currency: 'CNY' },
    { key: 'jobs', value: 3, currency: null },
    { key: 'jobsOfMoney', value: 75, currency: 'CNY' },
  ])
  expect(qualityOf({ land: 0, jobs: 10 })).toEqual([])
})

describe('the clocks of a lead', () => {
  const lead = { kind: 'project', stage: 'lead', stageOn: '2026-06-01', fields: { foundOn: '2026-06-01' }, lastOn: '2026-06-01' } as const
  it('run from the day on which it was found', () => {
    expect(kindClocks(lead, '2026-06-03').map(c => [c.key, c.dueOn, c.late, c.left])).toEqual([
      ['respond', '2026-06-02', 1, 0],
      ['judge', '2026-06-04', 0, 1],
      ['answer', '2026-06-08', 0, 5],
      ['report', '2026-06-15', 0, 12],
    ])
  })
  it('stand still once it is done', () => {
    const after = { ...lead, stage: 'screened', fields: { ...lead.fields, respondedOn: '2026-06-01', answeredOn: '2026-06-05' } }
    expect(kindClocks(after, '2026-06-03').map(c => c.key)).toEqual(['report'])
    expect(kindClocks({ ...after, stage: 'started' }, '2026-12-03')).toEqual([])
  })
})
