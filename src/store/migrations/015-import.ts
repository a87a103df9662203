// The workbook that readings came from is kept as evidence, with what the person said about it.
import { type Kysely, sql } from 'kysely'

const setting = (name: string): string => `(select nullif(current_setting('luoshi.${name}', true), ''))`

/** Who sees every figure opens every sheet; others what they brought in themselves, as with any file. */
const STATEMENTS = [
  `alter table reading_import add column file_id uuid, add column fixes json,
     add foreign key (jurisdiction_id, file_id) references file (jurisdiction_id, id)`,
  `create index reading_import_by_file on reading_import (jurisdiction_id, sha256)`,
  `create policy file_of_import on file for select to luoshi_server using (jurisdiction_id = ${setting('jurisdiction')} and ${setting('figures')} = 'all'
     and id in (select i.file_id from reading_import i where i.jurisdiction_id = ${setting('jurisdiction')}))`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}
