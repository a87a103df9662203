// One part of the wall under its heading.
import type { ReactNode } from 'react'

interface Props {
  name: string
  title: string
  more?: string | null
  children: ReactNode
}

export function Panel({ name, title, more, children }: Props) {
  return (
    <section className={`wall-${name}`} aria-labelledby={`wall-${name}`}>
      <h2 id={`wall-${name}`}>
        {title} {more && <span>{more}</span>}
      </h2>
      {children}
    </section>
  )
}
