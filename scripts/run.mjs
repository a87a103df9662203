// Runs a luoshi command with the project's own Node and waits for it; Ctrl-C is the command's to handle. Plain JavaScript for any Node ≥ 20.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { node, root } from './ready.mjs'

/** From here on Node runs TypeScript without a flag; on Linux the packages bring one, elsewhere the system's must be new enough. */
const NEEDED = [22, 18]

export function run(command, args = process.argv.slice(2)) {
  const program = node()
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (program === process.execPath && (major < NEEDED[0] || (major === NEEDED[0] && minor < NEEDED[1]))) {
    console.error(
      `On this system Node.js ${NEEDED.join('.')} or newer is needed; here is ${process.versions.node}. Get it from nodejs.org.`,
    )
    process.exit(1)
  }
  const env = { NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'luoshi'), ...process.env }
  const child = spawn(program, [join(root, 'src', 'cli', 'main.ts'), command, ...args], { cwd: root, env, stdio: 'inherit' })
  // The terminal sends Ctrl-C to both; a signal to this process alone is handed on. Either way the child ends in order first.
  process.on('SIGINT', () => {})
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)))
}
