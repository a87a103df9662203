// Mail addresses of people, set by the system administrator for those who do not do it themselves.
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ChannelList } from '../../core/contract/message.ts'
import { channelsQuery } from '../query.ts'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import { useTell } from '../ui/Notice.tsx'
import { useWords } from '../words/words.ts'
import { wrongIn } from './FaultBox.tsx'
import { WriteDialog } from './WriteDialog.tsx'
import { useWrite } from './write.ts'
import '../style/ledger.css'

/** Those with an address come first; the rest on demand. */
const FEW = 10

export function Addresses({ people }: Pick<ChannelList, 'people'>) {
  const { t } = useWords()
  const [all, setAll] = useState(false)
  const [editing, setEditing] = useState<ChannelList['people'][number] | null>(null)
  const shown = all ? people : people.slice(0, FEW)
  return (
    <div className="channel-part">
      <h2>{t('channels.people')}</h2>
      <p className="lead">{t('channels.peopleLead')}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className="table-box" aria-label={t('channels.people')} tabIndex={0}>
        <table className="table">
          <caption className="hidden">{t('channels.people')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('channels.person')}</th>
              <th scope="col" className="wide-only">
                {t('channels.username')}
              </th>
              <th scope="col">{t('channels.address')}</th>
              <th scope="col">
                <span className="hidden">{t('do.edit')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map(p => (
              <tr key={p.id}>
                <th scope="row" className="nowrap">
                  {p.name}
                  <span className="phone-line muted">{p.username}</span>
                </th>
                <td className="wide-only">{p.username}</td>
                <td>{p.address ?? <span className="muted">{t('channels.noAddress')}</span>}</td>
                <td>
                  <button
                    type="button"
                    className="button link"
                    aria-label={t('channels.setAddress', { name: p.name })}
                    onClick={() => setEditing(p)}
                  >
                    {t('do.edit')}
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {people.length > shown.length && <Button onClick={() => setAll(true)}>{t('channels.showAll', { n: people.length })}</Button>}
      {editing && <SetAddress person={editing} onClose={() => setEditing(null)} />}
    </div>
  )
}

function SetAddress({ person, onClose }: { person: ChannelList['people'][number]; onClose: () => void }) {
  const { t } = useWords()
  const tell = useTell()
  const cache = useQueryClient()
  const [address, setAddress] = useState(person.address ?? '')
  const write = useWrite('putMail', {
    onDone: () => {
      void cache.invalidateQueries({ queryKey: channelsQuery.queryKey })
      tell(t('say.saved'))
      onClose()
    },
  })
  const wrong = wrongIn(t, write.fault, 'address')
  return (
    <WriteDialog
      title={t('channels.setAddress', { name: person.name })}
      onClose={onClose}
      onSubmit={() => void write.send({ params: { id: person.id }, body: { address: address.trim() || null } })}
      write={write}
      told={wrong !== null}
    >
      <Field label={t('channels.address')} hint={t('channels.addressHint')} error={wrong}>
        <input type="email" maxLength={120} value={address} onChange={e => setAddress(e.target.value)} />
      </Field>
    </WriteDialog>
  )
}
