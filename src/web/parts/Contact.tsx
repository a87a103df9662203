// How one is reached outside the program: a mail address proved by a code, the day of the digest, quiet hours.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ContactView } from '../../core/contract/message.ts'
import { contactQuery } from '../query.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Field } from '../ui/Field.tsx'
import { Box, useTell } from '../ui/Notice.tsx'
import { useWords } from '../words/words.ts'
import { FaultBox, wrongIn } from './FaultBox.tsx'
import { Load } from './Load.tsx'
import { WriteDialog } from './WriteDialog.tsx'
import { useWrite } from './write.ts'
import '../style/message.css'

type Asked = 'address' | 'code' | 'remove'

export function Contact() {
  const { t } = useWords()
  const cache = useQueryClient()
  const query = useQuery(contactQuery)
  const [asked, setAsked] = useState<Asked | null>(null)
  const keep = (contact: ContactView) => cache.setQueryData(contactQuery.queryKey, contact)
  return (
    <section className="contact" aria-labelledby="contact-head">
      <h2 id="contact-head">{t('contact.title')}</h2>
      <p className="muted">{t('contact.lead')}</p>
      <Load query={query} lines={3}>
        {contact =>
          contact.mail ? (
            <>
              <dl className="pairs">
                <dt>{t('contact.address')}</dt>
                <dd>
                  <p>{contact.address ?? t('contact.none')}</p>
                  {contact.pending && <p className="muted">{t('contact.pending', { address: contact.pending })}</p>}
                  <div className="row">
                    {contact.pending && (
                      <Button look="soft" onClick={() => setAsked('code')}>
                        {t('contact.enter')}
                      </Button>
                    )}
                    <Button onClick={() => setAsked('address')}>{t(contact.address ? 'contact.change' : 'contact.set')}</Button>
                    {contact.address && <Button onClick={() => setAsked('remove')}>{t('contact.remove')}</Button>}
                  </div>
                </dd>
              </dl>
              {contact.address && <Reach contact={contact} onKeep={keep} />}
            </>
          ) : (
            <Box kind="info">{t('contact.off')}</Box>
          )
        }
      </Load>
      {asked === 'address' && (
        <AskAddress
          onClose={() => setAsked(null)}
          onDone={contact => {
            keep(contact)
            setAsked('code')
          }}
        />
      )}
      {asked === 'code' && query.data?.pending && <GiveCode address={query.data.pending} onClose={() => setAsked(null)} onDone={keep} />}
      {asked === 'remove' && query.data?.address && <Remove address={query.data.address} onClose={() => setAsked(null)} onDone={keep} />}
    </section>
  )
}

/** Minutes of the day ↔ 20:00. */
const clock = (minutes: number): string => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
const minutesOf = (text: string): number => {
  const [h = 0, m = 0] = text.split(':').map(Number)
  return h * 60 + m
}

function Reach({ contact, onKeep }: { contact: ContactView; onKeep: (contact: ContactView) => void }) {
  const { t } = useWords()
  const tell = useTell()
  const [digestDay, setDigestDay] = useState(contact.digestDay)
  const [from, setFrom] = useState(clock(contact.quietFrom))
  const [until, setUntil] = useState(clock(contact.quietUntil))
  const [daysOff, setDaysOff] = useState(contact.daysOff)
  const write = useWrite('putContact', {
    onDone: answer => {
      onKeep(answer)
      tell(t('say.saved'))
    },
  })
  return (
    <form
      onSubmit={e => {
        e.preventDefault()
        void write.send({ body: { digestDay, quietFrom: minutesOf(from), quietUntil: minutesOf(until), daysOff } })
      }}
    >
      <Field label={t('contact.digestDay')}>
        <select value={digestDay} onChange={e => setDigestDay(Number(e.target.value))}>
          {([0, 1, 2, 3, 4, 5] as const).map(day => (
            <option key={day} value={day}>
              {t(`contact.day.d${day}`)}
            </option>
          ))}
        </select>
      </Field>
      <fieldset className="checks">
        <legend>{t('contact.quiet')}</legend>
        <div className="row">
          <Field label={t('contact.from')}>
            <input type="time" required value={from} onChange={e => setFrom(e.target.value)} />
          </Field>
          <Field label={t('contact.until')}>
            <input type="time" required value={until} onChange={e => setUntil(e.target.value)} />
          </Field>
        </div>
        <label className="check">
          <input type="checkbox" checked={daysOff} onChange={e => setDaysOff(e.target.checked)} />
          {t('contact.daysOff')}
        </label>
        <p className="field-hint">{t('contact.quietHint')}</p>
      </fieldset>
      <FaultBox fault={write.fault} />
      <Button type="submit" busy={write.busy}>
        {t('do.save')}
      </Button>
    </form>
  )
}

function AskAddress({ onClose, onDone }: { onClose: () => void; onDone: (contact: ContactView) => void }) {
  const { t } = useWords()
  const [address, setAddress] = useState('')
  const write = useWrite('postAddress', { onDone })
  const wrong = wrongIn(t, write.fault, 'address')
  return (
    <WriteDialog
      title={t('contact.set')}
      onClose={onClose}
      onSubmit={() => void write.send({ body: { address: address.trim() } })}
      write={write}
      does={t('contact.send')}
      told={wrong !== null}
    >
      <Field label={t('contact.address')} error={wrong}>
        <input type="email" autoComplete="email" maxLength={120} value={address} onChange={e => setAddress(e.target.value)} />
      </Field>
    </WriteDialog>
  )
}

function GiveCode({ address, onClose, onDone }: { address: string; onClose: () => void; onDone: (contact: ContactView) => void }) {
  const { t } = useWords()
  const tell = useTell()
  const [code, setCode] = useState('')
  const write = useWrite('confirmAddress', {
    onDone: contact => {
      onDone(contact)
      tell(t('contact.confirmed'))
      onClose()
    },
  })
  const wrong = wrongIn(t, write.fault, 'code')
  return (
    <WriteDialog
      title={t('contact.enter')}
      onClose={onClose}
      onSubmit={() => void write.send({ body: { code: code.trim() } })}
      write={write}
      does={t('contact.confirm')}
      told={wrong !== null}
    >
      <p>{t('contact.sent', { address })}</p>
      <Field label={t('contact.code')} hint={t('contact.codeHint')} error={wrong}>
        <input inputMode="numeric" autoComplete="one-time-code" maxLength={6} value={code} onChange={e => setCode(e.target.value)} />
      </Field>
    </WriteDialog>
  )
}

function Remove({ address, onClose, onDone }: { address: string; onClose: () => void; onDone: (contact: ContactView) => void }) {
  const { t } = useWords()
  const tell = useTell()
  const write = useWrite('deleteAddress', {
    onDone: contact => {
      onDone(contact)
      tell(t('contact.removed'))
      onClose()
    },
  })
  return (
    <Dialog
      title={t('contact.remove')}
      onClose={onClose}
      foot={
        <>
          <Button look="danger" busy={write.busy} onClick={() => void write.send({})}>
            {t('contact.remove')}
          </Button>
          <Button onClick={onClose}>{t('do.cancel')}</Button>
        </>
      }
    >
      <p>{t('contact.removeLead', { address })}</p>
      <FaultBox fault={write.fault} />
    </Dialog>
  )
}
