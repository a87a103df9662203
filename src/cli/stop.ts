// Waits for Ctrl-C or the system's wish to end, then stops the server in order; a second Ctrl-C does not wait.
import type { Running } from '../server/serve.ts'

export function untilStopped(running: Running): Promise<number> {
  return new Promise(resolve => {
    let asked = false
    // Whoever listened to what is printed may have left; that is no reason to end in disorder.
    process.stdout.on('error', () => {})
    const end = async () => {
      if (asked) process.exit(130)
      asked = true
      process.stdout.write('\nstopping …\n')
      await running.stop()
      resolve(0)
    }
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end)
  })
}
