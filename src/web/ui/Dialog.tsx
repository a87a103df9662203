// A modal dialog on the browser's own <dialog>: focus stays inside, Escape closes, focus goes back. Knows nothing of the domain.
import { type ReactNode, useId, useLayoutEffect, useRef } from 'react'

interface Props {
  title: string
  onClose: () => void
  children: ReactNode
  /** Buttons at the foot, the primary one first. */
  foot?: ReactNode
  /** A native form around content and foot, so that Enter sends it. */
  onSubmit?: () => void
  wide?: boolean
}

export function Dialog({ title, onClose, children, foot, onSubmit, wide }: Props) {
  const box = useRef<HTMLDialogElement>(null)
  const heading = useId()
  // Closed while it still stands in the page: only then does the browser give the focus back.
  useLayoutEffect(() => {
    const dialog = box.current!
    if (!dialog.open) dialog.showModal()
    return () => dialog.close()
  }, [])
  const inside = (
    <>
      <div className="dialog-body">{children}</div>
      {foot && <div className="dialog-foot">{foot}</div>}
    </>
  )
  return (
    <dialog
      ref={box}
      className={wide ? 'dialog wide' : 'dialog'}
      aria-labelledby={heading}
      onCancel={e => {
        e.preventDefault()
        onClose()
      }}
    >
      <h2 id={heading}>{title}</h2>
      {onSubmit ? (
        <form
          noValidate
          onSubmit={e => {
            e.preventDefault()
            onSubmit()
          }}
        >
          {inside}
        </form>
      ) : (
        inside
      )}
    </dialog>
  )
}
