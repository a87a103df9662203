// Adding and changing an indicator; what is typed is kept until the server has it, and retiring says what becomes of the figures.
import { useState } from 'react'
import type { z } from 'zod'
import type { FrameView, IndicatorView } from '../../core/contract/indicator.ts'
import { keep, kept } from '../intent.ts'
import { WriteDialog } from '../parts/WriteDialog.tsx'
import { useWrite } from '../parts/write.ts'
import { figuresChanged } from '../query.ts'
import { useTell } from '../ui/Notice.tsx'
import { useWords } from '../words/words.ts'
import { BLANK, draftOf, sentOf } from './draft.ts'
import { IndicatorForm } from './IndicatorForm.tsx'

interface Props {
  /** null: a new one. */
  indicator: IndicatorView | null
  others: IndicatorView[]
  frames: z.infer<typeof FrameView>[]
  onDone?: (id: string) => void
  onClose: () => void
}

export function IndicatorDialog({ indicator, others, frames, onDone, onClose }: Props) {
  const { t } = useWords()
  const tell = useTell()
  const name = `text.indicator.${indicator ? `${indicator.id}.${indicator.version}` : 'new'}`
  const [draft, setDraft] = useState(() => kept(name, indicator ? draftOf(indicator) : BLANK))
  const saved = (id: string) => {
    keep(name, null)
    figuresChanged()
    tell(t('say.saved'))
    onDone?.(id)
    onClose()
  }
  const add = useWrite('postIndicator', { scope: 'indicator', onDone: a => saved(a.id) })
  const change = useWrite('patchIndicator', { onDone: a => saved(a.id) })
  const write = indicator ? change : add
  const send = (more: { retired?: boolean } = {}) =>
    indicator
      ? void change.send({ params: { id: indicator.id }, body: { version: indicator.version, ...sentOf(draft), ...more } })
      : void add.send({ body: sentOf(draft) })
  return (
    <WriteDialog
      wide
      title={t(indicator ? 'indicator.change' : 'indicator.add')}
      onClose={onClose}
      onSubmit={() => send()}
      write={write}
      reason={draft.name.trim() ? null : t('indicator.needName')}
    >
      <IndicatorForm
        value={draft}
        onChange={next => {
          setDraft(next)
          keep(name, next)
        }}
        fault={write.fault}
        others={others.filter(o => o.id !== indicator?.id)}
        frames={frames}
        source={indicator?.source ?? null}
      />
    </WriteDialog>
  )
}
