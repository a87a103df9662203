// The documents of the demonstration: the samples, read by the reader and taken in on their day; and the items that came of them.
import { readFileSync } from 'node:fs'
import { draftItems } from '../../core/draft.ts'
import type { Actor, Day, Unit } from '../../core/types.ts'
import { read as readText } from '../../reader/index.ts'
import type { Reading } from '../../reader/reading.ts'
import { SHIPPED_BOOK } from '../rules.ts'
import { document, summaryOf } from '../target/document.ts'
import type { Cast, Life, Task } from './history.ts'
import { carry, DEMO, record, type Story } from './story.ts'

export interface Paper {
  id: string
  number: string | null
  tasks: Task[]
}

/** Samples that were dispatched on their day; the newspaper page is left for the visitor to try. */
const PAPERS = ['plan', 'notice', 'minutes', 'circular', 'leader-note', 'half-year-report'] as const
const UNTOUCHED = 'newspaper-page'
const sample = (name: string): string => readFileSync(new URL(`../../../samples/${name}.txt`, import.meta.url), 'utf8')

export async function makeDocuments(story: Story, units: Unit[], cast: Cast): Promise<Paper[]> {
  const papers: Paper[] = []
  for (const name of [...PAPERS, UNTOUCHED]) papers.push(await makeDocument(story, name, units, cast))
  return papers
}

async function makeDocument(story: Story, name: string, units: Unit[], cast: Cast): Promise<Paper> {
  const text = sample(name)
  const reading = readText(text, { name: `${name}.txt`, today: story.today, place: DEMO.name })
  const day = reading.articles[0]?.date ?? story.last
  const on = day < story.last ? day : story.last
  const officer = cast.officers[0]!
  const number = reading.articles[0]?.number ?? null
  const now = `${on}T01:30:00.000Z`
  const done = document.decide(
    { found: null, units, place: DEMO.name, chosen: [], numbers: [], byUnit: null, wholes: [], book: SHIPPED_BOOK },
    { id: null },
    { command: 'take-in', name: `${name}.txt`, text, reading },
    { actor: officer, now },
  )
  if ('refused' in done) throw new Error(`the sample ${name} was refused: ${done.refused}`)
  await carry(story.tx, done.writes)
  record(story, done, officer, now)
  if (name === UNTOUCHED || day > story.last) return { id: done.value.id, number, tasks: [] }
  return { id: done.value.id, number, tasks: await tasksFrom(story, { id: done.value.id, text, reading, day: on }, units, cast) }
}

interface Read {
  id: string
  text: string
  reading: Reading
  /** The day on which it was dispatched. */
  day: Day
}

/** What is registered from a document: the drafts that would be chosen, with the unit that the text names or the first suggested. */
export async function tasksFrom(story: Story, { id, text, reading, day: on }: Read, units: Unit[], cast: Cast): Promise<Task[]> {
  const [row] = await story.tx.rows<{ title: string; day: Day | null }>(
    'select title, day from document where jurisdiction_id = $1 and id = $2',
    [DEMO.id, id],
  )
  const working = new Set(cast.units.map(u => u.id))
  return draftItems(reading, text, units, DEMO.name).flatMap((d): Task[] => {
    const lead = [d.leadUnitId, ...d.suggestions.map(s => s.unitId)].find(id => id && working.has(id))
    if (!d.chosen || !lead) return []
    const { span } = reading.directives[d.index]!
    const sentence = text
      .slice(...span)
      .replace(/\s*\n\s*/g, '')
      .slice(0, 2000)
    return [
      {
        day: on,
        draft: {
          title: d.title,
          topic: d.topic,
          urgency: 'ordinary',
          leadUnitId: lead,
          coUnitIds: d.coUnitIds.filter(id => id !== lead),
          dueOn: d.dueOn,
          measure: d.measure,
        },
        source: { documentId: id, documentTitle: row!.title, documentDay: row!.day, span, sentence },
      },
    ]
  })
}

/** The drafts that became items, and the documents' own records of it. */
export async function linkDocuments(story: Story, papers: Paper[], lives: Life[], officer: Actor): Promise<void> {
  const { tx } = story
  for (const { id, number } of papers) {
    const items = lives.flatMap(l => (l.item.source?.documentId === id ? [l.item] : []))
    if (!items.length) continue
    for (const item of items)
      await tx.rows(
        'update draft set item_id = $3, lead_unit_id = $4, version = version + 1 where jurisdiction_id = $1 and document_id = $2 and span = $5 and item_id is null',
        [DEMO.id, id, item.id, item.leadUnitId, item.source!.span],
      )
    await tx.rows(`update document set state = 'dispatched', items = $3, version = 2 where jurisdiction_id = $1 and id = $2`, [
      DEMO.id,
      id,
      items.length,
    ])
    const entry = {
      action: 'document.dispatch',
      target: `document:${id}`,
      summary: summaryOf(number, 'sent', items.length),
      body: JSON.stringify({ items: items.map(i => i.number) }),
    }
    record(story, { entries: [entry] }, officer, items[0]!.registeredAt!)
  }
}
