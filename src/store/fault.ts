// What can be wrong with the machine or the data directory, each with a sentence that says what to do. Thrown; never a rule's "no".
export type FaultCode =
  | 'data-in-use'
  | 'data-not-writable'
  | 'data-not-reachable'
  | 'disk-full'
  | 'version-mismatch'
  | 'platform-missing'
  | 'database-unreachable'
  | 'database-rights'
  | 'database-failed'
  | 'no-database'
  | 'target-exists'
  | 'no-backup'

const SENTENCES: Record<FaultCode, (facts: Record<string, string | number>) => string> = {
  'data-in-use': f => `Another luoshi (process ${f.pid}) is running on ${f.dir}. Stop it first, or name another folder with LUOSHI_DATA.`,
  'data-not-writable': f =>
    `${f.dir} cannot be written (${f.why}). Give this user the right to write there, or name another folder with LUOSHI_DATA.`,
  'data-not-reachable': f =>
    `As root the database runs as the user "nobody", and nobody may not enter ${f.dir}. Run as an ordinary user, or name a folder such as /var/lib/luoshi with LUOSHI_DATA.`,
  'disk-full': f => `The disk of ${f.dir} is full. Free some space and start again; nothing that was acknowledged is lost.`,
  'version-mismatch': f =>
    `${f.dir} was made by PostgreSQL ${f.found}, and this program brings PostgreSQL ${f.expected}. Start it with the version of luoshi that made it.`,
  'platform-missing': f =>
    `There is no PostgreSQL for ${f.platform} among the installed packages. Run npm install again without --omit=optional, or set DATABASE_URL.`,
  'database-unreachable': f =>
    `The database at ${f.address} does not answer (${f.why}). Check DATABASE_URL and that the server is running.`,
  'database-rights': f =>
    `The owner in DATABASE_URL may not create the role luoshi_server (${f.why}). Give it CREATEROLE, or set DATABASE_SERVER_URL.`,
  'no-database': f => `There is no database in ${f.dir}. Name its folder with LUOSHI_DATA.`,
  'target-exists': f => `${f.dir} is there already and not empty. Name a folder that does not exist yet.`,
  'no-backup': f => `${f.dir} holds no finished backup made by luoshi backup.`,
  'database-failed': f => `PostgreSQL does not run in ${f.dir}: ${f.why}`,
}

export class StoreFault extends Error {
  readonly code: FaultCode
  readonly facts: Record<string, string | number>

  constructor(code: FaultCode, facts: Record<string, string | number>, cause?: unknown) {
    super(SENTENCES[code](facts), { cause })
    this.name = 'StoreFault'
    this.code = code
    this.facts = facts
  }
}

/** Whether the error says only that the connection to the database is no more. */
export const isLost = (error: unknown): boolean =>
  /^(57P0|ECONNRESET|EPIPE)/.test((error as NodeJS.ErrnoException | null)?.code ?? '') ||
  /^(Connection terminated|Client has encountered a connection error)/.test((error as Error | null)?.message ?? '')

/** Turns an error of the file system into a fault with a sentence; others are given back as they are. */
export function diskFault(error: unknown, dir: string): unknown {
  const code = (error as NodeJS.ErrnoException | null)?.code ?? ''
  // 53100: PostgreSQL's disk_full.
  if (['ENOSPC', 'EDQUOT', '53100'].includes(code)) return new StoreFault('disk-full', { dir }, error)
  // What Node's recursive mkdir answers on a read-only file system.
  if (code === 'ENOENT' && (error as NodeJS.ErrnoException).syscall === 'mkdir')
    return new StoreFault('data-not-writable', { dir, why: 'EROFS' }, error)
  if (['EACCES', 'EPERM', 'EROFS', 'ENOTDIR'].includes(code)) return new StoreFault('data-not-writable', { dir, why: code }, error)
  return error
}
