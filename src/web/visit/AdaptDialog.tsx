// A lesson turned into an action of one's own: what, who, by when; it is sent to its unit at once.
import { useEffect, useState } from 'react'
import type { ItemView } from '../../core/contract/item.ts'
import { keep, kept } from '../intent.ts'
import { wrongIn } from '../parts/FaultBox.tsx'
import { LeadSuggestions } from '../parts/LeadSuggestions.tsx'
import { UnitPicker } from '../parts/UnitPicker.tsx'
import { WriteDialog } from '../parts/WriteDialog.tsx'
import { useWrite } from '../parts/write.ts'
import { Field } from '../ui/Field.tsx'
import { useTell } from '../ui/Notice.tsx'
import { useWords } from '../words/words.ts'
import { visitsChanged } from './query.ts'

const BLANK = { title: '', leadUnitId: null as string | null, dueOn: null as string | null, measure: null as string | null }

export function AdaptDialog({ lesson, onClose }: { lesson: ItemView; onClose: () => void }) {
  const { t } = useWords()
  const tell = useTell()
  const name = `text.adapt.${lesson.id}`
  const [draft, setDraft] = useState(() => kept(name, BLANK))
  useEffect(() => keep(name, draft === BLANK ? null : draft), [name, draft])
  const set = (more: Partial<typeof BLANK>) => setDraft(old => ({ ...old, ...more }))
  const write = useWrite('adaptLesson', {
    scope: `adapt.${lesson.id}`,
    onDone: ({ number }) => {
      keep(name, null)
      visitsChanged()
      tell(t('lessonPanel.done', { number }))
      onClose()
    },
  })
  const wrong = (field: string): string | null => wrongIn(t, write.fault, field)
  const { title, leadUnitId, dueOn, measure } = draft
  const reason = !title.trim() ? t('lessonPanel.needTitle') : !leadUnitId ? t('newItem.needLead') : !dueOn ? t('lessonPanel.needDue') : null
  return (
    <WriteDialog
      title={t('lessonPanel.adapt')}
      onClose={onClose}
      onSubmit={() => {
        if (leadUnitId && dueOn && !reason)
          void write.send({ params: { id: lesson.id }, body: { version: lesson.version, title, leadUnitId, dueOn, measure } })
      }}
      write={write}
      does={t('lessonPanel.go')}
      reason={reason}
    >
      <p className="field-hint">{t('lessonPanel.from', { title: lesson.title })}</p>
      <Field label={t('lessonPanel.action')} hint={t('lessonPanel.actionHint')} error={wrong('title')}>
        <input required maxLength={120} value={title} onChange={e => set({ title: e.target.value })} />
      </Field>
      <Field label={t('item.lead')} error={wrong('leadUnitId')}>
        <UnitPicker value={leadUnitId} onChange={id => set({ leadUnitId: id })} />
      </Field>
      {!leadUnitId && <LeadSuggestions text={title} without={[]} onTake={id => set({ leadUnitId: id })} />}
      <Field label={t('item.due')} error={wrong('dueOn')}>
        <input type="date" required value={dueOn ?? ''} onChange={e => set({ dueOn: e.target.value || null })} />
      </Field>
      <Field label={t('item.measure')} hint={t('say.optional')} error={wrong('measure')}>
        <input maxLength={200} value={measure ?? ''} onChange={e => set({ measure: e.target.value || null })} />
      </Field>
    </WriteDialog>
  )
}
