// Taking in a document: paste the text, drop a file or choose one; a refusal says what to do and keeps what was typed.
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type DragEvent, useEffect, useRef, useState } from 'react'
import { keep, kept } from '../intent.ts'
import { FaultBox } from '../parts/FaultBox.tsx'
import { IntakeProgress } from '../parts/IntakeProgress.tsx'
import { Head } from '../parts/Shell.tsx'
import { useWrite } from '../parts/write.ts'
import { page } from '../paths.ts'
import { documentQuery } from '../query.ts'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import { Box } from '../ui/Notice.tsx'
import { formatNumber } from '../words/number.ts'
import { useWords } from '../words/words.ts'
import '../style/document.css'
import '../style/correct.css'

export function NewDocument() {
  const { t, lang } = useWords()
  const go = useNavigate()
  const cache = useQueryClient()
  const [typed, setTyped] = useState(() => kept('text.document', { text: '', name: '' }))
  const [file, setFile] = useState<File | null>(null)
  const [share, setShare] = useState(0)
  const [over, setOver] = useState(false)
  const [cancelled, setCancelled] = useState(false)
  const chooser = useRef<HTMLInputElement>(null)
  useEffect(() => {
    // A page's worth of typing is kept; a book would only fill the store.
    if (typed.text.length < 400_000) keep('text.document', typed.text || typed.name ? typed : null)
  }, [typed])

  const write = useWrite('postDocument', {
    scope: 'document',
    onDone: document => {
      keep('text.document', null)
      cache.setQueryData(documentQuery(document.id).queryKey, document)
      void cache.invalidateQueries({ queryKey: ['documents'] })
      void cache.invalidateQueries({ queryKey: ['todo'] })
      void go({ href: page.document(document.id) })
    },
  })

  const take = (one: File | undefined) => {
    if (!one) return
    setFile(one)
    setShare(0)
    setCancelled(false)
    void write.send({ file: one, onProgress: setShare })
  }
  const send = () => {
    setFile(null)
    setCancelled(false)
    void write.send({ body: typed })
  }
  const cancel = () => {
    write.cancel()
    setCancelled(true)
  }
  const drop = (e: DragEvent) => {
    e.preventDefault()
    setOver(false)
    take(e.dataTransfer.files[0])
  }

  return (
    <form
      className="intake"
      onSubmit={e => {
        e.preventDefault()
        if (typed.text.trim()) send()
      }}
    >
      <Head title={t('newDocument.title')} lead={t('newDocument.lead')}>
        <input
          ref={chooser}
          className="hidden"
          type="file"
          accept=".txt,.md,.docx,.pdf,.xlsx,.png,.jpg,.jpeg"
          aria-label={t('newDocument.choose')}
          tabIndex={-1}
          onChange={e => {
            take(e.target.files?.[0])
            // The same file can be chosen again after it was cancelled.
            e.target.value = ''
          }}
        />
        <Button onClick={() => chooser.current?.click()}>{t('newDocument.choose')}</Button>
      </Head>
      <Field label={t('newDocument.name')} hint={t('newDocument.nameHint')}>
        <input maxLength={200} value={typed.name} onChange={e => setTyped({ ...typed, name: e.target.value })} />
      </Field>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way beside the button above */}
      <div
        className={over ? 'drop over' : 'drop'}
        onDragOver={e => {
          e.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <Field label={t('newDocument.text')} hint={t('newDocument.count', { n: formatNumber(typed.text.length, lang) })}>
          <textarea
            placeholder={t('newDocument.placeholder')}
            value={typed.text}
            onChange={e => setTyped({ ...typed, text: e.target.value })}
          />
        </Field>
        {over && <p className="drop-note">{t('newDocument.drop')}</p>}
      </div>
      {file && (write.busy || write.waiting) && <IntakeProgress file={file} share={share} intake={write.key} onCancel={cancel} />}
      {!file && write.busy && <progress aria-label={t('newDocument.reading')} />}
      {cancelled && !write.busy && (
        <Box kind="info" action={file && <Button onClick={() => take(file)}>{t('newDocument.again')}</Button>}>
          {t('newDocument.cancelled')}
        </Box>
      )}
      <FaultBox fault={write.fault} waiting={write.waiting} />
      <Button type="submit" look="primary" busy={write.busy} reason={typed.text.trim() ? null : t('newDocument.nothing')}>
        {write.busy ? t('newDocument.reading') : t('newDocument.go')}
      </Button>
    </form>
  )
}
