// Jurisdictions of this database: which there are, for jobs of the program itself, and which stand above and below one's own.
import type { JurisdictionTree } from '../core/contract/jurisdiction.ts'
import type { Instant, Level } from '../core/types.ts'
import { nobodyIn } from './account.ts'
import { type Database, read } from './db.ts'
import type { Tx } from './tx.ts'

export interface Place {
  /** Its code (GB/T 2260). */
  id: string
  name: string
  level: Level
}

export async function jurisdictionsOf(db: Pick<Database, 'pool'>): Promise<string[]> {
  const { rows } = await db.pool.query<{ id: string }>('select distinct jurisdiction_id as id from auth.login order by 1')
  return rows.map(row => row.id)
}

/** Those directly below one's own, by code. */
export const lowerJurisdictions = (tx: Tx): Promise<Place[]> =>
  tx.rows('select id, name, level from jurisdiction where parent_id = $1 order by id', [tx.context.jurisdiction])

/** The one above, or null. */
export async function upperJurisdiction(tx: Tx): Promise<Place | null> {
  const [row] = await tx.rows<Place>(
    'select u.id, u.name, u.level from jurisdiction j join jurisdiction u on u.id = j.parent_id where j.id = $1',
    [tx.context.jurisdiction],
  )
  return row ?? null
}

/** One's own, the one above, those below, and those that were invited and are still to be set up. */
export async function jurisdictionTree(tx: Tx): Promise<JurisdictionTree> {
  const [[here], upper, lower, invited] = await Promise.all([
    tx.rows<Place>('select id, name, level from jurisdiction where id = $1', [tx.context.jurisdiction]),
    upperJurisdiction(tx),
    lowerJurisdictions(tx),
    tx.rows<JurisdictionTree['invited'][number]>(
      'select code as id, name, expires_at from invitation where jurisdiction_id = $1 order by 1',
      [tx.context.jurisdiction],
    ),
  ])
  return { here: here!, upper, lower, invited }
}

/** For whom the link with this hash stands open; null when it is spent, withdrawn or too old. */
export async function openInvitation(
  db: Pick<Database, 'pool'>,
  { code, hash, now }: { code: string; hash: string; now: Instant },
): Promise<{ upperId: string; name: string } | null> {
  const [row] = await read(db, nobodyIn(code), tx => tx.rows<{ upperId: string; name: string }>(INVITATION, [code, hash, now]))
  return row ?? null
}

export const INVITATION = `select jurisdiction_id as upper_id, name from invitation where code = $1 and hash = $2 and expires_at > $3`
