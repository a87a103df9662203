// What a unit is called in tables when not by its own name: 禾丰 or 禾丰镇人民政府 for 禾丰镇. Sure only where one unit alone can be meant. Pure.
import { bareName, type Finder, type Named, nameFinder } from './name.ts'

/** Endings that say what kind of unit it is: left out or written longer they still mean the same; of two kinds they never do (城关镇, 城关街道). */
const ENDINGS: readonly (readonly [kind: string, RegExp])[] = [
  ['镇', /镇(?:人民)?(?:政府)?$/],
  ['乡', /乡(?:人民)?(?:政府)?$/],
  ['街道', /(?:街道(?:办事处|办)?|办事处)$/],
  ['管委会', /(?:管理委员会|管委会)$/],
]
/** 云 alone is no name. */
const SHORTEST = 2

interface Stem {
  stem: string
  /** Empty where nothing says it. */
  kind: string
}

function stemOf(bare: string): Stem {
  for (const [kind, pattern] of ENDINGS) {
    const stem = bare.replace(pattern, '')
    if (stem !== bare && stem.length >= SHORTEST) return { stem, kind }
  }
  return { stem: bare, kind: '' }
}

export function unitFinder(units: readonly Named[], place = ''): Finder {
  const plain = nameFinder(units, place)
  const stems = new Map<string, Set<string>>()
  const kinds = new Map<string, Set<string>>()
  for (const { id, names } of units)
    for (const name of names) {
      const { stem, kind } = stemOf(bareName(name, place))
      if (stem.length >= SHORTEST) stems.set(stem, (stems.get(stem) ?? new Set()).add(id))
      if (kind !== '') kinds.set(id, (kinds.get(id) ?? new Set()).add(kind))
    }
  // A short name 城关 does not make 城关镇 of 城关街道.
  const mayBe = (id: string, kind: string) => kind === '' || (kinds.get(id)?.has(kind) ?? kind === '管委会')
  return text => {
    const meaning = plain(text)
    if (meaning.id !== null) return meaning
    const { stem, kind } = stemOf(bareName(text, place))
    const ids = [...(stems.get(stem) ?? [])].filter(id => mayBe(id, kind))
    return ids.length === 1 ? { id: ids[0]!, maybe: [] } : ids.length > 1 ? { id: null, maybe: ids.slice(0, 3) } : meaning
  }
}

/** Places that have figures of their own; what is counted for an office 局 委 is mostly the whole county's. */
const TERRITORY = /(?:镇|乡|街道|办事处|街道办|开发区|经开区|高新区|园区|管委会|管理委员会|村|社区)$/
export const isTerritory = (name: string): boolean => TERRITORY.test(name)

/** 禾丰镇2026年主要指标台账 → 禾丰镇 */
const OF_ONE =
  /^(.{2,6}?(?:镇|乡|街道(?:办事处|办)?|开发区|经开区|高新区|园区))(?=\d|主要|重点|各项|经济|指标|工作|完成|情况|统计|数据|月|台账|报表|的|$)/
/** 各乡镇… and 县直和乡镇… name none, nor does 城镇新增就业…. */
const OF_MANY = /[各及和、与]|全[县市区]|乡镇|镇街|新型/
export function territoryIn(title: string, place: string): string | null {
  const named = OF_ONE.exec(bareName(title, place))?.[1] ?? null
  return named !== null && OF_MANY.test(named) ? null : named
}
