// A visit on its item's page: what came of it in leads and lessons, which lessons have no action yet, and taking back what came from a document.
import { useState } from 'react'
import type { ItemView } from '../../core/contract/item.ts'
import { Go } from '../parts/Go.tsx'
import { useMay } from '../parts/session.ts'
import { page } from '../paths.ts'
import { Button } from '../ui/Button.tsx'
import { useWords } from '../words/words.ts'
import { UndoDialog } from './Taken.tsx'
import '../style/visit.css'

/** Stages of a project from which money is promised. */
const EARLY = ['lead', 'screened', 'negotiating', 'dropped']

export function VisitPanel({ item }: { item: ItemView }) {
  const { t } = useWords()
  const may = useMay()
  const [asking, setAsking] = useState(false)
  const of = (relation: string) => item.links.filter(link => link.relation === relation && link.way === 'from')
  const [leads, lessons] = [of('found-on'), of('learned-on')]
  const bare = lessons.filter(l => l.stage === 'noted')
  const signed = leads.filter(l => !EARLY.includes(l.stage ?? ''))
  const fresh = item.source !== null && item.state === 'registered' && item.timeline.every(e => e.at === item.registeredAt)
  return (
    <section className="visit-panel" aria-labelledby="visit-came">
      <h2 id="visit-came">{t('visitPanel.title')}</h2>
      <p>{t('visitPanel.leads', { n: leads.length, signed: signed.length })}</p>
      <p>
        {t('visitPanel.lessons', { n: lessons.length })}
        {bare.length > 0 && <b className="flag"> {t('visitPanel.bare', { n: bare.length })}</b>}
      </p>
      {bare.length > 0 && (
        <ul>
          {bare.map(lesson => (
            <li key={lesson.id}>
              <Go to={page.item(lesson.id)}>
                {lesson.number} {lesson.title}
              </Go>
            </li>
          ))}
        </ul>
      )}
      {fresh && may('item.archive') && <Button onClick={() => setAsking(true)}>{t('visitPage.undo')}</Button>}
      {asking && <UndoDialog id={item.id} leads={leads.length} lessons={lessons.length} onClose={() => setAsking(false)} />}
    </section>
  )
}
