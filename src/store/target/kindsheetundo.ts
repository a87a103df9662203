// An import of a ledger's sheet, taken back as one step as a target of `act`; refused once anybody has worked on any of it.
import { may, newOf } from '../../core/access.ts'
import type { Command } from '../../core/command.ts'
import { type Fields, KIND, type Named } from '../../core/kind.ts'
import type { SheetKind } from '../../core/kindsheet/column.ts'
import { isRefusal, refuse } from '../../core/refusal.ts'
import type { Rulebook } from '../../core/rules.ts'
import type { Instant } from '../../core/types.ts'
import type { Entry } from '../audit.ts'
import { namedOf } from '../named.ts'
import { ITEM_COLUMNS, type ItemColumns, itemOf } from '../row.ts'
import { bookOf } from '../rules.ts'
import { type Counted, countedOf } from '../tally.ts'
import { contextOf, type Tx } from '../tx.ts'
import { carried, type Move } from '../whole.ts'
import type { Kind, Write } from '../write.ts'
import { nameOf } from './item.ts'
import type { ItemBefore } from './kindsheet.ts'
import { type HeldItem, stepped } from './steps.ts'

export type HeldRow = HeldItem

const HELD = `select ${ITEM_COLUMNS}, i.light, i.overdue, d.fields from item i join item_detail d on d.jurisdiction_id = i.jurisdiction_id and d.item_id = i.id
  where i.jurisdiction_id = $1 and i.kind = $2 and i.id = any($3) order by i.id for no key update of i`

/** The items under lock, with their facts. */
export async function heldItems(tx: Tx, kind: SheetKind, ids: readonly string[]): Promise<HeldRow[]> {
  if (!ids.length) return []
  const rows = await tx.rows<ItemColumns & Pick<Counted, 'light' | 'overdue'> & { fields: Fields }>(HELD, [
    tx.context.jurisdiction,
    kind,
    ids,
  ])
  return rows.map(({ light, overdue, fields, ...columns }) => {
    const item = itemOf(columns)
    return { item, counted: countedOf(item, light, overdue), fields }
  })
}

interface Import {
  name: string
  items: ItemBefore[]
  undoneAt: Instant | null
  undoneBy: string | null
}

interface State {
  found: Import
  held: Map<string, HeldRow>
  named: Named
  byUnit: string | null
  book: Rulebook
}

const FOUND = 'select name, items, undone_at, undone_by from kind_import where jurisdiction_id = $1 and kind = $2 and id = $3 for update'
const UNDONE = 'update kind_import set undone_at = $3, undone_by = $4 where jurisdiction_id = $1 and id = $2'

export const kindSheetUndo: Kind<{ of: SheetKind; id: string }, { command: 'undo' }, State, { items: number }> = {
  async load(tx, { of: kind, id }, _command, { actor }) {
    if (!may(actor, 'item.register', newOf(kind))) return refuse('not-allowed', { action: 'item.register' })
    const [found] = await tx.rows<Import>(FOUND, [actor.jurisdiction, kind, id])
    if (!found) return refuse('not-found')
    if (found.undoneAt) return refuse('import-undone', { at: found.undoneAt, by: found.undoneBy })
    const own = actor.appointments.flatMap(a => a.unitId ?? [])
    const [held, named, byUnit, book] = await Promise.all([
      heldItems(
        tx,
        kind,
        found.items.map(item => item.id),
      ),
      namedOf(
        tx,
        kind,
        found.items.flatMap(item => (item.before ? [item.before.fields] : [])),
      ),
      nameOf(tx, own),
      bookOf(tx),
    ])
    const byId = new Map(held.map(h => [h.item.id, h]))
    const worked = found.items.filter(item => byId.get(item.id)?.item.version !== item.version)
    if (worked.length)
      return refuse('worked-on', { numbers: worked.map(item => byId.get(item.id)?.item.number ?? '').join(','), n: worked.length })
    return { found, held: byId, named, byUnit, book }
  },

  decide({ found, held, named, byUnit, book }, { of: kind, id }, _command, moment) {
    const { actor, now } = moment
    const hand = { ...moment, byUnit, book }
    const writes: Write[] = []
    const entries: Entry[] = []
    const moves: Move[] = []
    for (const item of found.items) {
      const old = held.get(item.id)!
      const steps = item.before ? back(old, item.before) : gone(kind, old)
      if (steps.length === 0) continue
      const done = stepped(old, steps, hand, { ...hand, named: { ...named } })
      if (isRefusal(done)) return { ...done, facts: { ...done.facts, title: old.item.title } }
      writes.push(...done.writes)
      entries.push(...done.entries)
      moves.push(done.move)
    }
    const record: Entry = {
      action: 'kind.undo',
      target: `import:${id}`,
      summary: found.name,
      body: JSON.stringify({ kind, items: found.items.length }),
    }
    return {
      value: { items: found.items.length },
      writes: [...writes, ...carried([], [], moves, contextOf(actor), now), [UNDONE, [actor.jurisdiction, id, now, actor.name]]],
      entries: [record, ...entries],
    }
  },
}

/** Read as what a person wrote. */
const WORDS = '撤销从表格导入'

/** A number that was given stays given, so what was made stays with its history: ended where its kind has an end beside the row, and filed. */
function gone(kind: SheetKind, { item }: HeldRow): Command[] {
  const end = Object.entries(KIND[kind].stages).find(([, stage]) => stage.back && stage.needs.length === 1)
  const [why] = end?.[1].needs ?? []
  return [
    ...(item.state === 'dispatched' ? [{ command: 'withdraw' as const, words: WORDS }] : []),
    ...(end && why && KIND[kind].fields[why]!.type === 'lines'
      ? [{ command: 'move' as const, to: end[0], evidence: { [why]: WORDS }, words: WORDS, fileIds: [] }]
      : []),
    { command: 'archive' },
  ]
}

/** The stage first: what it asked for may go with it. */
const back = ({ item }: HeldRow, { stage, fields }: NonNullable<ItemBefore['before']>): Command[] => [
  ...(item.stage === stage ? [] : [{ command: 'move' as const, to: stage, evidence: {}, words: WORDS, fileIds: [] }]),
  ...(Object.keys(fields).length ? [{ command: 'amend' as const, fields, words: WORDS }] : []),
]
