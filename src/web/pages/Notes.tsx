// Leaders' notes 批示: each with its words, where it was written, and what became of it; a leader sees his own, the office all.
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { NOTE_STANDS, type NoteView } from '../../core/contract/note.ts'
import { keep, kept } from '../intent.ts'
import { Go } from '../parts/Go.tsx'
import { Light } from '../parts/Light.tsx'
import { Load } from '../parts/Load.tsx'
import { Head } from '../parts/Shell.tsx'
import { useMay } from '../parts/session.ts'
import { WriteDialog } from '../parts/WriteDialog.tsx'
import { useWrite } from '../parts/write.ts'
import { page } from '../paths.ts'
import { itemsChanged, notesChanged, notesQuery } from '../query.ts'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import { Empty, useTell } from '../ui/Notice.tsx'
import { Pages } from '../ui/Pages.tsx'
import { formatInstant } from '../words/day.ts'
import { sayReason } from '../words/sentence.ts'
import { useWords } from '../words/words.ts'
import '../style/slip.css'

const SIZE = 50
type Filters = Partial<Record<'stand' | 'q' | 'page', string>>

export function Notes() {
  const { t } = useWords()
  const go = useNavigate()
  const filters = useSearch({ strict: false }) as Filters
  const asked = Object.fromEntries(Object.entries(filters).filter((e): e is [string, string] => Boolean(e[1])))
  const query = useQuery(notesQuery(asked))
  const change = (more: Filters) => void go({ href: page.notes({ ...filters, page: undefined, ...more }) })
  const { page: at = '1' } = filters
  const pages = Math.ceil((query.data?.total ?? 0) / SIZE)
  return (
    <>
      <Head title={t('leaderNote.list')} lead={t('leaderNote.lead')} />
      <div className="slip-filters">
        <Field label={t('slip.standHead')}>
          <select value={filters.stand ?? ''} onChange={e => change({ stand: e.target.value })}>
            <option value="">{t('slip.all')}</option>
            {NOTE_STANDS.map(s => (
              <option key={s} value={s}>
                {t(`leaderNote.stand.${s}`)}
              </option>
            ))}
          </select>
        </Field>
        <Field label={t('leaderNote.search')}>
          <input type="search" maxLength={50} defaultValue={filters.q ?? ''} onChange={e => change({ q: e.target.value.trim() })} />
        </Field>
      </div>
      <Load query={query} lines={10}>
        {({ notes }) =>
          notes.length === 0 ? (
            Object.keys(asked).length > 0 ? (
              <Empty title={t('leaderNote.emptyFiltered')} />
            ) : (
              <Empty title={t('leaderNote.empty')} lead={t('leaderNote.emptyLead')} />
            )
          ) : (
            <>
              <ul aria-label={t('leaderNote.list')} aria-busy={query.isPlaceholderData}>
                {notes.map(note => (
                  <Entry key={note.id} note={note} />
                ))}
              </ul>
              <Pages
                label={t('ledger.pages')}
                page={Number(at)}
                pages={pages}
                say={t('ledger.page', { page: at, pages })}
                prev={t('ledger.prev')}
                next={t('ledger.next')}
                onPage={p => change({ page: String(p) })}
              />
            </>
          )
        }
      </Load>
    </>
  )
}

function Entry({ note }: { note: NoteView }) {
  const { t, lang } = useWords()
  const may = useMay()
  const [reading, setReading] = useState(false)
  const where = note.on.title ?? t(`leaderNote.onPage.${note.on.kind}`)
  return (
    <li className="note-entry">
      <p className="muted">
        <span className="chip">{t(`leaderNote.stand.${note.stand}`)}</span>{' '}
        {t('leaderNote.by', { leader: note.leader, at: formatInstant(note.at, lang) })} · {t(`leaderNote.short.${note.urgency}`)}
        {note.recordedBy && ` · ${t('leaderNote.recorded', { name: note.recordedBy })}`}
      </p>
      <p className="note-words">{note.words}</p>
      <p className="muted">
        <Go to={note.on.address}>{t('leaderNote.writtenOn', { what: where })}</Go>
      </p>
      {note.read && (
        <p className="muted">
          {note.read.words
            ? t('leaderNote.saidReadWords', { by: note.read.by, at: formatInstant(note.read.at, lang), words: note.read.words })
            : t('leaderNote.saidRead', { by: note.read.by, at: formatInstant(note.read.at, lang) })}
        </p>
      )}
      {note.stand === 'waiting' &&
        (may('item.dispatch') ? (
          <div className="row">
            <Go className="button soft" to={page.document(note.documentId)}>
              {t('leaderNote.review')}
            </Go>
            <Button onClick={() => setReading(true)}>{t('leaderNote.read')}</Button>
          </div>
        ) : (
          <p className="muted">{t('leaderNote.waiting')}</p>
        ))}
      {note.items.length > 0 && (
        <ul className="rows" aria-label={t('leaderNote.items')}>
          {note.items.map(i => (
            <li key={i.id}>
              <Go to={page.item(i.id)}>
                {i.number} {i.title}
              </Go>
              <p className="muted">
                <Light light={i.light} reason={i.reason} /> {t(`state.${i.state}`)} · {i.unit} · {sayReason(t, i.reason, i.facts)}
              </p>
            </li>
          ))}
        </ul>
      )}
      {reading && <NoteRead id={note.id} onClose={() => setReading(false)} />}
    </li>
  )
}

/** 阅知: nothing is to be done, so no case is opened; the note itself stays. */
export function NoteRead({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useWords()
  const tell = useTell()
  const name = `text.note.read.${id}`
  const [words, setWords] = useState<string>(() => kept(name, ''))
  const write = useWrite('readNote', {
    onDone: () => {
      keep(name, null)
      notesChanged()
      itemsChanged()
      tell(t('leaderNote.readDone'))
      onClose()
    },
  })
  return (
    <WriteDialog
      title={t('leaderNote.readTitle')}
      onClose={onClose}
      onSubmit={() => void write.send({ params: { id }, body: { words: words.trim() || null } })}
      write={write}
      does={t('leaderNote.read')}
    >
      <p className="muted dialog-lead">{t('leaderNote.readLead')}</p>
      <Field label={t('leaderNote.readWords')} hint={t('say.optional')}>
        <textarea
          maxLength={1000}
          value={words}
          onChange={e => {
            setWords(e.target.value)
            keep(name, e.target.value || null)
          }}
        />
      </Field>
    </WriteDialog>
  )
}
