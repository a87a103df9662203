// The colours of the place where a chart stands, read from the page's own variables: a chart on the dark wall needs no words about it.
import type { Palette } from './drawing.ts'

export function paletteOf(element: Element): Palette {
  const style = getComputedStyle(element)
  const of = (name: string) => style.getPropertyValue(name).trim()
  return {
    ink: of('--ink'),
    ink2: of('--ink-2'),
    line: of('--line'),
    paper: of('--paper'),
    blue: of('--blue'),
    red: of('--red'),
    green: of('--green'),
    font: style.fontFamily,
  }
}

/** For the table beneath a chart, which has no colours. */
export const PLAIN: Palette = { ink: '#000', ink2: '#000', line: '#000', paper: '#fff', blue: '#000', red: '#000', green: '#000', font: '' }
