// Units of the organisation tree, as the API shows and takes them.
import { z } from 'zod'
import { ROLES, UNIT_KINDS } from '../types.ts'
import { Id, Line, Words } from './value.ts'

export const UnitView = z
  .object({
    id: Id,
    name: z.string(),
    aliases: z.array(z.string()),
    kind: z.enum(UNIT_KINDS),
    parentId: Id.nullable(),
    /** Names from the root to the unit. */
    path: z.array(z.string()),
    duties: z.string(),
    /** People who report for it. */
    liaisons: z.array(z.string()),
  })
  .meta({ id: 'Unit' })
export type UnitView = z.infer<typeof UnitView>

const unit = {
  name: Line(60).min(2),
  aliases: z.array(Line(60)).max(10),
  kind: z.enum(UNIT_KINDS),
  parentId: Id.nullable(),
  duties: Words(2000),
}
export const UnitBody = z.object({ ...unit, aliases: unit.aliases.default([]), duties: unit.duties.default('') })
/** Not `UnitBody.partial()`: a default would overwrite what the change leaves out. */
export const UnitPatch = z.object(unit).partial()
export const UnitList = z.object({ units: z.array(UnitView) })

/** A post of a unit with who held it when, the latest first; without a name it is called by its role. */
export const PostView = z
  .object({
    id: Id,
    name: z.string(),
    role: z.enum(ROLES).nullable(),
    held: z.array(z.object({ personId: Id, name: z.string(), from: z.string(), to: z.string().nullable() })),
  })
  .meta({ id: 'Post' })
export type PostView = z.infer<typeof PostView>
export const PostList = z.object({ posts: z.array(PostView) })
