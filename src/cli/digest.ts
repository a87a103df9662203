// `luoshi digest`: writes the weekly digests now and sends what is due, beside a server that runs or without one.
import { readConfig } from '../server/config.ts'
import { Courier } from '../server/deliver.ts'
import { openBeside } from '../store/beside.ts'

export async function digestCommand(): Promise<number> {
  const config = readConfig(process.env)
  const db = await openBeside({ dataDir: config.dataDir, url: config.databaseUrl, serverUrl: config.databaseServerUrl })
  try {
    const put = await new Courier(db, config).digest(new Date().toISOString(), { asked: true })
    console.log(config.smtpUrl ? `digests written: ${put}` : `digests written: ${put}, for robots only: there is no LUOSHI_SMTP_URL`)
    return 0
  } finally {
    await db.close()
  }
}
