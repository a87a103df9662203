// Two notes of a leader in the demonstration: one dispatched three weeks ago, one of yesterday that waits for the office.
import { addDays } from '../../core/day.ts'
import { type NoteUrgency, noteText } from '../../core/note.ts'
import { isRefusal } from '../../core/refusal.ts'
import type { Actor, Unit } from '../../core/types.ts'
import { read as readText } from '../../reader/index.ts'
import { note } from '../target/note.ts'
import type { Cast } from './history.ts'
import { type Paper, tasksFrom } from './paper.ts'
import { carry, DEMO, record, type Story } from './story.ts'

const NOTES: { ago: number; urgency: NoteUrgency; on: 'overview' | 'circular'; words: string }[] = [
  {
    ago: 21,
    urgency: 'ordinary',
    on: 'circular',
    words: '请县住房和城乡建设局牵头，县财政局配合，把背街小巷积水点位再排查一遍，30日内完成整改并报结果。请县水利局同步检查城区排涝泵站。',
  },
  {
    ago: 1,
    urgency: 'urgent',
    on: 'overview',
    words: '入冬后火险等级升高。请县应急管理局会同县林业局，5日内完成重点林区隐患排查，结果报县政府。',
  },
]

export async function makeNotes(story: Story, units: Unit[], cast: Cast): Promise<Paper[]> {
  const [found] = await story.tx.rows<{ id: string; name: string; post: string | null }>(
    `select p.id, p.name, (select o.name from tenure t join post o on o.jurisdiction_id = t.jurisdiction_id and o.id = t.post_id
       where t.jurisdiction_id = p.jurisdiction_id and t.person_id = p.id and o.name <> '' limit 1) as post
     from person p where p.jurisdiction_id = $1 and p.username = 'xianzhang'`,
    [DEMO.id],
  )
  if (!found) throw new Error('the county has no leader who could write a note')
  const actor: Actor = {
    personId: found.id,
    name: found.name,
    jurisdiction: DEMO.id,
    appointments: [{ role: 'leader', unitId: null }],
    unitIds: [],
  }
  const papers: Paper[] = []
  for (const { ago, urgency, on, words } of NOTES) {
    const day = addDays(story.today, -ago)
    const now = `${day}T00:40:00.000Z`
    const text = noteText({ leader: found.name, post: found.post, day, on: null, words })
    const reading = readText(text, { name: '', today: day, place: DEMO.name })
    const done = note.decide(
      { units, place: DEMO.name, over: false, documentId: null, title: '' },
      { id: null },
      {
        command: 'write',
        head: { leader: found.name, post: found.post, leaderId: found.id, title: null },
        words,
        urgency,
        on: { kind: on, id: null, address: on === 'overview' ? '/' : '/circular' },
        leaderId: null,
        text,
        reading,
      },
      { actor, now },
    )
    if (isRefusal(done)) throw new Error(`a note of the demonstration was refused: ${done.refused}`)
    await carry(story.tx, done.writes)
    record(story, done, actor, now)
    const id = done.value.documentId!
    papers.push({ id, number: null, tasks: ago > 7 ? await tasksFrom(story, { id, text, reading, day }, units, cast) : [] })
  }
  return papers
}
