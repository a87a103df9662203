// A panel beside the cell it was opened from, inside the window; on a phone the style sheet makes it a sheet above the tabs. Knows nothing of what it shows.
import { type ReactNode, useEffect, useLayoutEffect, useRef } from 'react'

interface Props {
  name: string
  from: HTMLElement
  onClose: () => void
  /** What makes the panel taller when it arrives. */
  filled: unknown
  children: ReactNode
}

const GAP = 4

export function Anchored({ name, from, onClose, filled, children }: Props) {
  const panel = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what arrives makes the panel taller
  useLayoutEffect(() => {
    const box = panel.current!
    if (!box.matches(':popover-open')) {
      box.showPopover()
      box.focus({ preventScroll: true })
    }
    const at = from.getBoundingClientRect()
    const below = at.bottom + GAP + box.offsetHeight < innerHeight
    box.style.setProperty('--left', `${Math.max(8, Math.min(at.left, innerWidth - box.offsetWidth - 8))}px`)
    box.style.setProperty('--top', `${below ? at.bottom + GAP : Math.max(8, at.top - box.offsetHeight - GAP)}px`)
  }, [from, filled])
  useEffect(() => {
    const box = panel.current!
    const closed = (e: Event) => (e as ToggleEvent).newState === 'closed' && onClose()
    box.addEventListener('toggle', closed)
    return () => box.removeEventListener('toggle', closed)
  }, [onClose])
  return (
    <div ref={panel} popover="auto" role="dialog" aria-label={name} tabIndex={-1} className="cell-panel">
      {children}
    </div>
  )
}
