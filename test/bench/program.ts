// The program as users run it, as a process of its own: started, timed to its first answer, weighed, and stopped.
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { processMs } from './processor.ts'

const root = join(import.meta.dirname, '../..')

export interface Program {
  address: string
  /** Seconds from the start of the process to its first answer. */
  started: number
  /** Resident memory of the server, the database apart, in MB. */
  memory(): number
  /** Milliseconds of processor that the server has used, the database apart. */
  usedMs(): number
  stop(): Promise<void>
}

export async function startProgram(dataDir: string, port: number): Promise<Program> {
  const from = performance.now()
  const child = spawn(join(root, 'bin', 'luoshi'), ['serve'], {
    cwd: root,
    env: {
      ...process.env,
      LUOSHI_DATA: dataDir,
      PORT: String(port),
      HOST: '127.0.0.1',
      LUOSHI_REQUESTS_PER_MINUTE: '10000000',
      DATABASE_URL: '',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const address = `http://127.0.0.1:${port}`
  while (!(await answers(`${address}/api/health`))) {
    if (child.exitCode !== null) throw new Error('the program ended before it answered')
    await sleep(5)
  }
  const started = (performance.now() - from) / 1000
  return {
    address,
    started,
    memory: () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))![1]) / 1024,
    usedMs: () => processMs(child.pid!),
    stop: () =>
      new Promise(done => {
        child.once('exit', () => done())
        child.kill('SIGTERM')
      }),
  }
}

const answers = (url: string): Promise<boolean> =>
  fetch(url).then(
    answer => answer.ok,
    () => false,
  )

/** The cookie of a fresh session. */
export async function signIn(address: string, username: string, password: string): Promise<string> {
  const answer = await fetch(`${address}/api/auth/sign-in/username`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password }),
  })
  if (!answer.ok) throw new Error(`${username} could not sign in: ${answer.status} ${await answer.text()}`)
  return answer.headers
    .getSetCookie()
    .map(c => c.split(';')[0])
    .join('; ')
}
