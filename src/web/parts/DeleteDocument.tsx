// Removing a document: says what will be lost, and asks for its title to be typed.
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { DocumentView } from '../../core/contract/document.ts'
import { Field } from '../ui/Field.tsx'
import { useWords } from '../words/words.ts'
import { WriteDialog } from './WriteDialog.tsx'
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
    <WriteDialog
      title={t('document.deleteTitle', { title: document.title })}
      onClose={onClose}
      onSubmit={() => right && void write.send({ params: { id: document.id } })}
      write={write}
      does={t('document.delete')}
      danger
      reason={right ? null : t('document.deleteType')}
    >
      <Field label={t('document.deleteLead', { n: document.drafts.length })} hint={document.title}>
        <input autoComplete="off" value={typed} onChange={e => setTyped(e.target.value)} />
      </Field>
    </WriteDialog>
  )
}
