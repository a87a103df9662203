// How far the check of a workbook is: going up, then being read and compared; and the way to stop it. Nothing flickers for what is quick.
import { useEffect, useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { useWords } from '../words/words.ts'

interface Props {
  name: string
  /** How much of it has gone up, 0 to 1. */
  share: number
  onCancel: () => void
}

const QUICK_MS = 1000

export function Checking({ name, share, onCancel }: Props) {
  const { t } = useWords()
  const [seconds, setSeconds] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => setSeconds(s => s + 1), QUICK_MS)
    return () => clearInterval(timer)
  }, [])
  if (seconds === 0) return null
  const sent = share >= 1
  const says = sent ? t('imports.checking', { name }) : t('newDocument.uploading', { percent: Math.round(share * 100) })
  return (
    <div className="import-checking">
      <p role="status">{says}</p>
      <progress aria-label={says} {...(sent ? {} : { value: share, max: 1 })} />
      <p className="muted">{t('imports.checkingFor', { seconds })}</p>
      <Button onClick={onCancel}>{t('do.cancel')}</Button>
    </div>
  )
}
