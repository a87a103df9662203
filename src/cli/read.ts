// `luoshi read`: prints the reading of one document; never changes anything.

import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { parseArgs } from 'node:util'
import { parseDay } from '../core/day.ts'
import { intake } from '../intake/intake.ts'
import { isIntakeRefusal } from '../intake/refusal.ts'
import { type Reading, read } from '../reader/index.ts'
import { refused } from './refused.ts'

/** `read FILE|- [--json] [--place NAME] [--today YYYY-MM-DD]`; 0 when printed, 1 when the file cannot be read, 2 for wrong usage. */
export async function readCommand(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { json: { type: 'boolean' }, place: { type: 'string' }, today: { type: 'string' } },
  })
  const [file] = positionals
  if (!file || positionals.length > 1 || (values.today && !parseDay(values.today))) {
    process.stderr.write('Usage: luoshi read FILE|- [--json] [--place NAME] [--today YYYY-MM-DD]\n')
    return 2
  }
  let bytes: Uint8Array
  try {
    bytes = file === '-' ? await buffer(process.stdin) : await readFile(file)
  } catch (error) {
    process.stderr.write(`luoshi: ${file}: ${(error as Error).message}\n`)
    return 1
  }
  const taken = await intake(bytes, { name: file })
  if (isIntakeRefusal(taken)) {
    process.stderr.write(`luoshi: ${file}: ${refused(taken)}\n`)
    return 1
  }
  const reading = read(taken.text, {
    name: file === '-' ? 'stdin' : basename(file),
    place: values.place ?? null,
    today: values.today ?? null,
  })
  process.stdout.write(values.json ? `${JSON.stringify(reading)}\n` : summary(reading))
  return 0
}

/** A few lines for a person at a terminal. */
function summary(r: Reading): string {
  const lines = r.articles.map(a => `${a.title ?? '（无标题）'}  [${a.genre}${a.date ? ` ${a.date}` : ''}]`)
  for (const d of r.directives) lines.push(`  ${d.ordinal ?? '·'} ${d.heading}${d.hard ? '  *' : ''}  (${d.actions.length})`)
  lines.push(
    `${r.directives.length} directives, ${r.dates.length} dates, ${r.quantities.length} quantities, ${r.people.length} people, ${r.units.length} units, ${r.repairs.length} repairs, ${r.doubts.length} doubts`,
  )
  return `${lines.join('\n')}\n`
}
