// A pledge in a sentence: what by when, how it is kept so far, and what it still takes.
import type { CommitmentView, IndicatorView } from '../../core/contract/indicator.ts'
import { Stand } from '../parts/Stand.tsx'
import { sayPledge } from '../words/pledge.ts'
import { useWords } from '../words/words.ts'

type Measure = Pick<IndicatorView, 'kind' | 'unit' | 'decimals' | 'direction'>

export function Pledged({ commitment, indicator }: { commitment: CommitmentView; indicator: Measure }) {
  const { t, lang } = useWords()
  return (
    <>
      <Stand commitment={commitment} /> {sayPledge(t, indicator, commitment, lang)}
    </>
  )
}
