import { describe, expect, it } from 'vitest'
import { compare, exact, plus, times, ZERO } from './exact.ts'
import { CURRENCIES, decimalText, type ExchangeRate, inYuan, isMoney, type Money, scaled, totals } from './money.ts'

/** A row of numbers that looks thrown, always the same. */
function thrown(seed: number): () => number {
  let at = seed
  return () => {
    at = (at * 1103515245 + 12345) % 2147483648
    return at / 2147483648
  }
}
const next = thrown(15)
const someMoney = (): Money => ({
  amount: decimalText({ n: BigInt(Math.floor(next() * 1e15)), d: next() < 0.5 ? 1n : 100n }),
  currency: CURRENCIES[Math.floor(next() * CURRENCIES.length)]!,
})
const RATES: ExchangeRate[] = [
  { currency: 'USD', on: '2026-01-01', rate: '7.1' },
  { currency: 'USD', on: '2026-06-01', rate: '7.2' },
  { currency: 'EUR', on: '2026-01-01', rate: '7.8' },
]

describe('totals by currency', () => {
  it('are the same in any order, and lose not a cent', () => {
    for (let round = 0; round < 200; round++) {
      const all = Array.from({ length: 1 + Math.floor(next() * 40) }, someMoney)
      const sums = totals(all)
      expect(totals(all.toReversed())).toEqual(sums)
      for (const { currency, amount } of sums) {
        const whole = all.filter(m => m.currency === currency).reduce((sum, m) => plus(sum, exact(m.amount)), ZERO)
        expect(compare(exact(amount), whole)).toBe(0)
      }
      expect(sums.map(s => s.currency)).toEqual(CURRENCIES.filter(c => all.some(m => m.currency === c)))
    }
  })

  it('of parts add up to the total of the whole', () => {
    for (let round = 0; round < 100; round++) {
      const all = Array.from({ length: 20 }, someMoney)
      expect(totals([...totals(all.slice(0, 7)), ...totals(all.slice(7))])).toEqual(totals(all))
    }
  })
})

describe('a converted total', () => {
  it('says the rate and its day, the last one on or before the day that is asked for', () => {
    const sums: Money[] = [
      { amount: '100', currency: 'CNY' },
      { amount: '10', currency: 'USD' },
    ]
    expect(inYuan(sums, RATES, '2026-05-31')).toEqual({ amount: '171', used: [RATES[0]], missing: [] })
    expect(inYuan(sums, RATES, '2026-06-01')).toEqual({ amount: '172', used: [RATES[1]], missing: [] })
  })

  it('leaves out what has no rate, and says so', () =>
    expect(inYuan([{ amount: '5', currency: 'JPY' }], RATES, '2026-06-01')).toEqual({ amount: '0', used: [], missing: ['JPY'] }))

  it('is never more or less than its parts by as much as a cent', () => {
    for (let round = 0; round < 100; round++) {
      const all = Array.from({ length: 12 }, someMoney).filter(m => ['CNY', 'USD', 'EUR'].includes(m.currency))
      const rate = { CNY: '1', USD: '7.2', EUR: '7.8' } as Record<string, string>
      const whole = all.reduce((sum, m) => plus(sum, times(exact(m.amount), exact(rate[m.currency]!))), ZERO)
      expect(inYuan(all, RATES, '2026-12-31').amount).toBe(decimalText(whole))
    }
  })
})

it.each([
  ['12.5', 8, '1250000000'],
  ['0.35', 4, '3500'],
  ['1', 0, '1'],
  ['0.001', 0, null],
  ['一亿', 8, null],
  ['-3', 4, null],
])('%s times ten to the %i is %s', (text, power, amount) => expect(scaled(text, power)).toBe(amount))

it('money has an amount as decimal text and a currency that is known', () => {
  expect(isMoney({ amount: '12.50', currency: 'USD' })).toBe(true)
  for (const wrong of [null, {}, { amount: '1e9', currency: 'CNY' }, { amount: '1', currency: 'XXX' }, { amount: '-1', currency: 'CNY' }])
    expect(isMoney(wrong)).toBe(false)
})
