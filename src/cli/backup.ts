// `luoshi backup` and `luoshi restore`: a copy of the embedded database with its files, and the way back.
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { ConfigFault, readConfig } from '../server/config.ts'
import { backupTo, type Copied, restoreFrom } from '../store/backup.ts'

const WITH_URL = 'With DATABASE_URL, use pg_dump and pg_restore, and copy LUOSHI_DATA/files and LUOSHI_DATA/secrets.json.'

export async function backupCommand(args: string[]): Promise<number> {
  return copy(
    args,
    'backup',
    (dataDir, folder) => backupTo(dataDir, folder),
    folder => `Put it back with: LUOSHI_DATA=… luoshi restore ${folder}`,
  )
}

export async function restoreCommand(args: string[]): Promise<number> {
  return copy(
    args,
    'restore',
    (dataDir, folder) => restoreFrom(folder, dataDir),
    () => 'Prove it with luoshi verify, then start.',
  )
}

async function copy(
  args: string[],
  name: string,
  work: (dataDir: string, folder: string) => Promise<Copied>,
  next: (folder: string) => string,
) {
  const [folder] = args
  if (!folder || args.length > 1) {
    process.stderr.write(`Usage: luoshi ${name} FOLDER\n`)
    return 2
  }
  const config = readConfig(process.env)
  if (config.databaseUrl) throw new ConfigFault(WITH_URL)
  if (name === 'backup' && !existsSync(config.dataDir))
    throw new ConfigFault(`There is no ${config.dataDir}. Name the data folder with LUOSHI_DATA.`)
  const { files, bytes } = await work(config.dataDir, resolve(folder))
  console.log(`${files} files, ${(bytes / 1e6).toFixed(0)} MB. ${next(resolve(folder))}`)
  return 0
}
