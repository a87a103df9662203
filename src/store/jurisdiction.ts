// Which jurisdictions live in this database: for jobs and commands of the program itself.
import type { Database } from './db.ts'

export async function jurisdictionsOf(db: Pick<Database, 'pool'>): Promise<string[]> {
  const { rows } = await db.pool.query<{ id: string }>('select distinct jurisdiction_id as id from auth.login order by 1')
  return rows.map(row => row.id)
}
