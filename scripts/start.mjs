// npm start: the real thing. Gets a fresh clone ready, builds the pages when they changed, runs the server. Plain JavaScript for any Node ≥ 20.
import { ensureBuilt } from './build.mjs'
import { ensureInstalled } from './ready.mjs'
import { run } from './run.mjs'

await ensureInstalled()
ensureBuilt()
run('serve')
