// Reads of what hangs together: the wholes above an item, what was relayed here, where to relay, and who did which prescribed action.
import type { ChainLink, CoverageView, RelayedFrom, RelayRow } from '../core/contract/cascade.ts'
import { coverage } from '../core/coverage.ts'
import type { State } from '../core/types.ts'
import type { Tx } from './tx.ts'
import { partsOf } from './whole.ts'

const CHAIN = `with recursive up as (
    select parent_id, parent_number, parent_title, action_id is not null or self_chosen as prescribed, 1 as depth from item_part where jurisdiction_id = $1 and child_id = $2
    union all select p.parent_id, p.parent_number, p.parent_title, false, up.depth + 1 from up
      join item_part p on p.jurisdiction_id = $1 and p.child_id = up.parent_id where up.depth < 20
  ) select parent_id as id, parent_number as number, parent_title as title, prescribed,
      exists (select 1 from item i where i.jurisdiction_id = $1 and i.id = up.parent_id) as visible from up order by depth`

/** The wholes above an item, nearest first, as far as the person may know of them. */
export async function chainOf(tx: Tx, id: string): Promise<{ chain: ChainLink[]; prescribed: boolean }> {
  const rows = await tx.rows<ChainLink & { prescribed: boolean }>(CHAIN, [tx.context.jurisdiction, id])
  return { chain: rows.map(({ prescribed: _, ...link }) => link), prescribed: rows[0]?.prescribed ?? false }
}

/** Which upper jurisdiction a document came from. */
export async function relayedFrom(tx: Tx, itemId: string): Promise<RelayedFrom | null> {
  const [row] = await tx.rows<RelayedFrom>(
    `select r.upper_name as from, r.title, r.sentence, r.source_title, r.source_day from relay r
     join item i on i.jurisdiction_id = r.lower_id and i.document_id = r.document_id where r.lower_id = $1 and i.id = $2`,
    [tx.context.jurisdiction, itemId],
  )
  return row ?? null
}

const RELAYS = `select id, upper_name as from, title, sentence, source_title, source_day, due_on, measure, sent_at, sent_by, recalled_at, received_at, document_id
  from relay where lower_id = $1`

/** What was relayed to this jurisdiction: what is still to be taken in first, then the newest. */
export const listRelays = (tx: Tx): Promise<RelayRow[]> =>
  tx.rows(`${RELAYS} order by received_at is not null or recalled_at is not null, sent_at desc limit 200`, [tx.context.jurisdiction])

export async function getRelay(tx: Tx, id: string): Promise<RelayRow | null> {
  const [row] = await tx.rows<RelayRow>(`${RELAYS} and id = $2 and recalled_at is null`, [tx.context.jurisdiction, id])
  return row ?? null
}

const ACTIONS = `select a.id, a.title, a.due_on from item_action a where a.jurisdiction_id = $1 and a.whole_id = $2 order by a.position`
/** The whole itself, or its name from a part of it that the person may see. */
const WHOLE = `select i.number, i.title from item i where i.jurisdiction_id = $1 and i.id = $2
  union all select p.parent_number, p.parent_title from item_part p where p.jurisdiction_id = $1 and p.parent_id = $2 limit 1`

/** Unit × action of one programme; null when nothing of it is to be seen. A unit sees its own row. */
export async function getCoverage(tx: Tx, id: string): Promise<CoverageView | null> {
  const [parts, actions, [whole]] = await Promise.all([
    partsOf(tx, tx.context.jurisdiction, id),
    tx.rows<{ id: string; title: string; dueOn: string | null }>(ACTIONS, [tx.context.jurisdiction, id]),
    tx.rows<{ number: string | null; title: string }>(WHOLE, [tx.context.jurisdiction, id]),
  ])
  if (!whole) return null
  const own = parts.filter(p => p.unitId && (p.actionId || p.selfChosen))
  const unitIds = [...new Set(own.map(p => p.unitId!))]
  const asked = actions.map(a => ({ ...a, unitIds: own.filter(p => p.actionId === a.id).map(p => p.unitId!) }))
  const table = coverage(
    unitIds,
    asked,
    own.map(p => ({ id: p.id, title: p.title, unitId: p.unitId!, actionId: p.actionId, state: p.state })),
  )
  const byId = new Map(own.map(p => [p.id, p]))
  return {
    id,
    number: whole.number,
    title: whole.title,
    actions: actions.map((action, at) => {
      const { asked, done, open, notBegun } = table.actions[at]!
      return { ...action, asked, done, open, notBegun }
    }),
    rows: table.rows.map(row => ({
      unitId: row.unitId,
      unit: own.find(p => p.unitId === row.unitId)?.unit ?? '—',
      asked: row.asked,
      done: row.done,
      cells: row.cells.map(({ state, itemIds }) => ({ state, items: itemIds.map(itemId => figures(byId.get(itemId)!)) })),
      selfChosen: row.selfChosen
        .map(({ id: itemId }) => byId.get(itemId)!)
        .filter(part => !isDeclined(part))
        .map(part => ({ id: part.id, title: part.title, state: part.state, percent: part.percent, light: part.light })),
    })),
  }
}

type Figured = Awaited<ReturnType<typeof partsOf>>[number]
const figures = ({ id, percent, light, overdue }: Figured) => ({ id, percent, light, overdue })
/** Filed away before it ever began. */
const isDeclined = ({ state, percent }: { state: State; percent: number }): boolean => state === 'archived' && percent < 100
