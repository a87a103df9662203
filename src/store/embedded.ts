// The PostgreSQL that the program brings along: made, started, adopted when one lives on, and stopped. It knows nothing of tables.
import { execFileSync, spawn } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { diskFault, StoreFault } from './fault.ts'
import { asUser, NOBODY, ownedFolder } from './nobody.ts'
import { type Binaries, bundledBinaries } from './platform.ts'
import { adoptable, type Postmaster, ready, servesHere } from './postmaster.ts'
import { shortFolder } from './socket.ts'

const STOP_MS = 15_000

export interface Cluster {
  host: string
  port: number
  user: 'luoshi_owner'
  /** Whether a server that was left running was taken over. */
  adopted: boolean
  pid: number
  stop(): Promise<void>
  /** Why it went down by itself, from its log. */
  lastWords(): StoreFault
}

/** Durable, small, and quiet; no parallel workers, since every query of the program is short. */
const SETTINGS: Record<string, string> = {
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  shared_buffers: '128MB',
  max_connections: '60',
  max_parallel_workers_per_gather: '0',
  max_wal_size: '1GB',
  random_page_cost: '1.1',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  ...(process.platform === 'linux' ? { recovery_init_sync_method: 'syncfs' } : {}),
  log_min_messages: 'warning',
  lc_messages: 'C',
}

interface ClusterOptions {
  password: string
  onStep?: (step: 'make' | 'start' | 'adopt') => void
  binaries?: Binaries
  /** Beside the settings above; for tests. */
  settings?: Record<string, string>
}

/** Starts the cluster in `dir/pg`, making it first when there is none. `dir` exists and is locked by the caller. */
export async function startCluster(dir: string, options: ClusterOptions): Promise<Cluster> {
  const binaries = options.binaries ?? bundledBinaries()
  const data = join(dir, 'pg')
  try {
    if (process.getuid?.() === 0) chmodSync(dir, 0o711)
    if (!existsSync(join(data, 'PG_VERSION'))) {
      options.onStep?.('make')
      makeCluster(dir, data, binaries, options)
    }
    checkVersion(data, binaries)
    const left = await adoptable(data)
    if (left) {
      options.onStep?.('adopt')
      return cluster(dir, left, true)
    }
    options.onStep?.('start')
    return await launch(dir, data, binaries, options.settings ?? {})
  } catch (error) {
    throw diskFault(error, dir)
  }
}

/** Made beside its place and then renamed: a half-made cluster is never started. */
function makeCluster(dir: string, data: string, binaries: Binaries, { password, settings }: ClusterOptions): void {
  const fresh = `${data}.new`
  const passwordFile = join(dir, 'password.new')
  rmSync(fresh, { recursive: true, force: true })
  ownedFolder(fresh)
  writeFileSync(passwordFile, password, { mode: 0o600 })
  if (process.getuid?.() === 0) chownSync(passwordFile, NOBODY, NOBODY)
  // One call for the whole file system instead of one for each of a thousand files.
  const sync =
    settings?.fsync === 'off' ? ['--no-sync'] : binaries.major >= 17 && process.platform === 'linux' ? ['--sync-method=syncfs'] : []
  const locale = binaries.major >= 17 ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'] : ['--locale=C.UTF-8']
  const args = [
    '-D',
    fresh,
    '-U',
    'luoshi_owner',
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--data-checksums',
    ...sync,
    ...locale,
  ]
  const run = asUser(join(binaries.bin, 'initdb'), args, [dir, binaries.bin])
  try {
    execFileSync(run.file, run.args, { ...run.ids, cwd: '/', stdio: ['ignore', 'ignore', 'pipe'], env: cleanEnvironment() })
  } catch (error) {
    const said = String((error as { stderr?: Buffer }).stderr ?? error)
    rmSync(fresh, { recursive: true, force: true })
    throw reasonOf(said, dir)
  } finally {
    rmSync(passwordFile, { force: true })
  }
  renameSync(fresh, data)
}

