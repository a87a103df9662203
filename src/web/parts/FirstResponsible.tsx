// 第一责任人: the head post of the lead unit, who held it when the item was dispatched, and who holds it now. The duty is the post's.
import { useQuery } from '@tanstack/react-query'
import { dayOf } from '../../core/day.ts'
import { holdsOn } from '../../core/tenure.ts'
import { postsQuery } from '../query.ts'
import { useWords } from '../words/words.ts'
import { useSession } from './session.ts'

export function FirstResponsible({ unitId, dispatchedAt }: { unitId: string; dispatchedAt: string | null }) {
  const { t } = useWords()
  const { today } = useSession()
  const { data } = useQuery(postsQuery(unitId))
  if (!data) return null
  const heads = data.posts.filter(p => p.role === 'head')
  if (heads.length === 0) return <span className="muted">{t('post.noHead')}</span>
  return heads.map(post => {
    const on = (day: string) => post.held.filter(h => holdsOn(h, day)).map(h => h.name)
    const [then, now] = [dispatchedAt ? on(dayOf(dispatchedAt)) : on(today), on(today)]
    const changed = then.join() !== now.join()
    return (
      <span key={post.id} className="first-responsible">
        {post.name || t('role.head')} {(changed ? then : now).join(t('say.comma')) || (changed ? t('post.nobodyThen') : t('post.vacant'))}
        {changed && (
          <span className="muted facts-small">
            {t('post.whenDispatched')} · {now.length ? t('post.now', { names: now.join(t('say.comma')) }) : t('post.vacant')}
          </span>
        )}
      </span>
    )
  })
}
