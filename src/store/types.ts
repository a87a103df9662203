// How the driver gives values: days and instants as the texts of the contract, numbers as numbers. Set here and nowhere else.
import pg from 'pg'

const INT8 = 20
const NUMERIC = 1700
const DATE = 1082
const TIMESTAMPTZ = 1184

/** `2026-05-31 08:00:00.5+00` → `2026-05-31T08:00:00.500Z`; connections run in UTC. */
const instant = (text: string): string => {
  const [day, time = ''] = text.slice(0, text.indexOf('+')).split(' ')
  const [whole, part = ''] = time.split('.')
  return `${day}T${whole}.${part.padEnd(3, '0').slice(0, 3)}Z`
}

const PARSERS: Record<number, (text: string) => unknown> = {
  [INT8]: Number,
  [NUMERIC]: Number,
  [DATE]: text => text,
  [TIMESTAMPTZ]: instant,
}

export const textTypes: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    PARSERS[oid] ?? pg.types.getTypeParser(oid, format as 'text')) as pg.CustomTypesConfig['getTypeParser'],
}
