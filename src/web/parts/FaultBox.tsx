// A fault in words that say what to do, where the reader is looking.
import type { ReactNode } from 'react'
import type { Fault } from '../api.ts'
import { page } from '../paths.ts'
import { Box } from '../ui/Notice.tsx'
import { sayFault, sayRule } from '../words/sentence.ts'
import { type T, useWords } from '../words/words.ts'

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

/** What is wrong with one field of what was sent, or null. */
export const faultOf = (fault: Fault | null, field: string): Fault['fields'][number] | null =>
  fault?.fields.find(f => f.path.endsWith(field)) ?? null

/** The same in words. */
export function wrongIn(t: T, fault: Fault | null, field: string): string | null {
  const found = faultOf(fault, field)
  return found && sayRule(t, found.rule)
}
