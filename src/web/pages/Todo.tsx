// What waits for the reader 待办, what is due first: accept with one click, report with two, without leaving the list.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ItemRow } from '../../core/contract/item.ts'
import type { TodoEntry } from '../../core/contract/todo.ts'
import { burdenQuery } from '../burden/query.ts'
import { ToAnswer } from '../burden/ToAnswer.tsx'
import { Relays } from '../cascade/Relays.tsx'
import { Accept } from '../parts/Accept.tsx'
import { type Asked, CommandDialog } from '../parts/CommandDialog.tsx'
import { Day } from '../parts/Day.tsx'
import { Go } from '../parts/Go.tsx'
import { Light } from '../parts/Light.tsx'
import { Load } from '../parts/Load.tsx'
import { Head } from '../parts/Shell.tsx'
import { SlipTag } from '../parts/SlipTag.tsx'
import { useMay, useSession } from '../parts/session.ts'
import { TodoGroups } from '../parts/TodoGroups.tsx'
import { page } from '../paths.ts'
import { todoQuery } from '../query.ts'
import { Button } from '../ui/Button.tsx'
import { Empty } from '../ui/Notice.tsx'
import { sayReason } from '../words/sentence.ts'
import { useWords } from '../words/words.ts'
import { NoteRead } from './Notes.tsx'
import '../style/burden.css'
import '../style/item.css'
import '../style/slip.css'

/** What is most likely done with an entry, the first being the plain next step. */
const NEXT: Partial<Record<TodoEntry['kind'], Asked[]>> = {
  'to-report': ['report', 'submit'],
  returned: ['report', 'submit'],
  'to-verify': ['close', 'return'],
  'to-decide': ['grant-extension', 'refuse-extension'],
  'to-recheck': ['recheck', 'plan-recheck'],
  'to-dispatch': ['dispatch', 'edit'],
}

/** What is done on the item's own page, by the name of the way there. */
const THERE = { 'to-adopt': 'todo.review', 'to-judge': 'todo.judge', 'to-review': 'todo.reviewRisk' } as const
const thereOf = (kind: TodoEntry['kind']) => (kind in THERE ? THERE[kind as keyof typeof THERE] : null)

/** Requests for figures that one's unit is to answer. */
function Requests() {
  const { data } = useQuery(burdenQuery())
  return data ? <ToAnswer due={data.toAnswer} /> : null
}

export function Todo() {
  const { t } = useWords()
  const may = useMay()
  const query = useQuery(todoQuery)
  const [asked, setAsked] = useState<{ item: ItemRow; command: Asked } | null>(null)
  return (
    <>
      <Head title={t('todo.title')} lead={query.data && query.data.total > 0 ? t('todo.lead', { n: query.data.total }) : ' '}>
        {may('item.report') && (
          <Go className="button plain" to={page.reports}>
            {t('reports.title')}
          </Go>
        )}
      </Head>
      <Relays />
      {may('request.answer') && <Requests />}
      <Load query={query}>
        {({ entries }) =>
          entries.length === 0 ? (
            <Empty title={t('todo.empty')} lead={t('todo.emptyLead')} />
          ) : (
            <TodoGroups
              entries={entries}
              draw={entry => (
                <Entry
                  key={entry.kind + (entry.item?.id ?? entry.document?.id)}
                  entry={entry}
                  onAsk={(item, command) => setAsked({ item, command })}
                />
              )}
            />
          )
        }
      </Load>
      {asked && <CommandDialog item={fresh(asked.item, query.data?.entries)} command={asked.command} onClose={() => setAsked(null)} />}
    </>
  )
}

/** The row as the list has it now: after another's change its version is the new one, while the dialog keeps the typed words. */
const fresh = (item: ItemRow, entries: TodoEntry[] | undefined): ItemRow => entries?.find(e => e.item?.id === item.id)?.item ?? item

