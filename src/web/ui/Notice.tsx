// Short messages: one line that passes by (told politely to screen readers), and boxes that stay. Knows nothing of the domain.
import { createContext, type ReactNode, use, useCallback, useEffect, useState } from 'react'

const Tell = createContext<(words: string) => void>(() => {})

/** Tells one sentence that passes by; what must not be missed belongs in a Box. */
export const useTell = (): ((words: string) => void) => use(Tell)

export function Notices({ children }: { children: ReactNode }) {
  const [words, setWords] = useState<{ text: string; n: number } | null>(null)
  const tell = useCallback((text: string) => setWords(w => ({ text, n: (w?.n ?? 0) + 1 })), [])
  useEffect(() => {
    if (!words) return
    const timer = setTimeout(() => setWords(null), 6000)
    return () => clearTimeout(timer)
  }, [words])
  return (
    <Tell value={tell}>
      {children}
      <div className="notices" role="status" aria-live="polite">
        {words && (
          <p key={words.n} className="notice">
            {words.text}
          </p>
        )}
      </div>
    </Tell>
  )
}

export function Box({ kind, children, action }: { kind: 'error' | 'warn' | 'info' | 'done'; children: ReactNode; action?: ReactNode }) {
  return (
    <div className={`box ${kind}`} role={kind === 'error' ? 'alert' : undefined}>
      <div>{children}</div>
      {action}
    </div>
  )
}

/** What would be here, and how to begin. */
export function Empty({ title, lead, action }: { title: string; lead?: string; action?: ReactNode }) {
  return (
    <div className="empty">
      <p className="empty-title">{title}</p>
      {lead && <p>{lead}</p>}
      {action}
    </div>
  )
}

/** Lines where text will stand: the page keeps its shape while it waits. */
export function Waiting({ lines = 6, label }: { lines?: number; label: string }) {
  return (
    <div className="lines" role="status" aria-label={label}>
      {Array.from({ length: lines }, (_, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines are all alike
        <span key={i} className="line" />
      ))}
    </div>
  )
}
