// What is shown when there is no such page, or when one breaks: a sentence and a way on, never a blank.
import type { ErrorComponentProps } from '@tanstack/react-router'
import { Fault } from '../api.ts'
import { page } from '../paths.ts'
import { sayFault } from '../words/sentence.ts'
import { useWords } from '../words/words.ts'

export function Missing() {
  const { t } = useWords()
  return (
    <main className="empty alone">
      <h1>{t('missing.title')}</h1>
      <p>{t('missing.lead')}</p>
      <a className="button plain" href={page.overview}>
        {t('app.home')}
      </a>
    </main>
  )
}

export function Crash({ error }: ErrorComponentProps) {
  const { t } = useWords()
  return (
    <div className="empty" role="alert">
      <h1>{t('crash.title')}</h1>
      <p>{error instanceof Fault ? sayFault(t, error) : t('crash.lead')}</p>
      <button type="button" className="button primary" onClick={() => location.reload()}>
        {t('crash.reload')}
      </button>
    </div>
  )
}
