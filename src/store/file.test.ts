import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { aJurisdiction, anActor, anItem, aPerson, aUnit, ok } from '../../test/build.ts'
import { aDatabase, asOwner, type TestDatabase } from '../../test/database.ts'
import type { Actor } from '../core/types.ts'
import { act } from './act.ts'
import { read } from './db.ts'
import { getFile, keepFile, pathOf, readKept, verifyFiles } from './file.ts'
import { getItem } from './item.ts'
import { wholeOf } from './tx.ts'

let db: TestDatabase
let water: string
let officer: Actor
let liaison: Actor

beforeAll(async () => {
  db = await aDatabase()
  await aJurisdiction(db)
  water = await aUnit(db)
  officer = await aPerson(db, [{ role: 'officer', unitId: null }])
  liaison = await aPerson(db, [{ role: 'liaison', unitId: water }])
})

const upload = async (actor: Actor, bytes = '现场照片') => {
  const sha256 = await keepFile(db, Buffer.from(bytes))
  return ok(await act(db, actor, { kind: 'file' }, { command: 'upload', name: '现场.jpg', type: 'image/jpeg', size: bytes.length, sha256 }))
}
const report = (id: string, fileIds: string[], actor: Actor = liaison) =>
  act(db, actor, { kind: 'item', id }, { command: 'report', percent: 10, words: '已进场', fileIds, waitingFor: null })
async function inProgress(): Promise<string> {
  const { id } = await anItem(db, officer, { leadUnitId: water })
  ok(await act(db, liaison, { kind: 'item', id }, { command: 'accept', words: null }))
  return id
}

test('the same bytes are kept once, for the program’s user only, without leftovers', async () => {
  const [a, b] = await Promise.all([keepFile(db, Buffer.from('同样的字节')), keepFile(db, Buffer.from('同样的字节'))])
  expect(a).toBe(b)
  expect(readFileSync(pathOf(db, a), 'utf8')).toBe('同样的字节')
  expect(statSync(pathOf(db, a)).mode & 0o077).toBe(0)
  expect(readdirSync(db.filesDir, { recursive: true }).filter(name => String(name).endsWith('.new'))).toEqual([])
})

test('a digest that is none leads to no path', () => {
  expect(() => pathOf(db, '../../etc/passwd')).toThrow(RangeError)
})

test('a file is its uploader’s until a report names it; then all see it who see the item', async () => {
  const id = await inProgress()
  const file = await upload(liaison)
  const seenBy = (actor: Actor) => read(db, actor, tx => getFile(tx, file.id))
  const colleague = anActor('liaison', { unitIds: [water] })
  expect(await seenBy(liaison)).toMatchObject({ name: '现场.jpg' })
  expect(await seenBy(colleague)).toBeNull()
  ok(await report(id, [file.id]))
  expect(await seenBy(colleague)).toMatchObject({ name: '现场.jpg' })
  expect(await seenBy(officer)).toMatchObject({ name: '现场.jpg' })
  expect(await seenBy(anActor('liaison', { unitIds: [await aUnit(db)] }))).toBeNull()
  const item = await read(db, officer, tx => getItem(tx, officer, id))
  expect(item!.timeline[0]!.files).toEqual([{ id: file.id, name: '现场.jpg', type: 'image/jpeg', size: 4 }])
})

test('a report takes no file of somebody else, none twice, and none that is not there', async () => {
  const [first, other] = [await inProgress(), await inProgress()]
  const mine = await upload(liaison)
  const theirs = await upload(officer)
  ok(await report(first, [mine.id]))
  for (const fileId of [mine.id, theirs.id, '00000000-0000-4000-8000-000000000009'])
    expect(await report(other, [fileId])).toEqual({ refused: 'invalid', facts: { field: 'fileIds', rule: 'own-new-files' } })
})

describe('bytes that are not those that were put in', () => {
  test.each([
    ['changed', (path: string) => writeFileSync(path, '别的照片')],
    ['missing', (path: string) => rmSync(path)],
  ] as const)('%s: they are never given out, and the check names the file', async (why, spoil) => {
    const place = await aDatabase()
    await aJurisdiction(place)
    const somebody = await aPerson(place, [{ role: 'officer', unitId: null }])
    const { id: item } = await anItem(place, somebody)
    const put = async (bytes: string) => {
      const sha256 = await keepFile(place, Buffer.from(bytes))
      const made = await act(
        place,
        somebody,
        { kind: 'file' },
        { command: 'upload', name: `${bytes}.jpg`, type: 'image/jpeg', size: 4, sha256 },
      )
      const { id } = ok(made)
      // As a report would: evidence hangs on an item.
      await asOwner(place, 'update file set item_id = $2 where id = $1', [id, item])
      return { id, sha256 }
    }
    await put('完好')
    const { id, sha256 } = await put('受损')
    const check = () => read(place, wholeOf('990124'), tx => verifyFiles(tx, place))
    expect(await check()).toEqual({ whole: true, files: 2, broken: null })
    expect((await readKept(place, sha256))!.toString()).toBe('受损')
    spoil(pathOf(place, sha256))
    expect(await readKept(place, sha256)).toBeNull()
    expect(await check()).toMatchObject({ whole: false, broken: { id, name: '受损.jpg', why } })
  })
})
