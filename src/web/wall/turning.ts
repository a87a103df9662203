// Rows that do not all fit on a screen, page by page: as many as stand there whole, and the ones after them at the next turn. Nothing is cut off.
import { createContext, type RefObject, useContext, useEffect, useLayoutEffect, useRef, useState } from 'react'

/** How often the screen has turned; it stands while somebody holds it (WCAG 2.2.2). */
export const Turns = createContext(0)
export const TURN_MS = 15_000

export interface Pages {
  /** What holds the rows: `tr` or `li`, one after another. */
  box: RefObject<HTMLDivElement | null>
  /** The first row to draw, and how many from there on are seen. */
  from: number
  shown: number
}

export function usePages(n: number): Pages {
  const turns = useContext(Turns)
  const box = useRef<HTMLDivElement>(null)
  const [begun, setFrom] = useState(0)
  const [shown, setShown] = useState(n)
  const [, resized] = useState(0)
  // What came anew may be shorter than where the screen stood.
  const from = begun < n ? begun : 0
  useLayoutEffect(() => {
    if (box.current) setShown(whole(box.current))
  })
  useEffect(() => {
    const follow = new ResizeObserver(() => resized(size => size + 1))
    if (box.current) follow.observe(box.current)
    return () => follow.disconnect()
  }, [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a turn moves it on
  useEffect(() => {
    if (turns > 0) setFrom(from + shown < n ? from + shown : 0)
  }, [turns])
  return { box, from, shown }
}

/** How many rows stand in the box whole; the others are not seen at all. One always is. */
function whole(box: HTMLElement): number {
  const rows = [...box.querySelectorAll<HTMLElement>('tbody > tr, li')]
  const foot = box.getBoundingClientRect().bottom + 1
  let fit = 0
  for (const [at, row] of rows.entries()) {
    const fits = fit === at && (at === 0 || row.getBoundingClientRect().bottom <= foot)
    row.style.visibility = fits ? '' : 'hidden'
    if (fits) fit++
  }
  return fit
}
