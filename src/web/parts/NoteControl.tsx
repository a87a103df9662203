// The leader's pen: one button on every page; the note keeps where it was written. What is typed is kept on this machine until the server has it.
import { useQuery } from '@tanstack/react-query'
import { useRouterState } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { NOTE_URGENCIES, type NotePage, type NoteUrgency } from '../../core/note.ts'
import { keep, kept } from '../intent.ts'
import { itemsChanged, leadersQuery, notesChanged } from '../query.ts'
import { Field } from '../ui/Field.tsx'
import { Box, useTell } from '../ui/Notice.tsx'
import { useWords } from '../words/words.ts'
import { wrongIn } from './FaultBox.tsx'
import { useSession } from './session.ts'
import { WriteDialog } from './WriteDialog.tsx'
import { useWrite } from './write.ts'
import '../style/slip.css'

export function NoteControl() {
  const { t } = useWords()
  const [open, setOpen] = useState(false)
  return (
    <>
      <button type="button" className="button quiet top-note" onClick={() => setOpen(true)}>
        {t('leaderNote.write')}
      </button>
      {open && <NoteDialog onClose={() => setOpen(false)} />}
    </>
  )
}

/** /items/7f…: what the note is written on. The place that is lit in a document is no part of it. */
export function noteOn(path: string, search: string): { kind: NotePage; id: string | null; address: string } {
  const address = path + search
  const found = /^\/(items|documents)\/([0-9a-f-]{36})$/.exec(path)
  if (found) return { kind: found[1] === 'items' ? 'item' : 'document', id: found[2]!, address: path }
  const unit = path === '/items' ? /^[0-9a-f-]{36}$/.exec(new URLSearchParams(search).get('unit') ?? '') : null
  if (unit) return { kind: 'unit', id: unit[0], address }
  const kinds: Record<string, NotePage> = { '/': 'overview', '/items': 'ledger', '/circular': 'circular' }
  return { kind: kinds[path] ?? 'page', id: null, address: address.length > 500 ? path : address }
}

interface Typed {
  words: string
  urgency: NoteUrgency
  leaderId: string
}
const BLANK: Typed = { words: '', urgency: 'ordinary', leaderId: '' }

function NoteDialog({ onClose }: { onClose: () => void }) {
  const { t } = useWords()
  const tell = useTell()
  const { appointments } = useSession()
  const { pathname, searchStr } = useRouterState({ select: s => s.location })
  const on = noteOn(pathname, searchStr)
  const own = appointments.some(a => a.role === 'leader')
  const name = `note.${on.address}`
  const [typed, setTyped] = useState<Typed>(() => kept(`text.${name}`, BLANK))
  const [found] = useState(() => typed.words !== '')
  const [missing, setMissing] = useState<string | null>(null)
  const [heading] = useState(() => document.querySelector('main h1')?.textContent ?? '')
  const leaders = useQuery({ ...leadersQuery, enabled: !own })
  const set = (more: Partial<Typed>) => setTyped(old => ({ ...old, ...more }))
  useEffect(() => keep(`text.${name}`, JSON.stringify(typed) === JSON.stringify(BLANK) ? null : typed), [name, typed])
  const write = useWrite('postNote', {
    scope: name,
    onDone: () => {
      keep(`text.${name}`, null)
      notesChanged()
      itemsChanged()
      tell(t('leaderNote.done'))
      onClose()
    },
  })
  const send = () => {
    if (typed.words.trim().length < 2) return setMissing('words')
    if (!own && !typed.leaderId) return setMissing('leaderId')
    setMissing(null)
    void write.send({ body: { words: typed.words.trim(), urgency: typed.urgency, on, leaderId: own ? null : typed.leaderId } })
  }
  const wrong = (field: string): string | null => {
    if (missing === field) return t('rule.required')
    return wrongIn(t, write.fault, field)
  }
  return (
    <WriteDialog
      title={t('leaderNote.title')}
      onClose={onClose}
      onSubmit={send}
      write={write}
      does={t(own ? 'leaderNote.send' : 'leaderNote.record')}
    >
      <p className="note-on">
        <span className="muted">{t('leaderNote.on')} </span>
        {t(`leaderNote.onPage.${on.kind}`)}
        {(on.id || on.kind === 'page') && heading && (
          <>
            {' · '}
            <b>{heading}</b>
          </>
        )}
      </p>
      {found && !write.busy && !write.fault && <Box kind="info">{t('leaderNote.kept')}</Box>}
      {!own && (
        <Field
          label={t('leaderNote.leader')}
          hint={leaders.data?.leaders.length === 0 ? t('leaderNote.noLeader') : t('leaderNote.leaderHint')}
          error={wrong('leaderId')}
        >
          <select value={typed.leaderId} onChange={e => set({ leaderId: e.target.value })}>
            <option value="">{t('leaderNote.pick')}</option>
            {leaders.data?.leaders.map(l => (
              <option key={l.id} value={l.id}>
                {l.name} {l.post}
              </option>
            ))}
          </select>
        </Field>
      )}
      <Field label={t('leaderNote.words')} hint={t('leaderNote.wordsHint')} error={wrong('words')}>
        <textarea rows={6} maxLength={2000} value={typed.words} onChange={e => set({ words: e.target.value })} />
      </Field>
      <fieldset className="slip-colours">
        <legend className="field-name">{t('leaderNote.urgency')}</legend>
        {NOTE_URGENCIES.map(u => (
          <label key={u} className="check">
            <input type="radio" name="urgency" checked={typed.urgency === u} onChange={() => set({ urgency: u })} />
            {t(`leaderNote.urgencyOf.${u}`)}
          </label>
        ))}
      </fieldset>
    </WriteDialog>
  )
}