/**
 * PG* variables of the user's shell are meant for other servers. Of glibc: what a statement freed is kept for the next one, up to this many
 * bytes; given back and fetched anew it took an eighth of each list.
 */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith('PG'))
  return { MALLOC_TRIM_THRESHOLD_: String(2 * 1024 * 1024), ...Object.fromEntries(kept) }
}

function checkVersion(data: string, binaries: Binaries): void {
  const found = readFileSync(join(data, 'PG_VERSION'), 'utf8').trim()
  if (Number(found) !== binaries.major) throw new StoreFault('version-mismatch', { dir: dirname(data), found, expected: binaries.major })
}

async function launch(dir: string, data: string, binaries: Binaries, extra: Record<string, string>): Promise<Cluster> {
  const logFile = logOf(dir)
  if (existsSync(logFile) && statSync(logFile).size > 5_000_000) truncateSync(logFile)
  // A local socket needs no port and nobody on the network can reach it; it also answers faster than TCP.
  const socket = process.platform === 'win32' ? null : shortFolder(join(dir, 'run'))
  if (socket) ownedFolder(socket)
  const address: Record<string, string> = socket
    ? { listen_addresses: '', unix_socket_directories: socket, port: '5432' }
    : { listen_addresses: '127.0.0.1', port: String(await freePort()) }
  const args = ['-D', data, ...Object.entries({ ...SETTINGS, ...extra, ...address }).flatMap(([name, value]) => ['-c', `${name}=${value}`])]
  const run = asUser(join(binaries.bin, 'postgres'), args, [dir, binaries.bin])

  // Just after a postmaster was killed its children may still hold the shared memory: it is tried again for a while.
  for (const end = Date.now() + 10_000; ; await sleep(200)) {
    const from = sizeOf(logFile)
    const log = openSync(logFile, 'a', 0o600)
    // A group of its own: Ctrl-C in the terminal reaches the program only, which then stops the database in order.
    const child = spawn(run.file, run.args, { ...run.ids, cwd: '/', detached: true, stdio: ['ignore', log, log], env: cleanEnvironment() })
    closeSync(log)
    child.unref()
    const failed = new Promise<false>(done => child.once('exit', () => done(false)).once('error', () => done(false)))
    const up = await Promise.race([failed, ready(data, child.pid!)])
    if (up) return cluster(dir, up, false)
    const said = readFileSync(logFile, 'utf8').slice(from)
    if (!/shared memory block|lock file .* already exists/.test(said) || Date.now() > end) throw reasonOf(said, dir)
  }
}

function reasonOf(said: string, dir: string): StoreFault {
  if (/No space left|Disk quota|could not extend file|could not write to file/i.test(said)) return new StoreFault('disk-full', { dir })
  if (/Read-only file system|Permission denied/i.test(said)) return new StoreFault('data-not-writable', { dir, why: lastLine(said) })
  return new StoreFault('database-failed', { dir, why: lastLine(said) })
}

const lastLine = (said: string): string =>
  said
    .trim()
    .split('\n')
    .findLast(line => /FATAL|error|could not/i.test(line)) ??
  (said.trim().slice(-300) || 'it ended without a word')

const logOf = (dir: string): string => join(dir, 'postgres.log')
const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0

function cluster(dir: string, at: Postmaster, adopted: boolean): Cluster {
  const data = join(dir, 'pg')
  const from = sizeOf(logOf(dir))
  return {
    host: at.host,
    port: at.port,
    pid: at.pid,
    user: 'luoshi_owner',
    adopted,
    async stop() {
      // In order; or, when a full disk keeps it from writing its last checkpoint, at once: the journal has everything.
      for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
        if (!servesHere(at.pid, data)) return
        process.kill(at.pid, signal)
        for (const end = Date.now() + STOP_MS; Date.now() < end && servesHere(at.pid, data); ) await sleep(10)
      }
    },
    lastWords: () => reasonOf(readFileSync(logOf(dir), 'utf8').slice(from), dir),
  }
}

function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const probe = createServer().once('error', failed)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => done(port))
    })
  })
}
