// Shapes with their names and figures written into them; the shade only repeats the number that stands there.
import type { Boundary } from '../../core/boundary.ts'
import { type Drawing, type Palette, type Say, still } from './drawing.ts'

interface TownMapOf {
  shape: Boundary
  towns: { name: string; items: number; money: string }[]
  names: { town: string; items: string; money: string }
  say: Say
  /** 3 个 */
  sayItems: Say
}

/** Each of them light enough for ink to be read on it (WCAG 1.4.3). */
const SHADES = ['14', '28', '40', '59']
const MAP = 'townships'

/** How wide a degree of longitude is beside one of latitude, in the middle of the shapes. */
function measures({ features }: Boundary): { aspect: number; ratio: number } {
  const positions = features.flatMap(({ geometry }) =>
    geometry.type === 'Polygon' ? geometry.coordinates.flat() : geometry.coordinates.flat(2),
  )
  const span = (at: 0 | 1) =>
    positions.reduce(([low, high], p) => [Math.min(low, p[at]), Math.max(high, p[at])] as const, [180, -180] as const)
  const [[west, east], [south, north]] = [span(0), span(1)]
  const aspect = Math.max(0.1, Math.cos((((south + north) / 2) * Math.PI) / 180))
  return { aspect, ratio: (north - south) / ((east - west) * aspect || 1) }
}

export function townMap({ shape, towns, names, say, sayItems }: TownMapOf, palette: Palette, width: number): Drawing {
  const most = Math.max(1, ...towns.map(town => town.items))
  const { aspect, ratio } = measures(shape)
  const shade = (items: number) => (items === 0 ? palette.paper : `${palette.blue}${SHADES[Math.ceil((items / most) * SHADES.length) - 1]}`)
  const said = new Map(towns.map(town => [town.name, [town.name, sayItems(town.items), ...(town.items ? [town.money] : [])].join('\n')]))
  return {
    option: {
      ...still(palette),
      series: [
        {
          type: 'map',
          map: MAP,
          silent: true,
          aspectScale: aspect,
          left: 4,
          right: 4,
          top: 4,
          bottom: 4,
          itemStyle: { areaColor: palette.paper, borderColor: palette.ink2, borderWidth: 1 },
          label: {
            show: true,
            color: palette.ink,
            fontFamily: palette.font,
            fontSize: width < 600 ? 11 : 13,
            lineHeight: width < 600 ? 14 : 18,
            formatter: ({ name }: { name: string }) => said.get(name) ?? name,
          },
          // What does not fit stands in the table.
          labelLayout: { hideOverlap: true },
          data: towns.map(({ name, items }) => ({ name, value: items, itemStyle: { areaColor: shade(items) } })),
        },
      ],
    },
    height: Math.round(Math.min(640, Math.max(240, (width || 600) * Math.min(ratio, 1.5)))),
    table: { head: [names.town, names.items, names.money], rows: towns.map(({ name, items, money }) => [name, say(items), money]) },
    shapes: { name: MAP, shape },
  }
}
