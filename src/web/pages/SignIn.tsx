// Signing in by name and password; in the demonstration also by picking a person.
import { useQuery } from '@tanstack/react-query'
import { useRouter, useSearch } from '@tanstack/react-router'
import { type FormEvent, useEffect, useState } from 'react'
import type { SetupState } from '../../core/contract/account.ts'
import { FaultBox } from '../parts/FaultBox.tsx'
import { useWrite } from '../parts/write.ts'
import { page } from '../paths.ts'
import { client, sessionQuery, setupQuery } from '../query.ts'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import { Box } from '../ui/Notice.tsx'
import { setLang, useWords } from '../words/words.ts'
import '../style/plain.css'

/** Only a place on this site: an address from outside must not lead elsewhere after signing in. */
const localPlace = (to: string | undefined): string => (to && /^\/(?![/\\]|sign-in)/.test(to) ? to : page.overview)

export function SignIn() {
  const { t, lang } = useWords()
  const router = useRouter()
  const { to } = useSearch({ strict: false }) as { to?: string }
  const setup = useQuery(setupQuery())
  const [username, setUsername] = useState('')
  const [password, setPassword] = useState('')
  const [half, setHalf] = useState(false)
  const go = () => {
    client.removeQueries({ predicate: q => q.queryKey[0] !== 'setup' })
    void client.fetchQuery(sessionQuery).then(() => router.navigate({ href: localPlace(to) }))
  }
  const write = useWrite('signIn', { onDone: ({ next }) => (next === 'second-step' ? setHalf(true) : go()) })
  const sso = useWrite('startSso', {
    onDone: ({ url }) => {
      sessionStorage.setItem('luoshi.back', localPlace(to))
      location.assign(url)
    },
  })
  useEffect(() => {
    document.title = `${t('signIn.title')} · ${t('app.name')}`
  }, [t])

  const enter = (e: FormEvent) => {
    e.preventDefault()
    void write.send({ body: { username: username.trim(), password } })
  }

  return (
    <main className="plain-page">
      <div className="plain-top">
        <b>{t('app.name')}</b>
        <button
          type="button"
          className="button quiet"
          lang={lang === 'zh' ? 'en' : 'zh-CN'}
          onClick={() => setLang(lang === 'zh' ? 'en' : 'zh')}
        >
          {t('top.lang')}
        </button>
      </div>
      <section className="card">
        <h1>{t(half ? 'safe.second' : 'signIn.title')}</h1>
        <p className="lead">{half ? t('signIn.secondLead', { username: username.trim() }) : t('signIn.lead')}</p>
        {setup.data?.needed && <Box kind="warn">{t('signIn.setupNeeded')}</Box>}
        {half ? (
          <SecondCode onDone={go} onBack={() => setHalf(false)} />
        ) : (
          <form onSubmit={enter} noValidate>
            <Field label={t('signIn.username')}>
              <input
                name="username"
                autoComplete="username"
                autoCapitalize="none"
                required
                value={username}
                onChange={e => setUsername(e.target.value)}
              />
            </Field>
            <Field label={t('signIn.password')}>
              <input
                type="password"
                name="password"
                autoComplete="current-password"
                required
                value={password}
                onChange={e => setPassword(e.target.value)}
              />
            </Field>
            <FaultBox fault={write.fault} />
            <Button type="submit" look="primary" className="full" busy={write.busy}>
              {write.busy ? t('signIn.busy') : t('signIn.go')}
            </Button>
          </form>
        )}
        {setup.data?.sso && !half && (
          <>
            <Button className="full sso" busy={sso.busy} onClick={() => void sso.send({})}>
              {t('signIn.sso', { name: setup.data.sso })}
            </Button>
            <FaultBox fault={sso.fault} />
          </>
        )}
      </section>
      {setup.data && setup.data.demo.length > 0 && !half && (
        <DemoPeople
          people={setup.data.demo}
          onPick={body => {
            setUsername(body.username)
            void write.send({ body })
          }}
        />
      )}
    </main>
  )
}

/** The password was right; a code of the telephone's app is asked for, or a recovery code. */
function SecondCode({ onDone, onBack }: { onDone: () => void; onBack: () => void }) {
  const { t } = useWords()
  const [code, setCode] = useState('')
  const write = useWrite('secondStep', { onDone })
  return (
    <form
      noValidate
      onSubmit={e => {
        e.preventDefault()
        void write.send({ body: { code: code.replace(/\s/g, '') } })
      }}
    >
      <Field label={t('safe.code')} hint={t('signIn.codeHint')}>
        <input
          // biome-ignore lint/a11y/noAutofocus: the one field of a step that the person has just asked for
          autoFocus
          autoComplete="one-time-code"
          maxLength={32}
          value={code}
          onChange={e => setCode(e.target.value)}
        />
      </Field>
      <FaultBox fault={write.fault} />
      <Button type="submit" look="primary" className="full" busy={write.busy}>
        {t('signIn.go')}
      </Button>
      <Button look="quiet" className="full" onClick={onBack}>
        {t('signIn.backToPassword')}
      </Button>
    </form>
  )
}

type Pick = (one: { username: string; password: string }) => void

function DemoPeople({ people, onPick }: { people: SetupState['demo']; onPick: Pick }) {
  const { t } = useWords()
  return (
    <section className="card">
      <h2>{t('signIn.demo')}</h2>
      <p className="muted">{t('signIn.demoLead')}</p>
      <ul className="demo-list">
        {people.map(p => (
          <li key={p.username}>
            <button type="button" onClick={() => onPick({ username: p.username, password: p.password })}>
              <span>
                {t(`role.${p.role}`)}
                {p.unit && <small> · {p.unit}</small>}
              </span>
              <small>{p.name}</small>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
