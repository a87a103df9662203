// When the server was last asked for something by the person, in any window of this browser: the server ends a session that is not used.
const PLACE = 'luoshi.asked'
let last = Date.now()

/** What the page asks of itself keeps no session alive, and so does not count here either. */
export function asked(route: string, now = Date.now()): void {
  if (route === 'getUnread') return
  last = now
  try {
    localStorage.setItem(PLACE, String(now))
  } catch {}
}

export function lastAsked(): number {
  try {
    return Math.max(last, Number(localStorage.getItem(PLACE)) || 0)
  } catch {
    return last
  }
}
