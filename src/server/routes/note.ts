// Leaders' notes 批示: written on any page, read as a document, dispatched by the office, and shown with what became of them.
import { may } from '../../core/access.ts'
import { dayOf } from '../../core/day.ts'
import { noteText } from '../../core/note.ts'
import { isRefusal, refuse } from '../../core/refusal.ts'
import { markingOf } from '../../intake/secrecy.ts'
import { act } from '../../store/act.ts'
import { read } from '../../store/db.ts'
import { getNote, listLeaders, listNotes } from '../../store/note.ts'
import { noteHead } from '../../store/target/note.ts'
import type { Handlers } from '../call.ts'

export const noteRoutes = {
  async listNotes({ house, actor, query }) {
    const leader = actor.appointments.some(a => a.role === 'leader') && !may(actor, 'item.dispatch')
    return read(house.db, actor, tx => listNotes(tx, query, leader ? actor.personId : null))
  },

  async listLeaders({ house, actor }) {
    return { leaders: await read(house.db, actor, tx => listLeaders(tx, dayOf(Date.now()))) }
  },

  async postNote({ house, actor, session, body, key }) {
    const level = body.words.split('\n').map(markingOf).find(Boolean)
    if (level) return refuse('file-refused', { code: 'classified', level })
    const day = dayOf(Date.now())
    const head = await read(house.db, actor, tx => noteHead(tx, actor, body, day))
    if (isRefusal(head)) return head
    const text = noteText({ leader: head.leader, post: head.post, day, on: head.title, words: body.words })
    const reading = await house.desk.do('read', { text, name: '', place: session.jurisdictionName, today: day })
    const done = await act(house.db, actor, { kind: 'note', id: null }, { command: 'write', ...body, head, text, reading }, { key })
    if (isRefusal(done)) return done
    return (await read(house.db, actor, tx => getNote(tx, done.id))) ?? refuse('not-found')
  },

  async readNote({ house, actor, params, body }) {
    const done = await act(house.db, actor, { kind: 'note', id: params.id }, { command: 'read', words: body.words })
    if (isRefusal(done)) return done
    return (await read(house.db, actor, tx => getNote(tx, params.id))) ?? refuse('not-found')
  },
} satisfies Pick<Handlers, 'listNotes' | 'listLeaders' | 'postNote' | 'readNote'>
