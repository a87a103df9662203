// What stands in place of data that is not there: lines while it comes, a sentence and a button when it did not.
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Fault } from '../api.ts'
import { Box, Waiting } from '../ui/Notice.tsx'
import { sayFault } from '../words/sentence.ts'
import { useWords } from '../words/words.ts'

export function Load<D>({ query, lines, children }: { query: UseQueryResult<D>; lines?: number; children: (data: D) => ReactNode }) {
  const { t } = useWords()
  if (query.data !== undefined) return children(query.data)
  if (query.isPending) return <Waiting {...(lines ? { lines } : {})} label={t('app.loading')} />
  return (
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
  )
}
