// Where messages go out 消息通道: the mail server, robots of groups, what failed and why, addresses of people. Shows no word of what is sent.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ChannelList } from '../../core/contract/message.ts'
import { Addresses } from '../parts/Addresses.tsx'
import { Instant } from '../parts/Day.tsx'
import { TestBox } from '../parts/DeliveryFault.tsx'
import { Failed } from '../parts/Failed.tsx'
import { FaultBox, wrongIn } from '../parts/FaultBox.tsx'
import { Load } from '../parts/Load.tsx'
import { Robots } from '../parts/Robots.tsx'
import { Head } from '../parts/Shell.tsx'
import { useWrite } from '../parts/write.ts'
import { channelsQuery } from '../query.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Field } from '../ui/Field.tsx'
import { Box } from '../ui/Notice.tsx'
import { useWords } from '../words/words.ts'
import '../style/message.css'
import '../style/system.css'

export function Channels() {
  const { t } = useWords()
  const query = useQuery(channelsQuery)
  return (
    <>
      <Head title={t('nav.channels')} lead={t('channels.lead')} />
      <Load query={query}>
        {list => (
          <>
            <Failed failed={list.failed} />
            <Mail mail={list.mail} />
            <Robots channels={list.channels} />
            <Addresses people={list.people} />
          </>
        )}
      </Load>
    </>
  )
}

function Mail({ mail }: Pick<ChannelList, 'mail'>) {
  const { t } = useWords()
  const [testing, setTesting] = useState(false)
  return (
    <section className="channel-part" aria-labelledby="mail-head">
      <div className="part-head">
        <h2 id="mail-head">{t('channels.mail')}</h2>
        {mail.host && <Button onClick={() => setTesting(true)}>{t('channels.testMail')}</Button>}
      </div>
      {mail.host ? (
        <dl className="pairs">
          <dt>{t('channels.server')}</dt>
          <dd>{mail.host}</dd>
          <dt>{t('channels.from')}</dt>
          <dd>{mail.from}</dd>
          <dt>{t('channels.waiting')}</dt>
          <dd>{mail.waiting}</dd>
          <dt>{t('channels.lastSent')}</dt>
          <dd>{mail.lastSentAt ? <Instant at={mail.lastSentAt} /> : t('channels.never')}</dd>
        </dl>
      ) : (
        <Box kind="info">{t('channels.mailOff')}</Box>
      )}
      {testing && <TestMail onClose={() => setTesting(false)} />}
    </section>
  )
}

function TestMail({ onClose }: { onClose: () => void }) {
  const { t } = useWords()
  const [address, setAddress] = useState('')
  const write = useWrite('testMail')
  const [result, setResult] = useState<Awaited<ReturnType<typeof write.send>>>(null)
  const wrong = wrongIn(t, write.fault, 'address')
  return (
    <Dialog
      title={t('channels.testMail')}
      onClose={onClose}
      onSubmit={() => void write.send({ body: { address: address.trim() } }).then(setResult)}
      foot={
        <>
          <Button type="submit" look="primary" busy={write.busy}>
            {t('channels.testMail')}
          </Button>
          <Button onClick={onClose}>{t('do.cancel')}</Button>
        </>
      }
    >
      <Field label={t('channels.testTo')} error={wrong}>
        <input type="email" maxLength={120} value={address} onChange={e => setAddress(e.target.value)} />
      </Field>
      {!wrong && <FaultBox fault={write.fault} />}
      <TestBox result={write.busy ? null : result} />
    </Dialog>
  )
}
