// Signing in: the second step, single sign-on, and what a person sees and ends of his own sessions.
import { z } from 'zod'
import { BROWSERS, PLACES, SYSTEMS } from '../device.ts'
import { InstantText } from './value.ts'

export const SignInResult = z.object({
  ok: z.literal(true),
  /** `in`: signed in. `second-step`: the password was right, a code is asked for. */
  next: z.enum(['in', 'second-step']),
})

/** Six figures of the telephone's app, or a recovery code. */
export const SecondStepBody = z.object({ code: z.string().trim().min(6).max(32) })
export const PasswordBody = z.object({ password: z.string().min(1).max(128) })
/** Shown once: the address for the app (as QR code and as text), and the codes for the day the telephone is lost. */
export const SecondStepBegun = z.object({ uri: z.string(), secret: z.string(), codes: z.array(z.string()) })

export const SsoStart = z.object({ url: z.url() })
export const SsoBackBody = z.object({
  state: z.string().min(1).max(500),
  code: z.string().max(4000).optional(),
  iss: z.string().max(500).optional(),
  error: z.string().max(200).optional(),
})
export const SsoBack = z.object({ ok: z.literal(true), linked: z.boolean() })

export const SignInView = z
  .object({
    secondStep: z.boolean(),
    /** Name of the single sign-on, when there is one; and whether it knows this account. */
    sso: z.object({ name: z.string(), linked: z.boolean() }).nullable(),
    sessions: z.array(
      z.object({
        id: z.string(),
        current: z.boolean(),
        browser: z.enum(BROWSERS),
        system: z.enum(SYSTEMS),
        place: z.enum(PLACES),
        address: z.string().nullable(),
        startedAt: InstantText,
        usedAt: InstantText,
      }),
    ),
  })
  .meta({ id: 'SignIn' })
export const SessionParams = z.object({ id: z.string().min(1).max(100) })
