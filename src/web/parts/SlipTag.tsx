// The colour of a slip: shape, word and colour together, never colour alone.
import type { SlipColour } from '../../core/slip.ts'
import { useWords } from '../words/words.ts'

const SHAPE: Record<SlipColour, string> = { blue: '◆', orange: '◆◆', red: '◆◆◆' }

export function SlipTag({ colour }: { colour: SlipColour }) {
  const { t } = useWords()
  return (
    <span className={`slip-tag ${colour}`}>
      <span aria-hidden="true">{SHAPE[colour]}</span> {t(`slip.colour.${colour}`)}
    </span>
  )
}
