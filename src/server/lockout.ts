// Counts wrong passwords per account and locks it for a while (等保 2.0, GB/T 22239-2019 8.1.4.1 b); kept in this process only, so a restart forgets.

const WRONG_ALLOWED = 5
const LOCK_MS = 15 * 60_000
/** Names that nobody has are counted too, or the lock would tell which exist; the oldest go first. */
const MOST_NAMES = 10_000

export class Lockout {
  readonly #wrong = new Map<string, { times: number; last: number }>()

  /** Whole minutes until the account may be tried again; 0 when it may now. */
  minutesLeft(username: string, now: number): number {
    const w = this.#wrong.get(username.toLowerCase())
    if (!w || w.times < WRONG_ALLOWED) return 0
    return Math.max(0, Math.ceil((w.last + LOCK_MS - now) / 60_000))
  }

  wrong(username: string, now: number): void {
    const name = username.toLowerCase()
    const before = this.#wrong.get(name)
    const times = before && now - before.last < LOCK_MS ? before.times + 1 : 1
    this.#wrong.delete(name)
    this.#wrong.set(name, { times, last: now })
    if (this.#wrong.size > MOST_NAMES) this.#wrong.delete(this.#wrong.keys().next().value!)
  }

  right(username: string): void {
    this.#wrong.delete(username.toLowerCase())
  }
}
