// What the program does by itself, and when: one table. Run by pg-boss inside the same database, so that several servers do it once.
import { PgBoss } from 'pg-boss'
import type { Database } from '../store/db.ts'
import { jurisdictionsOf } from '../store/jurisdiction.ts'
import { forgetLocks } from '../store/login.ts'
import { forgetMessages } from '../store/message.ts'
import { forgetKeys } from '../store/once.ts'
import { asProgram, forgetDeliveries } from '../store/outbox.ts'
import { relightAll } from '../store/relight.ts'
import { reopenRisks } from '../store/riskexpiry.ts'
import type { Courier } from './deliver.ts'

interface Job {
  name: string
  /** minute hour day month weekday, Beijing time. */
  cron: string
  work: (db: Database, courier: Courier) => Promise<unknown>
}

const JOBS: Job[] = [
  // Lights and overdue depend on the day, which turns at midnight in Beijing.
  { name: 'relight', cron: '1 0 * * *', work: db => relightAll(db) },
  // What was borne until yesterday is open today.
  { name: 'reopen-risks', cron: '5 0 * * *', work: db => reopenRisks(db) },
  { name: 'forget-keys', cron: '17 3 * * *', work: db => forgetKeys(db) },
  { name: 'forget-locks', cron: '37 3 * * *', work: db => forgetLocks(db) },
  { name: 'deliver', cron: '* * * * *', work: (_, courier) => courier.run() },
  // Monday 08:30 for most; the other hours are for those who chose another day, for days off, and for a program that was not running.
  { name: 'digest', cron: '30 8-17 * * *', work: (_, courier) => courier.digest() },
  { name: 'forget-messages', cron: '27 3 * * *', work: db => forgetOld(db) },
]

async function forgetOld(db: Database, now = Date.now()): Promise<void> {
  for (const place of await jurisdictionsOf(db))
    await asProgram(db, place, tx => Promise.all([forgetMessages(tx, now), forgetDeliveries(tx, now)]))
}

export interface Clockwork {
  stop(): Promise<void>
}

/** Starts the schedule; `failed` is told of what goes wrong, once each. */
export async function startJobs(db: Database, courier: Courier, failed: (error: Error) => void): Promise<Clockwork> {
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
    await boss.work(job.name, { pollingIntervalSeconds: 30 }, () => job.work(db, courier))
  }
  return { stop: () => boss.stop({ graceful: true, timeout: 5000 }) }
}
