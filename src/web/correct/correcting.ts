// The corrected reading that the document page draws, and the way back from each drawn entry to the one that a correction must name.
import { createContext, use, useMemo } from 'react'
import type { CorrectionView } from '../../core/contract/correction.ts'
import type { DocumentView } from '../../core/contract/document.ts'
import { CORRECTABLE, type Correctable, corrected } from '../../core/correction.ts'
import { type Traced, traced } from '../../core/trace.ts'
import type { Doubt, Reading, Span } from '../../reader/reading.ts'
import type { Entry } from './form.ts'

export type Trace = Traced<Entry, CorrectionView>

/** Every entry of every list: those that are drawn, by their drawn index, and those struck out. */
interface Traces {
  shown: Record<Correctable, Trace[]>
  struck: Record<Correctable, Trace[]>
}

export type Target = { of: Correctable; trace: Trace } | { of: null; span: Span | null }

export interface Correcting extends Traces {
  /** Opens the dialog; null: the reader of the page may look, not correct. */
  open: ((target: Target) => void) | null
  /** Puts a struck entry back. */
  restore: (of: Correctable, trace: Trace) => void
}

const Context = createContext<Correcting | null>(null)
export const CorrectingProvider = Context.Provider
export function useCorrecting(): Correcting {
  const correcting = use(Context)
  if (!correcting) throw new Error('a correction was asked for outside of a document')
  return correcting
}

/** What a doubt may be about; whoever corrected the entry there has answered it. */
const DOUBTED = ['dates', 'quantities', 'people', 'units', 'repairs'] as const

export function useCorrected({ reading, corrections }: DocumentView): { drawn: Reading; traces: Traces } {
  return useMemo(() => {
    const all = Object.fromEntries(CORRECTABLE.map(of => [of, traced(reading, corrections, of)])) as unknown as Record<Correctable, Trace[]>
    const of = (struck: boolean) =>
      Object.fromEntries(CORRECTABLE.map(of => [of, all[of].filter(one => one.struck === struck)])) as Record<Correctable, Trace[]>
    const answered = DOUBTED.flatMap(list => all[list].filter(one => one.last && one.own).map(one => one.own!.span))
    const open = (doubt: Doubt) => !answered.some(at => at[0] <= doubt.span[0] && doubt.span[1] <= at[1])
    const laid = corrected(reading, corrections)
    return {
      drawn: answered.length === 0 ? laid : { ...laid, doubts: laid.doubts.filter(open) },
      traces: { shown: of(false), struck: of(true) },
    }
  }, [reading, corrections])
}
