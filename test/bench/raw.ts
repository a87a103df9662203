// The same SQL straight into the same database by pgbench: what PostgreSQL alone can do, as the measure of what the server adds.
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Tx } from '../../src/store/tx.ts'
import { CONNECTIONS } from './load.ts'

export interface Address {
  host: string
  port: number
  user: string
  password: string
  database: string
}

export const hasPgbench = (): boolean => spawnSync('pgbench', ['--version']).status === 0

/** The statements that a read sends, with their values written in: caught by a transaction that answers nothing. */
export async function statementsOf(context: Tx['context'], work: (tx: Tx) => Promise<unknown>, answers: unknown[] = []): Promise<string> {
  const caught: string[] = []
  const tx: Tx = {
    context,
    async rows(text, values = []) {
      caught.push(text.replace(/\$(\d+)/g, (_, n: string) => literal(values[Number(n) - 1])))
      return (answers.length ? [answers.shift()] : []) as never[]
    },
  }
  await work(tx).catch(() => {})
  return caught.map(text => `${withoutNames(text.replaceAll('\n', ' '))};`).join('\n')
}

/** pgbench takes :MI of 'HH24:MI' for a variable of its own, quoted or not. */
const withoutNames = (text: string): string => text.replace(/'[^']*'/g, quoted => quoted.replace(/:(?=\w)/g, `'||chr(58)||'`))

function literal(value: unknown): string {
  if (value === null || value === undefined) return 'null'
  if (Array.isArray(value)) return `'{${value.join(',')}}'`
  return typeof value === 'number' ? String(value) : `'${String(value).replaceAll("'", "''")}'`
}

/** Transactions per second with 16 connections; each script is one of several like requests, taken in turn by chance. */
export function pgbench(address: Address, scripts: string[], seconds: number): number {
  const folder = mkdtempSync(join(tmpdir(), 'luoshi-pgbench-'))
  const files = scripts.flatMap((script, at) => {
    const file = join(folder, `${at}.sql`)
    writeFileSync(file, `${script}\n`)
    return ['-f', file]
  })
  const settings = ['-n', '-M', 'prepared', '-c', String(CONNECTIONS), '-j', '2', '-T', String(seconds)]
  const where = ['-h', address.host, '-p', String(address.port), '-U', address.user, address.database]
  const env = { ...process.env, PGPASSWORD: address.password, PGOPTIONS: '-c timezone=UTC -c plan_cache_mode=force_generic_plan' }
  const said = execFileSync('pgbench', [...settings, ...files, ...where], { env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
  return Number(/tps = ([\d.]+)/.exec(said)![1])
}

/** Runs SQL as the owner, by psql, which comes with pgbench. */
export function asOwner({ host, port, user, password, database }: Address, sql: string): void {
  const args = ['-q', '-v', 'ON_ERROR_STOP=1', '-h', host, '-p', String(port), '-U', user, '-c', sql, database]
  execFileSync('psql', args, { env: { ...process.env, PGPASSWORD: password }, stdio: ['ignore', 'ignore', 'inherit'] })
}
