// Past imports of readings, of peers' figures or of a ledger: who wrote how many when, the file they came from, and the way back, which is asked for once more.
import { type UseQueryOptions, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ImportList, ImportView } from '../../core/contract/sheetimport.ts'
import type { SheetKind } from '../../core/kindsheet/column.ts'
import { address } from '../api.ts'
import { kindSheetsQuery, ledgersChanged } from '../kind/query.ts'
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
  readings: {
    list: () => importsQuery,
    file: 'getImportFile',
    undo: 'undoImport',
    changed: figuresChanged,
    lead: 'imports.undoLead',
    line: 'imports.pastLine',
  },
  peers: {
    list: () => peerImportsQuery,
    file: 'getPeerImportFile',
    undo: 'undoPeerImport',
    changed: benchmarkChanged,
    lead: 'peers.undoLead',
    line: 'imports.pastLine',
  },
  ledgers: {
    list: kindSheetsQuery,
    file: 'getKindSheetFile',
    undo: 'undoKindSheet',
    changed: ledgersChanged,
    lead: 'kindSheet.undoLead',
    line: 'kindSheet.pastLine',
  },
} as const
type ImportsOf = keyof typeof OF

/** `kind`: of the ledger, where it is one. */
export function Past({ what, kind = 'project' }: { what: ImportsOf; kind?: SheetKind }) {
  const { t, lang } = useWords()
  const query = useQuery<ImportList>(OF[what].list(kind) as unknown as UseQueryOptions<ImportList>)
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
                      {t(OF[what].line, { by: i.by, at: formatInstant(i.at, lang), n: i.readings })}
                      {i.undoneAt && t('say.semicolon') + t('imports.pastUndone', { by: i.undoneBy, at: formatInstant(i.undoneAt, lang) })}
                    </p>
                  </div>
                  {i.mine && (
                    <div className="row">
                      {i.file && (
                        <a
                          className="button quiet"
                          href={address(OF[what].file, { params: { id: i.id, kind } })}
                          download
                          aria-label={`${t('imports.file')} ${i.name}`}
                        >
                          {t('imports.file')}
                        </a>
                      )}
                      {what === 'ledgers' && !i.undoneAt && (
                        <a className="button quiet" href={address('getKindSheet', { params: { kind }, query: { like: i.id } })} download>
                          {t('kindSheet.outAs', { name: i.name })}
                        </a>
                      )}
                      {!i.undoneAt && <Undo what={what} kind={kind} of={i} />}
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

export function Undo({ what, of, onDone, kind = 'project' }: { what: ImportsOf; of: ImportView; onDone?: () => void; kind?: SheetKind }) {
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
          onSubmit={() => void undoing.send({ params: { id: of.id, kind } })}
          foot={
            <>
              <Button look="danger" type="submit" busy={undoing.busy}>
                {t('imports.undo')}
              </Button>
              <Button onClick={() => setOpen(false)}>{t('do.cancel')}</Button>
            </>
          }
        >
          <p>{t(OF[what].lead, { by: of.by, at: formatInstant(of.at, lang), n: of.readings })}</p>
          <FaultBox fault={undoing.fault} />
        </Dialog>
      )}
    </>
  )
}
