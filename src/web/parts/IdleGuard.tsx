// Warns before a session that is not used ends, and says so when it has; whatever was typed stays where it is.
import { useEffect, useState } from 'react'
import { call } from '../api.ts'
import { page } from '../paths.ts'
import { lastAsked } from '../presence.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { useWords } from '../words/words.ts'
import { useSession } from './session.ts'

const WARN_MS = 2 * 60_000
const LOOK_MS = 5_000

export function IdleGuard() {
  const { t } = useWords()
  const { idleMinutes } = useSession()
  const [left, setLeft] = useState(Number.POSITIVE_INFINITY)
  useEffect(() => {
    // The server renews a session at most once a minute: it may end that much earlier.
    const look = () => setLeft(lastAsked() + (idleMinutes - 1) * 60_000 - Date.now())
    const timer = setInterval(look, LOOK_MS)
    // A machine that slept has not ticked.
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [idleMinutes])
  if (left > WARN_MS) return null
  const over = left <= 0
  const stay = () =>
    void call('getSession').then(
      () => setLeft(Number.POSITIVE_INFINITY),
      () => setLeft(0),
    )
  return (
    <Dialog
      title={t(over ? 'idle.over' : 'idle.title')}
      onClose={stay}
      foot={
        over ? (
          <a className="button primary" href={page.signIn(location.pathname + location.search)}>
            {t('signIn.title')}
          </a>
        ) : (
          <Button look="primary" onClick={stay}>
            {t('idle.stay')}
          </Button>
        )
      }
    >
      <p>{over ? t('idle.overLead', { n: idleMinutes }) : t('idle.lead', { n: Math.max(1, Math.ceil(left / 60_000)) })}</p>
    </Dialog>
  )
}
