// Lights that changed because the day did, or the rules: once after midnight in Beijing, at start, and after a change of rules or calendar. Facts of items are never touched.
import { dayOf } from '../core/day.ts'
import { isOverdue, light } from '../core/light.ts'
import type { Rulebook } from '../core/rules.ts'
import type { Day, Light } from '../core/types.ts'
import type { Database } from './db.ts'
import { relightTrees } from './relighttree.ts'
import { ITEM_COLUMNS, type ItemColumns, itemOf, shownOf } from './row.ts'
import { bookOf } from './rules.ts'
import { type Counted, countedOf, tallyWrites } from './tally.ts'
import { type Tx, tell, txOf, wholeOf } from './tx.ts'

/** Small enough that no writer waits long for its item. */
const AT_ONCE = 500

const SOME = `select ${ITEM_COLUMNS}, i.light, i.reason, i.facts::text as said, i.overdue from item i
  where i.jurisdiction_id = $1 and i.id > $2 and i.open and not i.hangs order by i.id limit ${AT_ONCE} for no key update`
const SAVE = `update item i set light = n.light, reason = n.reason, facts = n.facts, overdue = n.overdue, shown = n.shown
  from unnest($2::uuid[], $3::text[], $4::text[], $5::json[], $6::boolean[], $7::text[]) as n (id, light, reason, facts, overdue, shown)
  where i.jurisdiction_id = $1 and i.id = n.id`

type Row = ItemColumns & { light: Light; reason: string; said: string; overdue: boolean }

/** Relights every jurisdiction that has not been lit on this day. Returns how many items changed. */
export async function relightAll(db: Pick<Database, 'pool'>, today: Day = dayOf(Date.now())): Promise<number> {
  const { rows } = await db.pool.query<{ id: string }>('select distinct jurisdiction_id as id from auth.login')
  let changed = 0
  for (const { id } of rows) changed += await relight(db, id, today)
  return changed
}

export async function relight(db: Pick<Database, 'pool'>, jurisdiction: string, today: Day): Promise<number> {
  const client = await db.pool.connect()
  const tx = txOf(client, wholeOf(jurisdiction))
  try {
    await tell(client, tx.context)
    const [home] = await tx.rows<{ litOn: Day | null }>('select lit_on from jurisdiction where id = $1', [jurisdiction])
    if (!home || home.litOn === today) return 0
    const book = await bookOf(tx)
    let changed = 0
    for (let after: string | null = '00000000-0000-0000-0000-000000000000'; after; ) {
      await client.query('begin')
      const step: { last: string | null; changed: number } = await relightSome(tx, after, today, book)
      await client.query('commit')
      after = step.last
      changed += step.changed
    }
    changed += await relightTrees(client, tx, today, book)
    await tx.rows('update jurisdiction set lit_on = $2 where id = $1', [jurisdiction, today])
    return changed
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}

async function relightSome(tx: Tx, after: string, today: Day, book: Rulebook): Promise<{ last: string | null; changed: number }> {
  const place = tx.context.jurisdiction
  const rows = await tx.rows<Row>(SOME, [place, after])
  const moves: { from: Counted; to: Counted }[] = []
  const columns: [ids: string[], lights: string[], reasons: string[], facts: string[], overdue: boolean[], shown: string[]] = [
    [],
    [],
    [],
    [],
    [],
    [],
  ]
  for (const { light: was, reason, said, overdue, ...row } of rows) {
    const item = itemOf(row)
    const lit = light(item, today, book.calendar, book.light)
    const late = isOverdue(item, today)
    const facts = JSON.stringify(lit.facts)
    if (lit.light === was && lit.reason === reason && facts === said && late === overdue) continue
    moves.push({ from: countedOf(item, was, overdue), to: countedOf(item, lit.light, late) })
    for (const [n, value] of [item.id, lit.light, lit.reason, facts, late, shownOf(item, lit, late)].entries())
      (columns[n] as unknown[]).push(value)
  }
  if (moves.length)
    await Promise.all([tx.rows(SAVE, [place, ...columns]), ...tallyWrites(place, moves).map(([text, values]) => tx.rows(text, values))])
  return { last: rows.length === AT_ONCE ? rows.at(-1)!.id : null, changed: moves.length }
}
