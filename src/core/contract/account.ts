// The session, accounts and appointments, and the first set-up.
import { z } from 'zod'
import { ACTIONS } from '../access.ts'
import { ROLES } from '../types.ts'
import { DayText, Id, InstantText, JurisdictionId, Line } from './value.ts'

const AppointmentView = z.object({ role: z.enum(ROLES), unitId: Id.nullable() })

export const SessionView = z
  .object({
    person: z.object({ id: Id, name: z.string(), username: z.string() }),
    jurisdiction: z.object({ id: JurisdictionId, name: z.string() }),
    appointments: z.array(AppointmentView),
    unitIds: z.array(Id),
    /** What the person may do, and how far; the web shows the rest disabled with the reason. */
    permissions: z.partialRecord(z.enum(ACTIONS), z.enum(['all', 'party', 'lead', 'kinds'])),
    /** The month of the newest data, and the day of the server in Beijing. */
    today: z.string(),
    /** Minutes without a request after which the session ends. */
    idleMinutes: z.int(),
    /** A new password must be chosen before anything else: the first was an administrator's, or it has grown old. */
    passwordDue: z.enum(['first', 'age']).nullable(),
    demo: z.boolean(),
  })
  .meta({ id: 'Session' })
export type SessionView = z.infer<typeof SessionView>

/** `proposed`: the security administrator has not said yet whether the post's role is given; `plain`: the post has none. */
export const TENURE_STATES = ['proposed', 'granted', 'declined', 'plain', 'ended'] as const
/** A post in a person's hands; without a name it is called by its role. `to` is the day on which the next one begins. */
export const TenureView = z
  .object({
    id: Id,
    post: z.string(),
    role: z.enum(ROLES).nullable(),
    unitId: Id.nullable(),
    from: z.string(),
    to: z.string().nullable(),
    state: z.enum(TENURE_STATES),
  })
  .meta({ id: 'Tenure' })
export type TenureView = z.infer<typeof TenureView>

export const AccountView = z
  .object({
    id: Id,
    /** null: somebody who is known and cannot sign in. */
    username: z.string().nullable(),
    name: z.string(),
    disabled: z.boolean(),
    appointments: z.array(AppointmentView),
    /** Held now, then those of before, the latest first. */
    posts: z.array(TenureView),
    createdAt: InstantText,
  })
  .meta({ id: 'Account' })
export type AccountView = z.infer<typeof AccountView>
export const AccountList = z.object({ accounts: z.array(AccountView) })

export const Username = z.string().regex(/^[a-z][a-z0-9_.]{2,31}$/)
/** 等保 2.0: at least 10 characters of three kinds out of capital, small, digit, other. */
export const Password = z
  .string()
  .min(10)
  .max(128)
  .refine(p => [/[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z0-9]/].filter(k => k.test(p)).length >= 3, 'password-kinds')

export const SignInBody = z.object({ username: Line(64).min(1), password: z.string().min(1).max(128) })
export const ChangePasswordBody = z.object({ currentPassword: z.string().min(1).max(128), newPassword: Password })

export const AccountBody = z.object({ username: Username, name: Line(40).min(2), password: Password })
export const AccountPatch = z.object({ name: Line(40).min(2), disabled: z.boolean(), password: Password }).partial()
const tenureIds = z.array(Id).min(1).max(500)
/** `toId` null: whoever held the posts leaves, and nobody has come yet. */
export const HandoverBody = z.object({ tenureIds, toId: Id.nullable(), day: DayText })
export const DecisionBody = z.object({ tenureIds, grant: z.boolean() })
export const AppointmentsBody = z.object({ appointments: z.array(AppointmentView).max(10) })

/** Both come from the link by which a lower jurisdiction is set up. */
export const SetupQuery = z.object({ place: JurisdictionId.optional(), token: z.string().min(20).max(100).optional() })
export const SetupState = z.object({
  needed: z.boolean(),
  /** Name of the single sign-on, when there is one. */
  sso: z.string().nullable(),
  /** The lower jurisdiction that the link is for; null when it is spent, withdrawn or too old. */
  invited: z.object({ id: JurisdictionId, name: z.string() }).nullable(),
  /** Log-ins to pick from on the sign-in page; empty unless this is the demonstration. */
  demo: z.array(
    z.object({ username: z.string(), password: z.string(), name: z.string(), role: z.enum(ROLES), unit: z.string().nullable() }),
  ),
})
export type SetupState = z.infer<typeof SetupState>
export const SetupBody = z.object({
  token: z.string().min(20).max(100),
  jurisdiction: z.object({ id: JurisdictionId, name: Line(40).min(2) }),
  administrators: z.object({ system: AccountBody, security: AccountBody, audit: AccountBody }),
})
