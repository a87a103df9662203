// Delivers what the outbox holds: fills it, sends what is due, writes down how it went. Called each minute by the clock, and at once when somebody waits for it.
import type { DeliveryFault, TestResult } from '../core/contract/message.ts'
import type { Letter } from '../core/letter.ts'
import type { Robot } from '../core/robot.ts'
import type { Instant } from '../core/types.ts'
import type { Database } from '../store/db.ts'
import { jurisdictionsOf } from '../store/jurisdiction.ts'
import { markFailed, markSent, putBack, type Taken, takeDue } from '../store/outbox.ts'
import { postDigests, postUrgent } from '../store/post.ts'
import type { Config } from './config.ts'
import { type Mailer, mailerOf } from './mail.ts'
import { type Hook, sendRobot } from './robot.ts'
import { type Sealer, unseal } from './seal.ts'

type Settings = Pick<Config, 'smtpUrl' | 'mailFrom' | 'robotHosts' | 'publicUrl' | 'host' | 'port'>

/** Rounds of one run; what is left waits for the next minute. */
const MOST_ROUNDS = 100
const CLOSE_MS = 3000

export class Courier {
  readonly #db: Pick<Database, 'pool'> & Sealer
  readonly #config: Settings
  #running: Promise<void> = Promise.resolve()
  #closed = false
  /** Where people reach the program when no public address is set; known once it listens. */
  address: string

  constructor(db: Pick<Database, 'pool'> & Sealer, config: Settings) {
    this.#db = db
    this.#config = config
    this.address = `http://${config.host}:${config.port}`
  }

  get #post() {
    const base = (this.#config.publicUrl ?? this.address).replace(/\/$/, '')
    return { mail: this.#config.smtpUrl !== null, link: (path: string) => `${base}${path}` }
  }

  /** Puts out the digests that are due, and sends. `asked`: all of them, whatever the day. */
  async digest(now: Instant = new Date().toISOString(), { asked = false } = {}): Promise<number> {
    let put = 0
    for (const place of await jurisdictionsOf(this.#db)) put += await postDigests(this.#db, place, { ...this.#post, now, asked })
    await this.run(now)
    return put
  }

  /** Sends all that is due. One after the other in this process, so that two calls do not wait for the same rows. */
  run(now: Instant = new Date().toISOString()): Promise<void> {
    this.#running = this.#running.catch(() => {}).then(() => this.#run(now))
    return this.#running
  }

  async #run(now: Instant): Promise<void> {
    const mailer = await mailerOf(this.#config)
    try {
      for (const place of await jurisdictionsOf(this.#db)) {
        await postUrgent(this.#db, place, { ...this.#post, now })
        await this.#send(place, mailer, now)
      }
    } finally {
      mailer?.close()
    }
  }

  async #send(place: string, mailer: Mailer | null, now: Instant): Promise<void> {
    let away = false
    for (let round = 0; round < MOST_ROUNDS && !this.#closed; round++) {
      const taken = await takeDue(this.#db, place, now, mailer !== null && !away)
      if (taken.length === 0) return
      const left: string[] = []
      for (const one of taken) {
        // A mail server that does not answer is not asked again for each letter; the letters keep their tries.
        if ((one.robot === null && away) || this.#closed) {
          left.push(one.id)
          continue
        }
        const result = await this.#one(one, mailer, now)
        if (result.delivered) await markSent(this.#db, place, one.id, now)
        else await markFailed(this.#db, place, one, { fault: result.fault!, said: result.said }, now)
        away ||= one.robot === null && (result.fault === 'unreachable' || result.fault === 'timed-out')
      }
      if (left.length) await putBack(this.#db, place, left, now)
    }
  }

  #one(one: Taken, mailer: Mailer | null, now: Instant): Promise<TestResult> | TestResult {
    if (one.robot === null) return mailer ? mailer.send(one.address!, one.letter, one.id) : no('mail-off')
    return one.enabled ? this.robot(one.robot, one.sealed!, one.letter, now) : no('channel-off')
  }

  async robot(robot: Robot, sealed: string, letter: Letter, now: Instant): Promise<TestResult> {
    const words = unseal(this.#db, sealed)
    if (words === null) return no('sealed')
    return sendRobot(robot, JSON.parse(words) as Hook, letter, { now, inside: this.#config.robotHosts })
  }

  /** Lets what is under way end, for a while; the rest is taken up by the next start. */
  async close(): Promise<void> {
    this.#closed = true
    await Promise.race([this.#running.catch(() => {}), new Promise(resolve => setTimeout(resolve, CLOSE_MS).unref())])
  }

  /** One mail by itself, outside the outbox: whoever tests the server wants its answer. */
  async mail(to: string, letter: Letter, id: string): Promise<TestResult> {
    const mailer = await mailerOf(this.#config)
    if (!mailer) return no('mail-off')
    try {
      return await mailer.send(to, letter, id)
    } finally {
      mailer.close()
    }
  }
}

const no = (fault: DeliveryFault): TestResult => ({ delivered: false, fault, said: null })
