// A campaign or programme that ends, as a target of `act`: its open members go on with another or stay with their units, and its report is kept, all in one step.
import { createHash } from 'node:crypto'
import { may } from '../../core/access.ts'
import type { Command } from '../../core/command.ts'
import type { PartView } from '../../core/contract/cascade.ts'
import { dayOf } from '../../core/day.ts'
import { decide } from '../../core/decide.ts'
import type { Ending } from '../../core/ending.ts'
import { KIND } from '../../core/kind.ts'
import { isRefusal, refuse } from '../../core/refusal.ts'
import type { Other } from '../../core/relation.ts'
import type { Rulebook } from '../../core/rules.ts'
import type { Item } from '../../core/types.ts'
import type { Entry } from '../audit.ts'
import { type EndGround, endGround, type Frame } from '../ending.ts'
import { linkWrites } from '../relation.ts'
import { ITEM_COLUMNS, type ItemColumns, itemOf } from '../row.ts'
import { bookOf } from '../rules.ts'
import { type Counted, countedOf, tallyWrites } from '../tally.ts'
import type { Tx } from '../tx.ts'
import { partsOf } from '../whole.ts'
import type { Kind, Moment } from '../write.ts'
import { lastBy, nameOf, saveItem } from './item.ts'

interface EndingTarget {
  id: string
  /** The version that the person saw. */
  seen: number
}

interface EndingCommand {
  command: 'end'
  endings: Ending[]
  words: string | null
  /** Of the facts that the report was made from. */
  digest: string
  docx: Uint8Array
}

interface Held {
  item: Item
  counted: Counted
  parts: PartView[]
}

interface State {
  ground: EndGround
  held: Map<string, Held>
  byUnit: string | null
  book: Rulebook
}

export const digestOfEnding = ({ facts }: Pick<EndGround, 'facts'>): string =>
  createHash('sha256').update(JSON.stringify(facts)).digest('hex')

/** Parts before wholes and members before what they belong to; the frames so that nothing is linked to them meanwhile. */
const LOCK_MEMBERS = `select ${ITEM_COLUMNS}, i.light, i.overdue, i.hangs from item i where i.jurisdiction_id = $1 and i.id = any($2) order by i.id for no key update of i`
const LOCK_FRAMES = LOCK_MEMBERS.replace('for no key update', 'for update')

async function lock(tx: Tx, text: string, ids: string[]): Promise<[string, Held][]> {
  const place = tx.context.jurisdiction
  const rows = await tx.rows<ItemColumns & Pick<Counted, 'light' | 'overdue'> & { hangs: boolean }>(text, [place, ids])
  return Promise.all(
    rows.map(async ({ light, overdue, hangs, ...columns }): Promise<[string, Held]> => {
      const item = itemOf(columns)
      return [item.id, { item, counted: countedOf(item, light, overdue), parts: hangs ? await partsOf(tx, place, item.id) : [] }]
    }),
  )
}

