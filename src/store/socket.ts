// A folder for the database's socket whose path is short enough for the system.
import { createHash } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** `sun_path` holds 104 bytes on macOS and 108 on Linux; `/.s.PGSQL.5432.lock` is added to the folder. */
const LONGEST = 80

export const shortFolder = (wanted: string): string =>
  Buffer.byteLength(wanted) <= LONGEST ? wanted : join(tmpdir(), `luoshi-${createHash('sha256').update(wanted).digest('hex').slice(0, 12)}`)
