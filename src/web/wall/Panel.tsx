// One part of the wall under its heading; where its rows take turns, which of them are seen.
import type { ReactNode } from 'react'
import { useWords } from '../words/words.ts'
import type { Pages } from './turning.ts'

interface Props {
  name: string
  title: string
  /** Of how many rows which ones are seen. */
  rows?: { pages: Pages; n: number }
  children: ReactNode
}

export function Panel({ name, title, rows, children }: Props) {
  const { t } = useWords()
  const turning = rows && rows.pages.shown < rows.n
  return (
    <section className={turning ? `wall-${name} turning` : `wall-${name}`} aria-labelledby={`wall-${name}`}>
      <h2 id={`wall-${name}`}>
        {title}{' '}
        {turning && <span>{t('wall.shown', { from: rows.pages.from + 1, to: rows.pages.from + rows.pages.shown, n: rows.n })}</span>}
      </h2>
      {rows ? (
        <div ref={rows.pages.box} className="wall-page">
          {children}
        </div>
      ) : (
        children
      )}
    </section>
  )
}
