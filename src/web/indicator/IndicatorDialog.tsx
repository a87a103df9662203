// Adding and changing an indicator; what is typed is kept until the server has it, and retiring says what becomes of the figures.
import { useEffect, useState } from 'react'
import type { z } from 'zod'
import type { FrameView, IndicatorView } from '../../core/contract/indicator.ts'
import { keep, kept } from '../intent.ts'
import { WriteDialog } from '../parts/WriteDialog.tsx'
import { useWrite } from '../parts/write.ts'
import { figuresChanged } from '../query.ts'
import { Button } from '../ui/Button.tsx'
import { Box, useTell } from '../ui/Notice.tsx'
import { useWords } from '../words/words.ts'
import { type Begun, BLANK, changedFields, draftOf, type IndicatorDraft, sentOf, upon } from './draft.ts'
import { IndicatorForm } from './IndicatorForm.tsx'

interface Props {
  /** null: a new one. */
  indicator: IndicatorView | null
  others: IndicatorView[]
  frames: z.infer<typeof FrameView>[]
  onDone?: (id: string) => void
  onClose: () => void
}

const LABELS = {
  code: 'indicator.code',
  name: 'indicator.name',
  aliases: 'indicator.aliases',
  kind: 'indicator.kindHead',
  direction: 'indicator.directionHead',
  basis: 'indicator.basisHead',
  frequency: 'indicator.frequencyHead',
  unit: 'indicator.unit',
  decimals: 'indicator.decimals',
  sourceUnitId: 'indicator.sourceUnit',
  frameId: 'board.frame',
  topic: 'board.topic',
  parentId: 'indicator.parent',
  combine: 'indicator.combineHead',
  weight: 'indicator.weight',
  published: 'indicator.published',
  itemId: 'indicator.source',
  source: 'indicator.source',
} as const satisfies Record<keyof IndicatorDraft, string>

export function IndicatorDialog({ indicator, others, frames, onDone, onClose }: Props) {
  const { t } = useWords()
  const tell = useTell()
  const name = `text.indicator.begun.${indicator ? indicator.id : 'new'}`
  const [begun, setBegun] = useState<Begun>(() => {
    const start = indicator ? draftOf(indicator) : BLANK
    return kept(name, { version: indicator?.version ?? 0, base: start, draft: start })
  })
  const { draft, base, version } = begun
  const put = (next: Begun) => {
    setBegun(next)
    keep(name, next)
  }
  const saved = (id: string) => {
    keep(name, null)
    figuresChanged()
    tell(t('say.saved'))
    onDone?.(id)
    onClose()
  }
  const add = useWrite('postIndicator', { scope: 'indicator', onDone: a => saved(a.id) })
  // What another made of it meanwhile is fetched, and shown below.
  const change = useWrite('patchIndicator', { onDone: a => saved(a.id) })
  const stale = change.fault?.code === 'stale-version'
  useEffect(() => {
    if (stale) figuresChanged()
  }, [stale])
  const write = indicator ? change : add
  const send = () => {
    if (!indicator) return void add.send({ body: sentOf(draft) })
    // Only what he changed: the rest is whatever it has become meanwhile.
    const fields = new Set<string>(changedFields(base, draft))
    if (fields.size === 0) return saved(indicator.id)
    const body = Object.fromEntries(Object.entries(sentOf(draft)).filter(([field]) => fields.has(field)))
    void change.send({ params: { id: indicator.id }, body: { version, ...body } })
  }
  const theirs = indicator && indicator.version !== version ? changedFields(base, draftOf(indicator)) : null
  return (
    <WriteDialog
      wide
      title={t(indicator ? 'indicator.change' : 'indicator.add')}
      onClose={onClose}
      onSubmit={send}
      write={write}
      reason={draft.name.trim() ? null : t('indicator.needName')}
    >
      <IndicatorForm
        value={draft}
        onChange={next => put({ ...begun, draft: next })}
        fault={write.fault}
        others={others.filter(o => o.id !== indicator?.id)}
        frames={frames}
        source={indicator?.source ?? null}
      />
      {indicator && (draft.unit ?? '').trim() !== base.unit && (
        <Box kind="warn">{t('indicator.unitChanges', { was: base.unit || '—', unit: (draft.unit ?? '').trim() || '—' })}</Box>
      )}
      {theirs && (
        <Box
          kind="warn"
          action={
            <Button
              onClick={() => {
                write.clear()
                put(upon(indicator!, begun))
              }}
            >
              {t('indicator.goOn')}
            </Button>
          }
        >
          {t('indicator.overtaken', { fields: theirs.map(field => t(LABELS[field])).join(t('say.comma')) || '—' })}
        </Box>
      )}
    </WriteDialog>
  )
}
