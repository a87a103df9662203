// A leader's note as a target of `act`: kept with its words and its place, and taken in as a document in the same stroke; or marked as read.
import { createHash, randomUUID } from 'node:crypto'
import { may } from '../../core/access.ts'
import { dayOf } from '../../core/day.ts'
import { NOTE_AUDIENCES } from '../../core/message.ts'
import { type NotePage, type NoteUrgency, noteTitle } from '../../core/note.ts'
import { type Refusal, refuse } from '../../core/refusal.ts'
import type { Actor, Day, Unit } from '../../core/types.ts'
import type { Reading } from '../../reader/reading.ts'
import { tellLeader, tellWrites } from '../message.ts'
import type { Tx } from '../tx.ts'
import { unitsForRules } from '../unit.ts'
import type { Kind } from '../write.ts'
import { takeIn } from './document.ts'

interface NoteTarget {
  /** null writes a new one. */
  id: string | null
}

export interface NoteDraft {
  words: string
  urgency: NoteUrgency
  on: { kind: NotePage; id: string | null; address: string }
  /** Whose note it is when an officer records it; null: the actor's own. */
  leaderId: string | null
}

type NoteCommand =
  /** `text` is the note as a paper, `reading` what the reader found in it; both made from the head that `noteHead` gives. */
  ({ command: 'write'; head: NoteHead; text: string; reading: Reading } & NoteDraft) | { command: 'read'; words: string | null }

/** Who wrote, and what the page is called. */
export interface NoteHead {
  leader: string
  post: string | null
  leaderId: string
  title: string | null
}

interface State {
  units: Unit[]
  place: string
  /** Of a note that is there: whether anything came of it, and its paper. */
  over: boolean
  documentId: string | null
  title: string
}

const holds = (of: string): string => `${of}.from_day <= $2::date and (${of}.to_day is null or ${of}.to_day > $2::date)`
/** The leaders of the jurisdiction today, $2. */
export const LEADERS = `select distinct p.id, p.name, (select o.name from tenure t join post o on o.jurisdiction_id = t.jurisdiction_id and o.id = t.post_id
    where t.jurisdiction_id = p.jurisdiction_id and t.person_id = p.id and o.role = 'leader' and o.name <> '' and ${holds('t')} limit 1) as post
  from person p join appointment a on a.jurisdiction_id = p.jurisdiction_id and a.person_id = p.id
  where p.jurisdiction_id = $1 and not p.disabled and a.role = 'leader' and ${holds('a')}`

const TITLES: Partial<Record<NotePage, string>> = {
  item: `select concat_ws(' ', number, title) as title from item where jurisdiction_id = $1 and id = $2`,
  document: 'select title from document where jurisdiction_id = $1 and id = $2',
  unit: 'select name as title from unit where jurisdiction_id = $1 and id = $2',
}

/** The names that the note stands under; a Refusal when the page is not there or the leader is none. */
export async function noteHead(tx: Tx, actor: Actor, draft: NoteDraft, today: string): Promise<NoteHead | Refusal> {
  const own = actor.appointments.some(a => a.role === 'leader')
  const leaderId = draft.leaderId ?? actor.personId
  if (leaderId !== actor.personId && own) return refuse('not-allowed', { action: 'note.write' })
  const sql = TITLES[draft.on.kind]
  const [leaders, [named]] = await Promise.all([
    tx.rows<{ id: string; name: string; post: string | null }>(LEADERS, [tx.context.jurisdiction, today]),
    sql ? tx.rows<{ title: string }>(sql, [tx.context.jurisdiction, draft.on.id]) : [],
  ])
  const leader = leaders.find(l => l.id === leaderId)
  if (!leader) return refuse('invalid', { field: 'leaderId', rule: draft.leaderId ? 'leader' : 'required' })
  if (sql && !named) return refuse('not-found')
  return { leader: leader.name, post: leader.post, leaderId, title: named?.title ?? null }
}

