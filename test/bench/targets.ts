// What the API is measured against: figures of peers and of the raw database, taken once on a machine like this, and what is to be reached.

export interface Target {
  name: string
  /** Requests per second, milliseconds, MB or seconds, as the unit says. */
  unit: '/s' | 'ms' | 's' | 'MB' | 'kB' | ''
  peers: { redmine: number | null; directus: number | null; nocodb: number | null }
  /** What PostgreSQL alone did with the same SQL then; measured again in each run where pgbench is there. */
  raw: number | null
  reach: number
  /** Whether more is better. */
  more: boolean
}

const rate = (name: string, redmine: number, directus: number, nocodb: number, raw: number, reach: number): Target => ({
  name,
  unit: '/s',
  peers: { redmine, directus, nocodb },
  raw,
  reach,
  more: true,
})
const limit = (
  name: string,
  unit: Target['unit'],
  redmine: number | null,
  directus: number | null,
  nocodb: number | null,
  reach: number,
): Target => ({
  name,
  unit,
  peers: { redmine, directus, nocodb },
  raw: null,
  reach,
  more: false,
})

/** Redmine 5.0, Directus 12.4 and NocoDB 0.301 with the same data on PostgreSQL 15: 60 units, 5,000 items, 16 connections, 2 shared cores. */
export const TARGETS = {
  list: rate('my list: 50 open items by deadline', 5, 257, 192, 10_200, 2000),
  report: rate('one report, durable, with event and audit', 37, 123, 95, 4900, 1000),
  item: rate('one item with its history', 35, 148, 171, 4300, 1000),
  board: rate('scoreboard: units × lights', 5, 166, 176, 1530, 1530),
  search: rate('Chinese search (污水处理)', 26, 106, 194, 8200, 1500),
  existing: limit('start to first answer, existing data', 's', 4.8, 4.8, 5.0, 1.5),
  fresh: limit('start to first answer, new data', 's', null, null, null, 4),
  idle: limit('memory of the server, idle', 'MB', 258, 394, 428, 150),
  loaded: limit('memory of the server, after load', 'MB', 485, 865, 912, 300),
  paint: limit('ledger, first visit: first paint', 'ms', 504, 1456, 2588, 500),
  rows: limit('ledger, first visit: rows visible', 'ms', 541, 2229, 3856, 700),
  script: limit('JavaScript of that page, decoded', 'kB', 505, 7675, 11_790, 900),
  wire: limit('all of that page over the wire', 'kB', 728, 9454, 20_531, 300),
  requests: limit('requests of that page', '', 28, 36, 499, 20),
} satisfies Record<string, Target>

export type TargetName = keyof typeof TARGETS
