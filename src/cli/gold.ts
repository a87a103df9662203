// `luoshi gold FOLDER`: writes NAME.txt and NAME.gold.json of every document whose reading people corrected, to measure the reader by; changes nothing.
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { corrected } from '../core/correction.ts'
import { goldName } from '../core/goldname.ts'
import { readConfig } from '../server/config.ts'
import { openBeside } from '../store/beside.ts'
import { read } from '../store/db.ts'
import { correctedDocuments, getDocument } from '../store/document.ts'
import { jurisdictionsOf } from '../store/jurisdiction.ts'
import { wholeOf } from '../store/tx.ts'

export async function goldCommand(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { jurisdiction: { type: 'string' } } })
  const [folder] = positionals
  if (!folder || positionals.length > 1) {
    process.stderr.write('Usage: luoshi gold FOLDER [--jurisdiction 990124]\n')
    return 2
  }
  const config = readConfig(process.env)
  const db = await openBeside({ dataDir: config.dataDir, url: config.databaseUrl, serverUrl: config.databaseServerUrl })
  try {
    const places = await jurisdictionsOf(db)
    if (values.jurisdiction && !places.includes(values.jurisdiction)) {
      process.stderr.write(`luoshi: there is no jurisdiction ${values.jurisdiction}; there are: ${places.join(', ') || 'none yet'}\n`)
      return 1
    }
    await mkdir(folder, { recursive: true })
    const taken = new Set<string>()
    for (const place of values.jurisdiction ? [values.jurisdiction] : places) {
      for (const id of await read(db, wholeOf(place), correctedDocuments)) {
        // One at a time: a year's documents together would be too much to hold.
        const document = await read(db, wholeOf(place), tx => getDocument(tx, id))
        if (!document) continue
        const { text, title, reading, corrections } = document
        const name = free(goldName(reading.source.name, title), taken)
        await writeFile(join(folder, `${name}.txt`), text)
        await writeFile(join(folder, `${name}.gold.json`), `${JSON.stringify(corrected(reading, corrections), null, 2)}\n`)
        console.log(`${name}: corrected at ${corrections.length} places`)
      }
    }
    console.log(`${taken.size} documents in ${folder}`)
    return 0
  } finally {
    await db.close()
  }
}

/** Two documents of one name stand side by side: 通知, 通知-2. File systems may not tell capitals apart. */
function free(name: string, taken: Set<string>): string {
  let own = name
  for (let n = 2; taken.has(own.toLowerCase()); n++) own = `${name}-${n}`
  taken.add(own.toLowerCase())
  return own
}
