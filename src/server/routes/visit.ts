// Visits 考察对标: what a document tells of one, registered in one step and taken back; and a lesson turned into an action.
import { may } from '../../core/access.ts'
import { refuse } from '../../core/refusal.ts'
import { act } from '../../store/act.ts'
import { read } from '../../store/db.ts'
import { visitPaper } from '../../store/visitpaper.ts'
import type { Handlers } from '../call.ts'

export const visitRoutes = {
  async getVisitPaper({ house, actor, params }) {
    const figures = may(actor, 'benchmark.write')
    const paper = await read(house.db, actor, tx => visitPaper(tx, params.id, new Date().toISOString(), figures))
    return paper ?? refuse('not-found')
  },

  async takeVisit({ house, actor, params, body, key }) {
    return act(house.db, actor, { kind: 'visit', documentId: params.id }, { command: 'take', ...body }, { key })
  },

  async undoVisit({ house, actor, params, key }) {
    return act(house.db, actor, { kind: 'visitUndo', id: params.id }, { command: 'undo' }, { key })
  },

  async adaptLesson({ house, actor, params, body: { version, ...action }, key }) {
    return act(house.db, actor, { kind: 'lesson', id: params.id, seen: version }, { command: 'adapt', ...action }, { key })
  },
} satisfies Partial<Handlers>
