// What `postmaster.pid` says of the PostgreSQL on a data directory: whether one runs, where it listens, when it is ready. Starts and stops nothing.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { isAlive } from './lock.ts'

/** Replaying a long journal after a crash takes its time. */
const START_MS = 60_000

export interface Postmaster {
  pid: number
  port: number
  host: string
  ready: boolean
}

/** `postmaster.pid`: pid, data directory, start time, port, socket directory, address, shared memory, status. */
function postmasterOf(data: string): Postmaster | null {
  try {
    const [pid, , , port, socket, address, , status] = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')
    return { pid: Number(pid), port: Number(port), host: socket || address || '127.0.0.1', ready: status?.trim() === 'ready' }
  } catch {
    return null
  }
}

/** The server that runs on this cluster now; null when it is stopped, or was killed. */
export function runningOn(data: string): Pick<Postmaster, 'host' | 'port'> | null {
  const found = postmasterOf(data)
  return found?.ready && servesHere(found.pid, data) ? found : null
}

/** Whether the pid is that of a PostgreSQL on this directory, and not of a later process with the same number. */
export function servesHere(pid: number, data: string): boolean {
  if (!isAlive(pid)) return false
  if (process.platform !== 'linux') return true
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(data)
  } catch {
    return false
  }
}

/** A server that outlived its program is used as it is; one that is still starting or stopping is waited for. */
export async function adoptable(data: string): Promise<Postmaster | null> {
  for (const end = Date.now() + START_MS; Date.now() < end; await sleep(20)) {
    const left = postmasterOf(data)
    if (!left || !servesHere(left.pid, data)) return null
    if (left.ready) return left
  }
  return null
}

/** Waits until the server with this pid answers; false when it ended instead. */
export async function ready(data: string, pid: number): Promise<Postmaster | false> {
  for (const end = Date.now() + START_MS; Date.now() < end; await sleep(10)) {
    const now = postmasterOf(data)
    if (now?.ready && now.pid === pid) return now
    if (!isAlive(pid)) return false
  }
  return false
}
