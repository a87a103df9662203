// A light: shape, word and colour together, never colour alone.
import type { LightReason } from '../../core/light.ts'
import type { Light as Shade } from '../../core/types.ts'
import { useWords } from '../words/words.ts'

export const SHAPE: Record<Shade, string> = { green: '●', yellow: '▲', red: '■', grey: '–' }

/** A red that comes from pace alone does not say 逾期: the deadline is still ahead. */
export function Light({ light, reason }: { light: Shade; reason?: LightReason }) {
  const { t } = useWords()
  const word = light === 'red' && reason === 'behind' ? 'redBehind' : light
  return (
    <span className={`light ${light}`}>
      <span aria-hidden="true">{SHAPE[light]}</span> {t(`light.${word}`)}
    </span>
  )
}
