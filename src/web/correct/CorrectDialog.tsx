// Correcting, striking out, putting back or adding one entry of the reading: labelled fields, and what holds is sent at once.
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { CorrectionBody } from '../../core/contract/correction.ts'
import type { DocumentView } from '../../core/contract/document.ts'
import type { Correctable } from '../../core/correction.ts'
import type { Reading, Span } from '../../reader/reading.ts'
import { keep, kept } from '../intent.ts'
import { FaultBox } from '../parts/FaultBox.tsx'
import { useWrite } from '../parts/write.ts'
import { documentQuery } from '../query.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Field } from '../ui/Field.tsx'
import { useTell } from '../ui/Notice.tsx'
import { useWords } from '../words/words.ts'
import type { Target, Trace } from './correcting.ts'
import { ADDABLE, type Addable, blankEntry, type Entry, FORM, lacking, same, settled, toSend } from './form.ts'
import { Input } from './Input.tsx'
import { PlaceInput } from './PlaceInput.tsx'

/** As it is kept until it is sent. */
interface Begun {
  of: Correctable
  entry: Entry
}

interface Props {
  document: DocumentView
  target: Target
  onClose: () => void
}

/** Sends one correction and shows the document as it is then. */
export function useCorrect(document: DocumentView, onDone?: () => void) {
  const cache = useQueryClient()
  const write = useWrite('postCorrection', { scope: `correct.${document.id}` })
  const send = async (of: Correctable, trace: Trace | null, value: Record<string, unknown> | null) => {
    const body = { of, index: trace?.index ?? null, value } as CorrectionBody
    const answer = await write.send({ params: { id: document.id }, body })
    if (!answer) return
    cache.setQueryData(documentQuery(document.id).queryKey, answer)
    onDone?.()
  }
  return { send, busy: write.busy, fault: write.fault }
}

export function CorrectDialog({ document, target, onClose }: Props) {
  const { t } = useWords()
  const { text, reading } = document
  const trace = target.of ? target.trace : null
  // What was typed and not sent is there again after a reload; a new selection begins a new entry.
  const name = `correct.${document.id}.${target.of ? `${target.of}.${target.trace.index}` : 'add'}`
  const [begun] = useState(() => (target.of || !target.span ? kept<Begun | null>(name, null) : null))
  const [of, setOf] = useState<Correctable>(target.of ?? begun?.of ?? 'dates')
  const [span, setSpan] = useState<Span | null>(target.of ? null : (target.span ?? begun?.entry.span ?? null))
  const [entry, setEntry] = useState<Entry | null>(() => begun?.entry ?? trace?.entry ?? startOf(of, span, text, reading))
  const [asked, setAsked] = useState(false)
  const tell = useTell()
  const correct = useCorrect(document, () => {
    tell(t('correct.saved'))
    leave()
  })
  const leave = () => {
    keep(name, null)
    onClose()
  }
  const change = (next: Entry | null) => {
    setEntry(next)
    keep(name, next && ({ of, entry: next } satisfies Begun))
  }

  const begin = (kind: Correctable, at: Span | null) => {
    setOf(kind)
    setSpan(at)
    setEntry(startOf(kind, at, text, reading))
    setAsked(false)
  }
  const save = () => {
    setAsked(true)
    if (!entry?.span || lacking(of, entry).length > 0) return
    const next = settled(of, trace?.entry ?? entry, entry, text)
    if (trace && same(next, trace.entry)) return leave()
    void correct.send(of, trace, toSend(of, trace?.own ?? null, next))
  }
  const missing = asked && entry ? lacking(of, entry) : []
  // The place of an added entry is asked for above its fields.
  const fields = FORM[of].filter(f => trace || f.kind !== 'span')

  return (
    <Dialog
      title={trace ? t('correct.title', { kind: t(`correct.kind.${of}`) }) : t('correct.addTitle')}
      onClose={leave}
      onSubmit={save}
      foot={
        <>
          <Button type="submit" look="primary" busy={correct.busy}>
            {t('do.save')}
          </Button>
          <Button onClick={leave}>{t('do.cancel')}</Button>
          {trace && of !== 'articles' && (
            <Button look="danger" busy={correct.busy} onClick={() => correct.send(of, trace, null)}>
              {t(trace.own ? 'correct.strike' : 'correct.takeBack')}
            </Button>
          )}
          {trace?.own && trace.last && (
            <Button busy={correct.busy} onClick={() => correct.send(of, trace, {})}>
              {t('correct.restore')}
            </Button>
          )}
        </>
      }
    >
      {!trace && (
        <>
          <PlaceInput text={text} span={span} error={asked && !span ? t('rule.required') : null} onChange={at => begin(of, at)} />
          <Field label={t('correct.kindField')}>
            <select value={of} onChange={e => begin(e.target.value as Addable, span)}>
              {ADDABLE.map(kind => (
                <option key={kind} value={kind}>
                  {t(`correct.kind.${kind}`)}
                </option>
              ))}
            </select>
          </Field>
        </>
      )}
      {entry && (
        <div key={`${of} ${trace ? '' : span?.join()}`}>
          {fields.map(field => (
            <Input
              key={field.name}
              field={field}
              entry={entry}
              text={text}
              reading={reading}
              error={missing.includes(field.name) ? t('rule.required') : null}
              onChange={said => change(entry && { ...entry, ...said })}
            />
          ))}
        </div>
      )}
      <FaultBox fault={correct.fault} />
    </Dialog>
  )
}

const startOf = (of: Correctable, span: Span | null, text: string, reading: Reading): Entry | null =>
  span && blankEntry(of as Addable, span, text, reading)
