// The boundary file of the demonstration: townships of the fictional county, drawn by a formula. No such place is on any map.
import type { Boundary, Position } from '../../core/boundary.ts'
import { isRefusal } from '../../core/refusal.ts'
import { act } from '../act.ts'
import type { Database } from '../db.ts'
import { COUNTY } from './county.ts'
import type { Cast } from './history.ts'

const TOWNSHIPS = COUNTY.filter(unit => unit.kind === 'township').map(unit => unit.name)
/** 高新区, as people call it: a file of boundaries need not know whole names. */
const ZONE = COUNTY.find(unit => unit.kind === 'zone')!.aliases.at(-1)!

const COLUMNS = 4
/** Round numbers in the open sea: nobody takes them for a county. */
const [WEST, NORTH] = [150, 30]
const [WIDE, HIGH] = [0.24, 0.17]
const STEPS = 6

/** A corner or a point of an edge of the grid, bent so that borders look like borders; neighbours bend the same way. */
const bent = (column: number, row: number): Position => [
  Number((WEST + WIDE * (column + 0.16 * Math.sin(2.1 * row + 0.7 * column))).toFixed(4)),
  Number((NORTH - HIGH * (row + 0.2 * Math.sin(1.7 * column + 0.9 * row))).toFixed(4)),
]

/** Shapes in rows of four; the last is as wide as what is left of its row. */
export function drawnCounty(names: readonly string[]): Boundary {
  const shapeOf = (at: number): Position[] => {
    const [column, row] = [at % COLUMNS, Math.floor(at / COLUMNS)]
    const right = at === names.length - 1 ? COLUMNS : column + 1
    const steps = Array.from({ length: STEPS }, (_, n) => n / STEPS)
    const across = right - column
    return [
      ...steps.map(s => bent(column + across * s, row + 1)),
      ...steps.map(s => bent(right, row + 1 - s)),
      ...steps.map(s => bent(right - across * s, row)),
      ...steps.map(s => bent(column, row + s)),
      bent(column, row + 1),
    ]
  }
  return {
    type: 'FeatureCollection',
    features: names.map((name, at) => ({
      type: 'Feature',
      properties: { name },
      geometry: { type: 'Polygon', coordinates: [shapeOf(at)] },
    })),
  }
}

export async function makeBoundary(db: Pick<Database, 'pool'>, cast: Cast): Promise<void> {
  const boundary = drawnCounty([...TOWNSHIPS, ZONE])
  const command = { command: 'set' as const, name: '青禾县乡镇边界（示例）.geojson', boundary }
  const done = await act(db, cast.officers[0]!, { kind: 'boundary' }, command)
  if (isRefusal(done)) throw new Error(`the demonstration was refused: ${done.refused} ${JSON.stringify(done.facts)}`)
}
