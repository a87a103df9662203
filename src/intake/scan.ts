// Reads pages that are pictures, one at a time with progress, and can be stopped between and within pages.

import type { PdfPage } from './pdf.ts'
import { pagePictures } from './picture.ts'
import { pictureSize } from './picturesize.ts'
import { type Recogniser, startRecogniser } from './recognise.ts'
import { type IntakeRefusal, refuseIntake } from './refusal.ts'

/** A newspaper page at 400 dpi has about 50 million. */
const MOST_PIXELS = 80_000_000

export interface Scanned {
  text: string
  /** Mean of the pages' own, 0 to 100. */
  confidence: number
}

/** The pages' texts in their order; `onDone` tells the pages done, with a fraction for the page at hand. */
export async function scan(
  pages: readonly (() => Promise<Uint8Array[]>)[],
  onDone: (done: number) => void,
  signal?: AbortSignal,
): Promise<Scanned[] | IntakeRefusal> {
  let done = 0
  let engine: Recogniser | null = null
  const { promise: aborted, reject: abort } = Promise.withResolvers<never>()
  // The race below is what listens to it; without a race running there is nothing to tell.
  aborted.catch(() => {})
  const stop = () => abort(new DOMException('cancelled', 'AbortError'))
  signal?.addEventListener('abort', stop)
  try {
    engine = await startRecogniser(fraction => onDone(done + Math.min(fraction, 0.99)))
    const read: Scanned[] = []
    for (const pictures of pages) {
      if (signal?.aborted) return refuseIntake('cancelled')
      const page = await Promise.race([recognisePage(engine, await pictures()), aborted])
      if ('code' in page) return page
      read.push(page)
      onDone(++done)
    }
    return read
  } catch (error) {
    if (signal?.aborted) return refuseIntake('cancelled')
    throw error
  } finally {
    signal?.removeEventListener('abort', stop)
    await engine?.close()
  }
}

async function recognisePage(engine: Recogniser, pictures: Uint8Array[]): Promise<Scanned | IntakeRefusal> {
  const texts: string[] = []
  let confidence = 0
  for (const picture of pictures) {
    const size = pictureSize(picture)
    if (!size) return refuseIntake('damaged', { kind: 'image' })
    if (size.width * size.height > MOST_PIXELS)
      return refuseIntake('too-large', { limit: MOST_PIXELS, is: size.width * size.height, of: 'pixels' })
    try {
      const read = await engine.recognise(picture)
      texts.push(read.text)
      confidence += read.confidence / pictures.length
    } catch {
      // The header was right, so it is the picture's data that the engine could not decode.
      return refuseIntake('damaged', { kind: 'image' })
    }
  }
  return { text: texts.length === 0 ? '' : `${texts.join('\n')}\n`, confidence }
}

/** Pictures of a PDF page, taken out of it only when its turn has come. */
export function ofPage(page: PdfPage): () => Promise<Uint8Array[]> {
  return () => pagePictures(page)
}
