// One strategy frame's name and the frame that it stands below, while they are changed: never itself nor one below it.
import { useState } from 'react'
import type { z } from 'zod'
import type { FrameView } from '../../core/contract/indicator.ts'
import type { Fault } from '../api.ts'
import { FaultBox } from '../parts/FaultBox.tsx'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import { useWords } from '../words/words.ts'
import { FramePicker } from './FramePicker.tsx'

type Frame = z.infer<typeof FrameView>

interface Props {
  frame: Frame
  frames: Frame[]
  busy: boolean
  fault: Fault | null
  onSave: (name: string, parentId: string | null) => void
  onCancel: () => void
}

export function FrameForm({ frame, frames, busy, fault, onSave, onCancel }: Props) {
  const { t } = useWords()
  const [name, setName] = useState(frame.name)
  const [parentId, setParentId] = useState(frame.parentId)
  const parents = new Map(frames.map(f => [f.id, f.parentId]))
  const below = (id: string): boolean => {
    for (let at: string | null = id; at; at = parents.get(at) ?? null) if (at === frame.id) return true
    return false
  }
  const others = frames.filter(f => !below(f.id))
  return (
    <form
      noValidate
      onSubmit={e => {
        e.preventDefault()
        if (name.trim()) onSave(name.trim(), parentId)
      }}
    >
      <Field label={t('indicator.frameTo', { name: frame.name })}>
        {/* biome-ignore lint/a11y/noAutofocus: it takes the place of the button that was pressed */}
        <input autoFocus maxLength={60} value={name} onChange={e => setName(e.target.value)} />
      </Field>
      {others.length > 0 && (
        <Field label={t('indicator.frameUnder', { name: frame.name })}>
          <FramePicker frames={others} value={parentId} onChange={setParentId} />
        </Field>
      )}
      <FaultBox fault={fault} />
      <div className="row">
        <Button type="submit" look="soft" busy={busy} reason={name.trim() ? null : t('indicator.needName')}>
          {t('do.save')}
        </Button>
        <Button onClick={onCancel}>{t('do.cancel')}</Button>
      </div>
    </form>
  )
}
