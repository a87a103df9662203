// A button that can say why it is not available: it stays reachable by keyboard, and the reason shows on hover and focus.
import { type ButtonHTMLAttributes, useId } from 'react'

interface Props extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'disabled'> {
  look?: 'primary' | 'soft' | 'plain' | 'quiet' | 'danger' | 'link'
  /** Why it cannot be pressed now; null or absent: it can. */
  reason?: string | null | undefined
  busy?: boolean
}

export function Button({ look = 'plain', reason, busy, className, onClick, type = 'button', children, ...rest }: Props) {
  const id = useId()
  const off = Boolean(reason) || busy
  const button = (
    <button
      {...rest}
      type={type}
      className={`button ${look}${className ? ` ${className}` : ''}`}
      aria-disabled={off || undefined}
      aria-busy={busy || undefined}
      aria-describedby={reason ? id : rest['aria-describedby']}
      onClick={e => {
        if (off) e.preventDefault()
        else onClick?.(e)
      }}
    >
      {children}
    </button>
  )
  if (!reason) return button
  return (
    <span className="hinted">
      {button}
      <span role="tooltip" id={id} className="hint-box">
        {reason}
      </span>
    </span>
  )
}
