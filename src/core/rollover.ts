// Next year's target from this year's (目标滚动): the same, or grown by so many per cent; its plan and its day move with it.
import { exact, HUNDRED, over, plus, rounded, times } from './exact.ts'
import type { Indicator, Target } from './indicator.ts'

/**
 * `last`: how the year ended, where it is known. Only amounts of which more is better grow: a rate (98% would become 105.35%), a milestone, a
 * ceiling and what is to fall are asked for again as they were.
 */
export function nextTarget(
  { kind, direction, unit, decimals }: Pick<Indicator, 'kind' | 'direction' | 'unit' | 'decimals'>,
  target: Target,
  { last, growth }: { last: number | null; growth: number },
): Target {
  const grows = (kind === 'volume' || kind === 'phased' || kind === 'level') && direction === 'up' && !/[%％‰]/.test(unit)
  const factor = over(plus(HUNDRED, exact(growth)), HUNDRED)
  const grown = (value: number): number => (grows ? rounded(times(exact(value), factor), decimals) : value)
  return {
    kind: target.kind,
    year: target.year + 1,
    value: grown(target.value),
    // A level starts from where the year before ended; from what was asked for, while that is not known.
    base: kind === 'level' ? (last ?? target.value) : null,
    phasing: target.phasing?.map(value => (value === null ? null : grown(value))) ?? null,
    dueOn: target.dueOn && nextYear(target.dueOn),
  }
}

/** 2028-02-29 → 2029-02-28. */
const nextYear = (day: string): string => `${Number(day.slice(0, 4)) + 1}${day.slice(4).replace('-02-29', '-02-28')}`
