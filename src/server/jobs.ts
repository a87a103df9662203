// What the program does by itself, and when: one table. Run by pg-boss inside the same database, so that several servers do it once.
import { PgBoss } from 'pg-boss'
import type { Database } from '../store/db.ts'
import { forgetKeys } from '../store/once.ts'
import { relightAll } from '../store/relight.ts'

interface Job {
  name: string
  /** minute hour day month weekday, Beijing time. */
  cron: string
  work: (db: Database) => Promise<unknown>
}

export const JOBS: Job[] = [
  // Lights and overdue depend on the day, which turns at midnight in Beijing.
  { name: 'relight', cron: '1 0 * * *', work: db => relightAll(db) },
  { name: 'forget-keys', cron: '17 3 * * *', work: db => forgetKeys(db) },
]

export interface Clockwork {
  stop(): Promise<void>
}

/** Starts the schedule; `failed` is told of what goes wrong, once each. */
export async function startJobs(db: Database, failed: (error: Error) => void): Promise<Clockwork> {
  const boss = new PgBoss({
    db: { executeSql: (text, values) => db.pool.query(text, values) },
    schema: 'pgboss',
    createSchema: false,
    superviseIntervalSeconds: 600,
    reindex: false,
    monitorVacuum: false,
  })
  boss.on('error', failed)
  await boss.start()
  for (const job of JOBS) {
    await boss.createQueue(job.name)
    await boss.schedule(job.name, job.cron, null, { tz: 'Asia/Shanghai' })
    await boss.work(job.name, { pollingIntervalSeconds: 30 }, () => job.work(db))
  }
  return { stop: () => boss.stop({ graceful: true, timeout: 5000 }) }
}
