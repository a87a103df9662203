// Documents: taken in and read, their drafts corrected, and dispatched as items.
import { corrected } from '../../core/correction.ts'
import { dayOf } from '../../core/day.ts'
import { isRefusal, type Refusal, refuse } from '../../core/refusal.ts'
import { intakeInWorker } from '../../intake/thread.ts'
import { act } from '../../store/act.ts'
import { read } from '../../store/db.ts'
import { getDocument, getDraft, listDocuments } from '../../store/document.ts'
import type { Call, Handlers, House, Upload } from '../call.ts'
import { DeskFault } from '../desk.ts'

export const documentRoutes = {
  async listDocuments({ house, actor, query }) {
    return read(house.db, actor, tx => listDocuments(tx, query))
  },

  async postDocument({ house, actor, session, body, upload, key, reply }) {
    const source = upload ?? { name: body?.name || 'text', bytes: Buffer.from(body?.text ?? '') }
    const taken = await takeIn(house, source, session.jurisdictionName, reply, `${actor.personId} ${key}`)
    if (isRefusal(taken)) return taken
    const done = await act(house.db, actor, { kind: 'document', id: null }, { command: 'take-in', name: source.name, ...taken }, { key })
    return isRefusal(done) ? done : shown(house, actor, done.id)
  },

  async getDocument({ house, actor, params }) {
    return shown(house, actor, params.id)
  },

  async deleteDocument({ house, actor, params }) {
    const done = await act(house.db, actor, { kind: 'document', id: params.id }, { command: 'delete' })
    return isRefusal(done) ? done : { ok: true as const }
  },

  async getIntake({ actor, params }) {
    return { progress: underWay.get(`${actor.personId} ${params.key}`) ?? null }
  },

  async postCorrection({ house, actor, params, body, key }) {
    const done = await act(house.db, actor, { kind: 'correction', documentId: params.id }, { command: 'correct', ...body }, { key })
    return isRefusal(done) ? done : shown(house, actor, params.id)
  },

  async getGold({ house, actor, params }) {
    const found = await shown(house, actor, params.id)
    if (isRefusal(found)) return found
    const { reading, text, corrections } = found
    return { name: reading.source.name, text, gold: corrected(reading, corrections), corrections: corrections.length }
  },

  async patchDraft({ house, actor, params, body: { version, ...changes } }) {
    const target = { kind: 'draft' as const, documentId: params.id, index: params.index, seen: version }
    const done = await act(house.db, actor, target, { command: 'correct', changes })
    if (isRefusal(done)) return done
    return (await read(house.db, actor, tx => getDraft(tx, params.id, params.index))) ?? refuse('not-found')
  },

  async dispatchDocument({ house, actor, params, body, key }) {
    const done = await act(house.db, actor, { kind: 'document', id: params.id }, { command: 'dispatch', ...body }, { key })
    return isRefusal(done) ? done : { items: done.items, units: done.units }
  },
} satisfies Pick<
  Handlers,
  | 'listDocuments'
  | 'postDocument'
  | 'getDocument'
  | 'deleteDocument'
  | 'getIntake'
  | 'postCorrection'
  | 'getGold'
  | 'patchDraft'
  | 'dispatchDocument'
>

/** Intakes under way, by person and key: only while their bytes are being read, and only their own person may ask. */
const underWay = new Map<string, { done: number; of: number }>()

const shown = async ({ db }: House, actor: Call<'getDocument'>['actor'], id: string) =>
  (await read(db, actor, tx => getDocument(tx, id))) ?? refuse('not-found')

/** Bytes to text on the intake's thread, text to reading at the desk; given up when the person leaves. */
async function takeIn({ desk }: House, { name, bytes }: Upload, place: string, reply: Call<'postDocument'>['reply'], key: string) {
  const left = new AbortController()
  // The request itself closes as soon as its body is read; that the person has left shows on the answer only.
  reply.raw.once('close', () => reply.raw.writableEnded || left.abort())
  const onProgress = (progress: { done: number; of: number }) => void underWay.set(key, progress)
  const taken = await intakeInWorker(bytes, { name, signal: left.signal, onProgress }).finally(() => underWay.delete(key))
  if ('code' in taken) return refuse('file-refused', { ...taken.facts, code: taken.code })
  try {
    return {
      text: taken.text,
      notes: taken.notes,
      reading: await desk.do('read', { text: taken.text, name, place, today: dayOf(Date.now()) }),
    }
  } catch (error) {
    if (error instanceof DeskFault) return refuse('file-refused', { code: error.why }) satisfies Refusal
    throw error
  }
}
