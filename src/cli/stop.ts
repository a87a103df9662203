// Runs a server until Ctrl-C or the system's wish to end, and stops it in order, in the middle of its start, too; a second Ctrl-C does not wait.
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Running } from '../server/serve.ts'

/** What a shell calls the end by Ctrl-C. */
const INTERRUPTED = 130

/** `start` is to give up when its signal says so. Answers the exit code. */
export async function untilStopped(start: (signal: AbortSignal) => Promise<Running>): Promise<number> {
  const asked = new AbortController()
  const end = new Promise<void>(resolve => asked.signal.addEventListener('abort', () => resolve()))
  // Whoever listened to what is printed may have left; that is no reason to end in disorder.
  process.stdout.on('error', () => {})
  const ask = (signal: NodeJS.Signals) => {
    // A closed terminal or a service manager tells everybody, and whoever started this program hands it on: twice is not impatience.
    if (asked.signal.aborted) return signal === 'SIGINT' ? process.exit(INTERRUPTED) : undefined
    process.stdout.write('\nstopping …\n')
    asked.abort()
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, ask)
  let running: Running
  try {
    running = await start(asked.signal)
  } catch (error) {
    // A signal that came while the program waited for another one (initdb) is heard only now.
    await nextTurn()
    if (asked.signal.aborted) return INTERRUPTED
    throw error
  }
  await end
  await running.stop()
  return 0
}
