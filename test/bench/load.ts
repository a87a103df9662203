// Loads the server over real HTTP with 16 connections, each with a session of its own; counts answers, and says when any was not 2xx.
import { randomUUID } from 'node:crypto'
import autocannon from 'autocannon'

export const CONNECTIONS = 16

export interface Load {
  perSecond: number
  answers: number
  /** Of all rounds; anything but 0 means that the figure is not what it says. */
  wrong: number
}

export interface Visitor {
  cookie: string
  /** Items that the visitor leads, with the version he saw last. */
  items: { id: string; version: number }[]
}

/** The same request again and again; `path` is asked per connection. */
export function reading(
  address: string,
  seconds: number,
  visitors: Visitor[],
  path: (visitor: Visitor, n: number) => string,
): Promise<Load> {
  return run(
    address,
    seconds,
    (client, visitor) => {
      let n = 0
      const next = () => client.setHeadersAndPath(path(visitor, n++))
      next()
      client.on('response', next)
    },
    visitors,
  )
}

/** One report after another, each on the next of the visitor's own items. */
export function reporting(address: string, seconds: number, visitors: Visitor[]): Promise<Load> {
  return run(
    address,
    seconds,
    (client, visitor) => {
      let n = 0
      const next = () => {
        const item = visitor.items[n++ % visitor.items.length]!
        const command = { command: 'report', percent: n % 100, words: '已完成施工图审查，正在组织招标。', fileIds: [], waitingFor: null }
        client.setReport(item.id, { version: item.version++, command })
      }
      next()
      client.on('response', next)
    },
    visitors,
  )
}

interface Hand {
  on(event: 'response', then: () => void): void
  setHeadersAndPath(path: string): void
  setReport(id: string, body: unknown): void
}

async function run(address: string, seconds: number, setup: (client: Hand, visitor: Visitor) => void, visitors: Visitor[]): Promise<Load> {
  let at = 0
  const result = await autocannon({
    url: address,
    connections: CONNECTIONS,
    duration: seconds,
    setupClient: client => {
      const visitor = visitors[at++ % visitors.length]!
      setup(
        {
          on: (event, then) => client.on(event, then),
          setHeadersAndPath: path => client.setRequests([{ method: 'GET', path, headers: { cookie: visitor.cookie } }]),
          setReport: (id, body) =>
            client.setRequests([
              {
                method: 'POST',
                path: `/api/items/${id}/commands`,
                headers: { cookie: visitor.cookie, 'content-type': 'application/json', 'idempotency-key': randomUUID() },
                body: JSON.stringify(body),
              },
            ]),
        },
        visitor,
      )
    },
  })
  return { perSecond: result['2xx'] / result.duration, answers: result['2xx'], wrong: result.non2xx + result.errors }
}
