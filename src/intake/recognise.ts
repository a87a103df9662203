// Character recognition of one picture after another, offline: the engine and its Chinese model come through npm and nothing is fetched.

import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { createWorker, OEM, PSM } from 'tesseract.js'

interface Recognised {
  text: string
  /** The engine's own, 0 to 100. */
  confidence: number
}

export interface Recogniser {
  recognise(picture: Uint8Array): Promise<Recognised>
  close(): Promise<void>
}

/** The smaller of the package's two models: as exact on clean pages, far better on coarse ones, and it keeps full-width punctuation. */
const MODEL = join(dirname(createRequire(import.meta.url).resolve('@tesseract.js-data/chi_sim/package.json')), '4.0.0_best_int')

/** Starts the engine on a thread of its own (about 0.4 s); `onFraction` tells how far the picture at hand is, 0 to 1. Closing it ends at once whatever it does. */
export async function startRecogniser(onFraction: (fraction: number) => void): Promise<Recogniser> {
  const worker = await createWorker('chi_sim', OEM.LSTM_ONLY, {
    langPath: MODEL,
    gzip: true,
    cacheMethod: 'none',
    logger: message => {
      if (message.status === 'recognizing text') onFraction(message.progress)
    },
    // What fails is rejected at the call; the default prints it as well.
    errorHandler: () => {},
  })
  // Mode 3 finds columns by itself (other modes read across them); the last two only keep the engine from guessing and from printing.
  await worker.setParameters({
    tessedit_pageseg_mode: PSM.AUTO,
    preserve_interword_spaces: '1',
    user_defined_dpi: '300',
    debug_file: '/dev/null',
  })
  return {
    async recognise(picture) {
      const { data } = await worker.recognize(Buffer.from(picture))
      return { text: tidied(data.text), confidence: data.confidence }
    },
    async close() {
      await worker.terminate()
    },
  }
}

const WIDE = '[\\p{Script=Han}\\u3000-\\u303f\\uff00-\\uffef“”‘’—…]'
const BETWEEN_WIDE = new RegExp(`(?<=${WIDE}) (?=${WIDE})`, 'gu')

/** The engine puts single spaces between some Chinese characters, and wide gaps where it saw nothing. */
export function tidied(text: string): string {
  return text
    .split('\n')
    .map(line => line.trimEnd().replace(/ {2,}/g, '  ').replace(BETWEEN_WIDE, ''))
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}