const INSERT = `insert into note (jurisdiction_id, id, document_id, leader_id, leader, post, by_id, by_name, at, words, urgency, on_kind, on_id, on_title, address)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`

export const note: Kind<NoteTarget, NoteCommand, State, { id: string; documentId: string | null }> = {
  async load(tx, target, command, { actor }) {
    const place = tx.context.jurisdiction
    if (command.command === 'write') {
      if (!may(actor, 'note.write')) return refuse('not-allowed', { action: 'note.write' })
      const [units, [home]] = await Promise.all([
        unitsForRules(tx),
        tx.rows<{ place: string }>('select place from jurisdiction where id = $1', [place]),
      ])
      return { units, place: home?.place ?? '', over: false, documentId: null, title: '' }
    }
    // What is to be done about a note is the office's to say.
    if (!may(actor, 'item.dispatch')) return refuse('not-allowed', { action: 'item.dispatch' })
    const [found] = await tx.rows<Pick<State, 'over' | 'documentId' | 'title'>>(
      `select n.document_id, (select d.title from document d where d.jurisdiction_id = n.jurisdiction_id and d.id = n.document_id) as title,
         n.read_at is not null or exists (select 1 from document d where d.jurisdiction_id = n.jurisdiction_id and d.id = n.document_id
         and d.items > 0) as over from note n where n.jurisdiction_id = $1 and n.id = $2 for update of n`,
      [place, target.id],
    )
    return found ? { units: [], place: '', ...found } : refuse('not-found')
  },

  decide(state, target, command, moment) {
    const { actor, now } = moment
    if (command.command === 'read') {
      if (state.over) return refuse('note-over')
      return {
        value: { id: target.id!, documentId: null },
        writes: [
          [
            'update note set read_at = $3, read_by = $4, read_words = $5 where jurisdiction_id = $1 and id = $2',
            [actor.jurisdiction, target.id, now, actor.name, command.words?.trim() || null],
          ],
          tellLeader(
            { id: target.id! },
            {
              kind: 'note-read',
              itemId: null,
              documentId: state.documentId,
              number: null,
              title: state.title,
              words: command.words?.trim() || null,
              facts: {},
            },
            moment,
          ),
        ],
        entries: [record('read', target.id!, '', {})],
      }
    }
    const { head, on } = command
    const reading = datedReading(command.reading, dayOf(now))
    const paper = takeIn(state, { command: 'take-in', name: '', text: command.text, reading }, moment)
    const id = randomUUID()
    const told = {
      kind: 'note' as const,
      itemId: on.kind === 'item' ? on.id : null,
      documentId: paper.value.id,
      number: null,
      title: noteTitle({ leader: head.leader, on: head.title, day: dayOf(now) }),
      words: command.words,
      facts: { leader: head.leader },
    }
    return {
      value: { id, documentId: paper.value.id },
      writes: [
        ...paper.writes,
        ...tellWrites(NOTE_AUDIENCES, told, moment),
        [
          INSERT,
          [
            actor.jurisdiction,
            id,
            paper.value.id,
            head.leaderId,
            head.leader,
            head.post,
            actor.personId,
            actor.name,
            now,
            command.words,
            command.urgency,
            on.kind,
            on.id,
            head.title,
            on.address,
          ],
        ],
      ],
      entries: [
        record('write', id, dayOf(now), {
          documentId: paper.value.id,
          urgency: command.urgency,
          digest: createHash('sha256').update(command.words).digest('hex'),
        }),
        ...paper.entries,
      ],
    }
  },
}

/** The day of a note is the day on which it was written, whatever its words say. */
const datedReading = (reading: Reading, day: Day): Reading => ({
  ...reading,
  articles: reading.articles.map((article, at) => (at === 0 ? { ...article, date: day } : article)),
})

const record = (deed: string, id: string, summary: string, body: object) => ({
  action: `note.${deed}`,
  target: `note:${id}`,
  summary,
  body: JSON.stringify(body),
})
