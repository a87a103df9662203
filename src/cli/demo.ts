// `luoshi demo`: the fictional county on this machine until Ctrl-C, with one log-in for each role; never with real data.
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Config, ConfigFault, type DemoLogin, readConfig } from '../server/config.ts'
import { serve } from '../server/serve.ts'
import type { Database } from '../store/db.ts'
import { type DemoStep, demoLogins, makeDemo } from '../store/demo/make.ts'
import { DEMO } from '../store/demo/story.ts'
import { jurisdictionsOf } from '../store/jurisdiction.ts'
import { Progress } from './step.ts'
import { untilStopped } from './stop.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
/** Tried one after the other when the wanted one is taken. */
const OTHER_PORTS = 20

const STEPS: Partial<Record<DemoStep, string>> = {
  units: 'making the county: units',
  people: 'making the county: people',
  documents: 'reading its documents',
  items: 'a year of items',
}

const ROLES: Partial<Record<DemoLogin['role'], string>> = {
  officer: '督查员 supervision officer',
  liaison: '联络员 unit liaison',
  head: '一把手 unit head',
  leader: '县领导 leader',
  indicator_officer: '统计 indicator officer',
  investment_officer: '招商 investment officer',
  system_admin: '系统管理员 system administrator',
  security_admin: '安全管理员 security administrator',
  audit_admin: '审计管理员 audit administrator',
}

export async function demoCommand(): Promise<number> {
  const config: Config = {
    ...readConfig(process.env),
    dataDir: resolve(root, process.env.LUOSHI_DATA || '.demo'),
    databaseUrl: null,
    databaseServerUrl: null,
    demo: demoLogins(),
  }
  const progress = new Progress()
  const onStep = (step: DemoStep) => (STEPS[step] ? progress.step(STEPS[step]) : progress.end())
  const prepare = async (db: Database, signal: AbortSignal) => {
    // Real data is not given a fictional county by a slip of the hand.
    if ((await jurisdictionsOf(db)).some(id => id !== DEMO.id))
      throw new ConfigFault(
        `${config.dataDir} holds data that is not the demonstration's. Name another folder with LUOSHI_DATA, or leave it out.`,
      )
    await makeDemo(db, { onStep, signal })
  }
  return untilStopped(async signal => {
    const running = await serve(config, { onStep: progress.onStep, prepare: db => prepare(db, signal), otherPorts: OTHER_PORTS, signal })
    progress.end()
    if (config.port && !running.address.endsWith(`:${config.port}`))
      console.log(`  Port ${config.port} is in use, so another one was taken.`)
    console.log(
      `\n青禾县 (fictional) is at  ${running.address}\n\n${table(config.demo)}\n\nData: ${config.dataDir}   Ctrl-C ends it; the next start finds it as you left it.`,
    )
    return running
  })
}

/** Chinese characters take two places on a terminal. */
const widthOf = (text: string): number => [...text].reduce((sum, c) => sum + (c > '\u2e80' ? 2 : 1), 0)
const pad = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - widthOf(text)))

function table(logins: DemoLogin[]): string {
  const lines = logins.map(
    l => `  ${pad(l.username, 12)}${pad(l.password, 14)}${pad(ROLES[l.role] ?? l.role, 34)}${l.name}${l.unit ? `  ${l.unit}` : ''}`,
  )
  return [`  ${pad('user name', 12)}${pad('password', 14)}role`, ...lines].join('\n')
}
