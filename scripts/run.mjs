// Runs a luoshi command with the project's own Node and waits for it; Ctrl-C is the command's to handle. Plain JavaScript for any Node ≥ 20.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { node, root } from './ready.mjs'

const parent = process.ppid

export function run(command, args = process.argv.slice(2)) {
  const [program, first] =
    process.platform === 'win32' ? [node(), [join(root, 'src', 'cli', 'main.ts')]] : [join(root, 'bin', 'luoshi'), []]
  const child = spawn(program, [...first, command, ...args], { cwd: root, stdio: 'inherit' })
  // The terminal sends Ctrl-C to both; a signal to this process alone is handed on. Either way the child ends in order first.
  process.on('SIGINT', () => {})
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  // The shell that npm puts in between ends at its own SIGTERM and hands nothing on: an orphan of npm has been told to end.
  const orphaned = process.env.npm_lifecycle_event && setInterval(() => process.ppid !== parent && end(), 250)
  const end = () => {
    clearInterval(orphaned)
    child.kill('SIGTERM')
  }
  child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)))
}
