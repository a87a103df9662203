// What the names in a workbook of readings mean: indicators, units, the whole place, and what the person has said about a name. Pure.
import { WHOLE } from '../indicator.ts'
import { bareName, type Finder, nameFinder } from '../table/name.ts'
import { unitFinder } from '../table/unitname.ts'
import type { NameFix, ReadingsWorld } from './world.ts'

export interface Finders {
  indicator: Finder
  unit: Finder
}

/** 全县 青禾县 and, in a column of units, 本级 stand for the jurisdiction itself. */
const WHOLES = ['全县', '全市', '全区', '全省', '全州', '全旗', '县本级', '市本级', '本级']
/** 全县合计 is the whole; 合计 alone may be only the sum of what is listed. */
const OF_WHOLE = /(?<=.)(?:合计|总计|汇总|总数)$/

export function findersOf(world: ReadingsWorld, fixes: readonly NameFix[]): Finders {
  const fixed = (as: NameFix['as'], find: Finder, place: string): Finder => {
    const said = new Map(fixes.filter(fix => fix.as === as).map(fix => [bareName(fix.text, place), fix.id]))
    return text => {
      const id = said.get(bareName(text, place))
      return id === undefined || id === null ? find(text) : { id, maybe: [] }
    }
  }
  const indicators = world.indicators.map(i => ({ id: i.id, names: [i.name, ...i.aliases, ...(i.code ? [i.code] : [])] }))
  const units = world.units.map(u => ({ id: u.id, names: [u.name, ...u.aliases] }))
  const whole = new Set([...WHOLES, world.place, ...(world.place ? [`${world.place}本级`] : [])].map(w => w.replace(/\s/g, '')))
  const isWhole = (text: string) => whole.has(text.normalize('NFKC').replace(/\s/g, '').replace(OF_WHOLE, ''))
  const unit = unitFinder(units, world.place)
  return {
    indicator: fixed('indicator', nameFinder(indicators, world.place), world.place),
    unit: fixed('unit', text => (isWhole(text) ? { id: WHOLE, maybe: [] } : unit(text)), world.place),
  }
}

/** 合计 and 总计 may be the whole or only the sum of what is listed: never taken unasked. */
export const isTotal = (text: string): boolean => /^(?:.{0,6}小计|合计|总计|全部合计|累计)$/.test(text.normalize('NFKC').replace(/\s/g, ''))
