// A PDF or a picture from bytes to text: the text it has, and character recognition for the pages that are only pictures.

import type { Note } from '../core/intakenote.ts'
import { withoutFolios } from './folio.ts'
import type { Progress } from './intake.ts'
import type { Limits } from './limit.ts'
import { joinPages, type Paged } from './page.ts'
import { hasPicture, openPdf, type PdfDocument, type PdfPage, pageText, pdfRefusal } from './pdf.ts'
import { type IntakeRefusal, refuseIntake } from './refusal.ts'
import { ofPage, type Scanned, scan } from './scan.ts'

interface Work {
  limits: Limits
  onProgress?: (progress: Progress) => void
  signal?: AbortSignal
}

type Read = Paged & { notes: Note[] }

/** A page with less text than this and a picture is a scan, whatever a scanner's program wrote into its corner. */
const LEAST_TEXT = 20

export async function pdf(bytes: Uint8Array, work: Work): Promise<Read | IntakeRefusal> {
  let document: PdfDocument | null = null
  try {
    document = await openPdf(bytes)
    if (document.numPages > work.limits.pages) return refuseIntake('too-many-pages', { limit: work.limits.pages, is: document.numPages })
    return await readPages(document, work)
  } catch (error) {
    return pdfRefusal(error)
  } finally {
    await document?.loadingTask.destroy()
  }
}

async function readPages(document: PdfDocument, { limits, onProgress, signal }: Work): Promise<Read | IntakeRefusal> {
  const of = document.numPages
  const texts: string[] = []
  const carried = { header: null }
  const scans: { at: number; page: PdfPage }[] = []
  for (let at = 0; at < of; at++) {
    if (signal?.aborted) return refuseIntake('cancelled')
    const page = await document.getPage(at + 1)
    const text = await pageText(page, carried)
    texts.push(text ?? '')
    if (text === null || text.replace(/\s/g, '').length < LEAST_TEXT) {
      if (await hasPicture(page)) scans.push({ at, page })
      else if (text === null) return refuseIntake('encoding-unknown')
    }
    onProgress?.({ done: at + 1 - scans.length, of })
  }
  if (scans.length === 0) return { ...joinPages(withoutFolios(texts)), notes: [] }
  if (scans.length > limits.scannedPages) return refuseIntake('too-many-pages', { limit: limits.scannedPages, is: scans.length })
  const read = await scan(
    scans.map(({ page }) => ofPage(page)),
    done => onProgress?.({ done: of - scans.length + done, of }),
    signal,
  )
  if ('code' in read) return read
  for (const [at, scanned] of read.entries()) if (scanned.text.trim() !== '') texts[scans[at]!.at] = scanned.text
  return { ...joinPages(withoutFolios(texts)), notes: [recognised(read)] }
}

export async function image(bytes: Uint8Array, { onProgress, signal }: Work): Promise<Read | IntakeRefusal> {
  const read = await scan([async () => [bytes]], done => onProgress?.({ done, of: 1 }), signal)
  if ('code' in read) return read
  return { ...joinPages(read.map(page => page.text)), notes: [recognised(read)] }
}

function recognised(pages: Scanned[]): Note {
  const confidence = pages.reduce((sum, page) => sum + page.confidence, 0) / pages.length
  return { code: 'recognised', facts: { pages: pages.length, confidence: Math.round(confidence) } }
}
