// Figures of other places that a document tells: chosen one by one, taken with the sentence that tells them.
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useId, useState } from 'react'
import type { PeerOffers } from '../../core/contract/benchmark.ts'
import { EXEMPLARS, type Exemplar } from '../../core/peer.ts'
import { FaultBox } from '../parts/FaultBox.tsx'
import { Go } from '../parts/Go.tsx'
import { Load } from '../parts/Load.tsx'
import { useMay } from '../parts/session.ts'
import { useWrite } from '../parts/write.ts'
import { page } from '../paths.ts'
import { benchmarkChanged, documentsQuery, offersQuery } from '../query.ts'
import { Button } from '../ui/Button.tsx'
import { Combobox } from '../ui/Combobox.tsx'
import { Field } from '../ui/Field.tsx'
import { Box, useTell } from '../ui/Notice.tsx'
import { formatComputed, withUnit } from '../words/figure.ts'
import { useWords } from '../words/words.ts'
import { periodOf } from './say.ts'

type Offer = PeerOffers['offers'][number]

/** A few hundred papers are enough to choose from. */
const MOST = '200'

export function Offers({ documentId }: { documentId: string | null }) {
  const { t } = useWords()
  const go = useNavigate()
  const may = useMay()
  const heading = useId()
  const documents = useQuery({ ...documentsQuery({ size: MOST }), enabled: may('document.write') })
  if (!may('document.write')) return null
  return (
    <section aria-labelledby={heading}>
      <h2 id={heading}>{t('peers.offerTitle')}</h2>
      <p className="lead">{t('peers.offerLead')}</p>
      <Field label={t('peers.document')}>
        <Combobox
          choices={(documents.data?.documents ?? []).map(d => ({ value: d.id, label: d.title, ...(d.number ? { note: d.number } : {}) }))}
          value={documentId}
          onChange={id => void go({ href: page.peers(id ?? undefined), replace: true, resetScroll: false })}
          placeholder={t('peers.chooseDocument')}
          none={q => t('peers.noDocument', { q })}
        />
      </Field>
      {documentId && <Told key={documentId} documentId={documentId} />}
    </section>
  )
}

function Told({ documentId }: { documentId: string }) {
  const query = useQuery(offersQuery(documentId))
  return (
    <Load query={query} lines={4}>
      {told => <Choose told={told} />}
    </Load>
  )
}

function Choose({ told }: { told: PeerOffers }) {
  const { t } = useWords()
  const tell = useTell()
  const open = told.offers.filter(offer => offer.reason === null)
  const [left, setLeft] = useState<number[]>([])
  const [exemplar, setExemplar] = useState<Exemplar | ''>('domestic')
  const write = useWrite('takePeers', {
    scope: `peers.take.${told.documentId}`,
    onDone: done => {
      benchmarkChanged()
      tell(t('peers.taken', { ...done }))
    },
  })
  const chosen = open.filter(offer => !left.includes(offer.index))
  const added = chosen.some(offer => offer.peerId === null)
  if (told.offers.length === 0) return <Box kind="info">{t('peers.noOffers')}</Box>
  return (
    <fieldset className="offers">
      <legend>{t('peers.offers', { title: told.title })}</legend>
      <ul>
        {told.offers.map(offer => (
          <OneOffer
            key={offer.index}
            offer={offer}
            documentId={told.documentId}
            chosen={offer.reason === null && !left.includes(offer.index)}
            onChange={on => setLeft(on ? left.filter(i => i !== offer.index) : [...left, offer.index])}
          />
        ))}
      </ul>
      {added && (
        <Field label={t('peers.isNew')}>
          <select value={exemplar} onChange={e => setExemplar(e.target.value as Exemplar | '')}>
            {EXEMPLARS.map(kind => (
              <option key={kind} value={kind}>
                {t(`benchmark.exemplar.${kind}`)}
              </option>
            ))}
            <option value="">{t('peers.notExemplar')}</option>
          </select>
        </Field>
      )}
      <Button
        look="primary"
        busy={write.busy}
        reason={chosen.length === 0 ? t('peers.nothing') : null}
        onClick={() =>
          void write.send({
            params: { id: told.documentId },
            body: { indices: chosen.map(offer => offer.index), exemplar: exemplar || null },
          })
        }
      >
        {t('peers.takeGo', { n: chosen.length })}
      </Button>
      <FaultBox fault={write.fault} waiting={write.waiting} />
    </fieldset>
  )
}

interface OneProps {
  offer: Offer
  documentId: string
  chosen: boolean
  onChange: (on: boolean) => void
}

export function OneOffer({ offer, documentId, chosen, onChange }: OneProps) {
  const { t, lang } = useWords()
  const figure = (value: number) => withUnit(formatComputed(value, 2, lang), offer.unit ?? '', lang)
  const period = offer.year && offer.month ? periodOf({ year: offer.year, month: offer.month }, lang) : ''
  const said =
    offer.value !== null && offer.indicator
      ? t('peers.offer', { region: offer.region, indicator: offer.indicator, value: figure(offer.value), period })
      : t('peers.offerUnknown', { region: offer.region, name: offer.name, said: offer.said })
  return (
    <li>
      <label className="check">
        <input type="checkbox" checked={chosen} disabled={offer.reason !== null} onChange={e => onChange(e.target.checked)} />
        <span>
          {said}
          {offer.reason && <span className="muted"> · {t(`peers.reason.${offer.reason}`)}</span>}
          {offer.reason === null && offer.was !== null && <span className="flag">{t('peers.wasOther', { was: figure(offer.was) })}</span>}
        </span>
      </label>
      <Go className="quote" to={page.document(documentId, { at: offer.span })} lang="zh-CN">
        {offer.sentence}
      </Go>
    </li>
  )
}
