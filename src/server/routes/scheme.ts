// Assessment schemes 考核方案: kept as data with every version, flagged by the rules on burden, and scored from the standings of units.
import { dayOf } from '../../core/day.ts'
import { XLSX } from '../../core/media.ts'
import { isRefusal, refuse } from '../../core/refusal.ts'
import { act } from '../../store/act.ts'
import { read } from '../../store/db.ts'
import { getScheme, listSchemes, scoresOf } from '../../store/scheme.ts'
import { schemeSheet } from '../../writer/schemesheet.ts'
import type { Handlers } from '../call.ts'

export const schemeRoutes = {
  async listSchemes({ house, actor }) {
    return { schemes: await read(house.db, actor, listSchemes) }
  },

  async getScheme({ house, actor, params, query }) {
    return (await read(house.db, actor, tx => getScheme(tx, params.id, query.version))) ?? refuse('not-found')
  },

  async postScheme({ house, actor, body: { seen, ...scheme }, key }) {
    const done = await act(house.db, actor, { kind: 'scheme', id: null, seen }, { command: 'save', ...scheme }, { key })
    if (isRefusal(done)) return done
    return (await read(house.db, actor, tx => getScheme(tx, done.id))) ?? refuse('not-found')
  },

  async putScheme({ house, actor, params, body: { seen, ...scheme } }) {
    const done = await act(house.db, actor, { kind: 'scheme', id: params.id, seen }, { command: 'save', ...scheme })
    if (isRefusal(done)) return done
    return (await read(house.db, actor, tx => getScheme(tx, params.id))) ?? refuse('not-found')
  },

  async getScores({ house, actor, params, query }) {
    return (await read(house.db, actor, tx => scoresOf(tx, params.id, query))) ?? refuse('not-found')
  },

  async settleScores({ house, actor, params, body, key }) {
    const done = await act(house.db, actor, { kind: 'schemeResult', id: params.id }, { command: 'settle', ...body }, { key })
    return isRefusal(done) ? done : { result: done.id }
  },

  async exportScores({ house, actor, params, query, session }) {
    const scores = await read(house.db, actor, tx => scoresOf(tx, params.id, query))
    if (!scores) return refuse('not-found')
    const content = schemeSheet(scores, session.jurisdictionName, dayOf(Date.now()))
    const bytes = await house.desk.do('sheet', content)
    return { media: XLSX, name: `${content.title}.xlsx`, bytes, size: bytes.length }
  },
} satisfies Partial<Handlers>
