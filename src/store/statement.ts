// One prepared statement on its way: its columns are asked for the first time only, and its rows come with camelCase keys. No SQL of its own.
import pg, { type PoolClient, type QueryConfig } from 'pg'
import { textTypes } from './types.ts'

/** A text that is likely to come again: its name for the server, and its columns once they are known (they are those of the text). */
interface Known {
  name: string | undefined
  text: string
  columns: Column[] | null
}
interface Column {
  key: string
  parse: (text: string) => unknown
}
const known = new Map<string, Known>()
const MOST_KNOWN = 400

function knownOf(text: string): Known {
  const found = known.get(text)
  if (found) return found
  const fresh: Known = { name: known.size < MOST_KNOWN ? `s${known.size}` : undefined, text, columns: null }
  if (fresh.name) known.set(text, fresh)
  return fresh
}

const camel = (name: string): string => name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())

type Row = Record<string, unknown>
function rowOf(columns: Column[], fields: (string | null)[]): Row {
  const row: Row = {}
  for (let at = 0; at < columns.length; at++) {
    const value = fields[at]!
    row[columns[at]!.key] = value === null ? null : columns[at]!.parse(value)
  }
  return row
}

type Callback = (error: Error | null, rows?: Row[]) => void

/** What the driver's queries are made of; its types name only the constructor. */
const Query = pg.Query as unknown as new (
  config: QueryConfig,
  callback: Callback,
) => { callback: Callback; prepare(connection: object): void }

/** The connection without the question what the columns are: its answer and the reading of it cost more than a small row. */
const undescribed = (connection: object): object => Object.create(connection, { describe: { value: () => {} } })

class Statement extends Query {
  readonly #known: Known
  readonly #rows: Row[] = []
  #fault: Error | null = null

  constructor(statement: Known, values: unknown[], callback: Callback) {
    super({ name: statement.name, text: statement.text, values }, callback)
    this.#known = statement
  }

  override prepare(connection: object): void {
    super.prepare(this.#known.columns ? undescribed(connection) : connection)
  }

  handleRowDescription({ fields }: { fields: { name: string; dataTypeID: number }[] }): void {
    this.#known.columns = fields.map(field => ({ key: camel(field.name), parse: textTypes.getTypeParser(field.dataTypeID, 'text') }))
  }

  handleDataRow({ fields }: { fields: (string | null)[] }): void {
    try {
      this.#rows.push(rowOf(this.#known.columns!, fields))
    } catch (error) {
      // Thrown from here it would end the program.
      this.#fault ??= error as Error
    }
  }

  handleCommandComplete(): void {
    // Without a description it gives no rows.
    this.#known.columns ??= []
  }

  handleReadyForQuery(): void {
    this.callback(this.#fault, this.#rows)
  }
}

/** Sends it at once, prepared once per connection; `$1` … are the values. */
export async function rowsOf<T>(client: PoolClient, text: string, values: unknown[]): Promise<T[]> {
  try {
    return await new Promise<T[]>((done, failed) => {
      client.query(new Statement(knownOf(text), values, (error, rows) => (error ? failed(error) : done(rows as T[]))) as never)
    })
  } catch (error) {
    // Instead of the stack that leads to the socket, the one of whoever asked.
    Error.captureStackTrace(error as Error)
    throw error
  }
}
