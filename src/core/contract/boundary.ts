// The map of the townships as it travels: the shapes of the file that was loaded, what stands in each, and what stands in none of them.
import { z } from 'zod'
import type { Boundary } from '../boundary.ts'
import { CURRENCIES } from '../money.ts'
import { RateView } from './kind.ts'
import { Id, InstantText } from './value.ts'

/** GeoJSON (RFC 7946); described no further than that it is a collection. */
const BoundaryShape = z.custom<Boundary>().meta({ type: 'object', description: 'GeoJSON FeatureCollection' })

const Standing = z.object({ id: Id, number: z.string().nullable(), title: z.string(), site: z.string().nullable() })

export const BoundaryView = z
  .object({
    /** Null: none was loaded. */
    boundary: z.object({ name: z.string(), by: z.string(), at: InstantText, shape: BoundaryShape }).nullable(),
    /** One for each shape, the most projects first; the unit is null where none has its name. */
    towns: z.array(
      z.object({
        name: z.string(),
        unit: z.string().nullable(),
        items: z.int(),
        yuan: z.string(),
        projects: z.array(Standing),
      }),
    ),
    /** In none of the shapes; the newest of them. */
    elsewhere: z.object({ items: z.int(), yuan: z.string(), projects: z.array(Standing) }),
    /** The rates that the yuan rest on, and currencies without one. */
    used: z.array(RateView),
    missing: z.array(z.enum(CURRENCIES)),
  })
  .meta({ id: 'BoundaryMap' })
export type BoundaryView = z.infer<typeof BoundaryView>
