// The command line: gives each command its arguments and turns its answer into an exit code.

import { readCommand } from './read.ts'

const COMMANDS: Record<string, (args: string[]) => Promise<number>> = { read: readCommand }

const USAGE = `Usage: luoshi <command>

  read FILE|- [--json] [--place 青禾县] [--today 2026-05-20]   read a document and print what it says
`

const [name = '', ...args] = process.argv.slice(2)
const command = COMMANDS[name]
if (!command) {
  process.stderr.write(USAGE)
  process.exitCode = name === '--help' || name === '' ? 0 : 2
} else process.exitCode = await command(args)
