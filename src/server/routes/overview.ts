// The overview, and the supervision circular made of the same figures.
import { circular } from '../../core/circular.ts'
import { dayOf } from '../../core/day.ts'
import { DOCX, XLSX } from '../../core/media.ts'
import type { Actor } from '../../core/types.ts'
import { circularFacts } from '../../store/circular.ts'
import { read } from '../../store/db.ts'
import { getOverview, overviewText } from '../../store/overview.ts'
import { unitSheet } from '../../writer/unitsheet.ts'
import type { Call, Handlers, House } from '../call.ts'

export const overviewRoutes = {
  async getOverview({ house, actor }) {
    return { json: await read(house.db, actor, tx => overviewText(tx, dayOf(Date.now()))) }
  },

  async exportUnits({ house, actor, session }) {
    const today = dayOf(Date.now())
    const { units } = await read(house.db, actor, tx => getOverview(tx, today))
    const bytes = await house.desk.do('sheet', unitSheet(units, session.jurisdictionName, today))
    return { media: XLSX, name: `${session.jurisdictionName}各单位办理情况${today}.xlsx`, bytes, size: bytes.length }
  },

  async getCircular({ house, actor, query }) {
    const facts = await factsOf(house, actor, query)
    return { gongwen: circular(facts), facts }
  },

  async getCircularDocx({ house, actor, query }) {
    const gongwen = circular(await factsOf(house, actor, query))
    const bytes = await house.desk.do('gongwen', gongwen)
    return { media: DOCX, name: `${gongwen.title}.docx`, bytes, size: bytes.length }
  },
} satisfies Pick<Handlers, 'getOverview' | 'exportUnits' | 'getCircular' | 'getCircularDocx'>

const factsOf = ({ db }: House, actor: Actor, query: Call<'getCircular'>['query']) =>
  read(db, actor, tx => circularFacts(tx, query, dayOf(Date.now())))
