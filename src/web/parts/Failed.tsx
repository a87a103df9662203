// What could not be delivered after all tries, with the reason: sent again or let go by the system administrator, who sees no word of it.
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ChannelList } from '../../core/contract/message.ts'
import { channelsQuery } from '../query.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { useTell } from '../ui/Notice.tsx'
import { useWords } from '../words/words.ts'
import { Instant } from './Day.tsx'
import { sayDeliveryFault } from './DeliveryFault.tsx'
import { FaultBox } from './FaultBox.tsx'
import { useWrite } from './write.ts'

export function Failed({ failed }: Pick<ChannelList, 'failed'>) {
  const { t } = useWords()
  const tell = useTell()
  const cache = useQueryClient()
  const [dropping, setDropping] = useState<ChannelList['failed'][number] | null>(null)
  const done = (words: string | null) => () => {
    void cache.invalidateQueries({ queryKey: channelsQuery.queryKey })
    if (words) tell(words)
    setDropping(null)
  }
  const retry = useWrite('retryDelivery', { onDone: done(t('channels.retried')) })
  const drop = useWrite('dropDelivery', { onDone: done(null) })
  if (failed.length === 0) return null
  return (
    <div className="channel-part">
      <h2>{t('channels.failed')}</h2>
      <p className="lead">{t('channels.failedLead')}</p>
      <FaultBox fault={retry.fault} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className="table-box" aria-label={t('channels.failed')} tabIndex={0}>
        <table className="table phone-cards">
          <caption className="hidden">{t('channels.failed')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('channels.to')}</th>
              <th scope="col">{t('channels.what')}</th>
              <th scope="col" className="wide-only">
                {t('channels.when')}
              </th>
              <th scope="col">{t('channels.why')}</th>
              <th scope="col">
                <span className="hidden">{t('channels.retry')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {failed.map(d => (
              <tr key={d.id}>
                <th scope="row" className="card-line">
                  {d.to}
                  {d.address && <span className="muted"> {d.address}</span>}
                </th>
                <td className="nowrap">{t(`channels.letter.${d.kind}`)}</td>
                <td className="wide-only nowrap">
                  <Instant at={d.at} />
                </td>
                <td className="card-line">{sayDeliveryFault(t, d)}</td>
                <td className="nowrap deeds card-line">
                  <button
                    type="button"
                    className="button link"
                    aria-label={t('channels.retryOne', { to: d.to })}
                    onClick={() => void retry.send({ params: { id: d.id } })}
                  >
                    {t('channels.retry')}
                  </button>
                  <button
                    type="button"
                    className="button link"
                    aria-label={t('channels.dropOne', { to: d.to })}
                    onClick={() => setDropping(d)}
                  >
                    {t('channels.drop')}
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {dropping && (
        <Dialog
          title={t('channels.dropOne', { to: dropping.to })}
          onClose={() => setDropping(null)}
          foot={
            <>
              <Button look="danger" busy={drop.busy} onClick={() => void drop.send({ params: { id: dropping.id } })}>
                {t('channels.drop')}
              </Button>
              <Button onClick={() => setDropping(null)}>{t('do.cancel')}</Button>
            </>
          }
        >
          <p>{t('channels.dropLead', { to: dropping.to })}</p>
          <FaultBox fault={drop.fault} />
        </Dialog>
      )}
    </div>
  )
}
