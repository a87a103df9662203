// The thread in which one file is taken in: gets the bytes, posts progress and the result, and ends. It holds no rule of its own.

import { parentPort, workerData } from 'node:worker_threads'
import { intake, type Progress } from './intake.ts'
import type { Limits } from './limit.ts'

const { bytes, name, limits } = workerData as { bytes: Uint8Array; name: string; limits?: Partial<Limits> }
const result = await intake(bytes, { name, limits, onProgress: (progress: Progress) => parentPort!.postMessage({ progress }) })
parentPort!.postMessage({ result })
