// A visit registered from a document in one step, as a target of `act`: the visit, its leads, its lessons and the figures of the place, or none of them.
import { randomUUID } from 'node:crypto'
import { may, newOf } from '../../core/access.ts'
import type { Command } from '../../core/command.ts'
import type { TakeVisitBody, VisitTaken } from '../../core/contract/visit.ts'
import type { Duplicate } from '../../core/duplicate.ts'
import type { Fields, LedgerKind } from '../../core/kind.ts'
import { printed, sentenceAround } from '../../core/printed.ts'
import { isRefusal, type Refusal, refuse } from '../../core/refusal.ts'
import type { Other } from '../../core/relation.ts'
import type { Rulebook } from '../../core/rules.ts'
import type { Source } from '../../core/types.ts'
import { alikeOf } from '../alike.ts'
import type { Entry } from '../audit.ts'
import { drawNumbers } from '../number.ts'
import { bookOf } from '../rules.ts'
import { contextOf } from '../tx.ts'
import { unknownUnit } from '../unit.ts'
import { takenVisits, type VisitSource, visitSource } from '../visitpaper.ts'
import { carried, type Move } from '../whole.ts'
import type { Done, Kind, Moment, Write } from '../write.ts'
import { nameOf } from './item.ts'
import { peerFigure } from './peerfigure.ts'
import { type Stepped, stepped } from './steps.ts'

type VisitCommand = { command: 'take' } & TakeVisitBody

interface State {
  source: VisitSource
  numbers: string[]
  byUnit: string | null
  book: Rulebook
  /** What taking the figures comes to; null: none are taken. */
  figures: Done<{ figures: number }> | null
  /** Of each lead: the projects that are like it. */
  alike: Duplicate[][]
}

