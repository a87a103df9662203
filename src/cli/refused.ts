// Why a file could not be read, in a sentence for a person at a terminal; the pages have words of their own.
import type { IntakeCode, IntakeRefusal } from '../intake/refusal.ts'

const SENTENCES: Record<IntakeCode, (facts: IntakeRefusal['facts']) => string> = {
  empty: () => 'there is nothing in it.',
  binary: () => 'this is no document. Give .txt, .docx, .pdf, .xlsx or a picture.',
  'too-large': f => `it is too large (more than ${f.limit} ${f.of}). Split it, or give its text only.`,
  'too-many-pages': f => `it has ${f.is} pages, at most ${f.limit} are read. Split it.`,
  encrypted: () => 'it has a password. Remove the password and try again.',
  damaged: f => `it is a damaged ${f.kind} file. Get it again, or save it anew with the program that made it.`,
  'zip-bomb': () => 'it unpacks to far more than a document holds, so it was not opened.',
  'unsupported-type': f => `.${f.found} files are not read. Save it as .docx, .xlsx or .pdf.`,
  classified: f => `it is marked ${f.level}. Such documents must not be on this machine; nothing was read or kept.`,
  'no-text': () => 'there is no text in it, not even in its pictures.',
  'encoding-unknown': () => 'its characters are in no known encoding. Save it anew, a text as UTF-8.',
  'timed-out': f => `it was not read within ${f.seconds} seconds. Split it.`,
  cancelled: () => 'the reading was cancelled.',
}

export const refused = ({ code, facts }: IntakeRefusal): string => SENTENCES[code](facts)
