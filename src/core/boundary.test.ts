import { describe, expect, test } from 'vitest'
import { BOUNDARY_FEATURES, boundaryOf, placeFinder, shapeUnits } from './boundary.ts'
import type { UnitKind } from './types.ts'

const SQUARE = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 0],
]
const feature = (name: unknown, geometry: object | null = { type: 'Polygon', coordinates: [SQUARE] }) => ({
  type: 'Feature',
  properties: { name, code: '990124101' },
  geometry,
})
const fileOf = (...features: object[]) => JSON.stringify({ type: 'FeatureCollection', features })

describe('a boundary file', () => {
  test('is kept as names and shapes, without heights and whatever else it holds', () => {
    const high = { type: 'MultiPolygon', coordinates: [[SQUARE.map(position => [...position, 51.2])]] }
    expect(boundaryOf(`\uFEFF${fileOf(feature(' 云溪镇 '), feature('松岗镇', high))}`)).toEqual({
      type: 'FeatureCollection',
      features: [
        { type: 'Feature', properties: { name: '云溪镇' }, geometry: { type: 'Polygon', coordinates: [SQUARE] } },
        { type: 'Feature', properties: { name: '松岗镇' }, geometry: { type: 'MultiPolygon', coordinates: [[SQUARE]] } },
      ],
    })
  })

  test('may name its shapes as surveys of land do', () => {
    const surveyed = { ...feature(''), properties: { XZQMC: '河口镇' } }
    expect(boundaryOf(fileOf(surveyed))).toMatchObject({ features: [{ properties: { name: '河口镇' } }] })
  })

  const shape = (coordinates: unknown) => feature('云溪镇', { type: 'Polygon', coordinates })
  const refused: [why: string, text: string, code: string][] = [
    ['it is no JSON', 'PK\u0003\u0004', 'json'],
    ['it is another JSON', '{"type":"Topology"}', 'json'],
    ['it has no shape', fileOf(), 'empty'],
    ['it has too many', fileOf(...Array.from({ length: BOUNDARY_FEATURES + 1 }, (_, n) => feature(`第${n}镇`))), 'many'],
    ['a shape has no name', fileOf(feature('云溪镇'), feature(7)), 'name'],
    ['a name holds a control character', fileOf(feature('云\u202e溪镇')), 'name'],
    ['a name stands twice', fileOf(feature('云溪镇'), feature('云溪镇')), 'twice'],
    ['a shape is a point', fileOf(feature('云溪镇', { type: 'Point', coordinates: [1, 1] })), 'kind'],
    ['a shape has no geometry', fileOf(feature('云溪镇', null)), 'kind'],
    ['a ring is open', fileOf(shape([SQUARE.slice(0, 3).concat([[5, 5]])])), 'place'],
    ['a ring is a line', fileOf(shape([[SQUARE[0], SQUARE[1], SQUARE[0]]])), 'place'],
    ['it is in metres of a projection', fileOf(shape([SQUARE.map(([x, y]) => [x! + 500_000, y! + 4_000_000])])), 'place'],
    ['a polygon has no ring', fileOf(shape([])), 'place'],
  ]
  test.each(refused)('is refused when %s', (_why, text, code) => {
    expect(boundaryOf(text)).toMatchObject({ refused: 'file-refused', facts: { code: `boundary-${code}` } })
  })
})

const unit = (id: string, name: string, kind: UnitKind = 'township', aliases: string[] = []) => ({ id, name, aliases, kind })
const UNITS = [
  unit('yunxi', '云溪镇人民政府'),
  unit('songgang', '松岗镇', 'township', ['松岗镇政府']),
  unit('chengguan', '青禾县城关街道办事处'),
  unit('gaoxin', '青禾高新技术产业开发区管委会', 'zone', ['县高新区']),
  unit('water', '县水利局', 'government'),
]

test('a shape is the unit of its name, with or without the county before it and the office behind it', () => {
  const names = ['云溪镇', '青禾县松岗镇', '城关街道', '高新区', '云溪镇政府', '大柳镇']
  expect([...shapeUnits(names, UNITS, '青禾县').values()]).toEqual(['yunxi', 'songgang', 'chengguan', 'gaoxin', null, null])
})

describe('a project stands', () => {
  const find = placeFinder(UNITS)
  test('in the township or zone that its site names, whoever leads it', () => {
    expect(find('青禾县云溪镇工业集中区 3 号地', 'songgang')).toBe('yunxi')
    expect(find('县高新区', 'songgang')).toBe('gaoxin')
  })
  test('in the township that leads it when the site names none', () => {
    expect([find('城东新区', 'songgang'), find(null, 'songgang')]).toEqual(['songgang', 'songgang'])
  })
  test('nowhere known when a department leads it, or the site names two townships', () => {
    expect([find('县水利局院内', 'water'), find(null, null), find('云溪镇与松岗镇交界', 'songgang')]).toEqual([null, null, null])
  })
})
