// A fault in words that say what to do, where the reader is looking.
import type { ReactNode } from 'react'
import type { Fault } from '../api.ts'
import { page } from '../paths.ts'
import { Box } from '../ui/Notice.tsx'
import { sayFault } from '../words/sentence.ts'
import { useWords } from '../words/words.ts'

export function FaultBox({ fault, waiting, action }: { fault: Fault | null; waiting?: boolean; action?: ReactNode }) {
  const { t } = useWords()
  if (!fault) return null
  const again = fault.code === 'unauthenticated' && (
    <a className="button plain" href={page.signIn(location.pathname + location.search)}>
      {t('signIn.title')}
    </a>
  )
  return (
    <Box kind={waiting ? 'warn' : 'error'} action={action || again}>
      {waiting ? t('problem.offlineKept') : sayFault(t, fault)}
    </Box>
  )
}

/** The words for one field of a body, or null when it is not at fault. */
export function faultOf(fault: Fault | null, field: string): { path: string; rule: string } | null {
  return fault?.fields.find(f => f.path.endsWith(field)) ?? null
}
