// 调度: what an office goes through in its weekly meeting, by sponsoring leader: what moved, what is stuck, what is due; its minutes become a document whose tasks are read.
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import type { KindRow, WeekView } from '../../core/contract/kind.ts'
import { call } from '../api.ts'
import { keep, kept } from '../intent.ts'
import { ClockSay } from '../kind/ClockSay.tsx'
import { FaultBox } from '../parts/FaultBox.tsx'
import { Go } from '../parts/Go.tsx'
import { Light } from '../parts/Light.tsx'
import { Load } from '../parts/Load.tsx'
import { useMay, useSession, useUnits } from '../parts/session.ts'
import { useWrite } from '../parts/write.ts'
import { page } from '../paths.ts'
import { documentQuery, documentsQuery } from '../query.ts'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import { formatDay } from '../words/day.ts'
import { joined } from '../words/joined.ts'
import { stageName } from '../words/kind.ts'
import { sayEvent, sayReason } from '../words/sentence.ts'
import { useWords } from '../words/words.ts'
import '../style/project.css'

const weekQuery = (days: string) =>
  queryOptions({
    queryKey: ['ledger', 'project', 'week', days],
    queryFn: () => call('getWeek', { params: { kind: 'project' }, query: { days } }),
  })

export function Week({ filters }: { filters: Record<string, string | undefined> }) {
  const { t } = useWords()
  const go = useNavigate()
  const may = useMay()
  const days = filters.days ?? '7'
  const query = useQuery(weekQuery(days))
  return (
    <div className="project-week">
      <Field label={t('week.days')}>
        <select value={days} onChange={e => void go({ href: page.kind('project', { view: 'week', days: e.target.value }) })}>
          {['7', '14', '30'].map(n => (
            <option key={n} value={n}>
              {t('week.daysN', { n })}
            </option>
          ))}
        </select>
      </Field>
      <Load query={query} lines={12}>
        {week => <Sponsors week={week} />}
      </Load>
      {may('document.write') && <Minutes />}
    </div>
  )
}

const NOBODY = ''
const sponsorOf = (row: KindRow): string => (typeof row.fields.sponsor === 'string' ? row.fields.sponsor : NOBODY)

function Sponsors({ week }: { week: WeekView }) {
  const { t, lang } = useWords()
  const names = [...new Set([...week.moved.map(m => m.sponsor ?? NOBODY), ...[...week.stuck, ...week.due].map(sponsorOf)])].sort((a, b) =>
    a === NOBODY ? 1 : b === NOBODY ? -1 : a.localeCompare(b, 'zh-CN'),
  )
  const counts = { moved: new Set(week.moved.map(m => m.id)).size, stuck: week.stuck.length, due: week.due.length }
  return (
    <>
      <p className="project-says">{t('week.says', { ...counts, day: formatDay(week.from, lang) })}</p>
      {names.map(name => {
        const moved = Map.groupBy(
          week.moved.filter(m => (m.sponsor ?? NOBODY) === name),
          m => m.id,
        )
        return (
          <section key={name} className="project-sponsor" aria-label={name || t('week.nobody')}>
            <h2>{name || t('week.nobody')}</h2>
            <div className="project-three">
              <Part title={t('week.moved')} n={moved.size}>
                {[...moved.values()].map(events => (
                  <Moved key={events[0]!.id} events={events} />
                ))}
              </Part>
              <Stuck rows={week.stuck.filter(row => sponsorOf(row) === name)} />
              <Due rows={week.due.filter(row => sponsorOf(row) === name)} />
            </div>
          </section>
        )
      })}
    </>
  )
}

function Part({ title, n, children }: { title: string; n: number; children: React.ReactNode }) {
  const { t } = useWords()
  return (
    <div>
      <h3>
        {title} <span className="muted">{n}</span>
      </h3>
      {n === 0 ? <p className="muted">{t('week.none')}</p> : <ul>{children}</ul>}
    </div>
  )
}

