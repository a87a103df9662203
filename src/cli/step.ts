// Says each step of a start in one line, with the time it took.
import type { OpenStep } from '../store/db.ts'

const STEPS: Partial<Record<OpenStep, string>> = {
  make: 'making the database',
  start: 'starting the database',
  adopt: 'taking over the database that was left running',
  migrate: 'bringing the tables up to date',
}

/** Prints a line when a step begins and finishes it when the next one does. */
export class Progress {
  #open: { label: string; from: number } | null = null

  step(label: string): void {
    this.end()
    this.#open = { label, from: performance.now() }
    if (process.stdout.isTTY) process.stdout.write(`  ${label} …`)
  }

  readonly onStep = (step: OpenStep): void => {
    const label = STEPS[step]
    if (label) this.step(label)
    else this.end()
  }

  end(): void {
    if (!this.#open) return
    const { label, from } = this.#open
    this.#open = null
    const took = `${((performance.now() - from) / 1000).toFixed(1)} s`
    process.stdout.write(`${process.stdout.isTTY ? '\r' : ''}  ${label.padEnd(48)} ${took}\n`)
  }
}
