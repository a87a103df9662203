// Runs every check one after the other and ends with the counts. Plain JavaScript for any Node ≥ 20: on a fresh clone it installs first.
//   node scripts/test.mjs                 all
//   node scripts/test.mjs --no-browser    all but the browser (npm run check)
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { ensureInstalled, node, root } from './ready.mjs'

const started = Date.now()
const browser = !process.argv.includes('--no-browser')
const scratch = mkdtempSync(join(tmpdir(), 'luoshi-test-'))
const counts = { passed: 0, failed: 0, skipped: 0 }

await ensureInstalled()
// The project's own Node and tools come first, whatever the machine has.
const env = {
  ...process.env,
  PATH: join(root, 'node_modules', '.bin') + delimiter + process.env.PATH,
  FORCE_COLOR: process.env.CI ? '0' : (process.env.FORCE_COLOR ?? ''),
}

function step(title, command, args, more = {}) {
  const from = Date.now()
  console.log(`\n── ${title}`)
  const ran = spawnSync(command, args, { cwd: root, env: { ...env, ...more }, stdio: 'inherit', shell: process.platform === 'win32' })
  console.log(`── ${title}: ${ran.status === 0 ? 'ok' : 'FAILED'} in ${((Date.now() - from) / 1000).toFixed(1)} s`)
  return ran.status === 0
}

/** A check that is one test: it passes or it does not. */
function check(title, command, args) {
  counts[step(title, command, args) ? 'passed' : 'failed']++
}

function suite(title, args, more) {
  const report = join(scratch, `${title.replace(/\W+/g, '-')}.json`)
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs')
  const ok = step(title, node(), [vitest, 'run', ...args, '--reporter=dot', '--reporter=json', `--outputFile.json=${report}`], more)
  if (!existsSync(report)) return void counts.failed++
  const r = JSON.parse(readFileSync(report, 'utf8'))
  counts.passed += r.numPassedTests
  counts.failed += r.numFailedTests
  counts.skipped += r.numPendingTests + (r.numTodoTests ?? 0)
  // A file that could not be loaded fails without a failed test.
  if (!ok && r.numFailedTests === 0) counts.failed++
}

/** Where Debian and others put a PostgreSQL server of their own. */
const systemPostgres = ['/usr/lib/postgresql/15/bin', '/usr/lib/postgresql/16/bin', '/usr/lib/postgresql/17/bin'].find(d =>
  existsSync(join(d, 'postgres')),
)

check('types', node(), [join(root, 'node_modules', 'typescript', 'bin', 'tsc'), '-p', '.'])
check('lint and rooms', join(root, 'node_modules', '.bin', 'biome'), ['check', '--error-on-warnings'])
suite('unit', ['--project', 'unit'])
suite('database (embedded PostgreSQL)', ['--project', 'database'])
if (process.env.DATABASE_URL) suite('database (DATABASE_URL)', ['--project', 'database', 'src/store'], { LUOSHI_TEST_PG: 'system' })
else if (systemPostgres) suite('database (system PostgreSQL)', ['--project', 'database', 'src/store'], { LUOSHI_TEST_PG: 'system' })
else console.log('\n── database (system PostgreSQL): none on this machine, left out')
if (browser) {
  check('build', node(), [join(root, 'scripts', 'build.mjs')])
  suite('browser', ['--project', 'browser'])
}

rmSync(scratch, { recursive: true, force: true })
console.log(`\n${((Date.now() - started) / 1000).toFixed(0)} s in all`)
console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`)
process.exitCode = counts.failed ? 1 : 0
