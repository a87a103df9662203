// How a pledge stands, as shape, word and colour together.
import type { CommitmentView } from '../../core/contract/indicator.ts'
import { useWords } from '../words/words.ts'
import { SHAPE } from './Light.tsx'

export function Stand({ commitment: { stand, light } }: { commitment: Pick<CommitmentView, 'stand' | 'light'> }) {
  const { t } = useWords()
  return (
    <span className={`light ${light}`}>
      <span aria-hidden="true">{SHAPE[light]}</span> {t(`pledge.stand.${stand}`)}
    </span>
  )
}
