// A light: shape, word and colour together, never colour alone.
import type { Light as Shade } from '../../core/types.ts'
import { useWords } from '../words/words.ts'

export const SHAPE: Record<Shade, string> = { green: '●', yellow: '▲', red: '■', grey: '–' }

export function Light({ light }: { light: Shade }) {
  const { t } = useWords()
  return (
    <span className={`light ${light}`}>
      <span aria-hidden="true">{SHAPE[light]}</span> {t(`light.${light}`)}
    </span>
  )
}
