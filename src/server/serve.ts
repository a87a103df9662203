// Runs the server: database, listening, jobs, and an orderly end. Never prints; whoever starts it is told of each step.
import type { FastifyInstance } from 'fastify'
import { setupNeeded } from '../store/account.ts'
import { type Database, type OpenStep, openDatabase } from '../store/db.ts'
import { relightAll } from '../store/relight.ts'
import { reopenRisks } from '../store/riskexpiry.ts'
import { build } from './app.ts'
import { type Config, ConfigFault } from './config.ts'
import { Courier } from './deliver.ts'
import type { Clockwork } from './jobs.ts'
import { SetupLink } from './setup.ts'

export interface Running {
  address: string
  /** Where the first administrators are made; null when there are some. */
  setupAddress: string | null
  app: FastifyInstance
  db: Database
  /** Ends everything that was started, in order; may be called more than once. */
  stop(): Promise<void>
}

interface ServeOptions {
  onStep?: (step: OpenStep) => void
  /** Once the database answers and before the first request: the demonstration fills it here. */
  prepare?: (db: Database) => Promise<void>
  /** How many ports after the wanted one may be tried when it is taken; 0 for the real thing, whose address people know. */
  otherPorts?: number
  /** Aborted before it listens: the start is given up, and what was started is ended. `prepare` looks after itself. */
  signal?: AbortSignal
}

export async function serve(config: Config, { onStep, prepare, otherPorts = 0, signal }: ServeOptions = {}): Promise<Running> {
  const db = await openDatabase({ dataDir: config.dataDir, url: config.databaseUrl, serverUrl: config.databaseServerUrl, onStep })
  let app: FastifyInstance | undefined
  let jobs: Promise<Clockwork | null> | undefined
  let stopped: Promise<void> | undefined
  const stop = () =>
    (stopped ??= (async () => {
      await (await jobs)?.stop()
      await app?.close()
      await db.close()
    })())
  try {
    signal?.throwIfAborted()
    await prepare?.(db)
    signal?.throwIfAborted()
    const setup = new SetupLink()
    const courier = new Courier(db, config)
    app = await build({ db, config, setup, courier })
    const address = await listen(app, config, otherPorts)
    courier.address = address
    const setupAddress = (await setupNeeded(db)) ? `${config.publicUrl ?? address}/setup?token=${setup.issue()}` : null
    const { log } = app
    jobs = startLater(db, courier, error => log.error(error))
    return { address, setupAddress, app, db, stop }
  } catch (error) {
    const reason = db.reason(error)
    await stop()
    throw reason
  }
}

/** After the first answers, so that the start is not held up by the schedule. */
async function startLater(db: Database, courier: Courier, failed: (error: Error) => void): Promise<Clockwork | null> {
  await new Promise(resolve => setTimeout(resolve, 500))
  try {
    // The program may have slept over midnight.
    await relightAll(db)
    await reopenRisks(db)
    const { startJobs } = await import('./jobs.ts')
    return await startJobs(db, courier, failed)
  } catch (error) {
    failed(error as Error)
    return null
  }
}

async function listen(app: FastifyInstance, config: Config, others: number): Promise<string> {
  for (let port = config.port; ; port++) {
    try {
      return await app.listen({ host: config.host, port })
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      if (code === 'EADDRINUSE' && port < config.port + others) continue
      if (code === 'EADDRINUSE')
        throw new ConfigFault(
          `Port ${config.port} of ${config.host} is in use. Stop what uses it, or name another: PORT=${config.port + 1}.`,
        )
      if (code === 'EACCES') throw new ConfigFault(`Port ${config.port} may not be used by this user. Name one above 1023 with PORT.`)
      if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
        throw new ConfigFault(
          `HOST=${config.host} is not an address of this machine. 127.0.0.1 is this machine only, 0.0.0.0 every network.`,
        )
      throw error
    }
  }
}
