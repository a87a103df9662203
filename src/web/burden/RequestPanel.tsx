// On the page of a request: what it costs and repeats, its form, who has answered, and what was merged into it.
import { useQuery } from '@tanstack/react-query'
import type { RequestView } from '../../core/contract/burden.ts'
import type { ItemView } from '../../core/contract/item.ts'
import { Go } from '../parts/Go.tsx'
import { Load } from '../parts/Load.tsx'
import { page } from '../paths.ts'
import { Box } from '../ui/Notice.tsx'
import { formatDay } from '../words/day.ts'
import { useWords } from '../words/words.ts'
import { CheckPanel } from './CheckPanel.tsx'
import { sayTime } from './hours.ts'
import { requestQuery } from './query.ts'
import { ToAnswer } from './ToAnswer.tsx'
import '../style/burden.css'

export function RequestPanel({ item }: { item: ItemView }) {
  const query = useQuery(requestQuery(item.id))
  return <Load query={query}>{view => <Panel item={item} view={view} />}</Load>
}

function Panel({ item, view }: { item: ItemView; view: RequestView }) {
  const { t, lang } = useWords()
  const stage = item.detail!.stage
  const { approver, overReason } = item.detail!.fields
  return (
    <section className="request-panel" aria-label={t('request.about')}>
      {view.savedMinutes > 0 && <Box kind="done">{t('request.saved', { time: sayTime(t, view.savedMinutes, lang) })}</Box>}
      {stage === 'out' && view.check.over.length > 0 && approver && (
        <Box kind="info">{t('request.overApproved', { name: String(approver), reason: String(overReason ?? '') })}</Box>
      )}
      <ToAnswer due={view.toAnswer} />
      <div className="request-sides">
        <div>
          {view.merged.length > 0 && (
            <>
              <h2>{t('request.mergedHere')}</h2>
              <ul>
                {view.merged.map(other => (
                  <li key={other.id}>
                    <Go to={page.item(other.id)}>{other.title}</Go>
                  </li>
                ))}
              </ul>
              <ol className="form-shown">
                {view.form
                  .filter(field => field.from !== null)
                  .map(field => (
                    <li key={field.name}>
                      <b>{field.name}</b>
                      <span className="muted">
                        {' '}
                        {[field.unit, field.period !== 'none' && t(`request.period.${field.period}`)].filter(Boolean).join(' · ')}
                      </span>
                      <span className="chip">{t('request.fieldFrom', { title: field.from! })}</span>
                    </li>
                  ))}
              </ol>
            </>
          )}
          {view.days.length > 0 && <Answers view={view} id={item.id} />}
        </div>
        <CheckPanel check={view.check} names={view.form.map(f => f.name)} />
      </div>
    </section>
  )
}

function Answers({ view, id }: { view: RequestView; id: string }) {
  const { t, lang } = useWords()
  return (
    <>
      <h2>{t('request.answers')}</h2>
      <ul className="request-days">
        {view.days.map(day => (
          <li key={day.dueOn}>
            <details>
              <summary>{t('request.day', { day: formatDay(day.dueOn, lang), n: day.answered, of: day.units })}</summary>
              <ul>
                {view.answers
                  .filter(a => a.dueOn === day.dueOn)
                  .map(a => (
                    <li key={a.unitId}>
                      <Go to={page.answerTo(id, { unit: a.unitId, due: a.dueOn })}>{a.unit}</Go>
                    </li>
                  ))}
              </ul>
            </details>
          </li>
        ))}
      </ul>
    </>
  )
}
