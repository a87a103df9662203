// The ledger's first visit in a real browser with an empty cache: when something is painted, when rows can be read, and what came over the wire.
import { existsSync } from 'node:fs'
import { chromium } from 'playwright-core'
import { WEB } from '../../src/server/page.ts'

export interface FirstVisit {
  /** Milliseconds from the start of the navigation. */
  paint: number
  rows: number
  /** kB. */
  script: number
  wire: number
  requests: number
}

const SYSTEM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** The figures, or why there are none. */
export async function firstVisit(address: string, cookie: string): Promise<FirstVisit | string> {
  if (!existsSync(WEB)) return 'the pages are not built (npm run build): the first visit is not measured'
  const executablePath = SYSTEM.find(existsSync)
  if (!executablePath) return 'no Chromium on this machine: the first visit is not measured'
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
  try {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
    await context.addCookies(cookie.split('; ').map(c => ({ name: c.split('=')[0]!, value: c.slice(c.indexOf('=') + 1), url: address })))
    const page = await context.newPage()
    // The first visit of the browser itself warms up its own processes; the cache of this context is still empty for ours.
    await page.goto('about:blank')
    const network = await context.newCDPSession(page)
    await network.send('Network.enable')
    let [wire, requests, script] = [0, 0, 0]
    const scripts = new Set<string>()
    network.on('Network.responseReceived', ({ requestId, type }) => type === 'Script' && scripts.add(requestId))
    network.on('Network.dataReceived', ({ requestId, dataLength }) => {
      if (scripts.has(requestId)) script += dataLength
    })
    network.on('Network.loadingFinished', ({ encodedDataLength }) => {
      wire += encodedDataLength
      requests++
    })
    await page.goto(`${address}/items`)
    const shown = await page
      .getByRole('row')
      .nth(5)
      .waitFor()
      .then(
        () => true,
        () => false,
      )
    if (!shown) return 'the ledger showed no rows within half a minute: its first visit is not measured'
    const rows = await page.evaluate(() => performance.now())
    const paint = await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN)
    await page.waitForLoadState('networkidle')
    return { paint, rows, script: script / 1000, wire: wire / 1000, requests }
  } finally {
    await browser.close()
  }
}
