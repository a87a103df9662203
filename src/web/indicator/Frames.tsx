// The strategy frames that indicators hang from (两乡五区): listed and added to.
import { useState } from 'react'
import type { z } from 'zod'
import type { FrameView, IndicatorView } from '../../core/contract/indicator.ts'
import { FaultBox } from '../parts/FaultBox.tsx'
import { useWrite } from '../parts/write.ts'
import { figuresChanged } from '../query.ts'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import { Popover } from '../ui/Popover.tsx'
import { useWords } from '../words/words.ts'
import { FrameList } from './FrameList.tsx'
import { FramePicker } from './FramePicker.tsx'

type Frame = z.infer<typeof FrameView>

export function Frames({ frames, indicators }: { frames: Frame[]; indicators: IndicatorView[] }) {
  const { t } = useWords()
  const [name, setName] = useState('')
  const [parentId, setParentId] = useState<string | null>(null)
  const write = useWrite('postFrame', {
    onDone: () => {
      setName('')
      figuresChanged()
    },
  })
  return (
    <Popover title={t('indicator.frames')} button={t('indicator.frames')}>
      {() => (
        <>
          {frames.length === 0 ? <p className="muted">{t('indicator.noFrames')}</p> : <FrameList frames={frames} indicators={indicators} />}
          <form
            noValidate
            onSubmit={e => {
              e.preventDefault()
              if (name.trim()) void write.send({ body: { name: name.trim(), parentId } })
            }}
          >
            <Field label={t('indicator.frameName')}>
              <input maxLength={60} value={name} onChange={e => setName(e.target.value)} />
            </Field>
            {frames.length > 0 && (
              <Field label={t('indicator.frameParent')} hint={t('say.optional')}>
                <FramePicker frames={frames} value={parentId} onChange={setParentId} />
              </Field>
            )}
            <FaultBox fault={write.fault} />
            <Button type="submit" look="soft" busy={write.busy} reason={name.trim() ? null : t('indicator.needName')}>
              {t('indicator.addFrame')}
            </Button>
          </form>
        </>
      )}
    </Popover>
  )
}
