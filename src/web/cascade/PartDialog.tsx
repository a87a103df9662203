// The frame of every dialog about the parts of an item: sends one command, says what is wrong beside its field, tells when it is done.
import { useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { PartsCommand } from '../../core/contract/cascade.ts'
import type { ItemView } from '../../core/contract/item.ts'
import { wrongIn } from '../parts/FaultBox.tsx'
import { WriteDialog } from '../parts/WriteDialog.tsx'
import { useWrite } from '../parts/write.ts'
import { itemQuery, itemsChanged } from '../query.ts'
import { useTell } from '../ui/Notice.tsx'
import { useWords } from '../words/words.ts'

interface Props {
  item: ItemView
  title: string
  /** Names the intended write, so that it arrives once. */
  scope: string
  /** The words of the sending button, and why it cannot be pressed yet. */
  send: string
  reason?: string | null
  danger?: boolean
  lead?: string
  command: () => PartsCommand
  done: (answer: ItemView) => string
  onSent: () => void
  onClose: () => void
  wide?: boolean
  children?: (wrong: (field: string) => string | null) => ReactNode
}

export function PartDialog({ item, title, scope, send, reason, danger, lead, command, done, onSent, onClose, wide, children }: Props) {
  const { t } = useWords()
  const tell = useTell()
  const cache = useQueryClient()
  const write = useWrite('postParts', {
    scope: `${scope}.${item.id}`,
    onDone: answer => {
      cache.setQueryData(itemQuery(item.id).queryKey, answer)
      void cache.invalidateQueries({ queryKey: ['item'] })
      itemsChanged()
      tell(done(answer))
      onSent()
      onClose()
    },
  })
  const wrong = (field: string): string | null => wrongIn(t, write.fault, field)
  return (
    <WriteDialog
      title={title}
      onClose={onClose}
      onSubmit={() => {
        if (!reason) void write.send({ params: { id: item.id }, body: { version: item.version, command: command() } })
      }}
      wide={wide}
      write={write}
      item={item}
      does={send}
      danger={danger}
      reason={reason}
    >
      {lead && <p className="muted dialog-lead">{lead}</p>}
      {children?.(wrong)}
    </WriteDialog>
  )
}
