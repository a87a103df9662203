// The first set-up: the jurisdiction and its three administrators, through the one-time link that the program printed.
import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { type FormEvent, useEffect, useState } from 'react'
import { FaultBox, wrongIn } from '../parts/FaultBox.tsx'
import { useWrite } from '../parts/write.ts'
import { page } from '../paths.ts'
import { setupQuery } from '../query.ts'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import { Box } from '../ui/Notice.tsx'
import { useWords } from '../words/words.ts'
import '../style/plain.css'

const KINDS = ['system', 'security', 'audit'] as const
const BLANK = { username: '', name: '', password: '' }

export function Setup() {
  const { t } = useWords()
  const { token, place: code } = useSearch({ strict: false }) as { token?: string; place?: string }
  const setup = useQuery(setupQuery({ place: code, token }))
  const invited = setup.data?.invited ?? null
  const [place, setPlace] = useState({ id: '', name: '' })
  const [people, setPeople] = useState({ system: BLANK, security: BLANK, audit: BLANK })
  const [done, setDone] = useState(false)
  const write = useWrite('postSetup', { onDone: () => setDone(true) })
  useEffect(() => {
    document.title = `${t('setup.title')} · ${t('app.name')}`
  }, [t])

  const wrong = (field: string): string | null => wrongIn(t, write.fault, field)
  const save = (e: FormEvent) => {
    e.preventDefault()
    if (token) void write.send({ body: { token, jurisdiction: invited ?? place, administrators: people } })
  }
  const blocked = (): string | null => {
    if (done) return t('setup.done')
    if (!setup.data || invited) return null
    if (code) return t('setup.linkSpent')
    if (!setup.data.needed) return t('setup.notNeeded')
    return token ? null : t('setup.noToken')
  }
  const notNow = blocked()

  return (
    <main className="plain-page">
      <section className="card wide">
        <h1>{t('setup.title')}</h1>
        <p className="lead">{t('setup.lead')}</p>
        {notNow ? (
          <Box
            kind={done ? 'done' : 'info'}
            action={
              (done || token || setup.data?.needed === false) && (
                <a className="button plain" href={page.signIn()}>
                  {t('signIn.title')}
                </a>
              )
            }
          >
            {notNow}
          </Box>
        ) : (
          <form onSubmit={save} noValidate>
            {invited ? (
              <p className="setup-place">
                <b>{invited.name}</b> {invited.id}
              </p>
            ) : (
              <div className="admins">
                <Field label={t('setup.place')} hint={t('setup.placeHint')} error={wrong('jurisdiction.name')}>
                  <input value={place.name} onChange={e => setPlace({ ...place, name: e.target.value })} />
                </Field>
                <Field label={t('setup.code')} hint={t('setup.codeHint')} error={wrong('jurisdiction.id')}>
                  <input inputMode="numeric" maxLength={9} value={place.id} onChange={e => setPlace({ ...place, id: e.target.value })} />
                </Field>
              </div>
            )}
            <div className="admins">
              {KINDS.map(kind => {
                const one = people[kind]
                const set = (more: Partial<typeof BLANK>) => setPeople({ ...people, [kind]: { ...one, ...more } })
                return (
                  <fieldset key={kind}>
                    <legend>{t(`setup.${kind}`)}</legend>
                    <p>{t(`setup.${kind}Lead`)}</p>
                    <Field label={t('setup.name')} error={wrong(`${kind}.name`)}>
                      <input autoComplete="off" value={one.name} onChange={e => set({ name: e.target.value })} />
                    </Field>
                    <Field label={t('setup.username')} hint={t('setup.usernameHint')} error={wrong(`${kind}.username`)}>
                      <input
                        autoComplete="off"
                        autoCapitalize="none"
                        value={one.username}
                        onChange={e => set({ username: e.target.value })}
                      />
                    </Field>
                    <Field label={t('setup.password')} hint={t('setup.passwordHint')} error={wrong(`${kind}.password`)}>
                      <input
                        type="password"
                        autoComplete="new-password"
                        value={one.password}
                        onChange={e => set({ password: e.target.value })}
                      />
                    </Field>
                  </fieldset>
                )
              })}
            </div>
            <FaultBox fault={write.fault} />
            <Button type="submit" look="primary" className="full" busy={write.busy}>
              {t('setup.go')}
            </Button>
          </form>
        )}
      </section>
    </main>
  )
}
