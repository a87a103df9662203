// The strategy frames there are: renamed, hung elsewhere, removed, each with one way back.
import { useState } from 'react'
import type { z } from 'zod'
import type { FramePatch, FrameView, IndicatorView } from '../../core/contract/indicator.ts'
import { FaultBox } from '../parts/FaultBox.tsx'
import { useWrite } from '../parts/write.ts'
import { figuresChanged } from '../query.ts'
import { Button } from '../ui/Button.tsx'
import { Box, useTell } from '../ui/Notice.tsx'
import { useWords } from '../words/words.ts'
import { FrameForm } from './FrameForm.tsx'

type Frame = z.infer<typeof FrameView>
type Patch = z.input<typeof FramePatch>

/** What was done last, and what takes it back. */
interface Did {
  id: string
  said: string
  back: Patch
}

export function FrameList({ frames, indicators }: { frames: Frame[]; indicators: IndicatorView[] }) {
  const { t } = useWords()
  const tell = useTell()
  const [open, setOpen] = useState<{ id: string; as: 'change' | 'remove' } | null>(null)
  const [did, setDid] = useState<Did | null>(null)
  const write = useWrite('patchFrame', {
    onDone: () => {
      setOpen(null)
      figuresChanged()
    },
  })
  const undo = useWrite('patchFrame', {
    onDone: () => {
      setDid(null)
      figuresChanged()
      tell(t('indicator.frameUndone'))
    },
  })
  const nameOf = (id: string | null) => frames.find(f => f.id === id)?.name ?? null
  const send = async (id: string, body: Patch, done: Omit<Did, 'id'>) => {
    undo.clear()
    if (await write.send({ params: { id }, body })) setDid({ id, ...done })
  }
  const change = (f: Frame, name: string, parentId: string | null) => {
    const [renames, moves] = [name !== f.name, parentId !== f.parentId]
    if (!renames && !moves) return setOpen(null)
    void send(
      f.id,
      { seen: f.name, ...(renames ? { name } : {}), ...(moves ? { parentId } : {}) },
      {
        said: moves
          ? t(parentId ? 'indicator.frameNested' : 'indicator.frameTop', { name, under: nameOf(parentId) ?? '' })
          : t('indicator.frameRenamed', { was: f.name, name }),
        back: { seen: name, ...(renames ? { name: f.name } : {}), ...(moves ? { parentId: f.parentId } : {}) },
      },
    )
  }
  return (
    <>
      {did && (
        <Box
          kind="done"
          action={
            <Button busy={undo.busy} onClick={() => void undo.send({ params: { id: did.id }, body: did.back })}>
              {t('indicator.frameUndo')}
            </Button>
          }
        >
          {did.said}
        </Box>
      )}
      <FaultBox fault={undo.fault} />
      <ul className="rows">
        {frames.map(f => {
          const start = (as: 'change' | 'remove') => {
            write.clear()
            setOpen({ id: f.id, as })
          }
          return (
            <li key={f.id}>
              {open?.id !== f.id ? (
                <div className="frame-row">
                  <span lang="zh-CN">
                    {f.parentId && <span className="muted">{nameOf(f.parentId)} › </span>}
                    {f.name}
                  </span>
                  <span className="row">
                    <Button look="link" aria-label={t('indicator.changeFrameOf', { name: f.name })} onClick={() => start('change')}>
                      {t('indicator.changeFrame')}
                    </Button>
                    <Button look="link" aria-label={t('indicator.removeFrameOf', { name: f.name })} onClick={() => start('remove')}>
                      {t('indicator.removeFrame')}
                    </Button>
                  </span>
                </div>
              ) : open.as === 'change' ? (
                <FrameForm
                  frame={f}
                  frames={frames}
                  busy={write.busy}
                  fault={write.fault}
                  onSave={(name, parentId) => change(f, name, parentId)}
                  onCancel={() => setOpen(null)}
                />
              ) : (
                <>
                  <p>
                    {t(f.parentId ? 'indicator.frameRemoves' : 'indicator.frameRemovesTop', {
                      name: f.name,
                      under: nameOf(f.parentId) ?? '',
                      indicators: indicators.filter(i => i.frameId === f.id).length,
                      frames: frames.filter(one => one.parentId === f.id).length,
                    })}
                  </p>
                  <FaultBox fault={write.fault} />
                  <div className="row">
                    <Button
                      look="danger"
                      busy={write.busy}
                      onClick={() =>
                        void send(
                          f.id,
                          { removed: true, seen: f.name },
                          { said: t('indicator.frameRemoved', { name: f.name }), back: { removed: false, seen: f.name } },
                        )
                      }
                    >
                      {t('indicator.removeFrame')}
                    </Button>
                    <Button onClick={() => setOpen(null)}>{t('do.cancel')}</Button>
                  </div>
                </>
              )}
            </li>
          )
        })}
      </ul>
    </>
  )
}
