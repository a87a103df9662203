// The scoreboard, now or as it was known on a day; one series; the wholes of the jurisdictions below.
import { dayOf } from '../../core/day.ts'
import { refuse } from '../../core/refusal.ts'
import { boardText } from '../../store/board.ts'
import { boardBelow, seriesBelow } from '../../store/boardbelow.ts'
import { boardPast } from '../../store/boardpast.ts'
import { read } from '../../store/db.ts'
import { getSeries } from '../../store/series.ts'
import type { Handlers } from '../call.ts'

const today = () => dayOf(Date.now())
const thisYear = () => Number(today().slice(0, 4))

export const boardRoutes = {
  async getBoard({ house, actor, query }) {
    const { asOf } = query
    const json = await read(house.db, actor, tx => (asOf ? boardPast(tx, { ...query, asOf }, today()) : boardText(tx, query, today())))
    return { json }
  },

  async getSeries({ house, actor, params, query }) {
    return (await read(house.db, actor, tx => getSeries(tx, params.id, query, today()))) ?? refuse('not-found')
  },

  async getBoardBelow({ house, actor, query }) {
    return { json: await read(house.db, actor, tx => boardBelow(tx, query, thisYear())) }
  },

  async getSeriesBelow({ house, actor, query }) {
    return (await read(house.db, actor, tx => seriesBelow(tx, query))) ?? refuse('not-found')
  },
} satisfies Pick<Handlers, 'getBoard' | 'getSeries' | 'getBoardBelow' | 'getSeriesBelow'>
