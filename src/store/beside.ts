// Opens a database that another luoshi may have open already: verify and report need not stop the server. Starts and stops nothing that runs.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { asServer, connect, type Database, type OpenOptions, openDatabase, withoutPassword } from './db.ts'
import { StoreFault } from './fault.ts'
import { runningOn } from './postmaster.ts'
import { secretsIn } from './secret.ts'

export async function openBeside(options: OpenOptions): Promise<Database> {
  // Whoever only looks must not make a new one by a slip of the pen.
  if (!options.url && !existsSync(join(options.dataDir, 'pg'))) throw new StoreFault('no-database', { dir: options.dataDir })
  try {
    return await openDatabase(options)
  } catch (error) {
    const running = runningOn(join(options.dataDir, 'pg'))
    if (!(error instanceof StoreFault && error.code === 'data-in-use') || !(running || options.url)) throw error
    const secrets = secretsIn(options.dataDir)
    const address = options.url ? { connectionString: options.url } : { host: running!.host, port: running!.port }
    const { pool, auth } = connect(options.serverUrl ? { connectionString: options.serverUrl } : asServer(address, secrets.server), 2)
    const where = options.url ? withoutPassword(options.url) : 'embedded'
    const close = async () => {
      await pool.end()
      await auth.destroy()
    }
    return { pool, auth, secrets, dataDir: options.dataDir, filesDir: join(options.dataDir, 'files'), where, reason: error => error, close }
  }
}
