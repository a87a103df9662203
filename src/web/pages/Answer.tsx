// The page behind an answer link, made for a phone: what it is and until when, the one item, and its answer. Needs no session and shows nothing else.
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { AnswerView } from '../../core/contract/link.ts'
import { call, type Fault } from '../api.ts'
import { AnswerForm } from '../parts/AnswerForm.tsx'
import { Load } from '../parts/Load.tsx'
import { client } from '../query.ts'
import { Box } from '../ui/Notice.tsx'
import { formatDay, formatInstant } from '../words/day.ts'
import { setLang, useWords } from '../words/words.ts'
import '../style/plain.css'
import '../style/item.css'
import '../style/answer.css'

export function Answer() {
  const { t, lang } = useWords()
  const token = location.hash.slice(1)
  const query = useQuery({ queryKey: ['answer', token], queryFn: () => call('getAnswer', { token }), retry: false })
  useEffect(() => {
    document.title = `${t('answer.title')} · ${t('app.name')}`
    // Another link opened in the same window changes nothing but the mark.
    const again = () => location.reload()
    addEventListener('hashchange', again)
    return () => removeEventListener('hashchange', again)
  }, [t])
  const fault = query.error as Fault | null
  return (
    <main className="plain-page answer-page">
      <div className="plain-top">
        <b>{t('app.name')}</b>
        <button
          type="button"
          className="button quiet"
          lang={lang === 'zh' ? 'en' : 'zh-CN'}
          onClick={() => void setLang(lang === 'zh' ? 'en' : 'zh')}
        >
          {t('top.lang')}
        </button>
      </div>
      {fault && (fault.code === 'link-over' || fault.code === 'link-unknown') ? (
        <Over fault={fault} />
      ) : (
        <Load query={query} title={t('answer.title')}>
          {answer => <Whole answer={answer} token={token} />}
        </Load>
      )}
    </main>
  )
}

function Whole({ answer, token }: { answer: AnswerView; token: string }) {
  const { t, lang } = useWords()
  return (
    <section className="card answer">
      <Box kind="info">
        <p>
          {t('answer.what', { office: answer.office, name: answer.forName, unit: answer.unit, until: formatInstant(answer.until, lang) })}
        </p>
        <p>{t('answer.only')}</p>
        <Call by={answer.madeBy} phone={answer.officePhone} />
      </Box>
      <h1>{answer.title}</h1>
      {answer.sentence && (
        <figure className="source">
          <blockquote>
            <p>{answer.sentence.replace(/\s*\n\s*/g, '')}</p>
          </blockquote>
          <figcaption>{t('answer.sentence')}</figcaption>
        </figure>
      )}
      <p>
        {t('answer.due')} <b>{answer.dueOn ? formatDay(answer.dueOn, lang) : t('say.unknown')}</b>
      </p>
      <AnswerForm
        answer={answer}
        token={token}
        onDone={fresh => client.setQueryData(['answer', token], fresh)}
        onStale={() => void client.invalidateQueries({ queryKey: ['answer', token] })}
      />
      {answer.answers.length > 0 && (
        <>
          <h2>{t('answer.said')}</h2>
          <ol className="timeline">
            {answer.answers.map(a => (
              <li key={a.at + a.kind} className={a.kind}>
                <p className="timeline-said">
                  {a.value !== null && t('event.reportValue', { value: a.value, unit: a.unit ?? '' })}
                  {a.kind === 'accept'
                    ? t('answer.acceptSaid')
                    : a.kind === 'submit'
                      ? t('answer.submitSaid')
                      : t('answer.percentSaid', { percent: a.percent ?? 0 })}
                </p>
                {a.words && <p className="timeline-words">{a.words}</p>}
                <p className="muted timeline-by">{formatInstant(a.at, lang)}</p>
              </li>
            ))}
          </ol>
        </>
      )}
    </section>
  )
}

/** On a phone the number is called with one touch. */
function Call({ by, phone }: { by: string; phone: string }) {
  const { t } = useWords()
  if (!phone) return <p>{t('answer.callNone', { by })}</p>
  return (
    <p>
      {t('answer.call', { by })}
      <Phone phone={phone} />
    </p>
  )
}

const Phone = ({ phone }: { phone: string }) => <a href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{phone}</a>

function Over({ fault }: { fault: Fault }) {
  const { t, lang } = useWords()
  const { why, at, office, by, phone } = fault.facts as Record<string, string | undefined>
  const known = fault.code === 'link-over' && why
  return (
    <section className="card answer" role="alert">
      <h1>{t('answer.over.title')}</h1>
      <p className="lead">
        {known ? t(`answer.over.${why as 'expired'}`, { at: at ? formatInstant(at, lang) : '' }) : t('answer.over.unknown')}
      </p>
      {known ? (
        <p>
          {t(phone ? 'answer.over.call' : 'answer.over.callNone', { office, by })}
          {phone && <Phone phone={phone} />}
        </p>
      ) : (
        <p>{t('answer.over.callUnknown')}</p>
      )}
    </section>
  )
}