function Moved({ events }: { events: WeekView['moved'] }) {
  const { t, lang } = useWords()
  const { nameOf } = useUnits()
  const { id, number, title } = events[0]!
  return (
    <li>
      <Go to={page.item(id)}>
        {number} {title}
      </Go>
      {events.slice(0, 3).map(event => (
        <p key={event.at + event.kind} className="muted">
          {joined(lang, sayEvent(t, lang, event, nameOf), event.words)}
        </p>
      ))}
    </li>
  )
}

function Stuck({ rows }: { rows: WeekView['stuck'] }) {
  const { t, lang } = useWords()
  return (
    <Part title={t('week.stuck')} n={rows.length}>
      {rows.map(row => (
        <li key={row.id}>
          <Light light={row.light} reason={row.reason} />{' '}
          <Go to={page.item(row.id)}>
            {row.number} {row.title}
          </Go>
          <p className="muted">
            {[
              `${stageName(t, 'project', row.stage)} ${t('kindPage.since', { day: formatDay(row.stageOn, lang) })}`,
              ...row.lists.map(list => t(`kind.project.list.${list as 'dead'}`)),
              ...(row.light === 'red' || row.light === 'yellow' ? [sayReason(t, row.reason, row.facts)] : []),
            ].join(t('say.semicolon'))}
          </p>
        </li>
      ))}
    </Part>
  )
}

function Due({ rows }: { rows: KindRow[] }) {
  const { t, lang } = useWords()
  return (
    <Part title={t('week.due')} n={rows.length}>
      {rows.map(row => (
        <li key={row.id}>
          <Go to={page.item(row.id)}>
            {row.number} {row.title}
          </Go>
          {row.dueOn && <p className="muted">{t('week.dueOn', { day: formatDay(row.dueOn, lang) })}</p>}
          <ClockSay kind="project" of={row} first silent />
        </li>
      ))}
    </Part>
  )
}

/** Typed here, read as every document is: its tasks are drafts to be dispatched. */
function Minutes() {
  const { t, lang } = useWords()
  const go = useNavigate()
  const cache = useQueryClient()
  const { today } = useSession()
  const [text, setText] = useState(() => kept('text.week', ''))
  useEffect(() => keep('text.week', text || null), [text])
  const title = t('week.minutesTitle', { day: formatDay(today, lang) })
  const write = useWrite('postDocument', {
    scope: 'week',
    onDone: document => {
      keep('text.week', null)
      cache.setQueryData(documentQuery(document.id).queryKey, document)
      void cache.invalidateQueries({ queryKey: ['documents'] })
      void go({ href: page.document(document.id) })
    },
  })
  const documents = useQuery(documentsQuery({ size: '100' }))
  const before = (documents.data?.documents ?? []).filter(d => d.title.includes(t('week.minutesName'))).slice(0, 5)
  return (
    <section className="project-minutes no-print" aria-labelledby="minutes">
      <h2 id="minutes">{t('week.minutes')}</h2>
      <form
        onSubmit={e => {
          e.preventDefault()
          void write.send({ body: { text: `${title}\n${text}`, name: title } })
        }}
      >
        <Field label={title} hint={t('week.minutesHint')}>
          <textarea rows={8} maxLength={100_000} value={text} onChange={e => setText(e.target.value)} />
        </Field>
        <FaultBox fault={write.fault} waiting={write.waiting} />
        <div className="row">
          <Button type="submit" look="primary" busy={write.busy} reason={text.trim().length > 3 ? null : t('week.minutesEmpty')}>
            {t('week.minutesDo')}
          </Button>
          <Go className="button plain" to={page.newDocument}>
            {t('week.minutesFile')}
          </Go>
        </div>
      </form>
      {before.length > 0 && (
        <>
          <h3>{t('week.before')}</h3>
          <ul>
            {before.map(d => (
              <li key={d.id}>
                <Go to={page.document(d.id)}>{d.title}</Go>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
