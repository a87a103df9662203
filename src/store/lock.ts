// One program per data directory: a lock file with the holder's pid. A lock whose holder is gone is taken over without help.
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { StoreFault } from './fault.ts'

/** When the process began, to tell it from a later one with the same pid; empty where the system does not say. */
function bornAt(pid: number): string {
  try {
    // Field 22 of /proc/PID/stat; the name in field 2 may hold spaces, so count from its closing bracket.
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ')[19] ?? ''
  } catch {
    return ''
  }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Takes the lock of `dir` and returns its release. Throws `data-in-use` when a living process holds it. */
export function lockDirectory(dir: string): () => void {
  const file = `${dir}/luoshi.lock`
  const mine = `${process.pid} ${bornAt(process.pid)}`
  for (let round = 0; round < 3; round++) {
    try {
      writeFileSync(file, mine, { flag: 'wx' })
      return () => {
        if (read(file) === mine) rmSync(file, { force: true })
      }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
    const [pid = 0, born = ''] = read(file)
      .split(' ')
      .map((part, at) => (at === 0 ? Number(part) : part)) as [number?, string?]
    const held = pid > 0 && isAlive(pid) && (born === '' || bornAt(pid) === born)
    if (held) throw new StoreFault('data-in-use', { dir, pid })
    rmSync(file, { force: true })
  }
  throw new StoreFault('data-in-use', { dir, pid: 0 })
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
