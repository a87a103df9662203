// A check as the API shows it: ids with their names, figures as numbers. No rules.
import type { ReadingsPreview } from '../contract/readingimport.ts'
import type { ImportView } from '../contract/sheetimport.ts'
import { WHOLE } from '../indicator.ts'
import { isTooMuch, type ReadingsCheck } from './check.ts'
import type { ReadingsWorld } from './world.ts'

export function previewOf(
  { layouts, lines, left, counts, mark }: ReadingsCheck,
  world: ReadingsWorld,
  { before, hidden }: { before: ImportView | null; hidden: number },
): ReadingsPreview {
  const indicators = new Map(world.indicators.map(i => [i.id, i]))
  const names = new Map([
    [WHOLE, world.place],
    ...world.units.map(u => [u.id, u.name] as const),
    ...world.indicators.map(i => [i.id, i.name] as const),
  ])
  const called = ({ id, text, maybe }: { id: string | null; text: string; maybe: string[] }) => ({
    id,
    name: (id === null ? undefined : names.get(id)) ?? text,
    text,
    maybe: maybe.map(m => ({ id: m, name: names.get(m) ?? '' })),
  })
  const fault = layouts.length === 0 ? 'no-table' : isTooMuch({ lines, counts }) ? 'too-many' : null
  const notTaken = counts.refused + left.reduce((sum, l) => sum + l.n, 0)
  return {
    fault,
    before,
    hidden,
    tables: layouts.map(l => ({
      at: l.at,
      sheet: l.grid.sheet,
      title: l.table.above[0] ?? '',
      leave: l.leave,
      remembered: l.remembered && { by: l.remembered.by, at: l.remembered.at },
      year: l.year,
      month: l.month,
      monthFrom: l.monthFrom,
      measure: l.measures[0] ?? null,
      indicatorId: l.indicatorId,
      unitId: l.unitId,
      columns: l.columns.map(({ column, letter, head, role, left, indicatorId, unitId, measure, year, month, fixed, aside }) => ({
        column,
        letter,
        head,
        role,
        left: left ?? (role === 'value' ? aside : null),
        indicatorId,
        unitId,
        measure,
        year,
        month,
        fixed,
      })),
    })),
    lines: fault
      ? []
      : lines
          .filter(line => line.state !== 'same')
          .map(({ value, indicator, unit, ...line }) => ({
            ...line,
            indicator: called(indicator),
            unit: called(unit),
            value: value === null ? null : Number(value),
            measure: indicators.get(indicator.id ?? '')?.unit ?? '',
          })),
    left,
    counts,
    notTaken,
    mark,
  }
}
