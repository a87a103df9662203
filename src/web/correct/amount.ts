// Figures as a person types them, in ones, 万 or 亿, and the exact value behind them. Pure.
export const SCALES = { one: 0, wan: 4, yi: 8 } as const
export type Scale = keyof typeof SCALES

/** The scale in which a value is shortest: 320000000 → 3.2 in 亿. */
export const scaleOf = (value: number | null): Scale =>
  value === null || Math.abs(value) < 1e4 ? 'one' : Math.abs(value) < 1e8 ? 'wan' : 'yi'

/** The figure to show; fifteen digits are what a number holds exactly. */
export const shown = (value: number | null, scale: Scale): string =>
  value === null ? '' : String(Number((value / 10 ** SCALES[scale]).toPrecision(15)))

/** The exact value, null when nothing was typed, undefined when it is no number. 673.94亿 is 67394000000. */
export function amountOf(typed: string, scale: Scale): number | null | undefined {
  const figure = typed
    .normalize('NFKC')
    .replace(/[,，\s]/g, '')
    .replace('−', '-')
  if (figure === '') return null
  return /^-?\d+(\.\d+)?$/.test(figure) ? Number(`${figure}e${SCALES[scale]}`) : undefined
}
