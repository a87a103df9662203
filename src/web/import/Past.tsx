// Past imports of readings or of peers' figures: who wrote how many when, the file they came from, and the way back, which is asked for once more.
import { type UseQueryOptions, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ImportList, ImportView } from '../../core/contract/readingimport.ts'
import { address } from '../api.ts'
import { FaultBox } from '../parts/FaultBox.tsx'
import { Load } from '../parts/Load.tsx'
import { useWrite } from '../parts/write.ts'
import { benchmarkChanged, figuresChanged, importsQuery, peerImportsQuery } from '../query.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { useTell } from '../ui/Notice.tsx'
import { formatInstant } from '../words/day.ts'
import { useWords } from '../words/words.ts'

const SHOWN = 8
const OF = {
  readings: { list: importsQuery, file: 'getImportFile', undo: 'undoImport', changed: figuresChanged },
  peers: { list: peerImportsQuery, file: 'getPeerImportFile', undo: 'undoPeerImport', changed: benchmarkChanged },
} as const
export type ImportsOf = keyof typeof OF

export function Past({ what }: { what: ImportsOf }) {
  const { t, lang } = useWords()
  const query = useQuery<ImportList>(OF[what].list as UseQueryOptions<ImportList>)
  const [all, setAll] = useState(false)
  return (
    <section aria-labelledby="imports-past" className="import-past">
      <h2 id="imports-past">{t('imports.past')}</h2>
      <Load query={query} lines={3}>
        {({ imports }) =>
          imports.length === 0 ? (
            <p className="muted">{t('imports.pastNone')}</p>
          ) : (
            <ul>
              {imports.slice(0, all ? undefined : SHOWN).map(i => (
                <li key={i.id}>
                  <div>
                    <b>{i.name}</b>
                    <p className="muted">
                      {t('imports.pastLine', { by: i.by, at: formatInstant(i.at, lang), n: i.readings })}
                      {i.undoneAt && `；${t('imports.pastUndone', { by: i.undoneBy, at: formatInstant(i.undoneAt, lang) })}`}
                    </p>
                  </div>
                  {i.mine && (
                    <div className="row">
                      {i.file && (
                        <a
                          className="button quiet"
                          href={address(OF[what].file, { params: { id: i.id } })}
                          download
                          aria-label={`${t('imports.file')} ${i.name}`}
                        >
                          {t('imports.file')}
                        </a>
                      )}
                      {!i.undoneAt && <Undo what={what} of={i} />}
                    </div>
                  )}
                </li>
              ))}
              {!all && imports.length > SHOWN && (
                <li>
                  <Button onClick={() => setAll(true)}>{t('imports.pastAll', { n: imports.length })}</Button>
                </li>
              )}
            </ul>
          )
        }
      </Load>
    </section>
  )
}

export function Undo({ what, of, onDone }: { what: ImportsOf; of: ImportView; onDone?: () => void }) {
  const { t, lang } = useWords()
  const tell = useTell()
  const [open, setOpen] = useState(false)
  const undoing = useWrite(OF[what].undo, {
    onDone: () => {
      setOpen(false)
      tell(t('imports.undone', { name: of.name }))
      OF[what].changed()
      onDone?.()
    },
  })
  return (
    <>
      <Button aria-label={`${t('imports.undo')} ${of.name}`} onClick={() => setOpen(true)}>
        {t('imports.undo')}
      </Button>
      {open && (
        <Dialog
          title={t('imports.undoAsk', { name: of.name })}
          onClose={() => {
            setOpen(false)
            undoing.clear()
          }}
          onSubmit={() => void undoing.send({ params: { id: of.id } })}
          foot={
            <>
              <Button look="danger" type="submit" busy={undoing.busy}>
                {t('imports.undo')}
              </Button>
              <Button onClick={() => setOpen(false)}>{t('do.cancel')}</Button>
            </>
          }
        >
          <p>
            {t(what === 'peers' ? 'peers.undoLead' : 'imports.undoLead', { by: of.by, at: formatInstant(of.at, lang), n: of.readings })}
          </p>
          <FaultBox fault={undoing.fault} />
        </Dialog>
      )}
    </>
  )
}
