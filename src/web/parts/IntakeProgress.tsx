// How far the taking in of a file has come: going up, being recognised page by page, or just being read; and the way to stop it.
import { useQuery } from '@tanstack/react-query'
import { call } from '../api.ts'
import { Button } from '../ui/Button.tsx'
import { formatSize } from '../words/number.ts'
import { useWords } from '../words/words.ts'

const ASK_MS = 700

interface Props {
  file: File
  /** How much of it has gone up, 0 to 1. */
  share: number
  /** Of the upload; null before it has begun. */
  intake: string | null
  onCancel: () => void
}

export function IntakeProgress({ file, share, intake, onCancel }: Props) {
  const { t } = useWords()
  const sent = share >= 1
  const { data } = useQuery({
    queryKey: ['intake', intake],
    queryFn: () => call('getIntake', { params: { key: intake! } }),
    enabled: sent && intake !== null,
    refetchInterval: ASK_MS,
    gcTime: 0,
    // Not knowing how far it is stops nothing.
    retry: false,
  })
  const progress = sent ? (data?.progress ?? null) : null
  const page = progress && Math.min(progress.of, Math.floor(progress.done) + 1)
  const says = !sent
    ? t('newDocument.uploading', { percent: Math.round(share * 100) })
    : progress
      ? t('newDocument.recognising', { page, pages: progress.of })
      : t('newDocument.reading')
  const bar = !sent ? { value: share, max: 1 } : progress ? { value: progress.done, max: progress.of } : {}
  return (
    <div className="intake-progress">
      <p>{t('newDocument.chosen', { name: file.name, size: formatSize(file.size) })}</p>
      <p role="status">{says}</p>
      <progress aria-label={says} {...bar} />
      <Button onClick={onCancel}>{t('do.cancel')}</Button>
    </div>
  )
}
