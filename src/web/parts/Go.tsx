// A link to another page of this web: an ordinary anchor with an ordinary address, carried out without a reload.
import { useRouter } from '@tanstack/react-router'
import type { AnchorHTMLAttributes } from 'react'

interface Props extends AnchorHTMLAttributes<HTMLAnchorElement> {
  /** From paths.ts. */
  to: string
}

export function Go({ to, onClick, ...rest }: Props) {
  const router = useRouter()
  return (
    <a
      {...rest}
      href={to}
      onPointerEnter={() => void router.preloadRoute({ to: to.split('?', 1)[0] as '/' }).catch(() => {})}
      onClick={e => {
        onClick?.(e)
        // A new tab or window stays the browser's business.
        if (e.defaultPrevented || e.button !== 0 || e.metaKey || e.ctrlKey || e.shiftKey || e.altKey) return
        e.preventDefault()
        void router.navigate({ href: to })
      }}
    />
  )
}
