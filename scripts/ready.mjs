// Gets a fresh clone ready: the installed packages and the project's own Node. Plain JavaScript for any Node ≥ 20, imports nothing installed.
import { spawn } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const modules = join(root, 'node_modules')
/** npm's own record of what it installed last. */
const installed = join(modules, '.package-lock.json')
const windows = process.platform === 'win32'

/** Node ≥ 22.12 runs the TypeScript of this project directly: the one that came with the packages, else the one running. */
export function node() {
  const own = join(modules, '.bin', windows ? 'node.cmd' : 'node')
  return existsSync(own) ? own : process.execPath
}

/** Installs exactly what the lock file names, once per lock file. Ends the program with a sentence when it cannot. */
export async function ensureInstalled(say = console.log) {
  // A minute of grace: npm itself writes the two files one after the other.
  if (existsSync(installed) && statSync(installed).mtimeMs + 60_000 >= statSync(join(root, 'package-lock.json')).mtimeMs) return false
  say('installing packages (npm ci) …')
  const status = await alone('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'])
  if (status !== 0) {
    console.error('npm ci did not succeed: see the lines above; most often the network or a full disk. Run it again when that is mended.')
    process.exit(1)
  }
  return true
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
