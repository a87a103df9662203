// 登记考察: the visit that a document tells of, with its sites, lessons and figures, corrected here and registered in one step.
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { EXEMPLARS, type Exemplar } from '../../core/peer.ts'
import { OneOffer } from '../benchmark/Offers.tsx'
import { keep, kept } from '../intent.ts'
import { FieldInput } from '../kind/FieldInput.tsx'
import { FaultBox, wrongIn } from '../parts/FaultBox.tsx'
import { Go } from '../parts/Go.tsx'
import { Load } from '../parts/Load.tsx'
import { Head } from '../parts/Shell.tsx'
import { useMay } from '../parts/session.ts'
import { UnitPicker } from '../parts/UnitPicker.tsx'
import { useWrite } from '../parts/write.ts'
import { page } from '../paths.ts'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import { Empty, useTell } from '../ui/Notice.tsx'
import { Lessons } from '../visit/Lessons.tsx'
import { paperQuery, visitsChanged } from '../visit/query.ts'
import { Sites } from '../visit/Sites.tsx'
import { TakenVisit } from '../visit/Taken.tsx'
import { bodyOf, JOURNEY, type Offer, takenFigures, typedOf, used } from '../visit/typed.ts'
import { useWords } from '../words/words.ts'
import '../style/visit.css'
import '../style/benchmark.css'
import '../style/kind.css'

export function VisitPaper() {
  const { id } = useParams({ strict: false }) as { id: string }
  const { t } = useWords()
  const query = useQuery(paperQuery(id))
  return (
    <Load query={query} title={t('visitPage.title')}>
      {({ title, visits }) => (
        <article className="visit">
          <Head title={t('visitPage.title')} lead={<Go to={page.document(id)}>《{title}》</Go>} />
          {visits.length === 0 && <Empty title={t('visitPage.none')} lead={t('visitPage.noneLead')} />}
          {visits.map(offer => (
            <section key={offer.event} aria-label={offer.title}>
              {offer.taken ? <TakenVisit taken={offer.taken} /> : <Take documentId={id} offer={offer} />}
            </section>
          ))}
        </article>
      )}
    </Load>
  )
}

function Take({ documentId, offer }: { documentId: string; offer: Offer }) {
  const { t } = useWords()
  const tell = useTell()
  const go = useNavigate()
  const may = useMay()
  const name = `text.visit.${documentId}.${offer.event}`
  const [typed, setTyped] = useState(() => kept(name, typedOf(offer)))
  const [touched, setTouched] = useState(false)
  useEffect(() => {
    if (touched) keep(name, typed)
  }, [name, typed, touched])
  const set = (more: Partial<typeof typed>) => {
    setTouched(true)
    setTyped(old => ({ ...old, ...more }))
  }
  const write = useWrite('takeVisit', {
    scope: `visit.take.${documentId}.${offer.event}`,
    onDone: done => {
      keep(name, null)
      visitsChanged()
      tell(t('visitPage.done', { ...done }))
      void go({ href: page.item(done.id) })
    },
  })
  const lessons = typed.lessons.filter(l => l.on)
  const figures = takenFigures(offer, typed)
  const told = offer.figures.filter(f => f.reason !== 'unknown-indicator')
  const leads = used(typed, 'lead')
  const bare = leads.some(s => !s.investor?.trim() || !s.name.trim())
  const missing = write.fault?.code === 'evidence-missing' ? String(write.fault.facts.fields).split(',') : []
  const wrong = (field: string): string | null => {
    return missing.includes(field) ? t('rule.required') : wrongIn(t, write.fault, field)
  }
  const counts = { leads: leads.length, cases: used(typed, 'case').length, lessons: lessons.length, figures: figures.length }
  return (
    <form
      noValidate
      onSubmit={e => {
        e.preventDefault()
        if (!bare) void write.send({ params: { id: documentId }, body: bodyOf(offer, typed) })
      }}
    >
      <h2>{t('visitPage.journey')}</h2>
      <div className="visit-journey">
        <Field label={t('kind.visit.title')}>
          <input required maxLength={120} value={typed.title} onChange={e => set({ title: e.target.value })} />
        </Field>
        {JOURNEY.map(field => (
          <FieldInput
            key={field}
            kind="visit"
            name={field}
            value={typed.fields[field]}
            needed={field === 'place' || field === 'to'}
            error={wrong(field)}
            onChange={value => set({ fields: { ...typed.fields, [field]: value } })}
          />
        ))}
        {may('item.dispatch') && (
          <Field label={t('visitPage.unit')} hint={t('visitPage.unitHint')}>
            <UnitPicker value={typed.leadUnitId} onChange={leadUnitId => set({ leadUnitId })} />
          </Field>
        )}
      </div>
      <h2>{t('visitPage.sites', { n: offer.sites.filter(s => s.seen).length })}</h2>
      <p className="lead">{t('visitPage.sitesLead')}</p>
      <Sites documentId={documentId} sites={typed.sites} onChange={sites => set({ sites })} />
      {typed.lessons.length > 0 && (
        <>
          <h2>{t('visitPage.lessons', { n: typed.lessons.length })}</h2>
          <p className="lead">{t('visitPage.lessonsLead')}</p>
          <Lessons lessons={typed.lessons} onChange={next => set({ lessons: next })} />
        </>
      )}
      {offer.figures.length > 0 && (
        <fieldset className="offers">
          <legend>{t('visitPage.figures')}</legend>
          <ul>
            {told.map(figure => (
              <OneOffer
                key={figure.index}
                offer={figure}
                documentId={documentId}
                chosen={figures.includes(figure)}
                onChange={on => set({ left: on ? typed.left.filter(i => i !== figure.index) : [...typed.left, figure.index] })}
              />
            ))}
          </ul>
          {offer.figures.length > told.length && (
            <p className="muted">{t('visitPage.unmeasured', { n: offer.figures.length - told.length })}</p>
          )}
          {figures.some(f => f.peerId === null) && (
            <Field label={t('peers.isNew')}>
              <select value={typed.exemplar ?? ''} onChange={e => set({ exemplar: (e.target.value || null) as Exemplar | null })}>
                {EXEMPLARS.map(kind => (
                  <option key={kind} value={kind}>
                    {t(`benchmark.exemplar.${kind}`)}
                  </option>
                ))}
                <option value="">{t('peers.notExemplar')}</option>
              </select>
            </Field>
          )}
        </fieldset>
      )}
      <FaultBox fault={write.fault} waiting={write.waiting} />
      <div className="visit-foot">
        <Button look="primary" type="submit" busy={write.busy} reason={bare ? t('visitPage.bare') : null}>
          {t('visitPage.go')}
        </Button>
        <p>{t('visitPage.will', counts)}</p>
      </div>
    </form>
  )
}
