// What stands in place of data that is not there: lines while it comes, a sentence and a button when it did not.
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Fault } from '../api.ts'
import { Box, Waiting } from '../ui/Notice.tsx'
import { sayFault } from '../words/sentence.ts'
import { useWords } from '../words/words.ts'

interface Props<D> {
  query: UseQueryResult<D>
  lines?: number
  /** The page's heading while it has none of its own. */
  title?: string
  children: (data: D) => ReactNode
}

export function Load<D>({ query, lines, title, children }: Props<D>) {
  const { t } = useWords()
  if (query.data !== undefined) return children(query.data)
  const heading = title && <h1>{title}</h1>
  if (query.isPending)
    return (
      <>
        {heading}
        <Waiting {...(lines ? { lines } : {})} label={t('app.loading')} />
      </>
    )
  return (
    <>
      {heading}
      <Box
        kind="error"
        action={
          <button type="button" className="button plain" onClick={() => void query.refetch()}>
            {t('app.retry')}
          </button>
        }
      >
        {query.error instanceof Fault ? sayFault(t, query.error) : t('say.loadFailed')}
      </Box>
    </>
  )
}
