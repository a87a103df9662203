// Assessment schemes, their versions, and the scores that come of them: reads. Writing goes through `act`.
import type { SchemeList, SchemeScores, SchemeView, ScoresQuery } from '../core/contract/scheme.ts'
import { type IndicatorKind, WHOLE } from '../core/indicator.ts'
import { assessUnit, clearedOf, isBarred, type KeptItem, objectionsTo, weightsOf } from '../core/scheme.ts'
import { type Ruled, seriesKey } from '../core/standing.ts'
import type { Instant } from '../core/types.ts'
import { readFigures, readUnits } from './ground.ts'
import { bookOf } from './standing.ts'
import type { Tx } from './tx.ts'

interface VersionRow {
  id: string
  name: string
  year: number
  version: number
  newest: number
  retired: boolean
  items: KeptItem[]
  why: string | null
  by: string
  at: Instant
}
const VERSIONS = `select s.id, v.name, v.year, v.version, s.version as newest, s.retired, v.items, v.why, v.by_name as by, v.at
  from scheme s join scheme_version v on v.jurisdiction_id = s.jurisdiction_id and v.scheme_id = s.id where s.jurisdiction_id = $1`

const headOf = ({ id, name, year, version, retired, by, at, items }: VersionRow) => ({
  id,
  name,
  year,
  version,
  retired,
  by,
  at,
  weights: weightsOf(items),
  flagged: items.filter(isBarred).length,
})

const saidOf = (item: KeptItem) => {
  const { why, by, at } = clearedOf(item)!
  return { why, by, at }
}

export async function listSchemes(tx: Tx): Promise<SchemeList['schemes']> {
  const rows = await tx.rows<VersionRow>(`${VERSIONS} and v.version = s.version order by s.retired, v.year desc, v.name`, [
    tx.context.jurisdiction,
  ])
  return rows.map(row => ({ ...headOf(row), items: row.items.length }))
}

/** One version, the newest unless said; null when it is not there or not to be seen. */
export async function getScheme(tx: Tx, id: string, version?: number): Promise<SchemeView | null> {
  const place = tx.context.jurisdiction
  const [rows, indicators] = await Promise.all([
    tx.rows<VersionRow>(`${VERSIONS} and s.id = $2 order by v.version desc`, [place, id]),
    tx.rows<{ id: string; name: string; unit: string }>('select id, name, unit from indicator where jurisdiction_id = $1', [place]),
  ])
  const row = rows.find(r => r.version === (version ?? r.newest))
  if (!row) return null
  const named = new Map(indicators.map(i => [i.id, i]))
  return {
    ...headOf(row),
    items: row.items.map(item => ({
      ...item,
      cleared: clearedOf(item) && saidOf(item),
      clearedWhy: clearedOf(item)?.why ?? null,
      indicator: named.get(item.indicatorId ?? '')?.name ?? null,
      unit: named.get(item.indicatorId ?? '')?.unit ?? null,
      objections: objectionsTo(item),
    })),
    why: row.why,
    newest: row.newest,
    versions: rows.map(({ version: n, by, at, why }) => ({ version: n, by, at, why })),
  }
}

const FAMILY = `with recursive down as (
    select i.id from indicator i where i.jurisdiction_id = $1 and i.id = any($2)
    union select i.id from indicator i join down on i.parent_id = down.id where i.jurisdiction_id = $1)
  select i.id, i.name, i.kind, i.direction, i.basis, i.frequency, i.decimals, i.unit, i.combine, i.weight, i.parent_id from indicator i
  where i.jurisdiction_id = $1 and i.id in (select id from down)`

interface Settled {
  id: string
  month: number
  version: number
  why: string | null
  by: string
  at: Instant
  scores: Omit<SchemeScores, 'results'>
}
const SETTLED = `select id, month, version, why, by_name as by, at, scores from scheme_result
  where jurisdiction_id = $1 and scheme_id = $2 order by at desc, id`

/** As settled, when a result is asked for; else by the data of `month`, or of the newest there are; null when there is no such scheme. */
export async function scoresOf(tx: Tx, id: string, { month: asked, result }: ScoresQuery = {}): Promise<SchemeScores | null> {
  const place = tx.context.jurisdiction
  const settled = await tx.rows<Settled>(SETTLED, [place, id])
  const results = settled.map(({ scores: _, ...head }) => head)
  if (result) {
    const one = settled.find(r => r.id === result)
    return one ? { ...one.scores, results } : null
  }
  const [row] = await tx.rows<VersionRow>(`${VERSIONS} and s.id = $2 and v.version = s.version`, [place, id])
  if (!row) return null
  const items = row.items.filter(item => !isBarred(item))
  const family = await tx.rows<Ruled & { name: string; kind: IndicatorKind }>(FAMILY, [
    place,
    items.flatMap(item => item.indicatorId ?? []),
  ])
  const ids = family.map(i => i.id)
  const [units, figures, [home]] = await Promise.all([
    readUnits(tx),
    readFigures(tx, ids, { from: row.year, to: row.year }, null),
    tx.rows<{ name: string }>('select name from jurisdiction where id = $1', [place]),
  ])
  const book = bookOf({ family, units, ...figures })
  const months = [...new Set(figures.readings.filter(r => r.year === row.year && r.value !== null).map(r => r.month))].sort((a, b) => a - b)
  const month = asked ?? months.at(-1) ?? null
  const kept = new Set(
    figures.targets.filter(t => !t.withdrawn && t.year === row.year).map(t => seriesKey(t.indicatorId, t.unitId, t.year)),
  )
  for (const r of figures.readings) if (r.value !== null && r.year === row.year) kept.add(seriesKey(r.indicatorId, r.unitId, r.year))
  const named = new Map(family.map(i => [i.id, i]))

  const told = [{ id: WHOLE, name: home!.name }, ...units].flatMap(unit => {
    const has = (indicatorId: string) =>
      kept.has(seriesKey(indicatorId, unit.id, row.year)) ||
      (unit.id === WHOLE && book.values(indicatorId, WHOLE, row.year).some(value => value !== null))
    if (month === null || !items.some(item => item.indicatorId !== null && has(item.indicatorId))) return []
    const assessed = assessUnit(items, indicatorId => (has(indicatorId) ? book.series(indicatorId, unit.id, row.year) : null), month)
    return [
      {
        unitId: unit.id,
        unit: unit.name,
        points: assessed.points,
        scored: assessed.scored,
        full: assessed.full,
        scores: assessed.scores.map(({ indicatorId: _, weight: __, cap: ___, ...score }) => score),
      },
    ]
  })
  return {
    id,
    name: row.name,
    year: row.year,
    version: row.version,
    month,
    months,
    weights: weightsOf(row.items),
    items: items.map(({ id: itemId, name, weight, cap, indicatorId }) => {
      const of = named.get(indicatorId ?? '')
      return { id: itemId, name, weight, cap, indicatorId, indicator: of?.name ?? null, unit: of?.unit ?? '', kind: of?.kind ?? null }
    }),
    results,
    left: row.items.filter(isBarred).map(({ id: itemId, name, weight }) => ({ id: itemId, name, weight })),
    cleared: row.items.filter(clearedOf).map(item => ({ id: item.id, name: item.name, ...saidOf(item) })),
    units: told,
  }
}