export const ending: Kind<EndingTarget, EndingCommand, State, { id: string }> = {
  async load(tx, { id, seen }, { endings, words, digest }, { actor, now }) {
    if (!may(actor, 'campaign.end')) return refuse('not-allowed', { action: 'campaign.end' })
    const own = actor.appointments.flatMap(a => a.unitId ?? [])
    const handed = endings.filter(({ to }) => to !== null)
    const members = await lock(
      tx,
      LOCK_MEMBERS,
      handed.map(({ itemId }) => itemId),
    )
    const frames = await lock(tx, LOCK_FRAMES, [id, ...new Set(handed.flatMap(({ to }) => to ?? []))])
    const held = new Map([...members, ...frames])
    const found = held.get(id)
    if (!found) return refuse('not-found')
    if (found.item.version !== seen) return refuse('stale-version', { seen, now: found.item.version, by: await lastBy(tx, id) })
    const ground = await endGround(tx, id, endings, words, dayOf(now))
    if (isRefusal(ground)) return ground
    // What goes out under the office's name was made from these very facts.
    if (digestOfEnding(ground) !== digest) return refuse('preview-stale')
    const [byUnit, book] = await Promise.all([nameOf(tx, own), bookOf(tx)])
    return { ground, held, byUnit, book }
  },

  decide(state, { id }, { words, docx }, moment) {
    const { campaign, endings, facts, gongwen } = state.ground
    const handed = endings.flatMap(({ itemId, to }) => (to === null ? [] : [{ itemId, to }]))
    const stages = KIND[campaign.kind].stages
    const last = Object.keys(stages).find(stage => stages[stage]!.settles)!
    const ends = carryOut(state, moment, id, [{ command: 'move', to: last, evidence: {}, words, fileIds: [] }], {
      done: facts.done.length,
      handed: facts.handed.length,
      left: facts.left.length,
    })
    if (isRefusal(ends)) return ends
    const all = [ends]
    for (const { itemId, to } of handed) {
      const goes = carryOut(state, moment, itemId, [
        ...(linked(state, itemId, 'belongs-to', id) ? [unlink(id)] : []),
        ...(linked(state, itemId, 'continues', id) ? [] : [link('continues', id)]),
        ...(linked(state, itemId, 'belongs-to', to) ? [] : [link('belongs-to', to)]),
      ])
      if (isRefusal(goes)) return goes
      all.push(goes)
    }
    // 接力棒: who takes the work over continues what has ended.
    for (const taker of new Set(handed.map(({ to }) => to))) {
      if (linked(state, taker, 'continues', id)) continue
      const takes = carryOut(state, moment, taker, [link('continues', id)])
      if (isRefusal(takes)) return takes
      all.push(takes)
    }
    const sha256 = createHash('sha256').update(docx).digest('hex')
    return {
      value: { id },
      writes: [
        ...all.flatMap(({ writes }) => writes),
        [
          KEEP,
          [
            moment.actor.jurisdiction,
            id,
            facts.endedOn,
            JSON.stringify(facts),
            JSON.stringify(gongwen),
            Buffer.from(docx),
            sha256,
            moment.actor.personId,
            moment.actor.name,
            moment.now,
          ],
        ],
        ...tallyWrites(
          moment.actor.jurisdiction,
          all.map(({ move }) => move),
        ),
      ],
      entries: [
        {
          action: 'campaign.end',
          target: `item:${id}`,
          summary: campaign.number ?? '',
          body: JSON.stringify({ sha256, done: facts.done.length, handed: facts.handed.length, left: facts.left.length }),
        },
        ...all.flatMap(({ entries }) => entries),
      ] as [Entry, ...Entry[]],
    }
  },
}

const KEEP = `insert into item_ending (jurisdiction_id, item_id, ended_on, facts, gongwen, docx, sha256, by_id, by_name, at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`

const link = (relation: 'continues' | 'belongs-to', to: string): Command => ({ command: 'link', relation, to, words: null })
const unlink = (to: string): Command => ({ command: 'unlink', relation: 'belongs-to', to, words: null })

const linked = ({ ground }: State, from: string, relation: string, to: string): boolean =>
  ground.links.some(l => l.fromId === from && l.relation === relation && l.toId === to)

/** The commands on one of the locked items, one after another, and what is to be written of it. */
function carryOut({ ground, held, byUnit, book }: State, moment: Moment, id: string, steps: Command[], more: Record<string, number> = {}) {
  const { item: before, counted, parts } = held.get(id)!
  const { campaign, takers, links } = ground
  const others = Object.fromEntries(
    [campaign, ...takers].map(({ id: to, kind, number, title, stage }: Frame): [string, Other] => [
      to,
      { id: to, kind, number, title, stage, by: links.filter(l => l.fromId === id && l.toId === to).map(l => l.relation) },
    ]),
  )
  const events: Parameters<typeof saveItem>[2] = []
  let at = before
  for (const step of steps) {
    const decided = decide(at, step, { ...moment, book, fields: campaign.fields, others, settled: true })
    if (isRefusal(decided)) return decided
    at = decided.next
    events.push(...decided.events.map(event => ({ event: { ...event, facts: { ...event.facts, ...more } }, version: at.version })))
  }
  const saved = saveItem(at, before, events, { ...moment, byUnit, book }, parts)
  return {
    writes: [...saved.writes, ...linkWrites(id, steps, moment)],
    move: { from: counted, to: saved.counted },
    entries: saved.entries,
  }
}
