// A worker thread for what keeps a core busy: reading texts, setting workbooks and circulars. One job at a time; no request waits for another's.
import { Worker } from 'node:worker_threads'
import type { Trades } from './desk-worker.ts'

/** The slowest is the reading of 3,000,000 characters. */
const MOST_MS = 60_000
/** A worker that waits costs memory; one that starts costs a third of a second. */
const IDLE_MS = 30_000
const MOST_WAITING = 20

/** The job, not the program, asked for too much. */
export class DeskFault extends Error {
  readonly why: 'timed-out' | 'out-of-memory'
  constructor(why: 'timed-out' | 'out-of-memory') {
    super(`the desk gave up: ${why}`)
    this.why = why
  }
}

interface Waiting {
  trade: keyof Trades
  job: unknown
  done: (answer: never) => void
  failed: (error: Error) => void
}

export class Desk {
  #worker: Worker | null = null
  #now: Waiting | null = null
  readonly #waiting: Waiting[] = []
  #timer: NodeJS.Timeout | undefined

  /** Throws a DeskFault when the job takes too much, and 53000 (out of resources) when too many wait already. */
  do<T extends keyof Trades>(trade: T, job: Trades[T]['job']): Promise<Trades[T]['answer']> {
    if (this.#waiting.length >= MOST_WAITING) throw Object.assign(new Error('too many jobs wait'), { code: '53000' })
    return new Promise((done, failed) => {
      this.#waiting.push({ trade, job, done, failed })
      this.#next()
    })
  }

  async close(): Promise<void> {
    await this.#stop()
  }

  #next(): void {
    if (this.#now || this.#waiting.length === 0) return
    this.#now = this.#waiting.shift()!
    this.#worker ??= this.#start()
    this.#worker.postMessage({ trade: this.#now.trade, job: this.#now.job })
    this.#after(MOST_MS, () => this.#settle(w => w.failed(new DeskFault('timed-out'))))
  }

  #start(): Worker {
    const worker = new Worker(new URL('./desk-worker.ts', import.meta.url), { resourceLimits: { maxOldGenerationSizeMb: 768 } })
    worker.on('message', ({ answer, error }: { answer?: never; error?: Error }) => {
      if (this.#worker === worker) this.#settle(w => (error ? w.failed(error) : w.done(answer as never)))
    })
    worker.on('error', (error: Error & { code?: string }) => {
      if (this.#worker !== worker) return
      this.#worker = null
      this.#settle(w => w.failed(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new DeskFault('out-of-memory') : error))
    })
    return worker
  }

  #settle(tell: (w: Waiting) => void): void {
    const now = this.#now
    this.#now = null
    this.#after(IDLE_MS, () => {})
    if (now) tell(now)
    this.#next()
  }

  /** When the time is over the worker ends, whatever it does. */
  #after(ms: number, then: () => void): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => {
      void this.#stop()
      then()
    }, ms).unref()
  }

  async #stop(): Promise<void> {
    clearTimeout(this.#timer)
    const worker = this.#worker
    this.#worker = null
    await worker?.terminate()
  }
}
