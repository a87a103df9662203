// The map of the townships: the shapes that were loaded and the projects that stand in each. Reads only.
import { type Boundary, placeFinder, shapeUnits } from '../core/boundary.ts'
import type { BoundaryView } from '../core/contract/boundary.ts'
import { type Currency, inYuan, type Money } from '../core/money.ts'
import type { Day } from '../core/types.ts'
import { iso } from './item.ts'
import { ratesOf } from './kind.ts'
import type { Tx } from './tx.ts'
import { unitsForRules } from './unit.ts'

interface Project {
  id: string
  number: string | null
  title: string
  site: string | null
  leadUnitId: string | null
  currency: Currency | null
  amount: string | null
}

/** Those that were dropped stand nowhere. */
const PROJECTS = `select i.id, i.number, i.title, i.lead_unit_id, i.sum_currency as currency, i.sum_amount::text as amount, d.fields ->> 'site' as site
  from item i join item_detail d on d.jurisdiction_id = i.jurisdiction_id and d.item_id = i.id
  where i.jurisdiction_id = $1 and i.kind = 'project' and i.kind <> 'matter' and i.stage <> 'dropped' order by i.stage_on desc, i.id`
const SHAPES = `select b.name, b.by_name as by, ${iso('b.at')} as at, b.shape from boundary b where b.jurisdiction_id = $1`
const PLACE = 'select place from jurisdiction where id = $1'

/** Of each list; the table has them all. */
const MOST_SHOWN = 100

export async function getBoundary(tx: Tx, today: Day): Promise<BoundaryView> {
  const here = [tx.context.jurisdiction]
  const [[boundary], projects, units, rates, [place]] = await Promise.all([
    tx.rows<{ name: string; by: string; at: string; shape: Boundary }>(SHAPES, here),
    tx.rows<Project>(PROJECTS, here),
    unitsForRules(tx),
    ratesOf(tx),
    tx.rows<{ place: string }>(PLACE, here),
  ])
  const shapes = shapeUnits(boundary?.shape.features.map(feature => feature.properties.name) ?? [], units, place!.place)
  const placeOf = placeFinder(units)
  const drawn = new Set(shapes.values())
  const at = Map.groupBy(projects, ({ site, leadUnitId }) => {
    const unit = placeOf(site, leadUnitId)
    return drawn.has(unit) ? unit : null
  })
  const moneys = (all: Project[]) =>
    all.flatMap(({ amount, currency }): Money[] => (amount !== null && currency ? [{ amount, currency }] : []))
  const told = (all: Project[]) => ({
    items: all.length,
    yuan: inYuan(moneys(all), rates, today).amount,
    projects: all.slice(0, MOST_SHOWN).map(({ id, number, title, site }) => ({ id, number, title, site })),
  })
  const names = new Map(units.map(({ id, name }) => [id, name]))
  const { used, missing } = inYuan(moneys(projects), rates, today)
  return {
    boundary: boundary ?? null,
    towns: [...shapes]
      .map(([name, unit]) => ({ name, unit: unit && names.get(unit)!, ...told(unit ? (at.get(unit) ?? []) : []) }))
      .sort((a, b) => b.items - a.items || Number(b.yuan) - Number(a.yuan)),
    elsewhere: told(at.get(null) ?? []),
    used: used.map(({ currency, on, rate }) => ({ currency, on, rate })),
    missing,
  }
}
