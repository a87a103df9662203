// 乡镇边界: what a boundary file must be, which unit each of its shapes is, and in which of them a project stands. Pure; knows nothing of drawing.
import { type Refusal, refuse } from './refusal.ts'
import { bareName, nameFinder } from './table/name.ts'
import type { Unit } from './types.ts'

export type Position = [longitude: number, latitude: number]
type Ring = Position[]
type Geometry = { type: 'Polygon'; coordinates: Ring[] } | { type: 'MultiPolygon'; coordinates: Ring[][] }
export interface Feature {
  type: 'Feature'
  properties: { name: string }
  geometry: Geometry
}
export interface Boundary {
  type: 'FeatureCollection'
  features: Feature[]
}

export const BOUNDARY_BYTES = 2 * 1024 * 1024
export const BOUNDARY_FEATURES = 200
const NAME_LENGTH = 60
/** The last two: columns of the surveys of land (TD/T 1016). */
const NAMES = ['name', 'NAME', 'Name', '名称', '乡镇', 'XZQMC', 'xzqmc']

type Loose = Record<string, unknown>
const isRecord = (x: unknown): x is Loose => typeof x === 'object' && x !== null && !Array.isArray(x)
const listOf = <T>(x: unknown, most: (one: unknown) => T | null): T[] | null => {
  if (!Array.isArray(x) || x.length === 0) return null
  const all = x.map(most)
  return all.includes(null) ? null : (all as T[])
}

/** A height, if there is one, is left out: [116.4, 39.9, 51.2]. */
function positionOf(x: unknown): Position | null {
  if (!Array.isArray(x) || x.length < 2) return null
  const [longitude, latitude] = x as unknown[]
  const within = (value: unknown, most: number): value is number => typeof value === 'number' && Math.abs(value) <= most
  return within(longitude, 180) && within(latitude, 90) ? [longitude, latitude] : null
}

/** RFC 7946 3.1.6: at least four positions, the last of them the first. */
function ringOf(x: unknown): Ring | null {
  const ring = listOf(x, positionOf)
  const [first, last] = [ring?.[0], ring?.at(-1)]
  return ring && ring.length >= 4 && first![0] === last![0] && first![1] === last![1] ? ring : null
}
const ringsOf = (x: unknown) => listOf(x, ringOf)

function geometryOf(x: unknown): Geometry | 'kind' | 'place' {
  if (!isRecord(x) || (x.type !== 'Polygon' && x.type !== 'MultiPolygon')) return 'kind'
  if (x.type === 'Polygon') {
    const coordinates = ringsOf(x.coordinates)
    return coordinates ? { type: 'Polygon', coordinates } : 'place'
  }
  const coordinates = listOf(x.coordinates, ringsOf)
  return coordinates ? { type: 'MultiPolygon', coordinates } : 'place'
}

function nameOf(feature: Loose): string | null {
  const properties = isRecord(feature.properties) ? feature.properties : {}
  const said = NAMES.map(key => properties[key]).find(value => typeof value === 'string' && value.trim() !== '') as string | undefined
  const name = said?.trim()
  return name && name.length <= NAME_LENGTH && !/\p{C}/u.test(name) ? name : null
}

const no = (code: string, facts: { n?: number; name?: string; most?: number } = {}): Refusal =>
  refuse('file-refused', { code: `boundary-${code}`, ...facts })

/** The text of a file as shapes with their names and nothing else; or why it is none, with the number of the shape that is wrong. */
export function boundaryOf(text: string): Boundary | Refusal {
  let file: unknown
  try {
    file = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return no('json')
  }
  if (!isRecord(file) || file.type !== 'FeatureCollection' || !Array.isArray(file.features)) return no('json')
  if (file.features.length === 0) return no('empty')
  if (file.features.length > BOUNDARY_FEATURES) return no('many', { most: BOUNDARY_FEATURES })
  const names = new Set<string>()
  const features: Feature[] = []
  for (const [at, one] of (file.features as unknown[]).entries()) {
    const n = at + 1
    const name = isRecord(one) ? nameOf(one) : null
    if (name === null) return no('name', { n })
    if (names.has(name)) return no('twice', { name })
    names.add(name)
    const geometry = geometryOf((one as Loose).geometry)
    if (typeof geometry === 'string') return no(geometry, { n, name })
    features.push({ type: 'Feature', properties: { name }, geometry })
  }
  return { type: 'FeatureCollection', features }
}

type Known = Pick<Unit, 'id' | 'name' | 'aliases' | 'kind'>

/** 云溪镇人民政府 is 云溪镇, 城关街道办事处 is 城关街道. */
const shortOf = (name: string): string => name.replace(/(?:人民)?政府$/, '').replace(/(?<=街道)办(?:事处)?$/, '')
const namesOf = ({ name, aliases }: Known): string[] => [...new Set([name, ...aliases].flatMap(one => [one, shortOf(one)]))]

/** The unit of each shape by its name, null where none has it; of two shapes of one unit the first is it. */
export function shapeUnits(names: readonly string[], units: readonly Known[], place: string): Map<string, string | null> {
  const find = nameFinder(
    units.map(unit => ({ id: unit.id, names: namesOf(unit) })),
    place,
  )
  const taken = new Set<string>()
  return new Map(
    names.map(name => {
      const { id } = find(shortOf(name))
      const free = id !== null && !taken.has(id)
      if (free) taken.add(id)
      return [name, free ? id : null]
    }),
  )
}

/** Townships and zones are places; a department is none, though a site may name it. */
const isPlace = ({ kind }: Known): boolean => kind === 'township' || kind === 'zone'

/** Where a project stands: the place that its site names, the longest name first; without one, its lead unit when that is a township. */
export function placeFinder(units: readonly Known[]): (site: string | null, leadUnitId: string | null) => string | null {
  const names = units
    .filter(isPlace)
    .flatMap(unit => namesOf(unit).map(name => ({ id: unit.id, name: bareName(name) })))
    .filter(({ name }) => name.length >= 2)
    .sort((a, b) => b.name.length - a.name.length)
  const towns = new Set(units.filter(({ kind }) => kind === 'township').map(({ id }) => id))
  return (site, leadUnitId) => {
    const text = (site ?? '').normalize('NFKC').replace(/\s+/g, '').toLowerCase()
    const hits = names.filter(({ name }) => text.includes(name))
    const longest = hits.filter(({ name }) => name.length === hits[0]!.name.length)
    // 云溪镇与松岗镇交界: in neither.
    if (hits.length) return new Set(longest.map(({ id }) => id)).size === 1 ? longest[0]!.id : null
    return leadUnitId !== null && towns.has(leadUnitId) ? leadUnitId : null
  }
}
