// What upper jurisdictions relayed and nobody has taken in yet, above the documents: one button makes each a document of one's own.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { RelayRow } from '../../core/contract/cascade.ts'
import { FaultBox } from '../parts/FaultBox.tsx'
import { useMay } from '../parts/session.ts'
import { useWrite } from '../parts/write.ts'
import { page } from '../paths.ts'
import { documentQuery, relaysQuery } from '../query.ts'
import { Button } from '../ui/Button.tsx'
import { useTell } from '../ui/Notice.tsx'
import { formatDay } from '../words/day.ts'
import { useWords } from '../words/words.ts'
import '../style/part.css'

export function Relays() {
  const { t } = useWords()
  const may = useMay()
  const { data } = useQuery({ ...relaysQuery, enabled: may('relay.receive') })
  const waiting = data?.relays.filter(r => !r.receivedAt && !r.recalledAt) ?? []
  if (waiting.length === 0) return null
  return (
    <section className="relays" aria-labelledby="relays">
      <h2 id="relays">{t('relays.heading', { n: waiting.length })}</h2>
      <p className="muted">{t('relays.receiveHint')}</p>
      <ul className="part-list">
        {waiting.map(relay => (
          <Line key={relay.id} relay={relay} />
        ))}
      </ul>
    </section>
  )
}

function Line({ relay }: { relay: RelayRow }) {
  const { t, lang } = useWords()
  const tell = useTell()
  const go = useNavigate()
  const cache = useQueryClient()
  const write = useWrite('receiveRelay', {
    scope: `receive.${relay.id}`,
    onDone: document => {
      cache.setQueryData(documentQuery(document.id).queryKey, document)
      for (const key of ['relays', 'documents', 'todo']) void cache.invalidateQueries({ queryKey: [key] })
      tell(t('relays.received'))
      void go({ href: page.document(document.id) })
    },
  })
  return (
    <li className="relay">
      <div>
        <b>{relay.title}</b>
        <p>{relay.sentence}</p>
        <p className="muted">
          {t('relays.by', { from: relay.from, by: relay.sentBy, at: formatDay(relay.sentAt.slice(0, 10), lang) })}
          {relay.sourceTitle && ` · 《${relay.sourceTitle}》`}
          {relay.dueOn && ` · ${t('relays.due', { day: formatDay(relay.dueOn, lang) })}`}
        </p>
        <FaultBox fault={write.fault} waiting={write.waiting} />
      </div>
      <Button
        look="primary"
        busy={write.busy}
        onClick={() => void write.send({ params: { id: relay.id } })}
        aria-label={`${t('relays.receive')} ${relay.title}`}
      >
        {t('relays.receive')}
      </Button>
    </li>
  )
}
