// How many messages are new, in the top bar: a plain link with a number. It asks now and then while the page is looked at; it never speaks up.
import { useQuery } from '@tanstack/react-query'
import { page } from '../paths.ts'
import { unreadQuery } from '../query.ts'
import { useWords } from '../words/words.ts'
import { Go } from './Go.tsx'

const MOST_SHOWN = 99

export function Bell() {
  const { t } = useWords()
  const { data } = useQuery(unreadQuery)
  const n = data?.unread ?? 0
  return (
    <Go className="button quiet bell" to={page.messages()} aria-label={n > 0 ? t('message.bell', { n }) : t('message.bellNone')}>
      <span>{t('message.title')}</span>
      {n > 0 && <b>{n > MOST_SHOWN ? `${MOST_SHOWN}+` : n}</b>}
    </Go>
  )
}
