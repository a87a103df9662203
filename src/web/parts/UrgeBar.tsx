// Urging the items that were chosen in the ledger: once asked, then a result that names those that were left out.
import { useState } from 'react'
import type { UrgesResult } from '../../core/contract/slip.ts'
import { keep, kept } from '../intent.ts'
import { itemsChanged } from '../query.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Field } from '../ui/Field.tsx'
import { formatInstant } from '../words/day.ts'
import { useWords } from '../words/words.ts'
import { WriteDialog } from './WriteDialog.tsx'
import { useWrite } from './write.ts'

export function UrgeBar({ chosen, onClear }: { chosen: string[]; onClear: () => void }) {
  const { t } = useWords()
  const [asking, setAsking] = useState(false)
  const [result, setResult] = useState<UrgesResult | null>(null)
  return (
    <>
      {chosen.length > 0 && (
        <section className="urge-bar" aria-label={t('urge.chosen', { n: chosen.length })}>
          <p>{t('urge.chosen', { n: chosen.length })}</p>
          <Button look="primary" onClick={() => setAsking(true)}>
            {t('urge.go')}
          </Button>
          <Button onClick={onClear}>{t('urge.clear')}</Button>
        </section>
      )}
      {asking && (
        <Ask
          chosen={chosen}
          onClose={() => setAsking(false)}
          onDone={done => {
            setAsking(false)
            setResult(done)
            onClear()
          }}
        />
      )}
      {result && <Result result={result} onClose={() => setResult(null)} />}
    </>
  )
}

function Ask({ chosen, onClose, onDone }: { chosen: string[]; onClose: () => void; onDone: (result: UrgesResult) => void }) {
  const { t } = useWords()
  const [words, setWords] = useState<string>(() => kept('text.urges', ''))
  const write = useWrite('postUrges', {
    scope: 'urges',
    onDone: result => {
      keep('text.urges', null)
      itemsChanged()
      onDone(result)
    },
  })
  return (
    <WriteDialog
      title={t('urge.title', { n: chosen.length })}
      onClose={onClose}
      onSubmit={() => void write.send({ body: { itemIds: chosen, words: words.trim() || null } })}
      write={write}
      does={t('urge.send')}
    >
      <p className="muted dialog-lead">{t('urge.lead')}</p>
      <Field label={t('act.remark')} hint={t('say.optional')}>
        <textarea
          maxLength={1000}
          value={words}
          onChange={e => {
            setWords(e.target.value)
            keep('text.urges', e.target.value || null)
          }}
        />
      </Field>
    </WriteDialog>
  )
}

function Result({ result, onClose }: { result: UrgesResult; onClose: () => void }) {
  const { t, lang } = useWords()
  return (
    <Dialog
      title={t('urge.done', { n: result.urged.length })}
      onClose={onClose}
      foot={
        <Button look="primary" onClick={onClose}>
          {t('urge.close')}
        </Button>
      }
    >
      {result.skipped.length > 0 && (
        <>
          <h3>{t('urge.skipped', { n: result.skipped.length })}</h3>
          <ul className="rows">
            {result.skipped.map(s => (
              <li key={s.id}>
                {s.number} {s.title}
                <p className="muted">
                  {s.unit} · {t(`urge.why.${s.code}`)}
                  {s.code === 'urged-recently' && s.urgedAt && ` · ${formatInstant(s.urgedAt, lang)}`}
                </p>
              </li>
            ))}
          </ul>
        </>
      )}
    </Dialog>
  )
}
