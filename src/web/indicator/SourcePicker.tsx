// The sentence that asks for an indicator: a document first, then one of its directives; shown as the clipping that the board will show.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { IndicatorView } from '../../core/contract/indicator.ts'
import { useMay } from '../parts/session.ts'
import { documentQuery, documentsQuery } from '../query.ts'
import { Button } from '../ui/Button.tsx'
import { Combobox } from '../ui/Combobox.tsx'
import { Field } from '../ui/Field.tsx'
import { useWords } from '../words/words.ts'

type Picked = { documentId: string; span: [number, number] } | null

interface Props {
  value: Picked
  /** As it stands in the indicator now. */
  seen: IndicatorView['source']
  onChange: (value: Picked) => void
}

export function SourcePicker({ value, seen, onChange }: Props) {
  const { t } = useWords()
  const may = useMay()
  const [documentId, setDocumentId] = useState<string | null>(value?.documentId ?? null)
  const documents = useQuery({ ...documentsQuery({ size: '200' }), enabled: may('document.read') })
  const document = useQuery({ ...documentQuery(documentId ?? ''), enabled: documentId !== null && may('document.read') })
  if (!may('document.read')) return null
  const { text, reading } = document.data ?? {}
  const sentence = seen && value && seen.documentId === value.documentId && seen.span.join() === value.span.join() ? seen.sentence : null
  return (
    <>
      <Field label={t('indicator.source')} hint={t('indicator.sourceHint')}>
        <Combobox
          choices={(documents.data?.documents ?? []).map(d => ({ value: d.id, label: d.title, ...(d.day ? { note: d.day } : {}) }))}
          value={documentId}
          onChange={id => {
            setDocumentId(id)
            if (id === null) onChange(null)
          }}
          placeholder={t('indicator.sourceDocument')}
          none={q => t('say.noMatch', { q })}
        />
      </Field>
      {text && reading && (
        <Field label={t('indicator.sourceSentence')}>
          <select
            value={value?.documentId === documentId ? value.span.join('-') : ''}
            onChange={e => {
              const [from, to] = e.target.value.split('-').map(Number)
              onChange(to === undefined ? null : { documentId: documentId!, span: [from!, to] })
            }}
          >
            <option value="">{t('indicator.chooseSentence')}</option>
            {reading.directives.map(d => (
              <option key={d.span.join('-')} value={d.span.join('-')}>
                {text
                  .slice(...d.span)
                  .replace(/\s+/g, '')
                  .slice(0, 60)}
              </option>
            ))}
          </select>
        </Field>
      )}
      {value && (
        <figure className="source">
          <blockquote>
            <p>{sentence ?? text?.slice(...value.span).replace(/\s*\n\s*/g, '') ?? '…'}</p>
          </blockquote>
          <Button
            look="link"
            onClick={() => {
              onChange(null)
              setDocumentId(null)
            }}
          >
            {t('do.remove')}
          </Button>
        </figure>
      )}
    </>
  )
}
