// Exact arithmetic for figures: decimals as whole numbers over whole numbers, so that 45.2 − 41.66… prints 3.53 and never 3.5299; rounds in one place.

/** `n` / `d`; `d` is above zero. */
export interface Exact {
  readonly n: bigint
  readonly d: bigint
}

const TENS = Array.from({ length: 40 }, (_, power) => 10n ** BigInt(power))
const tens = (power: number): bigint => TENS[power] ?? 10n ** BigInt(power)

const DECIMAL = /^([+-]?)(\d*)(?:\.(\d*))?(?:e([+-]?\d+))?$/i

/** The decimal as written: a number counts as its shortest print, which is exact up to fifteen digits. Not a decimal: RangeError. */
export function exact(value: number | string): Exact {
  if (typeof value === 'number') {
    const short = shortOf(value)
    if (short) return short
  }
  const [, sign, whole = '', part = '', power = '0'] = DECIMAL.exec(String(value)) ?? []
  if (sign === undefined || whole + part === '') throw new RangeError(`not a decimal: ${value}`)
  const digits = BigInt(whole + part) * (sign === '-' ? -1n : 1n)
  const scale = part.length - Number(power)
  return scale >= 0 ? { n: digits, d: tens(scale) } : { n: digits * tens(-scale), d: 1n }
}

/** Without a text between: most figures have few decimals, and of up to fifteen digits just one decimal has this double. A board asks for ten thousands. */
function shortOf(value: number): Exact | null {
  for (let decimals = 0; decimals <= 6; decimals++) {
    const scale = 10 ** decimals
    const whole = Math.round(value * scale)
    if (Math.abs(whole) >= 1e15) return null
    if (whole / scale === value) return { n: BigInt(whole), d: tens(decimals) }
  }
  return null
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
  const scaled = sizeOf(a).n * tens(decimals)
  const whole = (2n * scaled + a.d) / (2n * a.d)
  if (whole === 0n) return 0
  const sign = a.n < 0n ? -1 : 1
  // One division of two whole numbers is as near as a double can be; longer ones go by their print.
  if (whole < 1_000_000_000_000_000n && decimals <= 15) return (sign * Number(whole)) / 10 ** decimals
  return sign * Number(`${whole}e-${decimals}`)
}
