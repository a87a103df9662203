// Takes a file in on a thread of its own, so that a server answers others meanwhile; ends it when it is cancelled, hangs, or eats the memory.

import { Worker } from 'node:worker_threads'
import type { Intake, IntakeOptions, Progress } from './intake.ts'
import { sniff } from './kind.ts'
import { type IntakeRefusal, refuseIntake } from './refusal.ts'

/**
 * Files taken in at once in each lane; more wait for their turn. Recognition keeps a core busy for minutes:
 * what may need it (PDFs and pictures) waits among itself, so that a .docx never waits for it.
 */
const AT_ONCE = 2
const LANES = { paper: { running: 0, waiting: [] as (() => void)[] }, office: { running: 0, waiting: [] as (() => void)[] } }
/** Seconds without a page done, after which a thread is taken to hang. */
const PATIENCE = 90
const MEMORY_MB = 1024

interface ThreadOptions extends IntakeOptions {
  /** Seconds allowed between two signs of progress. */
  patience?: number
}

/** As `intake`, off the event loop. `signal` ends it at once. A bug inside rejects; nothing a file contains does. */
export async function intakeInWorker(bytes: Uint8Array, options: ThreadOptions): Promise<Intake | IntakeRefusal> {
  if (options.signal?.aborted) return refuseIntake('cancelled')
  const { kind } = sniff(bytes)
  const lane = kind === 'pdf' || kind === 'image' ? LANES.paper : LANES.office
  if (lane.running >= AT_ONCE) await new Promise<void>(resolve => lane.waiting.push(resolve))
  else lane.running++
  try {
    return options.signal?.aborted ? refuseIntake('cancelled') : await inThread(bytes, options)
  } finally {
    const next = lane.waiting.shift()
    if (next) next()
    else lane.running--
  }
}

async function inThread(
  bytes: Uint8Array,
  { name, limits, signal, onProgress, patience = PATIENCE }: ThreadOptions,
): Promise<Intake | IntakeRefusal> {
  // Of a Buffer, slice() would be a view into Node's shared pool, which cannot be handed over.
  const copy = new Uint8Array(bytes)
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: { bytes: copy, name, limits },
    transferList: [copy.buffer],
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
  })
  const { promise, resolve, reject } = Promise.withResolvers<Intake | IntakeRefusal>()
  const late = () => resolve(refuseIntake('timed-out', { seconds: patience }))
  const cancel = () => resolve(refuseIntake('cancelled'))
  let timer = setTimeout(late, patience * 1000)
  signal?.addEventListener('abort', cancel)
  worker.on('message', (message: { progress?: Progress; result?: Intake | IntakeRefusal }) => {
    clearTimeout(timer)
    timer = setTimeout(late, patience * 1000)
    if (message.progress) onProgress?.(message.progress)
    if (message.result) resolve(message.result)
  })
  worker.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') resolve(refuseIntake('too-large', { limit: MEMORY_MB * 1024 * 1024, of: 'memory' }))
    else reject(error)
  })
  worker.on('exit', code => reject(new Error(`the intake thread ended with ${code} and no result`)))
  try {
    return await promise
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', cancel)
    await worker.terminate()
  }
}
