// The strategy frames that indicators hang from (两乡五区): listed, renamed with a way back, and added to.
import { useState } from 'react'
import type { z } from 'zod'
import type { FrameView } from '../../core/contract/indicator.ts'
import { FaultBox } from '../parts/FaultBox.tsx'
import { useWrite } from '../parts/write.ts'
import { figuresChanged } from '../query.ts'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import { Box, useTell } from '../ui/Notice.tsx'
import { Popover } from '../ui/Popover.tsx'
import { useWords } from '../words/words.ts'

type Frame = z.infer<typeof FrameView>

export function Frames({ frames }: { frames: Frame[] }) {
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
          {frames.length === 0 ? <p className="muted">{t('indicator.noFrames')}</p> : <List frames={frames} />}
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
                <select value={parentId ?? ''} onChange={e => setParentId(e.target.value || null)}>
                  <option value="">{t('say.none')}</option>
                  {frames.map(f => (
                    <option key={f.id} value={f.id}>
                      {f.name}
                    </option>
                  ))}
                </select>
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

function List({ frames }: { frames: Frame[] }) {
  const { t } = useWords()
  const tell = useTell()
  const [typed, setTyped] = useState<{ id: string; name: string } | null>(null)
  const [renamed, setRenamed] = useState<{ id: string; was: string; name: string } | null>(null)
  const write = useWrite('patchFrame', {
    onDone: () => {
      setTyped(null)
      figuresChanged()
    },
  })
  const undo = useWrite('patchFrame', {
    onDone: () => {
      setRenamed(null)
      figuresChanged()
      tell(t('indicator.frameUndone'))
    },
  })
  const rename = async ({ id, name: was }: Frame, name: string) => {
    undo.clear()
    if (await write.send({ params: { id }, body: { name, seen: was } })) setRenamed({ id, was, name })
  }
  return (
    <>
      {renamed && (
        <Box
          kind="done"
          action={
            <Button
              busy={undo.busy}
              onClick={() => void undo.send({ params: { id: renamed.id }, body: { name: renamed.was, seen: renamed.name } })}
            >
              {t('indicator.frameUndo')}
            </Button>
          }
        >
          {t('indicator.frameRenamed', renamed)}
        </Box>
      )}
      <FaultBox fault={undo.fault} />
      <ul className="rows">
        {frames.map(f => (
          <li key={f.id}>
            {typed?.id === f.id ? (
              <form
                noValidate
                onSubmit={e => {
                  e.preventDefault()
                  const name = typed.name.trim()
                  if (name === f.name) setTyped(null)
                  else if (name) void rename(f, name)
                }}
              >
                <Field label={t('indicator.frameTo', { name: f.name })}>
                  {/* biome-ignore lint/a11y/noAutofocus: it takes the place of the button that was pressed */}
                  <input autoFocus maxLength={60} value={typed.name} onChange={e => setTyped({ id: f.id, name: e.target.value })} />
                </Field>
                <FaultBox fault={write.fault} />
                <div className="row">
                  <Button type="submit" look="soft" busy={write.busy} reason={typed.name.trim() ? null : t('indicator.needName')}>
                    {t('do.save')}
                  </Button>
                  <Button onClick={() => setTyped(null)}>{t('do.cancel')}</Button>
                </div>
              </form>
            ) : (
              <div className="frame-row">
                <span lang="zh-CN">
                  {f.parentId && <span className="muted">{frames.find(p => p.id === f.parentId)?.name} › </span>}
                  {f.name}
                </span>
                <Button
                  look="link"
                  aria-label={t('indicator.renameFrameOf', { name: f.name })}
                  onClick={() => {
                    write.clear()
                    setTyped({ id: f.id, name: f.name })
                  }}
                >
                  {t('indicator.renameFrame')}
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
