// PostgreSQL refuses to be root: as root its programs run as `nobody`, and this says how. As anybody else, as oneself.
import { chownSync, existsSync, mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { StoreFault } from './fault.ts'

export const NOBODY = 65_534

/** How to run a program that uses these folders. As root: `nobody`; and, where nobody may not walk to the folder, with the one capability that lets it (through setpriv). */
export function asUser(
  program: string,
  args: string[],
  folders: string[],
): { file: string; args: string[]; ids: { uid?: number; gid?: number } } {
  if (process.getuid?.() !== 0) return { file: program, args, ids: {} }
  const closed = folders.find(folder => !walkable(folder))
  if (!closed) return { file: program, args, ids: { uid: NOBODY, gid: NOBODY } }
  if (!existsSync('/usr/bin/setpriv')) throw new StoreFault('data-not-reachable', { dir: closed })
  // access(2), with which initdb looks for postgres beside it, drops the capability of whoever is not root unless this bit is set.
  const caps = ['--securebits=+no_setuid_fixup', '--inh-caps=+dac_read_search', '--ambient-caps=+dac_read_search']
  return {
    file: '/usr/bin/setpriv',
    args: [`--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups', ...caps, program, ...args],
    ids: {},
  }
}

function walkable(folder: string): boolean {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(at)) {
      const stat = statSync(at)
      if (stat.uid !== NOBODY && (stat.mode & 0o001) === 0) return false
    }
    if (at === dirname(at)) return true
  }
}

export function ownedFolder(path: string): void {
  mkdirSync(path, { recursive: true, mode: 0o700 })
  if (process.getuid?.() === 0) chownSync(path, NOBODY, NOBODY)
}
