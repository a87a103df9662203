// A frame that is used no more: it stays for what hung from it and for the boards of those days, and what hangs from it is shown at the frame above.
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw('alter table frame add removed boolean not null default false').execute(db)
  await sql
    .raw(
      `create function used_frame(place text, frame_id uuid) returns uuid language sql stable set search_path = public, pg_temp as $$
        with recursive up as (
          select f.id, f.parent_id, f.removed from frame f where f.jurisdiction_id = place and f.id = frame_id
          union all select f.id, f.parent_id, f.removed from frame f join up on up.removed and f.id = up.parent_id where f.jurisdiction_id = place)
        select up.id from up where not up.removed $$;
      revoke all on function used_frame(text, uuid) from public;
      grant execute on function used_frame(text, uuid) to luoshi_server`,
    )
    .execute(db)
}
