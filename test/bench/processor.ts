// How much processor a program and its database have used, which other load on the machine changes little. Linux only: NaN elsewhere.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The kernel counts in hundredths of a second (USER_HZ). */
const TICK_MS = 10

interface Used {
  parent: string
  ms: number
}

function used(pid: string | number): Used | null {
  try {
    // The name in brackets may hold blanks. Fields as in proc_pid_stat(5): 4 parent, 14 and 15 time in user and kernel mode.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ')
    return { parent: fields[1]!, ms: (Number(fields[11]) + Number(fields[12])) * TICK_MS }
  } catch {
    // It ended meanwhile.
    return null
  }
}

export const processMs = (pid: number): number => used(pid)?.ms ?? Number.NaN

/** Of all living processes of the database in this data directory. */
export function databaseMs(dataDir: string): number {
  if (process.platform !== 'linux') return Number.NaN
  const master = readFileSync(join(dataDir, 'pg/postmaster.pid'), 'utf8').split('\n', 1)[0]!
  let ms = 0
  for (const pid of readdirSync('/proc').filter(name => /^\d+$/.test(name))) {
    const found = used(pid)
    if (found && (pid === master || found.parent === master)) ms += found.ms
  }
  return ms
}
