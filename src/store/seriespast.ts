// How a series stood at the end of an earlier day, judged anew from what was known then. Reads only.
import type { SeriesView, StandingView } from '../core/contract/indicator.ts'
import type { Standing } from '../core/standing.ts'
import type { Day } from '../core/types.ts'
import { figuresAsOf, indicatorsAsOf, unitsAsOf } from './asof.ts'
import { knownWhole } from './boardpast.ts'
import type { SeriesStood } from './series.ts'
import { bookOf } from './standing.ts'
import type { Tx } from './tx.ts'

export async function stoodAsOf(tx: Tx, indicatorId: string, unitId: string, year: number, asOf: Day): Promise<SeriesStood> {
  const [family, units] = await Promise.all([indicatorsAsOf(tx, asOf), unitsAsOf(tx, asOf)])
  const own = family.find(i => i.id === indicatorId)
  if (!own) return { months: new Map(), lastYear: Array(12).fill(null), parts: async () => [] }
  const ids = new Set([indicatorId])
  for (const id of ids) for (const part of family) if (part.parentId === id) ids.add(part.id)
  const book = bookOf({ family, units, ...(await figuresAsOf(tx, asOf, year, [...ids])) })
  const seen = (standing: Standing) => knownWhole(tx.context, own, unitId, standing.summed)
  const viewOf = ({ fresh: _, ...standing }: Standing): StandingView => ({ unitId, indicatorId, ...standing })
  const months = [...(book.standings(indicatorId, unitId, year) ?? [])].filter(([, standing]) => seen(standing))
  const { name, kind, direction, basis, frequency, unit, decimals, combine } = own
  const parts = family.filter(i => i.parentId === indicatorId && !i.retired)
  return {
    months: new Map(months.map(([month, standing]) => [month, { fresh: standing.fresh, standing: viewOf(standing) }])),
    lastYear: book.values(indicatorId, unitId, year - 1),
    called: {
      indicator: { name, kind, direction, basis, frequency, unit, decimals, combine },
      unit: units.find(u => u.id === unitId)?.name ?? null,
    },
    parts: async month =>
      parts.map(({ id, name, weight }): SeriesView['parts'][number] => ({
        indicatorId: id,
        name,
        weight,
        value: book.values(id, unitId, year)[month - 1]!,
      })),
  }
}
