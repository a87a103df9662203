// What intake had to say about a document's file, shown with it for as long as it is there.
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(`alter table document add column notes json not null default '[]'`).execute(db)
}
