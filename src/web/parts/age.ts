// How old what stands on the wall is, and whether it still comes: from when the last answer came. Pure; the clock comes as an argument.

/** `fresh`: as it is now. `late`: one answer was missed. `lost`: shown is what was known then, and it says so in large letters. */
export type Stand = 'fresh' | 'late' | 'lost'

/** Asked again every so often, in milliseconds. */
export const WALL_EVERY_MS = 20_000
const LATE_MS = 2 * WALL_EVERY_MS
const LOST_MS = 3 * WALL_EVERY_MS

/** Whole minutes, or seconds below one. */
export function ageOf(at: number, now: number): { stand: Stand; minutes: number; seconds: number } {
  // A clock that was set back makes nothing older or younger than now.
  const ms = Math.max(0, now - at)
  return {
    stand: ms >= LOST_MS ? 'lost' : ms >= LATE_MS ? 'late' : 'fresh',
    minutes: Math.floor(ms / 60_000),
    seconds: Math.floor(ms / 1000),
  }
}
