// How one signs in: the second step, single sign-on, and the devices that are signed in now. No log-ins are counted anywhere.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Answer } from '../api.ts'
import { client, signInQuery } from '../query.ts'
import { Button } from '../ui/Button.tsx'
import { useTell } from '../ui/Notice.tsx'
import { formatInstant } from '../words/day.ts'
import { useWords } from '../words/words.ts'
import { FaultBox } from './FaultBox.tsx'
import { Load } from './Load.tsx'
import { SecondStep } from './SecondStep.tsx'
import { useWrite } from './write.ts'

const again = () => void client.invalidateQueries({ queryKey: signInQuery.queryKey })

export function SignInSettings() {
  const { t } = useWords()
  const query = useQuery(signInQuery)
  return (
    <section className="sign-in-settings" aria-labelledby="sign-in-settings">
      <h2 id="sign-in-settings">{t('safe.title')}</h2>
      <Load query={query} lines={3}>
        {view => (
          <>
            <Second on={view.secondStep} />
            {view.sso && <Sso {...view.sso} />}
            <h3>{t('safe.devices')}</h3>
            <ul className="devices">
              {view.sessions.map(session => (
                <DeviceRow key={session.id} session={session} />
              ))}
            </ul>
          </>
        )}
      </Load>
    </section>
  )
}

function Second({ on }: { on: boolean }) {
  const { t } = useWords()
  const [open, setOpen] = useState(false)
  return (
    <div className="safe-row">
      <p>
        <b>{t('safe.second')}</b> {t(on ? 'safe.secondOn' : 'safe.secondOff')}
      </p>
      <Button onClick={() => setOpen(true)}>{t(on ? 'safe.secondEnd' : 'safe.secondBegin')}</Button>
      {open && <SecondStep on={on} onClose={() => setOpen(false)} onDone={again} />}
    </div>
  )
}

function Sso({ name, linked }: { name: string; linked: boolean }) {
  const { t } = useWords()
  const write = useWrite('linkSso', {
    onDone: ({ url }) => {
      sessionStorage.setItem('luoshi.back', '/me')
      location.assign(url)
    },
  })
  return (
    <div className="safe-row">
      <p>
        <b>{name}</b> {t(linked ? 'safe.ssoLinked' : 'safe.ssoNot')}
      </p>
      {!linked && (
        <Button busy={write.busy} onClick={() => void write.send({})}>
          {t('safe.ssoLink')}
        </Button>
      )}
      <FaultBox fault={write.fault} />
    </div>
  )
}

function DeviceRow({ session: s }: { session: Answer<'getSignIn'>['sessions'][number] }) {
  const { t, lang } = useWords()
  const tell = useTell()
  const write = useWrite('revokeSession', {
    onDone: () => {
      tell(t('safe.revoked'))
      again()
    },
  })
  const device = t('safe.device', { browser: t(`safe.browser.${s.browser}`), system: t(`safe.system.${s.system}`) })
  return (
    <li>
      <p>
        {device} {s.current && <b className="chip">{t('safe.current')}</b>}
        <small className="muted">
          {t('safe.used', { at: formatInstant(s.usedAt, lang), place: t(`safe.place.${s.place}`) })}
          {s.address && s.place !== 'here' && ` ${s.address}`}
        </small>
      </p>
      {!s.current && (
        <button
          type="button"
          className="button link"
          aria-label={t('safe.revokeOne', { device })}
          onClick={() => void write.send({ params: { id: s.id } })}
        >
          {t('safe.revoke')}
        </button>
      )}
      <FaultBox fault={write.fault} />
    </li>
  )
}
