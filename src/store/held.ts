// The figure of a measure, kept by its words: an item is shown a hundred times as often as its measure changes.
import type { Figure } from '../core/held.ts'

export interface Held extends Figure {
  /** The progress that one unit of it makes, in percent; null where more is not better. */
  share: number | null
}

const kept = new Map<string, Held | null>()
const MOST_KEPT = 5000

export async function figureOf(measure: string | null): Promise<Held | null> {
  if (!measure) return null
  const known = kept.get(measure)
  if (known !== undefined) return known
  // Loaded when the first figure is asked for: the reader behind it weighs 40 MB, which a server at rest does without.
  const rules = await import('../core/held.ts')
  const figure = rules.figureOf(measure)
  const held = figure && { ...figure, share: rules.percentOf(figure.target, figure) === null ? null : 100 / figure.target }
  if (kept.size >= MOST_KEPT) kept.delete(kept.keys().next().value!)
  kept.set(measure, held)
  return held
}
