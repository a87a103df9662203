// The rooms' one-way imports are the linter's to keep; here the linter itself is held to it.
import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'

const ROOMS = ['reader', 'core', 'writer', 'intake', 'store', 'server', 'cli'] as const

/** Whether the linter lets a file of one room import from another. */
function allows(from: string, room: string): boolean {
  const input = `import { x } from '../${room}/x.ts'\nexport const y = x\n`
  const lint = ['lint', '--only=style/noRestrictedImports', `--stdin-file-path=src/${from}/probe.ts`]
  return spawnSync('node_modules/.bin/biome', lint, { input }).status === 0
}

describe('a room', () => {
  it.each(ROOMS.map((from, i) => [from, i] as const))(
    '%s imports from every room to its left and from none to its right, nor from the web',
    (from, i) => {
      const may = ROOMS.filter(room => room !== from && allows(from, room))
      expect(may).toEqual(ROOMS.slice(0, i))
      expect(allows(from, 'web')).toBe(false)
    },
  )

  it('web imports only what is pure', () => {
    expect(ROOMS.filter(room => allows('web', room))).toEqual(['reader', 'core'])
  })
})
