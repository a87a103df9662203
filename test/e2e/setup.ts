// Before the browser tests: the pages built, one server with the fictional county, one Chromium; all of it ended afterwards.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { type BrowserServer, chromium } from 'playwright-core'
import type { TestProject } from 'vitest/node'
import { type Server, startServer } from './server.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of the server with the fictional county. */
    county: string
    /** Where the one Chromium of the run is reached. */
    chromium: string
  }
}

export const SHOTS = join(import.meta.dirname, 'shots')

/** Nothing of it talks to anybody: no updates, no sync, no first-run pages. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--lang=zh-CN',
]

export default async function start(project: TestProject): Promise<() => Promise<void>> {
  rmSync(SHOTS, { recursive: true, force: true })
  const built = spawnSync(process.execPath, [join(import.meta.dirname, '..', '..', 'scripts', 'build.mjs')], { stdio: 'inherit' })
  if (built.status !== 0) throw new Error('the pages could not be built')
  let server: Server | undefined
  let browser: BrowserServer | undefined
  const end = async () => {
    await browser?.close()
    await server?.stop()
  }
  try {
    browser = await launch()
    server = await startServer('demo', mkdtempSync(join(tmpdir(), 'luoshi-e2e-')))
  } catch (error) {
    await end()
    throw error
  }
  project.provide('county', server.address)
  project.provide('chromium', browser.wsEndpoint())
  return end
}

/** The system's Chromium, else the one that comes by npm. A fresh profile either way. */
async function launch(): Promise<BrowserServer> {
  const system = systemBrowser()
  if (system) return chromium.launchServer({ executablePath: system, args: FLAGS, host: '127.0.0.1' })
  const { default: packed } = await import('@sparticuz/chromium')
  packed.setGraphicsMode = false
  // Its own flags are for a serverless machine: one process for all would end with the first page that breaks.
  return chromium.launchServer({ executablePath: await packed.executablePath(), args: FLAGS, host: '127.0.0.1' })
}

function systemBrowser(): string | undefined {
  const folders = ['/usr/bin', ...(process.env.PATH ?? '').split(delimiter)]
  const names = ['chromium', 'google-chrome', 'chromium-browser']
  return folders.flatMap(folder => names.map(name => join(folder, name))).find(existsSync)
}
