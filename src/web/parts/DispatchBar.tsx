// The foot of a document: what will be dispatched in one sentence, and the one button that does it.
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { DocumentView, DraftView } from '../../core/contract/document.ts'
import { page } from '../paths.ts'
import { documentQuery, itemsChanged } from '../query.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { formatDay } from '../words/day.ts'
import { useWords } from '../words/words.ts'
import { type ClockChoice, ClockField } from './CommandFields.tsx'
import { FaultBox } from './FaultBox.tsx'
import { Go } from './Go.tsx'
import { useSession } from './session.ts'
import { useWrite } from './write.ts'

interface Props {
  document: DocumentView
  drafts: DraftView[]
  /** A correction is still on its way. */
  saving: boolean
}

export function DispatchBar({ document, drafts, saving }: Props) {
  const { t, lang } = useWords()
  const cache = useQueryClient()
  const { today } = useSession()
  const [asking, setAsking] = useState(false)
  const [clock, setClock] = useState<ClockChoice>('')
  const chosen = drafts.filter(d => d.chosen)
  const leadless = chosen.filter(d => !d.leadUnitId).length
  const past = chosen.filter(d => d.dueOn !== null && d.dueOn < today)
  const units = new Set(chosen.flatMap(d => [...(d.leadUnitId ? [d.leadUnitId] : []), ...d.coUnitIds])).size
  const write = useWrite('dispatchDocument', {
    scope: `dispatch.${document.id}`,
    onDone: () => {
      setAsking(false)
      itemsChanged()
      void cache.invalidateQueries({ queryKey: ['documents'] })
      void cache.invalidateQueries({ queryKey: documentQuery(document.id).queryKey })
    },
  })
  const send = (allowPast: boolean) =>
    void write.send({
      params: { id: document.id },
      body: { allowPast, ...(clock === '' ? {} : { clock: clock === 'none' ? null : clock }) },
    })
  const reason = chosen.length === 0 ? t('document.barNone') : leadless > 0 ? t('document.barLeadless', { n: leadless }) : null

  return (
    <div className="dispatch-bar">
      <FaultBox fault={write.fault} waiting={write.waiting} />
      <p>
        {chosen.length === 0
          ? t('document.barNone')
          : t('document.bar', { items: chosen.length, units, undated: chosen.filter(d => !d.dueOn).length })}
        {leadless > 0 && <span className="muted"> · {t('document.leadless', { n: leadless })}</span>}
      </p>
      <ClockField value={clock} onChange={setClock} />
      <Button look="primary" reason={reason} busy={write.busy || saving} onClick={() => (past.length > 0 ? setAsking(true) : send(false))}>
        {write.busy ? t('document.dispatching') : t('document.dispatch')}
      </Button>
      {asking && (
        <Dialog
          title={t('document.past', { n: past.length })}
          onClose={() => setAsking(false)}
          foot={
            <>
              <Button look="primary" busy={write.busy} onClick={() => send(true)}>
                {t('document.pastGo')}
              </Button>
              <Button onClick={() => setAsking(false)}>{t('do.cancel')}</Button>
            </>
          }
        >
          <p className="dialog-lead">{t('document.pastLead')}</p>
          <ul className="past">
            {past.map(d => (
              <li key={d.index}>
                {d.title} <span className="late">{formatDay(d.dueOn!, lang)}</span>
              </li>
            ))}
          </ul>
          <FaultBox fault={write.fault} waiting={write.waiting} />
        </Dialog>
      )}
    </div>
  )
}

/** After dispatch: how many, and where they are now. */
export function Dispatched({ document, drafts }: Pick<Props, 'document' | 'drafts'>) {
  const { t } = useWords()
  const items = drafts.filter(d => d.itemId)
  return (
    <div className="dispatch-bar" role="status">
      <p>
        <b>✓ {t('document.done', { n: items.length })}</b>
      </p>
      <Go className="button primary" to={page.ledger({ document: document.id, sort: 'number' })}>
        {t('document.toLedger')}
      </Go>
    </div>
  )
}
