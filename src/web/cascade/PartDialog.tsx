// The frame of every dialog about the parts of an item: sends one command, says what is wrong beside its field, tells when it is done.
import { useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { PartsCommand } from '../../core/contract/cascade.ts'
import type { ItemView } from '../../core/contract/item.ts'
import { FaultBox, faultOf } from '../parts/FaultBox.tsx'
import { useWrite } from '../parts/write.ts'
import { itemQuery, itemsChanged } from '../query.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { useTell } from '../ui/Notice.tsx'
import { sayRule } from '../words/sentence.ts'
import { useWords } from '../words/words.ts'

interface Props {
  item: ItemView
  title: string
  /** Names the intended write, so that it arrives once. */
  scope: string
  /** The words of the sending button, and why it cannot be pressed yet. */
  send: string
  reason?: string | null
  look?: 'primary' | 'danger'
  lead?: string
  command: () => PartsCommand
  done: (answer: ItemView) => string
  onSent: () => void
  onClose: () => void
  wide?: boolean
  children?: (wrong: (field: string) => string | null) => ReactNode
}

export function PartDialog({
  item,
  title,
  scope,
  send,
  reason,
  look = 'primary',
  lead,
  command,
  done,
  onSent,
  onClose,
  wide,
  children,
}: Props) {
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
  const wrong = (field: string): string | null => {
    const found = faultOf(write.fault, field)
    return found && sayRule(t, found.rule)
  }
  return (
    <Dialog
      title={title}
      onClose={onClose}
      onSubmit={() => {
        if (!reason) void write.send({ params: { id: item.id }, body: { version: item.version, command: command() } })
      }}
      {...(wide ? { wide } : {})}
      foot={
        <>
          <Button type="submit" look={look} busy={write.busy} reason={reason}>
            {write.waiting ? t('do.resend') : send}
          </Button>
          <Button onClick={onClose}>{t('do.cancel')}</Button>
        </>
      }
    >
      <p className="dialog-item">
        {item.number && <span className="muted">{item.number} </span>}
        {item.title}
      </p>
      {lead && <p className="muted dialog-lead">{lead}</p>}
      {children?.(wrong)}
      <FaultBox
        fault={write.fault}
        waiting={write.waiting}
        action={
          write.fault?.code === 'stale-version' && (
            <Button onClick={() => void cache.invalidateQueries().then(write.clear)}>{t('do.again')}</Button>
          )
        }
      />
    </Dialog>
  )
}
