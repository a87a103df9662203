import { execFileSync, spawn } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDatabase } from './db.ts'
import { startCluster } from './embedded.ts'
import { diskFault, isLost, StoreFault } from './fault.ts'
import { bundledBinaries } from './platform.ts'
import { shortFolder } from './socket.ts'

const home = mkdtempSync(join(tmpdir(), 'luoshi-embedded-'))
const dataDir = join(home, 'data')
afterAll(() => rmSync(home, { recursive: true, force: true }))

const faultOf = (work: Promise<unknown>): Promise<StoreFault> =>
  work.then(
    () => {
      throw new Error('it opened')
    },
    error => error as StoreFault,
  )

/** A process that opens the directory and stays; killed with -9 when told. */
async function holder(dir: string): Promise<{ pid: number; kill(): Promise<void> }> {
  const module = JSON.stringify(join(import.meta.dirname, 'db.ts'))
  const code = `const { openDatabase } = await import(${module}); await openDatabase({ dataDir: ${JSON.stringify(dir)} }); console.log('open'); setInterval(() => {}, 1e6)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: ['ignore', 'pipe', 'inherit'] })
  await new Promise(open => child.stdout.once('data', open))
  return {
    pid: child.pid!,
    async kill() {
      const gone = new Promise(done => child.once('close', done))
      child.kill('SIGKILL')
      await gone
    },
  }
}

describe('a data directory', () => {
  beforeAll(async () => {
    // As a program left it that was killed while it made its first cluster.
    mkdirSync(join(dataDir, 'pg.new/base'), { recursive: true })
    writeFileSync(join(dataDir, 'pg.new/PG_VERSION'), '18')
    await (await openDatabase({ dataDir })).close()
  })

  test('is made whole after a first start that was broken off', () => {
    expect(existsSync(join(dataDir, 'pg/PG_VERSION'))).toBe(true)
    expect(existsSync(join(dataDir, 'pg.new'))).toBe(false)
  })

  test('keeps its secrets from other users', () => {
    expect(statSync(join(dataDir, 'secrets.json')).mode & 0o777).toBe(0o600)
    expect(existsSync(join(dataDir, 'password.new'))).toBe(false)
  })

  test('is left without lock and server when it is closed', () => {
    expect(existsSync(join(dataDir, 'luoshi.lock'))).toBe(false)
    expect(existsSync(join(dataDir, 'pg/postmaster.pid'))).toBe(false)
  })

  test('is refused to a second program, which is told the first one’s process', async () => {
    const first = await holder(dataDir)
    try {
      const fault = await faultOf(openDatabase({ dataDir }))
      expect(fault).toMatchObject({ code: 'data-in-use', facts: { pid: first.pid, dir: dataDir } })
      expect(fault.message).toContain('Stop it first')
    } finally {
      await first.kill()
    }
  })

  test('is taken over from a program that was killed, with the server that lived on', async () => {
    const first = await holder(dataDir)
    await first.kill()
    expect(existsSync(join(dataDir, 'luoshi.lock'))).toBe(true)
    const steps: string[] = []
    const db = await openDatabase({ dataDir, onStep: step => steps.push(step) })
    await db.close()
    expect(steps).toContain('adopt')
    expect(existsSync(join(dataDir, 'pg/postmaster.pid'))).toBe(false)
  })

  test('is taken over when the lock’s process number belongs to another program by now', async () => {
    writeFileSync(join(dataDir, 'luoshi.lock'), `${process.pid} 1`)
    const steps: string[] = []
    await (await openDatabase({ dataDir, onStep: step => steps.push(step) })).close()
    expect(steps.at(-1)).toBe('ready')
  }, 20_000)

  test('survives a lock with nothing in it', async () => {
    writeFileSync(join(dataDir, 'luoshi.lock'), '')
    await (await openDatabase({ dataDir })).close()
  })

  test('of another PostgreSQL is left alone', async () => {
    const version = join(dataDir, 'pg/PG_VERSION')
    const was = readFileSync(version)
    writeFileSync(version, '16\n')
    const fault = await faultOf(openDatabase({ dataDir }))
    writeFileSync(version, was)
    expect(fault).toMatchObject({ code: 'version-mismatch', facts: { found: '16' } })
  })

  test('is durable: fsync, synchronous commit and checksums are on', async () => {
    const db = await openDatabase({ dataDir })
    const { rows } = await db.pool.query(
      `select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit, current_setting('full_page_writes') as pages, current_setting('data_checksums') as sums`,
    )
    await db.close()
    expect(rows).toEqual([{ fsync: 'on', commit: 'on', pages: 'on', sums: 'on' }])
  })

  test('may be closed the moment it is open, again and again', async () => {
    for (let round = 0; round < 5; round++) await (await openDatabase({ dataDir })).close()
  })

  test.runIf(process.getuid?.() === 0 && existsSync('/usr/bin/setpriv'))('may lie where the database’s own user may not walk', async () => {
    const closed = join(home, 'closed')
    mkdirSync(closed, { mode: 0o700 })
    const db = await openDatabase({ dataDir: join(closed, 'data') })
    expect((await db.pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
    await db.close()
  })

  test.runIf(process.getuid?.() === 0 && existsSync('/usr/bin/setpriv'))('may be served from where its own user may not walk', async () => {
    const closed = join(home, 'program')
    mkdirSync(closed, { mode: 0o700 })
    const { bin, major } = bundledBinaries()
    cpSync(dirname(bin), join(closed, 'native'), { recursive: true, verbatimSymlinks: true })
    const dir = join(closed, 'data')
    mkdirSync(dir)
    const cluster = await startCluster(dir, { password: 'x', binaries: { bin: join(closed, 'native', 'bin'), major } })
    expect(cluster.pid).toBeGreaterThan(0)
    await cluster.stop()
  })

  test('that goes down under a program leaves it running, and says why', async () => {
    const db = await openDatabase({ dataDir })
    const client = await db.pool.connect()
    process.kill(Number(readFileSync(join(dataDir, 'pg/postmaster.pid'), 'utf8').split('\n')[0]), 'SIGQUIT')
    await new Promise(lost => client.once('end', lost))
    const error = await client.query('select 1').catch(error => error)
    client.release()
    expect(isLost(error)).toBe(true)
    expect(db.reason(error)).toMatchObject({ code: 'database-failed' })
    await db.close()
  })
})

test('a folder that cannot be made says so', async () => {
  const file = join(home, 'file')
  writeFileSync(file, '')
  const fault = await faultOf(openDatabase({ dataDir: join(file, 'data') }))
  expect(fault).toMatchObject({ code: 'data-not-writable' })
  expect(fault.message).toContain('LUOSHI_DATA')
})

const canMount = (): boolean => {
  try {
    mkdirSync(join(home, 'small'))
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=12m', 'tmpfs', join(home, 'small')], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
test('a full disk says so', async context => {
  if (!canMount()) return context.skip('no right to mount a small disk here')
  try {
    const fault = await faultOf(openDatabase({ dataDir: join(home, 'small/data') }))
    expect(fault).toMatchObject({ code: 'disk-full' })
    expect(fault.message).toContain('Free some space')
  } finally {
    execFileSync('umount', [join(home, 'small')])
  }
})

test('each fault of the file system becomes a sentence, and others stay what they are', () => {
  expect(diskFault(Object.assign(new Error(), { code: 'ENOSPC' }), '/d')).toMatchObject({ code: 'disk-full' })
  expect(diskFault(Object.assign(new Error(), { code: 'EROFS' }), '/d')).toMatchObject({
    code: 'data-not-writable',
    facts: { why: 'EROFS' },
  })
  const other = new Error('other')
  expect(diskFault(other, '/d')).toBe(other)
})

test('a database of one’s own that does not answer is named without its password', async () => {
  const fault = await faultOf(openDatabase({ dataDir: join(home, 'own'), url: 'postgres://me:secret@127.0.0.1:9/luoshi' }))
  expect(fault).toMatchObject({ code: 'database-unreachable' })
  expect(fault.message).toContain('127.0.0.1:9')
  expect(fault.message).not.toContain('secret')
})

test('a platform without a PostgreSQL is told to install it or to bring one', () => {
  expect(() => bundledBinaries('sunos-x64')).toThrow(StoreFault)
  expect(() => bundledBinaries('sunos-x64')).toThrow(/DATABASE_URL/)
})

test('a long path gets a short socket folder, always the same', () => {
  const long = `/${'很长的文件夹/'.repeat(20)}run`
  expect(Buffer.byteLength(shortFolder(long))).toBeLessThan(81)
  expect(shortFolder(long)).toBe(shortFolder(long))
  expect(shortFolder('/var/lib/luoshi/run')).toBe('/var/lib/luoshi/run')
})
