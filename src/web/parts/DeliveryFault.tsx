// How a sending went, in words: what the program saw and what the other side said.
import type { DeliveryView, TestResult } from '../../core/contract/message.ts'
import { Box } from '../ui/Notice.tsx'
import { type T, useWords } from '../words/words.ts'

export function sayDeliveryFault(t: T, { fault, said }: Pick<DeliveryView, 'fault' | 'said'>): string {
  if (!fault) return t('say.unknown')
  const words = t(`channels.fault.${fault}`)
  return said ? t('channels.faultSaid', { fault: words, said }) : words
}

export function TestBox({ result }: { result: TestResult | null }) {
  const { t } = useWords()
  if (!result) return null
  return result.delivered ? (
    <Box kind="done">
      <span role="status">{t('channels.testDone')}</span>
    </Box>
  ) : (
    <Box kind="error">{t('channels.testFailed', { why: sayDeliveryFault(t, result) })}</Box>
  )
}
