// The sheets of a workbook on their way between threads: as bytes, which are not taken apart cell by cell, with the marking they may bear. Changes nothing.
import type { Grid } from '../core/table/grid.ts'
import { markingOf } from './secrecy.ts'

export const packGrids = (grids: readonly Grid[]): Uint8Array<ArrayBuffer> => new TextEncoder().encode(JSON.stringify(grids))

export const unpackGrids = (packed: Uint8Array): Grid[] => JSON.parse(new TextDecoder().decode(packed)) as Grid[]

/** No classified material is kept: a marking stands in one of the first lines. */
export const levelOf = (grids: readonly Grid[]): string | null =>
  grids
    .flatMap(grid => grid.rows.slice(0, 5).flat())
    .map(markingOf)
    .find(level => level !== null) ?? null
