// A small panel under its button: closes on Escape, on a click elsewhere and when focus leaves. Knows nothing of the domain.
import { type ReactNode, useEffect, useId, useRef, useState } from 'react'

interface Props {
  /** What stands in the button. */
  button: ReactNode
  /** Accessible name of the button when its content does not say enough. */
  label?: string
  className?: string
  /** Name of the panel. */
  title: string
  children: (close: () => void) => ReactNode
}

export function Popover({ button, label, className = 'button plain', title, children }: Props) {
  const [open, setOpen] = useState(false)
  const root = useRef<HTMLSpanElement>(null)
  const trigger = useRef<HTMLButtonElement>(null)
  const panel = useRef<HTMLDivElement>(null)
  const id = useId()

  const close = () => {
    setOpen(false)
    trigger.current?.focus()
  }

  useEffect(() => {
    if (!open) return
    const outside = (e: Event) => {
      if (!root.current?.contains(e.target as Node)) setOpen(false)
    }
    document.addEventListener('pointerdown', outside)
    document.addEventListener('focusin', outside)
    const box = panel.current!
    // Kept inside the window: a panel near the right edge opens to the left, one near the foot upwards.
    const at = box.getBoundingClientRect()
    if (at.right > window.innerWidth - 8) box.classList.add('to-left')
    if (at.bottom > window.innerHeight - 8 && at.top > at.height + 40) box.classList.add('upwards')
    // A pane that scrolls shows the whole of it, where there is room.
    box.scrollIntoView({ block: 'nearest' })
    box.querySelector<HTMLElement>('input:not([type=hidden]), textarea, select, button')?.focus({ preventScroll: true })
    return () => {
      document.removeEventListener('pointerdown', outside)
      document.removeEventListener('focusin', outside)
    }
  }, [open])

  return (
    <span className="popover" ref={root}>
      <button
        type="button"
        ref={trigger}
        className={className}
        aria-label={label}
        aria-haspopup="dialog"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        {button}
      </button>
      {open && (
        <div
          ref={panel}
          id={id}
          role="dialog"
          aria-label={title}
          className="popover-panel"
          onKeyDown={e => {
            if (e.key !== 'Escape') return
            e.stopPropagation()
            close()
          }}
        >
          {children(close)}
        </div>
      )}
    </span>
  )
}
