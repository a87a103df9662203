// Removing a document: says what will be lost, and asks for its title to be typed.
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { DocumentView } from '../../core/contract/document.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Field } from '../ui/Field.tsx'
import { useWords } from '../words/words.ts'
import { FaultBox } from './FaultBox.tsx'
import { useWrite } from './write.ts'

export function DeleteDocument({ document, onClose, onDone }: { document: DocumentView; onClose: () => void; onDone: () => void }) {
  const { t } = useWords()
  const cache = useQueryClient()
  const [typed, setTyped] = useState('')
  const write = useWrite('deleteDocument', {
    onDone: () => {
      void cache.invalidateQueries({ queryKey: ['documents'] })
      void cache.invalidateQueries({ queryKey: ['todo'] })
      onDone()
    },
  })
  const right = typed.trim() === document.title.trim()
  return (
    <Dialog
      title={t('document.deleteTitle', { title: document.title })}
      onClose={onClose}
      onSubmit={() => right && void write.send({ params: { id: document.id } })}
      foot={
        <>
          <Button type="submit" look="danger" busy={write.busy} reason={right ? null : t('document.deleteType')}>
            {t('document.delete')}
          </Button>
          <Button onClick={onClose}>{t('do.cancel')}</Button>
        </>
      }
    >
      <Field label={t('document.deleteLead', { n: document.drafts.length })} hint={document.title}>
        <input autoComplete="off" value={typed} onChange={e => setTyped(e.target.value)} />
      </Field>
      <FaultBox fault={write.fault} />
    </Dialog>
  )
}
