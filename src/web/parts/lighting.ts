// Pointing at one side of a document lights the same thing on the other and brings it into view. Works on the drawn page, so that nothing is drawn anew.
import { type RefObject, useEffect } from 'react'

/** Long enough that a hand passing over does not make the other side jump. */
const REST_MS = 140

/** Elements carry their keys in data-key, separated by blanks, the narrowest first; sides are marked by data-side. */
export function useLighting(root: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const page = root.current
    if (!page) return
    let timer: ReturnType<typeof setTimeout> | undefined
    let now = ''

    const point = (e: Event) => {
      const on = (e.target as HTMLElement).closest?.<HTMLElement>('[data-key]')
      const keys = on?.dataset.key ?? ''
      if (keys === now) return
      now = keys
      for (const old of page.querySelectorAll('.lit')) old.classList.remove('lit')
      clearTimeout(timer)
      if (!on) return
      const side = on.closest<HTMLElement>('[data-side]')?.dataset.side
      let first: Element | null = null
      for (const key of keys.split(' ')) {
        for (const same of page.querySelectorAll(`[data-key~="${key}"]`)) {
          same.classList.add('lit')
          if (!first && same.closest<HTMLElement>('[data-side]')?.dataset.side !== side && visible(same)) first = same
        }
        // The narrowest thing that the other side also has is what is shown there.
        if (first) break
      }
      if (first) timer = setTimeout(() => bring(first!), e.type === 'focusin' ? 0 : REST_MS)
    }

    page.addEventListener('pointerover', point)
    page.addEventListener('focusin', point)
    return () => {
      clearTimeout(timer)
      page.removeEventListener('pointerover', point)
      page.removeEventListener('focusin', point)
    }
  }, [root])
}

/** Inside a closed fold there is nothing to show. */
const visible = (e: Element): boolean => e.getClientRects().length > 0

/** Scrolls only the pane of the element, never the page, and only when it is out of sight. */
function bring(e: Element): void {
  const pane = e.closest<HTMLElement>('[data-side]')
  if (!pane || pane.scrollHeight <= pane.clientHeight + 1) return
  const [at, box] = [e.getBoundingClientRect(), pane.getBoundingClientRect()]
  if (at.top >= box.top && Math.min(at.bottom, at.top + 120) <= box.bottom) return
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches
  pane.scrollTo({ top: pane.scrollTop + at.top - box.top - pane.clientHeight / 4, behavior: calm ? 'auto' : 'smooth' })
}
