// A workbook of readings checked to the end: what the person is shown and what would be written. All plain data, so that another thread can do it.
import type { ReadingsPreview } from '../contract/readingimport.ts'
import type { ImportView } from '../contract/sheetimport.ts'
import type { Grid } from '../table/grid.ts'
import { checkReadings, isTooMuch, type Writable, writable } from './check.ts'
import { previewOf } from './preview.ts'
import { mappingsOf } from './remember.ts'
import type { Fixes, ReadingsWorld } from './world.ts'

export interface ReadingsJob {
  grids: readonly Grid[]
  /** Of the file: it may name the month. */
  name: string
  world: ReadingsWorld
  fixes: Fixes
}

export interface CheckedReadings {
  preview: ReadingsPreview
  tooMuch: boolean
  writes: Writable[]
  mappings: { signature: string; mapping: object }[]
}

export function checkedReadings({
  grids,
  name,
  world,
  fixes,
  before,
  hidden,
}: ReadingsJob & { before: ImportView | null; hidden: number }): CheckedReadings {
  const check = checkReadings(grids, name, world, fixes)
  const tooMuch = isTooMuch(check)
  return {
    preview: previewOf(check, world, { before, hidden }),
    tooMuch,
    writes: tooMuch ? [] : writable(check.lines),
    mappings: [...mappingsOf(check.layouts, fixes)].map(([signature, mapping]) => ({ signature, mapping })),
  }
}
