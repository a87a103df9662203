// `luoshi report FILE.docx`: writes the supervision circular of a jurisdiction from true figures, while the server runs or not.
import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { circular } from '../core/circular.ts'
import { CircularQuery } from '../core/contract/overview.ts'
import { dayOf } from '../core/day.ts'
import { readConfig } from '../server/config.ts'
import { openBeside } from '../store/beside.ts'
import { circularFacts } from '../store/circular.ts'
import { read } from '../store/db.ts'
import { jurisdictionsOf } from '../store/jurisdiction.ts'
import { wholeOf } from '../store/tx.ts'
import { gongwen } from '../writer/gongwen.ts'

const text = { type: 'string' } as const

export async function reportCommand(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { jurisdiction: text, from: text, to: text, number: text },
  })
  const [file] = positionals
  const query = CircularQuery.safeParse(values)
  if (!file || positionals.length > 1 || !query.success) {
    process.stderr.write('Usage: luoshi report FILE.docx [--jurisdiction 990124] [--from 2026-01-01] [--to 2026-06-30] [--number NO]\n')
    return 2
  }
  const config = readConfig(process.env)
  const db = await openBeside({ dataDir: config.dataDir, url: config.databaseUrl, serverUrl: config.databaseServerUrl })
  try {
    const places = await jurisdictionsOf(db)
    const place = values.jurisdiction ?? (places.length === 1 ? places[0] : undefined)
    if (!place || !places.includes(place)) {
      process.stderr.write(`luoshi: name one of the jurisdictions with --jurisdiction: ${places.join(', ') || 'there are none yet'}\n`)
      return 1
    }
    const facts = await read(db, wholeOf(place), tx => circularFacts(tx, query.data, dayOf(Date.now())))
    await writeFile(file, await gongwen(circular(facts)))
    console.log(`${file}: ${facts.items.total} items, ${facts.items.closed} closed, ${facts.items.overdue} overdue`)
    return 0
  } finally {
    await db.close()
  }
}
