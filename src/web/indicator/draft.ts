// An indicator while it is being typed, and what is sent of it: amounts stay text until then, so that half a number is not lost.
import type { z } from 'zod'
import type { IndicatorBody, IndicatorView } from '../../core/contract/indicator.ts'

type IndicatorSent = z.input<typeof IndicatorBody>
export type IndicatorDraft = Omit<IndicatorSent, 'aliases' | 'decimals' | 'weight'> & { aliases: string; decimals: string; weight: string }

export const BLANK: IndicatorDraft = {
  code: null,
  name: '',
  aliases: '',
  kind: 'volume',
  direction: 'up',
  basis: 'cumulative',
  frequency: 'month',
  unit: '',
  decimals: '2',
  sourceUnitId: null,
  frameId: null,
  topic: 'targets',
  parentId: null,
  combine: null,
  weight: '1',
  published: true,
  itemId: null,
  source: null,
}

export function draftOf(view: IndicatorView): IndicatorDraft {
  const { id: _, version: __, retired: ___, sourceUnit: ____, frame: _____, source, ...rest } = view
  return {
    ...rest,
    aliases: view.aliases.join(' '),
    decimals: String(view.decimals),
    weight: String(view.weight),
    source: source && { documentId: source.documentId, span: source.span },
  }
}

export const sentOf = (draft: IndicatorDraft): IndicatorSent => ({
  ...draft,
  name: draft.name.trim(),
  code: draft.code?.trim() || null,
  aliases: draft.aliases.split(/[\s,，、;；]+/).filter(Boolean),
  decimals: Number(draft.decimals),
  weight: Number(draft.weight) || 1,
})

/** What a kind is nearly always reported as; the person may say otherwise. */
export function withKind(draft: IndicatorDraft, kind: IndicatorDraft['kind']): IndicatorDraft {
  const more: Partial<IndicatorDraft> =
    kind === 'level'
      ? { basis: 'point' }
      : kind === 'ceiling'
        ? { direction: 'down', basis: 'cumulative' }
        : kind === 'milestone'
          ? { basis: 'point', unit: '', decimals: '0' }
          : kind === 'growth'
            ? { basis: 'cumulative', unit: draft.unit || '%', decimals: '1' }
            : { basis: 'cumulative' }
  return { ...draft, kind, direction: 'up', ...more }
}

/** What a person began to change, from what he saw then. */
export interface Begun {
  version: number
  base: IndicatorDraft
  draft: IndicatorDraft
}

/** The fields in which two differ, as they are sent. */
export function changedFields(from: IndicatorDraft, to: IndicatorDraft): (keyof IndicatorDraft)[] {
  const [a, b] = [sentOf(from), sentOf(to)]
  return (Object.keys(b) as (keyof IndicatorDraft)[]).filter(key => JSON.stringify(a[key]) !== JSON.stringify(b[key]))
}

/** What the person changed, upon what another made of it meanwhile. */
export function upon(view: IndicatorView, { base, draft }: Begun): Begun {
  const now = draftOf(view)
  const mine = Object.fromEntries(changedFields(base, draft).map(key => [key, draft[key]]))
  return { version: view.version, base: now, draft: { ...now, ...mine } }
}
