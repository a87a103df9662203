// 自选动作: a unit proposes what it adds of its own; the office takes it in or declines with a reason.
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { ItemView } from '../../core/contract/item.ts'
import { FaultBox, wrongIn } from '../parts/FaultBox.tsx'
import { useMay } from '../parts/session.ts'
import { WriteDialog } from '../parts/WriteDialog.tsx'
import { useWrite } from '../parts/write.ts'
import { page } from '../paths.ts'
import { itemQuery, itemsChanged } from '../query.ts'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import { useTell } from '../ui/Notice.tsx'
import { useWords } from '../words/words.ts'
import { useTyped } from './typed.ts'

/** Beside a prescribed action that one's own unit carries out. */
export function Propose({ item, onClose }: { item: ItemView; onClose: () => void }) {
  const { t } = useWords()
  const tell = useTell()
  const go = useNavigate()
  const [{ title, dueOn, measure }, set, forget] = useTyped(`propose.${item.id}`, { title: '', dueOn: '', measure: '' })
  const write = useWrite('postProposal', {
    scope: `propose.${item.id}`,
    onDone: made => {
      forget()
      itemsChanged()
      tell(t('part.proposed'))
      void go({ href: page.item(made.id) })
    },
  })
  const wrong = (field: string): string | null => wrongIn(t, write.fault, field)
  const body = { title: title.trim(), dueOn: dueOn || null, measure: measure.trim() || null }
  return (
    <WriteDialog
      title={t('part.propose')}
      onClose={onClose}
      onSubmit={() => void write.send({ params: { id: item.id }, body })}
      write={write}
      does={t('part.sendPropose')}
    >
      <p className="muted dialog-lead">{t('part.proposeLead')}</p>
      <Field label={t('newItem.name')} error={wrong('title')}>
        <input required maxLength={120} value={title} onChange={e => set({ title: e.target.value })} />
      </Field>
      <Field label={t('item.due')} hint={t('say.optional')} error={wrong('dueOn')}>
        <input type="date" value={dueOn} onChange={e => set({ dueOn: e.target.value })} />
      </Field>
      <Field label={t('item.measure')} hint={t('say.optional')} error={wrong('measure')}>
        <input maxLength={300} value={measure} onChange={e => set({ measure: e.target.value })} />
      </Field>
    </WriteDialog>
  )
}

/** The office's two answers to what was proposed. */
export function AnswerProposal({ item }: { item: ItemView }) {
  const { t } = useWords()
  const tell = useTell()
  const may = useMay()
  const cache = useQueryClient()
  const [declining, setDeclining] = useState(false)
  const [{ words }, set, forget] = useTyped(`decline.${item.id}`, { words: '' })
  const write = useWrite('answerProposal', {
    scope: `answer.${item.id}`,
    onDone: answer => {
      forget()
      setDeclining(false)
      cache.setQueryData(itemQuery(item.id).queryKey, answer)
      itemsChanged()
      tell(answer.number ? t('part.adopted', { number: answer.number }) : t('part.declined'))
    },
  })
  if (item.state !== 'proposed' || !may('item.break-down')) return null
  const answer = (command: { command: 'adopt' } | { command: 'decline'; words: string }) =>
    void write.send({ params: { id: item.id }, body: { version: item.version, command } })
  return (
    <>
      <div className="item-actions">
        <Button look="primary" busy={write.busy} onClick={() => answer({ command: 'adopt' })}>
          {t('part.adopt')}
        </Button>
        <Button onClick={() => setDeclining(true)}>{t('part.decline')}</Button>
      </div>
      {!declining && <FaultBox fault={write.fault} waiting={write.waiting} />}
      {declining && (
        <WriteDialog
          title={t('part.decline')}
          onClose={() => setDeclining(false)}
          onSubmit={() => words.trim() && answer({ command: 'decline', words: words.trim() })}
          write={write}
          does={t('part.decline')}
          reason={words.trim() ? null : t('part.writeReason')}
        >
          <p className="muted dialog-lead">{t('part.declineLead')}</p>
          <Field label={t('part.reason')}>
            <textarea maxLength={500} value={words} onChange={e => set({ words: e.target.value })} />
          </Field>
        </WriteDialog>
      )}
    </>
  )
}
