// Builds NAME.txt and NAME.gold.json from NAME.mark, the marked source of one gold document; it never reads with src/reader.
//
//   node test/gold/build.mjs DIR            build every DIR/*.mark in place
//   node test/gold/build.mjs DIR --check    build nothing, exit 1 when a built file differs from its mark
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { build } from './gold.mjs'

// One line for each item keeps the file short and its changes legible.
function print(reading) {
  const rows = Object.entries(reading).map(([key, value]) => {
    const one = Array.isArray(value)
      ? value.length
        ? `[\n  ${value.map(v => JSON.stringify(v)).join(',\n  ')}\n ]`
        : '[]'
      : JSON.stringify(value)
    return ` ${JSON.stringify(key)}: ${one}`
  })
  return `{\n${rows.join(',\n')}\n}\n`
}

const dir = process.argv[2]
for (const file of readdirSync(dir)
  .filter(f => f.endsWith('.mark'))
  .sort()) {
  const name = basename(file, '.mark')
  const made = build(name, readFileSync(join(dir, file), 'utf8'))
  for (const [path, content] of [
    [`${name}.txt`, made.text],
    [`${name}.gold.json`, print(made.gold)],
  ]) {
    if (!process.argv.includes('--check')) writeFileSync(join(dir, path), content)
    else if (readFileSync(join(dir, path), 'utf8') !== content) {
      console.error(`${path} differs from ${file}`)
      process.exitCode = 1
    }
  }
}
