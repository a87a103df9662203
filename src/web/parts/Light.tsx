// A light: shape, word and colour together, never colour alone.
import type { LightReason } from '../../core/light.ts'
import type { Light as Shade } from '../../core/types.ts'
import { type T, useWords } from '../words/words.ts'

export const SHAPE: Record<Shade, string> = { green: '●', yellow: '▲', red: '■', grey: '–' }

/** All of one light, as in the head of a column: red counts those far behind, too, so it is not called 逾期. */
export const lightName = (t: T, light: Shade): string => t(light === 'red' ? 'light.anyRed' : `light.${light}`)

/** A red that comes from pace or age alone does not say 逾期: the deadline is still ahead, or there is none. */
export function Light({ light, reason }: { light: Shade; reason?: LightReason }) {
  const { t } = useWords()
  const word = light === 'red' && (reason === 'behind' || reason === 'aged') ? 'redBehind' : light
  return (
    <span className={`light ${light}`}>
      <span aria-hidden="true">{SHAPE[light]}</span> {t(`light.${word}`)}
    </span>
  )
}
