// Which posts a person holds and held, from when to when, in a dialog.
import type { AccountView } from '../../core/contract/account.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Empty } from '../ui/Notice.tsx'
import { formatDay } from '../words/day.ts'
import { useWords } from '../words/words.ts'
import { useUnits } from './session.ts'
import { sayPost } from './tenures.ts'

export function PostHistory({ person, onClose }: { person: AccountView; onClose: () => void }) {
  const { t, lang } = useWords()
  const { nameOf } = useUnits()
  return (
    <Dialog title={t('post.history', { name: person.name })} onClose={onClose} foot={<Button onClick={onClose}>{t('do.close')}</Button>}>
      {person.posts.length === 0 ? (
        <Empty title={t('post.none')} />
      ) : (
        <ol className="post-history">
          {person.posts.map(p => (
            <li key={p.id} className={p.to === null ? undefined : 'muted'}>
              <b>{sayPost(t, p, nameOf)}</b>
              <span>
                {p.to === null
                  ? t('post.since', { from: formatDay(p.from, lang) })
                  : t('post.span', { from: formatDay(p.from, lang), to: formatDay(p.to, lang) })}
                {p.role && p.state !== 'ended' && ` · ${t(`post.state.${p.state}`, { role: t(`role.${p.role}`) })}`}
              </span>
            </li>
          ))}
        </ol>
      )}
    </Dialog>
  )
}
