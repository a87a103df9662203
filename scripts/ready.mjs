// Gets a fresh clone ready: the installed packages and the project's own Node. Plain JavaScript for any Node ≥ 20, imports nothing installed.
import { spawn } from 'node:child_process'
import { existsSync, lstatSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const modules = join(root, 'node_modules')
const windows = process.platform === 'win32'

/** Node ≥ 22.12 runs the TypeScript of this project directly: the one that came with the packages, else the one running. */
export function node() {
  const own = join(modules, '.bin', windows ? 'node.cmd' : 'node')
  return existsSync(own) ? own : process.execPath
}

/** Installs exactly what the lock file names, only where they are not. Ends the program with a sentence when it cannot. */
export async function ensureInstalled(say = console.log) {
  if (isInstalled()) return false
  // Packages that belong to another folder are its to install: npm ci would empty them.
  if (lstatSync(modules, { throwIfNoEntry: false })?.isSymbolicLink()) return false
  say('installing packages (npm ci) …')
  const status = await alone('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'])
  if (status !== 0) {
    console.error('npm ci did not succeed: see the lines above; most often the network or a full disk. Run it again when that is mended.')
    process.exit(1)
  }
  return true
}

/**
 * Whether the packages are those of the lock file, by npm's own record of what it installed. By content: the time of a file says only
 * when git wrote it. What is optional, built for another system, may be missing.
 */
function isInstalled() {
  const record = join(modules, '.package-lock.json')
  if (!existsSync(record)) return false
  const there = JSON.parse(readFileSync(record, 'utf8')).packages
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages
  const same = path => there[path]?.version === wanted[path].version
  return Object.entries(wanted).every(([path, p]) => path === '' || same(path) || (!there[path] && (p.optional || p.devOptional || p.peer)))
}

/** npm takes half a minute to end by itself, and what it half installed is worth nothing: at Ctrl-C the whole group ends at once. */
function alone(program, args) {
  return new Promise(resolve => {
    const child = spawn(program, args, { cwd: root, stdio: 'inherit', shell: windows, detached: !windows })
    const end = () => {
      if (!windows) process.kill(-child.pid, 'SIGKILL')
      process.exit(130)
    }
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
    for (const signal of signals) process.on(signal, end)
    const done = status => {
      for (const signal of signals) process.off(signal, end)
      resolve(status)
    }
    child.on('error', () => done(1)).on('exit', done)
  })
}
