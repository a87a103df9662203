// Holds the built gold to its marks, and the builder to the development gold where that is on the machine.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const { build } = (await import(new URL('./gold.mjs', import.meta.url).href)) as {
  build: (name: string, mark: string) => { text: string; gold: unknown }
}
const here = 'test/gold'
const development = '../shared/gold'
const marks = (dir: string) =>
  readdirSync(dir)
    .filter(f => f.endsWith('.mark'))
    .map(f => f.slice(0, -5))
const file = (dir: string, name: string) => readFileSync(`${dir}/${name}`, 'utf8')
const plain = (x: unknown) => JSON.parse(JSON.stringify(x)) as unknown

describe.each([
  ['our own gold', here],
  ['the development gold', development],
])('%s', (_, dir) => {
  it.skipIf(!existsSync(dir)).each(existsSync(dir) ? marks(dir) : [])('%s is what its mark says', name => {
    const made = build(name, file(dir, `${name}.mark`))
    expect(made.text).toBe(file(dir, `${name}.txt`))
    expect(plain(made.gold)).toEqual(JSON.parse(file(dir, `${name}.gold.json`)))
  })
})
