// `luoshi demo`: the fictional county 青禾县 in a folder of its own, with a log-in for each role, until Ctrl-C.
import { resolve } from 'node:path'
import { readConfig } from '../server/config.ts'
import { serve } from '../server/serve.ts'
import { type DemoStep, demoLogins, makeDemo } from '../store/demo/make.ts'
import { Progress } from './step.ts'
import { untilStopped } from './stop.ts'

const STEPS: Record<Exclude<DemoStep, 'ready'>, string> = {
  units: 'making 青禾县: units',
  people: 'people and their posts',
  documents: 'reading documents',
  items: 'a year of items',
}
/** How many ports after the wanted one are tried when it is taken. */
const OTHER_PORTS = 20

export async function demoCommand(): Promise<number> {
  const { databaseUrl: _, databaseServerUrl: __, ...own } = readConfig(process.env)
  // Never the database or the folder of the real thing: what is fictional stays by itself.
  const dataDir = resolve(process.env.LUOSHI_DEMO_DATA || '.demo')
  const config = { ...own, databaseUrl: null, databaseServerUrl: null, dataDir, demo: demoLogins() }
  const progress = new Progress()
  const running = await serve(config, {
    onStep: progress.onStep,
    otherPorts: OTHER_PORTS,
    prepare: db => makeDemo(db, { onStep: step => (step === 'ready' ? progress.end() : progress.step(STEPS[step])) }),
  })
  progress.end()
  const address = config.publicUrl ?? running.address
  const taken = config.port !== 0 && !address.endsWith(`:${config.port}`) ? `   (port ${config.port} is taken)` : ''
  console.log(`\nOpen ${address}${taken}\n`)
  console.log(`  ${'log-in'.padEnd(12)}${'role'.padEnd(20)}person   (the password of all is ${config.demo[0]!.password})`)
  for (const { role, username, name, unit } of config.demo) console.log(`  ${username.padEnd(12)}${role.padEnd(20)}${name} ${unit ?? ''}`)
  console.log('\nCtrl-C stops everything. To begin anew, delete the folder .demo.')
  return untilStopped(running)
}
