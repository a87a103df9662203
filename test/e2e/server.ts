// A real server process for browser tests: the program as a user starts it, in a folder and on a port of its own. Ends what it started by pid.
import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '..', '..')
const START_MS = 120_000
const STOP_MS = 15_000

export interface Server {
  /** http://127.0.0.1:port */
  address: string
  /** All that it printed. */
  said(): string
  stop(): Promise<void>
}

/** Starts `luoshi demo` or `luoshi serve` with its data in `dir` and these settings, and waits until it says its address. */
export async function startServer(command: 'demo' | 'serve', dir: string, settings: Record<string, string> = {}): Promise<Server> {
  const { DATABASE_URL: _, DATABASE_SERVER_URL: __, LUOSHI_URL: ___, ...inherited } = process.env
  // The launcher finds the Node that came with the project, whatever runs the tests, and becomes it: the pid is the server's.
  const child = spawn(join(ROOT, 'bin', 'luoshi'), [command], {
    cwd: ROOT,
    env: {
      ...inherited,
      HOST: '127.0.0.1',
      PORT: '0',
      LUOSHI_DATA: dir,
      LUOSHI_DEMO_DATA: dir,
      LUOSHI_REQUESTS_PER_MINUTE: '100000',
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  const heard = new Promise<string>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`luoshi ${command} did not start in time: ${said}`)), START_MS)
    const hear = (chunk: Buffer) => {
      said += chunk
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(said)
      if (found) resolve(found[0])
      clearTimeout(found ? timer : undefined)
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.once('exit', () => reject(new Error(`luoshi ${command} ended: ${said}`)))
  })
  const address = await heard.catch(async fault => {
    await stop(child, dir)
    throw fault
  })
  return { address, said: () => said, stop: () => stop(child, dir) }
}

async function stop(child: ChildProcess, dir: string): Promise<void> {
  const postmaster = postmasterIn(dir)
  if (child.exitCode === null) {
    const gone = new Promise(resolve => child.once('exit', resolve))
    child.kill('SIGTERM')
    const timer = setTimeout(() => {
      child.kill('SIGKILL')
      if (postmaster) process.kill(postmaster, 'SIGINT')
    }, STOP_MS)
    await gone
    clearTimeout(timer)
  }
  rmSync(dir, { recursive: true, force: true })
}

function postmasterIn(dir: string): number | null {
  try {
    return Number(readFileSync(join(dir, 'pg', 'postmaster.pid'), 'utf8').split('\n')[0])
  } catch {
    return null
  }
}
