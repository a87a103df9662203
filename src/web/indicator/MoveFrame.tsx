// An indicator moved from one strategy frame to another, and the way back; its figures and targets stay with it.
import { useState } from 'react'
import type { z } from 'zod'
import type { FrameView, IndicatorView } from '../../core/contract/indicator.ts'
import { FaultBox } from '../parts/FaultBox.tsx'
import { WriteDialog } from '../parts/WriteDialog.tsx'
import { useWrite } from '../parts/write.ts'
import { figuresChanged } from '../query.ts'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import { Box, useTell } from '../ui/Notice.tsx'
import { useWords } from '../words/words.ts'
import { FramePicker } from './FramePicker.tsx'

export interface Moved {
  /** That the move made: a later change by anyone is not undone with it. */
  version: number
  was: { id: string | null; name: string | null }
  name: string | null
}

interface Props {
  indicator: IndicatorView
  frames: z.infer<typeof FrameView>[]
  onMoved: (moved: Moved) => void
  onClose: () => void
}

export function MoveFrame({ indicator, frames, onMoved, onClose }: Props) {
  const { t } = useWords()
  const [frameId, setFrameId] = useState(indicator.frameId)
  const write = useWrite('patchIndicator', {
    onDone: ({ version, frame }) => {
      figuresChanged()
      onMoved({ version, was: { id: indicator.frameId, name: indicator.frame }, name: frame })
      onClose()
    },
  })
  const send = () => {
    if (frameId === indicator.frameId) onClose()
    else void write.send({ params: { id: indicator.id }, body: { version: indicator.version, frameId } })
  }
  return (
    <WriteDialog title={t('indicator.frameMove')} onClose={onClose} onSubmit={send} write={write}>
      <p className="dialog-item" lang="zh-CN">
        {indicator.name}
      </p>
      <Field label={t('board.frame')}>
        <FramePicker frames={frames} value={frameId} onChange={setFrameId} />
      </Field>
    </WriteDialog>
  )
}

export function MovedBox({ id, moved, onUndone }: { id: string; moved: Moved; onUndone: () => void }) {
  const { t } = useWords()
  const tell = useTell()
  const { version, was, name } = moved
  const undo = useWrite('patchIndicator', {
    onDone: () => {
      figuresChanged()
      tell(t('indicator.frameUndone'))
      onUndone()
    },
  })
  const said =
    name === null
      ? t('indicator.frameLeft', { was: was.name ?? '' })
      : was.name === null
        ? t('indicator.frameHung', { name })
        : t('indicator.frameMoved', { was: was.name, name })
  return (
    <>
      <Box
        kind="done"
        action={
          <Button busy={undo.busy} onClick={() => void undo.send({ params: { id }, body: { version, frameId: was.id } })}>
            {t('indicator.frameUndo')}
          </Button>
        }
      >
        {said}
      </Box>
      <FaultBox fault={undo.fault} />
    </>
  )
}
