// Ledgers of kinds: one list and one board for any of them, and the rates by which their sums are converted.
import { dayOf } from '../../core/day.ts'
import { KIND } from '../../core/kind.ts'
import { isRefusal, refuse } from '../../core/refusal.ts'
import { act } from '../../store/act.ts'
import { alikeOf } from '../../store/alike.ts'
import { read } from '../../store/db.ts'
import { getStages, listKind, listRates } from '../../store/kind.ts'
import { getOutlook } from '../../store/outlook.ts'
import { searchLedgers } from '../../store/search.ts'
import { getWeek } from '../../store/week.ts'
import type { Handlers } from '../call.ts'

export const kindRoutes = {
  async listKind({ house, actor, params, query }) {
    return read(house.db, actor, tx => listKind(tx, params.kind, query, dayOf(Date.now())))
  },

  async getStages({ house, actor, params }) {
    return read(house.db, actor, tx => getStages(tx, params.kind, dayOf(Date.now())))
  },

  async searchLedgers({ house, actor, query }) {
    return read(house.db, actor, tx => searchLedgers(tx, query.q))
  },

  async getOutlook({ house, actor, params }) {
    return (await read(house.db, actor, tx => getOutlook(tx, params.kind, dayOf(Date.now())))) ?? refuse('not-found')
  },

  async getWeek({ house, actor, params, query }) {
    return read(house.db, actor, tx => getWeek(tx, params.kind, dayOf(Date.now()), query.days))
  },

  async listAlike({ house, actor, params: { kind }, query: { title, by, at } }) {
    const spec = KIND[kind].alike
    if (!spec) return { alike: [] }
    const fields = { [spec.by]: by, [spec.at]: at }
    const found = await read(house.db, actor, tx => alikeOf(tx, kind, { title, fields }))
    return {
      alike: found.map(({ fields: held, score: _, ...one }) => ({ ...one, by: (held[spec.by] as string | undefined) ?? null })),
    }
  },

  async listRates({ house, actor }) {
    return read(house.db, actor, listRates)
  },

  async putRate({ house, actor, body }) {
    const done = await act(house.db, actor, { kind: 'rate' }, { command: 'set', ...body })
    return isRefusal(done) ? done : read(house.db, actor, listRates)
  },
} satisfies Partial<Handlers>
