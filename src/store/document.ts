// Documents with their readings and drafts: reads. Writing goes through `act`.
import type { CorrectionView } from '../core/contract/correction.ts'
import type { DocumentRow, DocumentView, DraftView } from '../core/contract/document.ts'
import type { Note } from '../core/intakenote.ts'
import type { Reading } from '../reader/reading.ts'
import type { Tx } from './tx.ts'

/** The ILIKE pattern that finds the words anywhere, with nothing in them meaning more than itself. */
const anywhere = (words: string): string => `%${words.replace(/[\\%_]/g, '\\$&')}%`

const ROW = 'd.id, d.title, d.number, d.day, d.state, d.directives, d.items, d.created_at, d.created_by_name as created_by'

/** Newest first; a unit sees those from which one of its items came. */
export async function listDocuments(
  tx: Tx,
  query: { page: number; size: number; q?: string },
): Promise<{ documents: DocumentRow[]; total: number }> {
  const values: unknown[] = [tx.context.jurisdiction]
  const where = ['d.jurisdiction_id = $1']
  if (query.q) where.push(`(d.title ilike $${values.push(anywhere(query.q))} or d.number ilike $2 or d.text ilike $2)`)
  const from = `from document d where ${where.join(' and ')}`
  const page = `limit ${query.size} offset ${(query.page - 1) * query.size}`
  const [documents, [count]] = await Promise.all([
    tx.rows<DocumentRow>(`select ${ROW} ${from} order by d.created_at desc, d.id ${page}`, values),
    tx.rows<{ total: number }>(`select count(*) as total ${from}`, values),
  ])
  return { documents, total: count!.total }
}

const DRAFTS = `select index, version, chosen, slogan, title, topic, lead_unit_id, co_unit_ids, due_on, measure, suggestions, edited_by, item_id
  from draft where jurisdiction_id = $1 and document_id = $2`

/** One document; null when it is not there or not to be seen. Drafts are the office's paper: nobody else gets any. */
export async function getDocument(tx: Tx, id: string): Promise<DocumentView | null> {
  const values = [tx.context.jurisdiction, id]
  const [[row], drafts, corrections] = await Promise.all([
    tx.rows<DocumentRow & { version: number; text: string; notes: Note[]; reading: Reading }>(
      `select ${ROW}, d.version, d.text, d.notes, d.reading from document d where d.jurisdiction_id = $1 and d.id = $2`,
      values,
    ),
    tx.rows<DraftView>(`${DRAFTS} order by index`, values),
    correctionsOf(tx, id),
  ])
  return row ? { ...row, drafts, corrections } : null
}

/** What people corrected in the reading, oldest first; see core/correction.ts. */
export async function correctionsOf(tx: Tx, documentId: string): Promise<CorrectionView[]> {
  return tx.rows<CorrectionView>(
    'select of, index, value, by_name as by, at from correction where jurisdiction_id = $1 and document_id = $2 order by seq',
    [tx.context.jurisdiction, documentId],
  )
}

/** Documents of whose reading people corrected something, oldest first. */
export async function correctedDocuments(tx: Tx): Promise<string[]> {
  const rows = await tx.rows<{ id: string }>(
    `select d.id from document d where d.jurisdiction_id = $1 and exists (select 1 from correction c
       where c.jurisdiction_id = d.jurisdiction_id and c.document_id = d.id) order by d.created_at, d.id`,
    [tx.context.jurisdiction],
  )
  return rows.map(row => row.id)
}

export async function getDraft(tx: Tx, documentId: string, index: number): Promise<DraftView | null> {
  const [row] = await tx.rows<DraftView>(`${DRAFTS} and index = $3`, [tx.context.jurisdiction, documentId, index])
  return row ?? null
}
