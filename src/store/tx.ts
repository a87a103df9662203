// One connection for the length of one read or one write: prepared statements, row-level context, camelCase rows. No SQL of its own but the context.
import type { Duplex } from 'node:stream'
import type { PoolClient } from 'pg'
import { kindsOf, type Reach, reach } from '../core/access.ts'
import type { Actor } from '../core/types.ts'
import { rowsOf } from './statement.ts'

/** Whom the database is told it is serving; the policies of row-level security read this and nothing else. */
export interface Context {
  jurisdiction: string
  scope: 'all' | 'party' | 'none'
  unitIds: string[]
  personId: string | null
  audit: boolean
  /** Of an answer link: no other item is seen. */
  itemId?: string | null
  /** Looks after where messages are sent to. */
  system: boolean
  /** How far his sight of indicators reaches, which is not that of items. */
  figures?: 'all' | 'party' | 'none'
  /** Kinds of which he sees all items, whatever his scope. */
  kinds?: string[]
}

/** For jobs of the program itself, within one jurisdiction. */
export const wholeOf = (jurisdiction: string): Context => ({
  jurisdiction,
  scope: 'all',
  unitIds: [],
  personId: null,
  audit: true,
  system: true,
  figures: 'all',
})

const scopeOf = (far: Reach | null) => (far === 'all' ? 'all' : far ? 'party' : 'none')

export function contextOf(actor: Actor): Context {
  return {
    jurisdiction: actor.jurisdiction,
    scope: scopeOf(reach(actor, 'item.read')),
    unitIds: actor.unitIds,
    personId: actor.personId,
    audit: reach(actor, 'audit.read') !== null,
    itemId: actor.onlyItem ?? null,
    system: reach(actor, 'channel.write') !== null,
    figures: actor.onlyItem ? 'none' : scopeOf(reach(actor, 'indicator.read')),
    kinds: kindsOf(actor),
  }
}

/** Whether he sees every item of the kind. */
export const seesAll = ({ scope, kinds }: Context, kind: string): boolean => scope === 'all' || (kinds?.includes(kind) ?? false)

export interface Tx {
  readonly context: Context
  /** Rows with camelCase keys. The statement is prepared once per connection; `$1` … are the values. */
  rows<Row>(text: string, values?: unknown[]): Promise<Row[]>
}

const SET = `select set_config('luoshi.jurisdiction', $1, false), set_config('luoshi.scope', $2, false), set_config('luoshi.units', $3, false),
  set_config('luoshi.person', $4, false), set_config('luoshi.audit', $5, false),
  set_config('luoshi.item', $6, false), set_config('luoshi.system', $7, false),
  set_config('luoshi.figures', $8, false), set_config('luoshi.kinds', $9, false)`
const told = new WeakMap<PoolClient, string>()

/** Tells the connection whom it serves, when it does not know already. Rejects if that failed: nothing it then read may be used. */
export async function tell(client: PoolClient, context: Context): Promise<void> {
  const values = [
    context.jurisdiction,
    context.scope,
    `{${context.unitIds.join(',')}}`,
    context.personId ?? '',
    context.audit ? 'on' : 'off',
    context.itemId ?? '',
    context.system ? 'on' : 'off',
    context.figures ?? 'none',
    context.kinds?.length ? `{${context.kinds.join(',')}}` : '',
  ]
  const text = values.join('|')
  if (told.get(client) === text) return
  told.delete(client)
  await rowsOf(client, SET, values)
  told.set(client, text)
}

/**
 * Sends what `ask` asks in one packet: the driver would write each query by itself, and each would wake the database once.
 * Only what is asked before `ask` first awaits travels together.
 */
export function atOnce<T>(client: PoolClient, ask: () => T): T {
  const { stream } = (client as unknown as { connection: { stream: Duplex } }).connection
  stream.cork()
  try {
    return ask()
  } finally {
    stream.uncork()
  }
}

/** The transaction's hand on a connection. */
export const txOf = (client: PoolClient, context: Context): Tx => ({
  context,
  rows: (text, values = []) => rowsOf(client, text, values),
})
