// Linking an item to another: by which relation, to which one; and taking a link away, with what is lost named.
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ItemView, Relative } from '../../core/contract/item.ts'
import type { ItemKind } from '../../core/kind.ts'
import { RELATIONS, type RelationName, relationsOf } from '../../core/relation.ts'
import { WriteDialog } from '../parts/WriteDialog.tsx'
import { useWrite } from '../parts/write.ts'
import { itemQuery, itemsChanged } from '../query.ts'
import { Field } from '../ui/Field.tsx'
import { useTell } from '../ui/Notice.tsx'
import { relationName } from '../words/kind.ts'
import { useWords } from '../words/words.ts'
import { ItemPicker } from './ItemPicker.tsx'
import { ledgersChanged } from './query.ts'

function useLinking(item: ItemView, command: 'link' | 'unlink', onClose: () => void) {
  const { t } = useWords()
  const tell = useTell()
  const cache = useQueryClient()
  return useWrite('postCommand', {
    scope: `${command}.${item.id}`,
    onDone: answer => {
      cache.setQueryData(itemQuery(item.id).queryKey, answer)
      itemsChanged()
      ledgersChanged()
      tell(t('item.updated', { command: t(`command.${command}`) }))
      onClose()
    },
  })
}

export function LinkDialog({ item, onClose }: { item: ItemView; onClose: () => void }) {
  const { t } = useWords()
  const relations = relationsOf(item.detail?.kind ?? 'matter')
  const [relation, setRelation] = useState<RelationName>(relations[0]!)
  const [to, setTo] = useState<string | null>(null)
  const write = useLinking(item, 'link', onClose)
  const without = [item.id, ...item.links.filter(l => l.relation === relation && l.way === 'to').map(l => l.id)]
  return (
    <WriteDialog
      title={t('command.link')}
      onClose={onClose}
      onSubmit={() =>
        to && void write.send({ params: { id: item.id }, body: { version: item.version, command: { command: 'link', relation, to } } })
      }
      write={write}
      does={t('command.link')}
      reason={to ? null : t('related.choose')}
    >
      <Field label={t('related.relation')}>
        <select
          value={relation}
          onChange={e => {
            setRelation(e.target.value as RelationName)
            setTo(null)
          }}
        >
          {relations.map(name => (
            <option key={name} value={name}>
              {relationName(t, name, 'to')}
            </option>
          ))}
        </select>
      </Field>
      <Field label={t('related.item')} hint={t('related.hint')}>
        <ItemPicker
          key={relation}
          kinds={RELATIONS[relation].to as ItemKind[]}
          value={to}
          without={without}
          onChange={picked => setTo(picked?.id ?? null)}
        />
      </Field>
    </WriteDialog>
  )
}

export function UnlinkDialog({ item, link, onClose }: { item: ItemView; link: Relative; onClose: () => void }) {
  const { t } = useWords()
  const write = useLinking(item, 'unlink', onClose)
  const { relation, id: to } = link
  return (
    <WriteDialog
      title={t('command.unlink')}
      onClose={onClose}
      onSubmit={() =>
        void write.send({ params: { id: item.id }, body: { version: item.version, command: { command: 'unlink', relation, to } } })
      }
      write={write}
      does={t('command.unlink')}
      danger
    >
      <p>{t('related.drop', { relation: relationName(t, relation, 'to'), title: link.title })}</p>
    </WriteDialog>
  )
}
