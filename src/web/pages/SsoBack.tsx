// Where the single sign-on leads back to: hands its answer to the server and goes on, or says why not.
import { useRouter } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { FaultBox } from '../parts/FaultBox.tsx'
import { useWrite } from '../parts/write.ts'
import { page } from '../paths.ts'
import { client, sessionQuery } from '../query.ts'
import { useWords } from '../words/words.ts'
import '../style/plain.css'

export function SsoBack() {
  const { t } = useWords()
  const router = useRouter()
  const sent = useRef(false)
  const write = useWrite('finishSso', {
    onDone: () => {
      const to = sessionStorage.getItem('luoshi.back') ?? page.overview
      sessionStorage.removeItem('luoshi.back')
      client.removeQueries({ predicate: q => q.queryKey[0] !== 'setup' })
      void client.fetchQuery(sessionQuery).then(() => router.navigate({ href: to, replace: true }))
    },
  })
  useEffect(() => {
    // An answer can be handed in once.
    if (sent.current) return
    sent.current = true
    const given = new URLSearchParams(location.search)
    const part = (name: string) => (given.get(name) === null ? {} : { [name]: given.get(name)! })
    void write.send({ body: { state: given.get('state') ?? '', ...part('code'), ...part('iss'), ...part('error') } })
  })
  return (
    <main className="plain-page">
      <section className="card">
        <h1>{t('signIn.title')}</h1>
        {write.fault ? <FaultBox fault={write.fault} /> : <p role="status">{t('signIn.busy')}</p>}
        {write.fault && (
          <p>
            <a href={page.signIn()}>{t('signIn.backToPassword')}</a>
          </p>
        )}
      </section>
    </main>
  )
}