function Entry({ entry, onAsk }: { entry: TodoEntry; onAsk: (item: ItemRow, command: Asked) => void }) {
  const { t } = useWords()
  const { unitIds } = useSession()
  const [reading, setReading] = useState(false)
  const { item, document, kind } = entry
  if (document)
    return (
      <li className="todo-entry">
        <p className="todo-kind">{document.note ? t('leaderNote.todo') : t(`todo.kind.${kind}`)}</p>
        <div>
          <Go to={page.document(document.id)}>
            {document.note?.urgency === 'urgent' && <b className="urgent">{t('leaderNote.short.urgent')} </b>}
            {document.title}
          </Go>
          {document.note && <p className="todo-words">{document.note.words}</p>}
          <p className="muted">{t('todo.drafts', { n: document.drafts })}</p>
        </div>
        <div className="row">
          {document.note && <Button onClick={() => setReading(true)}>{t('leaderNote.read')}</Button>}
          {document.note && reading && <NoteRead id={document.note.id} onClose={() => setReading(false)} />}
          <Go className="button soft" to={page.document(document.id)}>
            {t('todo.review')}
          </Go>
        </div>
      </li>
    )
  if (!item) return null
  const asks = (NEXT[kind] ?? []).filter(c => c !== 'submit' || mine(item, unitIds))
  const there = thereOf(kind)
  return (
    <li className="todo-entry">
      <p className="todo-kind">{t(`todo.kind.${kind}`)}</p>
      <div>
        <Go to={page.item(item.id)} className="todo-title">
          {item.urgency === 'urgent' && <b className="urgent">{t('urgency.urgent')} </b>}
          {item.title}
        </Go>
        <p className="muted">
          <Light light={item.light} reason={item.reason} /> {sayReason(t, item.reason, item.facts)}
        </p>
        <p className="muted">
          {item.number} · {item.leadUnit ?? t('say.unknown')} · {t('todo.due')} <Day day={item.dueOn} empty={t('say.unknown')} />
        </p>
        {kind === 'to-decide' && item.askedDue && (
          <p>
            <b>{t('todo.asked', { was: item.dueOn, dueOn: item.askedDue })}</b>
          </p>
        )}
        {kind === 'to-recheck' && item.recheckOn && (
          <p>
            <b>{t('todo.look', { on: item.recheckOn })}</b>
          </p>
        )}
        {kind === 'to-review' && entry.dueOn && (
          <p>
            <b>{t('todo.reviewOn', { on: entry.dueOn })}</b>
          </p>
        )}
        {entry.slip && (
          <p className="todo-slip">
            <SlipTag colour={entry.slip.colour} />
            <Go to={page.slip(entry.slip.id)} className={entry.slip.lapsed > 0 ? 'late' : undefined}>
              {entry.slip.lapsed > 0
                ? t('slip.underLapsed', { number: entry.slip.number, days: entry.slip.lapsed })
                : t('slip.under', { number: entry.slip.number, limitOn: entry.slip.limitOn })}
            </Go>
          </p>
        )}
        {entry.words && (
          <p className="todo-words" title={entry.words}>
            {entry.words}
          </p>
        )}
      </div>
      <div className="row">
        {kind === 'to-accept' && <Accept item={item} />}
        {there && (
          <Go className="button soft" to={page.item(item.id)} aria-label={t('say.label', { what: t(there), of: item.title })}>
            {t(there)}
          </Go>
        )}
        {asks.map((command, i) => (
          <Button
            key={command}
            look={i === 0 ? 'soft' : 'plain'}
            aria-label={t('say.label', { what: t(`command.${command}`), of: item.title })}
            onClick={() => onAsk(item, command)}
          >
            {t(`command.${command}`)}
          </Button>
        ))}
      </div>
    </li>
  )
}

const mine = (item: ItemRow, unitIds: string[]): boolean => item.leadUnitId !== null && unitIds.includes(item.leadUnitId)
