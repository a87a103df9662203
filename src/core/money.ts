// Money: decimal text with its currency; totals by currency, and a conversion that says its rates and their dates. Never a float.
import { compare, type Exact, exact, plus, times, ZERO } from './exact.ts'
import type { Day } from './types.ts'

/** 元 美元 欧元 港元 日元 */
export const CURRENCIES = ['CNY', 'USD', 'EUR', 'HKD', 'JPY'] as const
export type Currency = (typeof CURRENCIES)[number]

export interface Money {
  /** Whole units with at most two decimals: '1200000000', '0.5'. */
  amount: string
  currency: Currency
}

/** So many yuan for one unit of the currency, from that day on. */
export interface ExchangeRate {
  currency: Currency
  on: Day
  rate: string
}

const AMOUNT = /^\d{1,15}(?:\.\d{1,2})?$/
export const isAmount = (text: string): boolean => AMOUNT.test(text)
const RATE = /^\d{1,6}(?:\.\d{1,8})?$/
export const isRate = (text: string): boolean => RATE.test(text) && compare(exact(text), ZERO) > 0

export const isMoney = (x: unknown): x is Money =>
  typeof x === 'object' &&
  x !== null &&
  isAmount(String((x as Money).amount)) &&
  (CURRENCIES as readonly string[]).includes((x as Money).currency)

/** To two decimals, half away from zero, without ending zeros. */
export function decimalText({ n, d }: Exact): string {
  const size = n < 0n ? -n : n
  const cents = (2n * size * 100n + d) / (2n * d)
  const part = String(cents % 100n)
    .padStart(2, '0')
    .replace(/0+$/, '')
  return `${n < 0n && cents > 0n ? '-' : ''}${cents / 100n}${part && `.${part}`}`
}

/** 12.5 亿 (power 8) → 1250000000. Not a decimal, or finer than a hundredth: null. */
export function scaled(text: string, power: number): string | null {
  if (!/^\d+(?:\.\d+)?$/.test(text.trim())) return null
  const value = times(exact(text.trim()), exact(`1e${power}`))
  const said = decimalText(value)
  return compare(exact(said), value) === 0 && isAmount(said) ? said : null
}

/** One sum for each currency, in the order of CURRENCIES. */
export function totals(all: readonly Money[]): Money[] {
  const sums = new Map<Currency, Exact>()
  for (const { amount, currency } of all) sums.set(currency, plus(sums.get(currency) ?? ZERO, exact(amount)))
  return CURRENCIES.flatMap(currency => {
    const sum = sums.get(currency)
    return sum ? [{ currency, amount: decimalText(sum) }] : []
  })
}

interface Converted {
  /** In yuan; of those currencies that have a rate. */
  amount: string
  /** The rates that it rests on; none where all was in yuan. */
  used: ExchangeRate[]
  /** Currencies without a rate: they are not in the amount. */
  missing: Currency[]
}

/** All of it in yuan, by the last rate of each currency on or before the day. */
export function inYuan(all: readonly Money[], rates: readonly ExchangeRate[], day: Day): Converted {
  let sum = ZERO
  const used: ExchangeRate[] = []
  const missing: Currency[] = []
  for (const { amount, currency } of totals(all)) {
    if (currency === 'CNY') {
      sum = plus(sum, exact(amount))
      continue
    }
    const rate = rates.filter(r => r.currency === currency && r.on <= day).sort((a, b) => (a.on < b.on ? 1 : -1))[0]
    if (!rate) missing.push(currency)
    else {
      used.push(rate)
      sum = plus(sum, times(exact(amount), exact(rate.rate)))
    }
  }
  return { amount: decimalText(sum), used, missing }
}
