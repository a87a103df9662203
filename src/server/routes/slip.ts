// Slips 督查单: suggested, looked at, issued, settled; and urging many items at once.
import { dayOf } from '../../core/day.ts'
import { DOCX, XLSX } from '../../core/media.ts'
import { isRefusal, refuse } from '../../core/refusal.ts'
import { SLIP_COLOURS, SLIP_STATES, slipLimit } from '../../core/slip.ts'
import type { Actor } from '../../core/types.ts'
import { act } from '../../store/act.ts'
import { read } from '../../store/db.ts'
import { bookOf } from '../../store/rules.ts'
import { getSlip, listSlips, listSuggested, suggestionFor, suggestionView } from '../../store/slip.ts'
import { groundOf, slipPage } from '../../store/target/slip.ts'
import { urgeMany } from '../../store/urge.ts'
import { slipSheet } from '../../writer/slipsheet.ts'
import type { Handlers, House } from '../call.ts'

const MOST_EXPORTED = 10_000

const today = () => dayOf(Date.now())

export const slipRoutes = {
  async listSlips({ house, actor, query }) {
    return read(house.db, actor, tx => listSlips(tx, query, today()))
  },

  async exportSlips({ house, actor, session, query }) {
    const { slips } = await read(house.db, actor, tx => listSlips(tx, { ...query, page: 1, size: MOST_EXPORTED }, today()))
    const bytes = await house.desk.do('sheet', slipSheet(slips, session.jurisdictionName, today()))
    return { media: XLSX, name: `${session.jurisdictionName}督查单${today()}.xlsx`, bytes, size: bytes.length }
  },

  async listSuggestedSlips({ house, actor, query }) {
    return read(house.db, actor, tx => listSuggested(tx, query, today()))
  },

  async previewSlip({ house, actor, params, body }) {
    const day = today()
    const [ground, { calendar }] = await read(house.db, actor, tx => Promise.all([groundOf(tx, params.id, day), bookOf(tx)]))
    if (!ground) return refuse('not-found')
    const { item } = ground
    if (!SLIP_STATES.includes(item.state) || !item.leadUnitId) return refuse('slip-not-due', { state: item.state })
    const suggestion = suggestionFor(item, ground.slips, day)
    const colour = body.colour ?? suggestion.colour ?? SLIP_COLOURS[0]
    const limitOn = body.limitOn ?? slipLimit(colour, day, calendar)
    if (limitOn < day) return refuse('due-in-past', { dueOn: limitOn, today: day })
    const gongwen = slipPage(ground, { colour, limitOn, words: body.words, copies: body.copies }, null, day)
    return { colour, limitOn, suggestion: suggestionView(suggestion), gongwen }
  },

  async postSlip({ house, actor, params, body, key }) {
    const done = await act(house.db, actor, { kind: 'slip', id: null }, { command: 'issue', itemId: params.id, ...body }, { key })
    return isRefusal(done) ? done : shown(house, actor, done.id)
  },

  async getSlip({ house, actor, params }) {
    return shown(house, actor, params.id)
  },

  async getSlipDocx({ house, actor, params }) {
    const found = await shown(house, actor, params.id)
    if (isRefusal(found)) return found
    const bytes = await house.desk.do('gongwen', found.gongwen)
    return { media: DOCX, name: `${found.slip.number}.docx`, bytes, size: bytes.length }
  },

  async postSlipCommand({ house, actor, params, body }) {
    const done = await act(house.db, actor, { kind: 'slip', id: params.id }, body)
    return isRefusal(done) ? done : shown(house, actor, params.id)
  },

  async postUrges({ house, actor, body, key }) {
    return urgeMany(house.db, actor, body, key)
  },
} satisfies Pick<
  Handlers,
  | 'listSlips'
  | 'exportSlips'
  | 'listSuggestedSlips'
  | 'previewSlip'
  | 'postSlip'
  | 'getSlip'
  | 'getSlipDocx'
  | 'postSlipCommand'
  | 'postUrges'
>

const shown = async ({ db }: House, actor: Actor, id: string) =>
  (await read(db, actor, tx => getSlip(tx, id, today()))) ?? refuse('not-found')
