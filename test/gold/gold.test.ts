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

const holds = (name: string, dir: string) => {
  const made = build(name, file(dir, `${name}.mark`))
  expect(made.text).toBe(file(dir, `${name}.txt`))
  expect(plain(made.gold)).toEqual(JSON.parse(file(dir, `${name}.gold.json`)))
}

describe('gold', () => {
  it.each(marks(here))('of our own: %s is what its mark says', name => holds(name, here))

  it.skipIf(!existsSync(development))('of the development set is what its marks say', () => {
    for (const name of marks(development)) holds(name, development)
  })
})
