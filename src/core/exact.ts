// Exact arithmetic for figures: decimals as whole numbers over whole numbers, so that 45.2 − 41.66… prints 3.53 and never 3.5299; rounds in one place.

/** `n` / `d`; `d` is above zero. */
export interface Exact {
  readonly n: bigint
  readonly d: bigint
}

const DECIMAL = /^([+-]?)(\d*)(?:\.(\d*))?(?:e([+-]?\d+))?$/i

/** The decimal as written: a number counts as its shortest print, which is exact up to fifteen digits. Not a decimal: RangeError. */
export function exact(value: number | string): Exact {
  const [, sign, whole = '', part = '', power = '0'] = DECIMAL.exec(String(value)) ?? []
  if (sign === undefined || whole + part === '') throw new RangeError(`not a decimal: ${value}`)
  const digits = BigInt(whole + part) * (sign === '-' ? -1n : 1n)
  const scale = part.length - Number(power)
  return scale >= 0 ? { n: digits, d: 10n ** BigInt(scale) } : { n: digits * 10n ** BigInt(-scale), d: 1n }
}

export function plus(a: Exact, b: Exact): Exact {
  if (a.d % b.d === 0n) return { n: a.n + b.n * (a.d / b.d), d: a.d }
  if (b.d % a.d === 0n) return { n: a.n * (b.d / a.d) + b.n, d: b.d }
  return { n: a.n * b.d + b.n * a.d, d: a.d * b.d }
}
export const minus = (a: Exact, b: Exact): Exact => plus(a, { n: -b.n, d: b.d })
export const times = (a: Exact, b: Exact): Exact => ({ n: a.n * b.n, d: a.d * b.d })
/** A divisor of zero is a bug of the caller, who must have said before that there is no such rate: RangeError. */
export function over(a: Exact, b: Exact): Exact {
  if (b.n === 0n) throw new RangeError('divided by zero')
  return b.n < 0n ? { n: -a.n * b.d, d: -b.n * a.d } : { n: a.n * b.d, d: b.n * a.d }
}
export const total = (all: readonly Exact[]): Exact => all.reduce(plus, ZERO)
/** Below zero, zero or above, as a sort wants it. */
export const compare = (a: Exact, b: Exact): number => signOf(minus(a, b))
export const signOf = (a: Exact): number => (a.n < 0n ? -1 : a.n > 0n ? 1 : 0)
export const sizeOf = (a: Exact): Exact => (a.n < 0n ? { n: -a.n, d: a.d } : a)

export const ZERO: Exact = { n: 0n, d: 1n }
export const HUNDRED: Exact = { n: 100n, d: 1n }

/** To so many decimals, half away from zero (四舍五入); the house's only rounding of figures. Never −0. */
export function rounded(a: Exact, decimals: number): number {
  const scaled = sizeOf(a).n * 10n ** BigInt(decimals)
  const whole = (2n * scaled + a.d) / (2n * a.d)
  return whole === 0n ? 0 : Number(`${a.n < 0n ? '-' : ''}${whole}e-${decimals}`)
}
