// Tests of `luoshi gold` on a real database: corrected documents come out as text and gold, the others do not.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { aJurisdiction, aPerson, ok } from '../../test/build.ts'
import { read } from '../reader/index.ts'
import type { Reading } from '../reader/reading.ts'
import { act } from '../store/act.ts'
import { openDatabase } from '../store/db.ts'
import { goldCommand } from './gold.ts'

const TEXT = '关于北渠清淤的通知\n一、由县水利局牵头，12月底前完成北渠清淤12公里。\n青禾县人民政府办公室\n2026年11月2日\n'
const home = mkdtempSync(join(tmpdir(), 'luoshi-gold-'))
const folder = join(home, 'gold')

beforeAll(async () => {
  const db = await openDatabase({ dataDir: home })
  await aJurisdiction(db)
  const officer = await aPerson(db, [{ role: 'officer', unitId: null }])
  for (const [name, value] of [
    ['通知.txt', { to: '2026-12-20' }],
    ['通知.docx', { to: '2026-12-25' }],
    ['读对了.txt', null],
  ] as const) {
    const reading = read(TEXT, { name, place: '青禾县' })
    const { id } = ok(await act(db, officer, { kind: 'document', id: null }, { command: 'take-in', name, text: TEXT, reading }))
    const index = reading.dates.findIndex(d => d.text.includes('12月底'))
    if (value) ok(await act(db, officer, { kind: 'correction', documentId: id }, { command: 'correct', of: 'dates', index, value }))
  }
  await db.close()
}, 60_000)
afterAll(() => rmSync(home, { recursive: true, force: true }))

test('two corrected documents of one name stand side by side, each with its own gold', async () => {
  vi.stubEnv('LUOSHI_DATA', home)
  vi.stubEnv('DATABASE_URL', '')
  const said = vi.spyOn(console, 'log').mockImplementation(() => {})
  expect(await goldCommand([folder])).toBe(0)
  expect(said.mock.calls.at(-1)![0]).toBe(`2 documents in ${folder}`)
  expect(readdirSync(folder).sort()).toEqual(['通知-2.gold.json', '通知-2.txt', '通知.gold.json', '通知.txt'])
  for (const [name, to] of [
    ['通知', '2026-12-20'],
    ['通知-2', '2026-12-25'],
  ]) {
    const gold = JSON.parse(readFileSync(join(folder, `${name}.gold.json`), 'utf8')) as Reading
    expect(gold.dates.find(d => d.text.includes('12月底'))!.to).toBe(to)
    expect(readFileSync(join(folder, `${name}.txt`), 'utf8')).toBe(TEXT)
  }
})

test('a jurisdiction that is not there is named with those that are', async () => {
  vi.stubEnv('LUOSHI_DATA', home)
  const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  expect(await goldCommand([folder, '--jurisdiction', '990199'])).toBe(1)
  expect(said.mock.calls[0]![0]).toMatch('there is no jurisdiction 990199; there are: 990124')
})
