// `luoshi verify`: walks the audit log of every jurisdiction and reads its files again; names the first that does not fit; changes nothing.
import { readConfig } from '../server/config.ts'
import { type Proof, verifyAudit } from '../store/audit.ts'
import { openBeside } from '../store/beside.ts'
import { read } from '../store/db.ts'
import { verifyFiles } from '../store/file.ts'
import { jurisdictionsOf } from '../store/jurisdiction.ts'
import { wholeOf } from '../store/tx.ts'

const WHY: Record<NonNullable<Proof['broken']>['why'], string> = {
  missing: 'an entry is missing',
  changed: 'the entry was changed',
  'cut-off': 'the end of the log was cut off',
  'event-changed': 'the event that the entry records was changed',
}

export async function verifyCommand(): Promise<number> {
  const config = readConfig(process.env)
  const db = await openBeside({ dataDir: config.dataDir, url: config.databaseUrl, serverUrl: config.databaseServerUrl })
  try {
    let whole = true
    for (const place of await jurisdictionsOf(db)) {
      const proof = await read(db, wholeOf(place), verifyAudit)
      const { broken } = proof
      whole &&= proof.whole
      console.log(
        broken
          ? `${place}: broken at lane ${broken.lane}, entry ${broken.seq}: ${WHY[broken.why]}`
          : `${place}: whole, ${proof.entries} entries`,
      )
      const files = await read(db, wholeOf(place), tx => verifyFiles(tx, db))
      whole &&= files.whole
      if (files.broken)
        console.log(
          `${place}: file ${files.broken.id} (${files.broken.name}) ${files.broken.why === 'missing' ? 'is missing' : 'is not what was put in'}`,
        )
      else if (files.files > 0) console.log(`${place}: ${files.files} files as they were put in`)
    }
    return whole ? 0 : 1
  } finally {
    await db.close()
  }
}
