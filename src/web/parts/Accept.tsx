// Accepting an item 签收 from a list: one click, no question, for accepting loses nothing.
import { useQueryClient } from '@tanstack/react-query'
import type { ItemRow } from '../../core/contract/item.ts'
import { itemQuery, itemsChanged } from '../query.ts'
import { Button } from '../ui/Button.tsx'
import { useTell } from '../ui/Notice.tsx'
import { useWords } from '../words/words.ts'
import { FaultBox } from './FaultBox.tsx'
import { useWrite } from './write.ts'

export function Accept({ item, look = 'soft' }: { item: ItemRow; look?: 'soft' | 'link' }) {
  const { t } = useWords()
  const tell = useTell()
  const cache = useQueryClient()
  const write = useWrite('postCommand', {
    scope: `accept.${item.id}`,
    onDone: answer => {
      cache.setQueryData(itemQuery(item.id).queryKey, answer)
      itemsChanged()
      tell(t('item.updated', { command: t('command.accept') }))
    },
  })
  return (
    <>
      <Button
        look={look}
        busy={write.busy}
        aria-label={t('say.label', { what: t('command.accept'), of: item.title })}
        onClick={() => void write.send({ params: { id: item.id }, body: { version: item.version, command: { command: 'accept' } } })}
      >
        {t('command.accept')}
      </Button>
      <FaultBox fault={write.fault} waiting={write.waiting} />
    </>
  )
}
