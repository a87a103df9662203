// npm run demo: a fictional county to look at, from a fresh clone with one command. Plain JavaScript for any Node ≥ 20.
import { ensureBuilt } from './build.mjs'
import { ensureInstalled } from './ready.mjs'
import { run } from './run.mjs'

const [major] = process.versions.node.split('.')
if (Number(major) < 20) {
  console.error(`This needs Node.js 20 or newer; here is ${process.versions.node}. Get it from nodejs.org or your system's packages.`)
  process.exit(1)
}
await ensureInstalled()
ensureBuilt()
run('demo')
