// The jurisdictions below one's own: invited by a one-time link, set up by their own three administrators; a link can be renewed and withdrawn.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Invitation } from '../../core/contract/jurisdiction.ts'
import { levelOf } from '../../core/jurisdiction.ts'
import { FaultBox, wrongIn } from '../parts/FaultBox.tsx'
import { Load } from '../parts/Load.tsx'
import { Head } from '../parts/Shell.tsx'
import { WriteDialog } from '../parts/WriteDialog.tsx'
import { useWrite } from '../parts/write.ts'
import { page } from '../paths.ts'
import { placesQuery } from '../query.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Field } from '../ui/Field.tsx'
import { Box, Empty, useTell } from '../ui/Notice.tsx'
import { formatInstant } from '../words/day.ts'
import { useWords } from '../words/words.ts'
import '../style/ledger.css'
import '../style/system.css'

interface Named {
  id: string
  name: string
}

export function Places() {
  const { t } = useWords()
  const query = useQuery(placesQuery)
  const [inviting, setInviting] = useState<Named | null>(null)
  const [withdrawing, setWithdrawing] = useState<Named | null>(null)
  return (
    <>
      <Head title={t('place.title')} lead={t('place.lead')}>
        <Button look="primary" onClick={() => setInviting({ id: '', name: '' })}>
          {t('place.invite')}
        </Button>
      </Head>
      <Load query={query}>
        {({ here, upper, lower, invited }) => (
          <>
            <p className="muted place-here">
              {t('place.here', { name: here.name, code: here.id, level: t(`place.level.${here.level}`) })}
              {upper && ` ${t('place.upper', { name: upper.name })}`}
            </p>
            {lower.length + invited.length === 0 ? (
              <Empty title={t('place.none')} lead={t('place.noneLead')} />
            ) : (
              // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
              <section className="table-box" aria-label={t('place.title')} tabIndex={0}>
                <table className="table system">
                  <caption className="hidden">{t('place.title')}</caption>
                  <thead>
                    <tr>
                      <th scope="col">{t('setup.place')}</th>
                      <th scope="col" className="wide-only">
                        {t('setup.code')}
                      </th>
                      <th scope="col" className="wide-only">
                        {t('place.levelHead')}
                      </th>
                      <th scope="col">{t('system.status')}</th>
                      <th scope="col">
                        <span className="hidden">{t('do.edit')}</span>
                      </th>
                    </tr>
                  </thead>
                  <tbody>
                    {lower.map(p => (
                      <tr key={p.id}>
                        <th scope="row">
                          {p.name}
                          <span className="phone-line muted">{p.id}</span>
                        </th>
                        <td className="wide-only">{p.id}</td>
                        <td className="wide-only">{t(`place.level.${p.level}`)}</td>
                        <td>{t('place.ready')}</td>
                        <td />
                      </tr>
                    ))}
                    {invited.map(p => (
                      <Invited key={p.id} place={p} onRenew={() => setInviting(p)} onWithdraw={() => setWithdrawing(p)} />
                    ))}
                  </tbody>
                </table>
              </section>
            )}
          </>
        )}
      </Load>
      {inviting && <Invite place={inviting} onClose={() => setInviting(null)} />}
      {withdrawing && <Withdraw place={withdrawing} onClose={() => setWithdrawing(null)} />}
    </>
  )
}

function Invited({ place: p, onRenew, onWithdraw }: { place: Named & { expiresAt: string }; onRenew: () => void; onWithdraw: () => void }) {
  const { t, lang } = useWords()
  const over = Date.parse(p.expiresAt) <= Date.now()
  return (
    <tr className="off">
      <th scope="row">
        {p.name}
        <span className="phone-line muted">{p.id}</span>
      </th>
      <td className="wide-only">{p.id}</td>
      <td className="wide-only">{t(`place.level.${levelOf(p.id)}`)}</td>
      <td>{over ? t('place.expired') : t('place.waiting', { until: formatInstant(p.expiresAt, lang) })}</td>
      <td className="place-do">
        <button type="button" className="button link" aria-label={t('say.label', { what: t('place.renew'), of: p.name })} onClick={onRenew}>
          {t('place.renew')}
        </button>
        <button
          type="button"
          className="button link"
          aria-label={t('say.label', { what: t('place.withdraw'), of: p.name })}
          onClick={onWithdraw}
        >
          {t('place.withdraw')}
        </button>
      </td>
    </tr>
  )
}

function useChanged(): () => void {
  const cache = useQueryClient()
  return () => void cache.invalidateQueries({ queryKey: placesQuery.queryKey })
}

/** The link is shown once: only its hash is kept. */
function Invite({ place, onClose }: { place: Named; onClose: () => void }) {
  const { t, lang } = useWords()
  const tell = useTell()
  const changed = useChanged()
  const [name, setName] = useState(place.name)
  const [id, setId] = useState(place.id)
  const [made, setMade] = useState<Invitation | null>(null)
  const write = useWrite('postInvitation', {
    onDone: answer => {
      setMade(answer)
      changed()
    },
  })
  const wrong = (field: string): string | null => wrongIn(t, write.fault, field)
  const link = made && `${location.origin}${page.setup(made)}`
  if (made && link)
    return (
      <Dialog
        title={t('place.linkTitle', { name: made.name })}
        onClose={onClose}
        wide
        foot={
          <>
            <Button look="primary" onClick={() => void navigator.clipboard.writeText(link).then(() => tell(t('place.copied')))}>
              {t('place.copy')}
            </Button>
            <Button onClick={onClose}>{t('do.close')}</Button>
          </>
        }
      >
        <Box kind="warn">{t('place.once', { until: formatInstant(made.expiresAt, lang) })}</Box>
        <Field label={t('place.link')}>
          <textarea readOnly rows={3} className="link-shown" value={link} onFocus={e => e.target.select()} />
        </Field>
      </Dialog>
    )
  return (
    <WriteDialog
      title={place.id ? t('place.renewTitle', { name: place.name }) : t('place.invite')}
      onClose={onClose}
      onSubmit={() => void write.send({ body: { id, name } })}
      write={write}
      does={t('place.make')}
    >
      {place.id && <p className="muted dialog-lead">{t('place.renewLead')}</p>}
      <Field label={t('setup.place')} hint={t('place.nameHint')} error={wrong('name')}>
        <input maxLength={40} value={name} onChange={e => setName(e.target.value)} />
      </Field>
      <Field label={t('setup.code')} hint={t('place.codeHint')} error={wrong('id')}>
        <input inputMode="numeric" maxLength={9} readOnly={place.id !== ''} value={id} onChange={e => setId(e.target.value.trim())} />
      </Field>
    </WriteDialog>
  )
}

function Withdraw({ place, onClose }: { place: Named; onClose: () => void }) {
  const { t } = useWords()
  const changed = useChanged()
  const write = useWrite('deleteInvitation', {
    onDone: () => {
      changed()
      onClose()
    },
  })
  return (
    <Dialog
      title={t('place.withdrawTitle', { name: place.name })}
      onClose={onClose}
      foot={
        <>
          <Button look="primary" busy={write.busy} onClick={() => void write.send({ params: { id: place.id } })}>
            {t('place.withdraw')}
          </Button>
          <Button onClick={onClose}>{t('do.cancel')}</Button>
        </>
      }
    >
      <p>{t('place.withdrawLead')}</p>
      <FaultBox fault={write.fault} />
    </Dialog>
  )
}
