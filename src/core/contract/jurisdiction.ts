// Jurisdictions above and below one's own, and the one-time invitations by which lower ones are set up.
import { z } from 'zod'
import { LEVELS } from '../types.ts'
import { InstantText, JurisdictionId, Line } from './value.ts'

export const Place = z.object({ id: JurisdictionId, name: z.string(), level: z.enum(LEVELS) }).meta({ id: 'Place' })
export type Place = z.infer<typeof Place>

export const JurisdictionTree = z
  .object({
    here: Place,
    upper: Place.nullable(),
    lower: z.array(Place),
    /** Not set up yet; the link is worth nothing after `expiresAt`. */
    invited: z.array(z.object({ id: JurisdictionId, name: z.string(), expiresAt: InstantText })),
  })
  .meta({ id: 'JurisdictionTree' })
export type JurisdictionTree = z.infer<typeof JurisdictionTree>

export const InvitationBody = z.object({ id: JurisdictionId, name: Line(40).min(2) })
/** The token is shown once: only its hash is kept. */
export const Invitation = z.object({ id: JurisdictionId, name: z.string(), token: z.string(), expiresAt: InstantText })
export type Invitation = z.infer<typeof Invitation>
