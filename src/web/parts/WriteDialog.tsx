// A dialog that asks for what one write needs: why it was refused stands below, one button sends it, the other leaves everything as it was.
import { useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { Fault } from '../api.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { useWords } from '../words/words.ts'
import { FaultBox } from './FaultBox.tsx'

interface Props {
  title: string
  write: { busy: boolean; fault: Fault | null; waiting: boolean; clear: () => void }
  /** What it is about. When others have changed it meanwhile, it is fetched again, and what was typed stays. */
  item?: { number: string | null; title: string }
  onClose: () => void
  onSubmit: () => void
  children: ReactNode
  /** What the button says that sends; else that it saves. */
  does?: string
  /** Something is lost by it. */
  danger?: boolean
  /** Why it cannot be sent yet. */
  reason?: string | null
  /** The fault stands beside its field already. */
  told?: boolean
  /** What else can be done about the fault. */
  action?: ReactNode
  wide?: boolean
}

export function WriteDialog({ title, write, item, onClose, onSubmit, children, does, danger, reason, told, action, wide }: Props) {
  const { t } = useWords()
  const cache = useQueryClient()
  const again = item && write.fault?.code === 'stale-version' && (
    <Button onClick={() => void cache.invalidateQueries().then(write.clear)}>{t('do.again')}</Button>
  )
  return (
    <Dialog
      wide={wide}
      title={title}
      onClose={onClose}
      onSubmit={onSubmit}
      foot={
        <>
          <Button type="submit" look={danger ? 'danger' : 'primary'} busy={write.busy} reason={reason}>
            {write.waiting ? t('do.resend') : (does ?? t('do.save'))}
          </Button>
          <Button onClick={onClose}>{t('do.cancel')}</Button>
        </>
      }
    >
      {item && (
        <p className="dialog-item">
          {item.number && <span className="muted">{item.number} </span>}
          {item.title}
        </p>
      )}
      {children}
      {!told && <FaultBox fault={write.fault} waiting={write.waiting} action={action || again} />}
    </Dialog>
  )
}
