// How long an account is closed after wrong passwords: longer with each further one. Pure.

/** Wrong passwords that close an account, and for how many minutes that one and the next ones do (等保 2.0, GB/T 22239-2019 8.1.4.1 b; product choices). */
export const LOCKOUT = { allowed: 5, minutes: [15, 30, 60, 120], forgottenHours: 24 } as const

/** Minutes for the nth wrong password; 0 while there are still some left. */
export function lockMinutes(wrong: number): number {
  if (wrong < LOCKOUT.allowed) return 0
  return LOCKOUT.minutes[Math.min(wrong - LOCKOUT.allowed, LOCKOUT.minutes.length - 1)]!
}
