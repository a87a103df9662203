// Posts in people's hands, as the pages say them.
import { useQueryClient } from '@tanstack/react-query'
import type { TenureView } from '../../core/contract/account.ts'
import { accountsQuery, itemsChanged, sessionQuery } from '../query.ts'
import { useTell } from '../ui/Notice.tsx'
import { type T, useWords } from '../words/words.ts'

/** 县水利局办公室主任; a post without a name is called by its role: 县水利局联络员. */
export function sayPost(t: T, post: Pick<TenureView, 'post' | 'role' | 'unitId'>, nameOf: (id: string) => string): string {
  const name = post.post || (post.role ? t(`role.${post.role}`) : '')
  if (!post.unitId) return name
  const unit = nameOf(post.unitId)
  // Some posts are written with their unit: 县政府督查室主任.
  return name.startsWith(unit) ? name : t('post.ofUnit', { unit, post: name })
}

/** After posts or roles changed: all lists of people and of work are asked again. */
export function useSavedAccounts(onClose: () => void): () => void {
  const { t } = useWords()
  const tell = useTell()
  const cache = useQueryClient()
  return () => {
    void cache.invalidateQueries({ queryKey: accountsQuery.queryKey })
    void cache.invalidateQueries({ queryKey: ['posts'] })
    void cache.invalidateQueries({ queryKey: ['units'] })
    void cache.invalidateQueries({ queryKey: sessionQuery.queryKey })
    itemsChanged()
    tell(t('say.saved'))
    onClose()
  }
}