export const visit: Kind<{ documentId: string }, VisitCommand, State, VisitTaken> = {
  async load(tx, { documentId }, command, moment) {
    const { actor, now } = moment
    const kinds: LedgerKind[] = [
      'visit',
      ...(command.leads.length ? (['project'] as const) : []),
      ...(command.lessons.length ? (['lesson'] as const) : []),
    ]
    if (!kinds.every(kind => may(actor, 'item.register', newOf(kind)))) return refuse('not-allowed', { action: 'item.register' })
    if (command.leadUnitId && !may(actor, 'item.dispatch')) return refuse('not-allowed', { action: 'item.dispatch' })
    const source = await visitSource(tx, documentId, true)
    if (!source) return refuse('not-found')
    const own = actor.appointments.flatMap(a => a.unitId ?? [])
    const [taken, bad, byUnit, book] = await Promise.all([
      takenVisits(tx, documentId),
      command.leadUnitId ? unknownUnit(tx, [command.leadUnitId]) : null,
      nameOf(tx, own),
      bookOf(tx),
    ])
    if (bad) return bad
    const offer = source.offers.find(o => o.event === command.event)
    if (!offer) return refuse('not-found')
    if (taken.some(t => t.span[0] === offer.span[0] && t.span[1] === offer.span[1])) return refuse('same-already')
    const alike = await Promise.all(command.leads.map(lead => alikeOf(tx, 'project', lead)))
    const figures = await figuresOf(tx, documentId, command, moment)
    if (isRefusal(figures)) return figures
    return { source, numbers: await drawNumbers(tx, now, 1 + command.leads.length + command.lessons.length), byUnit, book, figures, alike }
  },

  decide(state, { documentId }, command, moment) {
    const { source, numbers, figures } = state
    const { text, corrected: reading, title, day } = source
    const offer = source.offers.find(o => o.event === command.event)!
    const from = (span: [number, number], sentence: string): Source => ({
      documentId,
      documentTitle: title,
      documentDay: day,
      span,
      sentence,
    })
    const inside = ([start, end]: [number, number]) => start < end && end <= text.length
    if (![...command.leads, ...command.lessons].every(({ span }) => inside(span)))
      return refuse('invalid', { field: 'span', rule: 'range' })
    const stage = command.lessons.length ? 'written' : 'home'
    const id = randomUUID()
    const unit = command.leadUnitId
    const visited: Other = { id, kind: 'visit', number: numbers[0]!, title: command.title, by: [] }
    const all: One[] = [
      {
        id,
        kind: 'visit',
        title: command.title,
        fields: command.fields,
        stage,
        unit,
        source: from(offer.span, offer.sentence),
        relation: null,
      },
      ...command.leads.map(
        (lead, at): One => ({
          ...{ id: randomUUID(), kind: 'project', title: lead.title, fields: lead.fields, unit, relation: 'found-on' },
          ...{ alike: state.alike[at]!, why: lead.why },
          source: from(lead.span, sentenceAround(text, lead.span, reading.repairs)),
        }),
      ),
      ...command.lessons.map(
        (lesson): One => ({
          ...{ id: randomUUID(), kind: 'lesson', title: lesson.title, fields: { seen: lesson.seen }, unit: null, relation: 'learned-on' },
          source: from(lesson.span, printed(text, lesson.span, reading.repairs)),
        }),
      ),
    ]
    const writes: Write[] = []
    const entries: Entry[] = []
    const moves: Move[] = []
    for (const [at, one] of all.entries()) {
      const made = register(one, visited, numbers[at]!, state, moment)
      if (isRefusal(made)) return { ...made, facts: { ...made.facts, of: one.title } }
      writes.push(...made.writes)
      entries.push(...made.entries)
      moves.push(made.move)
    }
    const record: Entry = {
      action: 'visit.take',
      target: `document:${documentId}`,
      summary: numbers[0]!,
      body: JSON.stringify({ items: numbers, figures: figures?.value.figures ?? 0 }),
    }
    return {
      value: {
        id,
        number: numbers[0]!,
        leads: command.leads.length,
        lessons: command.lessons.length,
        figures: figures?.value.figures ?? 0,
      },
      writes: [...writes, ...carried([], [], moves, contextOf(moment.actor), moment.now), ...(figures?.writes ?? [])],
      entries: [record, ...entries, ...(figures?.entries ?? [])],
    }
  },
}

async function figuresOf(tx: Parameters<typeof visit.load>[0], documentId: string, { figures }: VisitCommand, moment: Moment) {
  if (!figures?.indices.length) return null
  const taking = { command: 'take' as const, documentId, ...figures }
  const state = await peerFigure.load(tx, {}, taking, moment)
  return isRefusal(state) ? state : peerFigure.decide(state, {}, taking, moment)
}

interface One {
  id: string
  kind: LedgerKind
  title: string
  fields: Fields
  stage?: string
  /** It is dispatched to it, but for the visit itself, which lies behind. */
  unit: string | null
  source: Source
  relation: 'found-on' | 'learned-on' | null
  alike?: Duplicate[]
  why?: string | null
}

function register(one: One, visited: Other, number: string, { byUnit, book }: State, moment: Moment): Stepped | Refusal {
  const draft = {
    title: one.title,
    topic: 'investment',
    urgency: 'ordinary',
    leadUnitId: one.unit,
    coUnitIds: [],
    dueOn: null,
    measure: null,
  } as const
  const detail = { kind: one.kind, fields: one.fields, ...(one.stage ? { stage: one.stage } : {}) }
  const steps: Command[] = [{ command: 'register', draft: { ...draft, coUnitIds: [] }, source: one.source, detail, why: one.why ?? null }]
  if (one.relation) steps.push({ command: 'link', relation: one.relation, to: visited.id, words: null })
  if (one.relation && one.unit) steps.push({ command: 'dispatch', clock: null })
  const hand = { ...moment, byUnit, book }
  return stepped(null, steps, hand, { ...hand, id: one.id, number, others: { [visited.id]: visited }, alike: one.alike ?? [] })
}
