// Tests of the command line as a person at a terminal meets it: real processes, what they print, their exit codes.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '..', '..')
const MAIN = join(import.meta.dirname, 'main.ts')
const home = mkdtempSync(join(tmpdir(), 'luoshi-cli-'))
afterAll(() => rmSync(home, { recursive: true, force: true }))

const env = { ...process.env, DATABASE_URL: '', LUOSHI_DATA: join(home, 'data'), HOST: '127.0.0.1', PORT: '0' }

function luoshi(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...args], { cwd: ROOT, env, encoding: 'utf8' })
  return { status, stdout, stderr }
}

describe('the command line', () => {
  test('explains every command and setting', () => {
    const { status, stdout } = luoshi('--help')
    expect(status).toBe(0)
    for (const name of ['serve', 'demo', 'read', 'report', 'verify', 'migrate', 'backup', 'restore']) expect(stdout).toMatch(`  ${name}`)
    for (const name of ['LUOSHI_DATA', 'DATABASE_URL', 'HOST, PORT', 'LUOSHI_URL']) expect(stdout).toMatch(name)
  })

  test('names a command that it does not know, and answers 2', () => {
    const { status, stderr } = luoshi('raed')
    expect(status).toBe(2)
    expect(stderr).toMatch('luoshi: there is no command "raed".')
  })

  test.each([
    [['read']],
    [['read', 'samples/newspaper-page.txt', '--jsn']],
    [['read', 'samples/newspaper-page.txt', '--today', '2026-13-40']],
    [['report']],
    [['backup']],
  ])('answers %j in words and not with a stack', args => {
    const { status, stderr } = luoshi(...args)
    expect(status).toBeGreaterThan(0)
    expect(stderr).not.toBe('')
    expect(stderr).not.toMatch(/\n\s+at /)
  })

  test('prints the reading of a document as data, with the place of every directive', () => {
    const { status, stdout } = luoshi('read', 'samples/newspaper-page.txt', '--json')
    expect(status).toBe(0)
    const reading = JSON.parse(stdout)
    expect(reading.articles).toHaveLength(3)
    for (const { span } of reading.directives) expect(span[1]).toBeGreaterThan(span[0])
  })

  test.each([
    ['an empty file', Buffer.alloc(0)],
    ['a binary file', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0])],
  ])('refuses %s with one sentence', (_, bytes) => {
    const file = join(home, 'given.bin')
    writeFileSync(file, bytes)
    const { status, stdout, stderr } = luoshi('read', file)
    expect(status).toBe(1)
    expect(stdout).toBe('')
    expect(stderr.trim().split('\n')).toHaveLength(1)
  })

  test('says which data folder has no database when asked to prove one, and makes none', () => {
    const { status, stderr } = luoshi('verify')
    expect(status).toBe(1)
    expect(stderr).toBe(`luoshi: There is no database in ${env.LUOSHI_DATA}. Name its folder with LUOSHI_DATA.\n`)
    expect(existsSync(env.LUOSHI_DATA)).toBe(false)
  })

  test('stops all of it in order when told while the demonstration is being made, and when told twice', async () => {
    const child = spawn(process.execPath, [MAIN, 'demo'], { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'inherit'] })
    let said = ''
    child.stdout.on('data', chunk => {
      said += chunk
      // The last step but one has ended: the items are being made.
      if (!child.killed && said.includes('reading its documents')) child.kill('SIGTERM')
      else if (said.includes('stopping')) child.kill('SIGHUP')
    })
    const status = await new Promise(resolve => child.once('close', resolve))
    expect(status).toBe(130)
    expect(said).toMatch(/stopping …\n$/)
    expect(existsSync(join(env.LUOSHI_DATA, 'pg', 'PG_VERSION'))).toBe(true)
    expect(existsSync(join(env.LUOSHI_DATA, 'pg', 'postmaster.pid'))).toBe(false)
    expect(existsSync(join(env.LUOSHI_DATA, 'luoshi.lock'))).toBe(false)
  }, 60_000)
})
