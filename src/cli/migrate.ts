// `luoshi migrate`: brings the tables up to date and ends; for those who do it apart from the start.
import { readConfig } from '../server/config.ts'
import { openDatabase } from '../store/db.ts'
import { Progress } from './step.ts'

export async function migrateCommand(): Promise<number> {
  const config = readConfig(process.env)
  const progress = new Progress()
  const db = await openDatabase({
    dataDir: config.dataDir,
    url: config.databaseUrl,
    serverUrl: config.databaseServerUrl,
    onStep: progress.onStep,
  })
  progress.end()
  await db.close()
  console.log('The tables are up to date.')
  return 0
}
