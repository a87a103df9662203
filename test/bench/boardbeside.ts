// The board's question without us: by plain SQL from the readings themselves, in the same PostgreSQL and in DuckDB over the same rows.
import { DuckDBInstance } from '@duckdb/node-api'
import pg from 'pg'
import { WHOLE } from '../../src/core/indicator.ts'
import type { Address } from './raw.ts'

export interface Asked {
  places: string[]
  year: number
  month: number
  /** Only the wholes of the places: what an upper level's board shows. */
  whole: boolean
}

/** The newest revision of the month beside its target, and how far ahead or behind: both databases understand it. */
const question = ({ places, year, month, whole }: Asked): string => `
  with held as (
    select r.jurisdiction_id, r.indicator_id, r.unit_id, r.value,
      row_number() over (partition by r.jurisdiction_id, r.indicator_id, r.unit_id order by r.revision desc) as nth
    from reading r where r.jurisdiction_id in (${places.map(p => `'${p}'`).join(', ')}) and r.year = ${year} and r.month = ${month}
      and r.unit_id ${whole ? '=' : '<>'} '${WHOLE}'),
  aim as (
    select t.jurisdiction_id, t.indicator_id, t.unit_id, t.value,
      row_number() over (partition by t.jurisdiction_id, t.indicator_id, t.unit_id order by t.revision desc) as nth
    from target t where t.year = ${year} and t.kind = 'target')
  select h.jurisdiction_id, h.indicator_id, h.unit_id, h.value, a.value as goal, 100 * h.value / a.value - 100.0 * ${month} / 12 as points
  from held h join aim a on a.jurisdiction_id = h.jurisdiction_id and a.indicator_id = h.indicator_id and a.unit_id = h.unit_id and a.nth = 1
  where h.nth = 1 order by 1, 3, 2`

const median = (all: number[]): number => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)]!

export async function plainMs(address: Address, asked: Asked, times: number): Promise<number> {
  const client = new pg.Client(address)
  await client.connect()
  try {
    const took: number[] = []
    for (let n = 0; n < times; n++) {
      const from = performance.now()
      await client.query({ name: 'board', text: question(asked), rowMode: 'array' })
      took.push(performance.now() - from)
    }
    return median(took)
  } finally {
    await client.end()
  }
}

const AT_ONCE = 200_000

/** The rows are copied over first; that is not measured. */
export async function duckMs(address: Address, asked: Asked, times: number): Promise<number> {
  const client = new pg.Client(address)
  await client.connect()
  const instance = await DuckDBInstance.create(':memory:', { threads: '2' })
  const duck = await instance.connect()
  try {
    await duck.run(
      'create table reading (jurisdiction_id varchar, indicator_id varchar, unit_id varchar, year int, month int, revision int, value double)',
    )
    await duck.run(
      'create table target (jurisdiction_id varchar, indicator_id varchar, unit_id varchar, year int, kind varchar, revision int, value double)',
    )
    await client.query('begin')
    for (const [table, columns] of [
      ['reading', ['jurisdiction_id', 'indicator_id', 'unit_id', 'year', 'month', 'revision', 'value']],
      ['target', ['jurisdiction_id', 'indicator_id', 'unit_id', 'year', 'kind', 'revision', 'value']],
    ] as const) {
      await client.query(`declare c${table} no scroll cursor for select ${columns.join(', ')} from ${table}`)
      const into = await duck.createAppender(table)
      for (;;) {
        const { rows } = await client.query<unknown[]>({ text: `fetch ${AT_ONCE} from c${table}`, rowMode: 'array' })
        if (!rows.length) break
        for (const row of rows) {
          for (const [at, value] of row.entries()) {
            if (columns[at] === 'value') into.appendDouble(Number(value))
            else if (typeof value === 'number') into.appendInteger(value)
            else into.appendVarchar(String(value))
          }
          into.endRow()
        }
      }
      into.closeSync()
    }
    const took: number[] = []
    for (let n = 0; n < times; n++) {
      const from = performance.now()
      await (await duck.runAndReadAll(question(asked))).getRows()
      took.push(performance.now() - from)
    }
    return median(took)
  } finally {
    duck.closeSync()
    await client.end()
  }
}
