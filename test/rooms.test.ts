// The rooms' one-way imports are the linter's to keep; here the linter itself is held to it.
import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'

const ROOMS = ['reader', 'core', 'writer', 'intake', 'store', 'server', 'cli', 'web'] as const

/** A house of its own, with our rules, in which every room holds one file per other room that imports from it. */
const house = mkdtempSync(join(tmpdir(), 'luoshi-rooms-'))
afterAll(() => rmSync(house, { recursive: true, force: true }))
copyFileSync('biome.json', join(house, 'biome.json'))
for (const from of ROOMS) {
  mkdirSync(join(house, 'src', from), { recursive: true })
  for (const room of ROOMS)
    if (room !== from) writeFileSync(join(house, 'src', from, `${room}.ts`), `export { x } from '../${room}/x.ts'\n`)
}
const said = spawnSync(resolve('node_modules/.bin/biome'), ['lint', '--only=style/noRestrictedImports', '--max-diagnostics=none', 'src'], {
  cwd: house,
  encoding: 'utf8',
})
const refused = new Set([...`${said.stdout}${said.stderr}`.matchAll(/src\/(\w+)\/(\w+)\.ts:\d/g)].map(m => `${m[1]} → ${m[2]}`))
const allowed = (from: string) => ROOMS.filter(room => room !== from && !refused.has(`${from} → ${room}`))

describe('a room', () => {
  it.each(ROOMS.slice(0, -1).map((from, i) => [from, i] as const))(
    '%s imports from every room to its left, and from no other',
    (from, i) => {
      expect(allowed(from)).toEqual(ROOMS.slice(0, i))
    },
  )

  it('web imports only what is pure', () => expect(allowed('web')).toEqual(['reader', 'core']))
})
