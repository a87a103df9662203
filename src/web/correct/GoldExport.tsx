// The corrected reading as files to measure the reader by: the text and its gold, under one name.
import { useState } from 'react'
import type { DocumentView } from '../../core/contract/document.ts'
import { goldName } from '../../core/goldname.ts'
import { type Answer, call, Fault } from '../api.ts'
import { FaultBox } from '../parts/FaultBox.tsx'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { useWords } from '../words/words.ts'

export function GoldExport({ document: { id, title } }: { document: DocumentView }) {
  const { t } = useWords()
  const [gold, setGold] = useState<Answer<'getGold'> | null>(null)
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<Fault | null>(null)
  const ask = async () => {
    setBusy(true)
    setFault(null)
    try {
      setGold(await call('getGold', { params: { id } }))
    } catch (e) {
      if (!(e instanceof Fault)) throw e
      setFault(e)
    } finally {
      setBusy(false)
    }
  }
  const name = gold && goldName(gold.name, title)
  return (
    <>
      <Button look="quiet" busy={busy} onClick={ask}>
        {t('correct.exportGold')}
      </Button>
      <FaultBox fault={fault} />
      {gold && (
        <Dialog
          title={t('correct.exportGold')}
          onClose={() => setGold(null)}
          foot={
            <>
              <Button look="primary" onClick={() => save(`${name}.gold.json`, `${JSON.stringify(gold.gold, null, 2)}\n`)}>
                {t('correct.goldMarks')}
              </Button>
              <Button onClick={() => save(`${name}.txt`, gold.text)}>{t('correct.goldText')}</Button>
            </>
          }
        >
          <p className="dialog-lead">{t('correct.goldLead', { n: gold.corrections })}</p>
          <ul className="muted">
            <li>{name}.gold.json</li>
            <li>{name}.txt</li>
          </ul>
        </Dialog>
      )}
    </>
  )
}

function save(name: string, words: string): void {
  const url = URL.createObjectURL(new Blob([words], { type: 'text/plain;charset=utf-8' }))
  const link = Object.assign(document.createElement('a'), { href: url, download: name })
  link.click()
  // The browser has taken the bytes by the next turn.
  setTimeout(() => URL.revokeObjectURL(url))
}
