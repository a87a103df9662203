// A copy made while people write is a whole database: it starts by itself and its audit log proves what it holds.
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aDraft, aJurisdiction, anActor, ok } from '../../test/build.ts'
import { act } from './act.ts'
import { verifyAudit } from './audit.ts'
import { backupTo, restoreFrom } from './backup.ts'
import { openBeside } from './beside.ts'
import { type Database, openDatabase, read } from './db.ts'
import { keepFile, pathOf } from './file.ts'
import { tallyFaults } from './tally.ts'
import { wholeOf } from './tx.ts'

const folder = mkdtempSync(join(tmpdir(), 'luoshi-backup-'))
const dataDir = join(folder, 'data')
const PLACE = wholeOf('990124')
let db: Database
let sha256: string
const officer = anActor('officer')
const register = async () =>
  ok(await act(db, officer, { kind: 'item', id: null }, { command: 'register', draft: aDraft(), source: null, dispatch: false }))
const numbersIn = (opened: Database) => read(opened, PLACE, tx => tx.rows<{ number: string }>('select number from item order by number'))

beforeAll(async () => {
  db = await openDatabase({ dataDir })
  await aJurisdiction(db)
  sha256 = await keepFile(db, Buffer.from('现场照片'))
  for (let n = 0; n < 20; n++) await register()
}, 60_000)

afterAll(async () => {
  await db.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('a backup', () => {
  test('made while eight people write holds everything that was acknowledged before it began, whole', { timeout: 120_000 }, async () => {
    const before = await numbersIn(db)
    let writing = true
    const writers = Array.from({ length: 8 }, async () => {
      while (writing) await register()
    })
    const { files, bytes } = await backupTo(dataDir, join(folder, 'copy'))
    writing = false
    await Promise.all(writers)
    expect(files).toBeGreaterThan(500)
    expect(bytes).toBeGreaterThan(10_000_000)

    await restoreFrom(join(folder, 'copy'), join(folder, 'restored'))
    const restored = await openDatabase({ dataDir: join(folder, 'restored') })
    try {
      const numbers = (await numbersIn(restored)).map(row => row.number)
      expect(numbers).toEqual(expect.arrayContaining(before.map(row => row.number)))
      expect(numbers.length).toBeLessThanOrEqual((await numbersIn(db)).length)
      expect(await read(restored, PLACE, verifyAudit)).toMatchObject({ whole: true, entries: numbers.length })
      expect(await read(restored, PLACE, tallyFaults)).toEqual([])
      expect(existsSync(pathOf(restored, sha256))).toBe(true)
    } finally {
      await restored.close()
    }
  })

  test('is not written over what is there, and nothing is restored over data', async () => {
    const there = mkdtempSync(join(folder, 'there-'))
    writeFileSync(join(there, 'letter.txt'), 'x')
    await expect(backupTo(dataDir, there)).rejects.toMatchObject({ code: 'target-exists' })
    await expect(restoreFrom(join(folder, 'copy'), there)).rejects.toMatchObject({ code: 'target-exists' })
    await expect(restoreFrom(there, join(folder, 'new'))).rejects.toMatchObject({ code: 'no-backup' })
    await expect(backupTo(there, join(folder, 'other'))).rejects.toMatchObject({ code: 'no-database' })
  })
})

describe('a database that the server has open', () => {
  test('is read beside it, and goes on when the reader has left', async () => {
    // The lock names this process, so the same directory is asked for again from within.
    const beside = await openBeside({ dataDir })
    expect((await numbersIn(beside)).length).toBeGreaterThan(0)
    await beside.close()
    expect((await register()).number).toMatch(/^\d{4}-\d{4}$/)
  })
})
