// Items: the ledger, one item with its timeline, the commands, and what waits for a person.
import { dayOf } from '../../core/day.ts'
import { isRefusal, refuse } from '../../core/refusal.ts'
import { act } from '../../store/act.ts'
import { read } from '../../store/db.ts'
import { exportItems, getItem, listItemsText, listTodo } from '../../store/item.ts'
import { ledger } from '../../writer/ledger.ts'
import type { Call, Handlers, House } from '../call.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export const itemRoutes = {
  async listItems({ house, actor, query }) {
    const { items, total } = await read(house.db, actor, tx => listItemsText(tx, query))
    return { json: `{"items":${items},"total":${total}}` }
  },

  async exportItems({ house, actor, session, query }) {
    const rows = await read(house.db, actor, tx => exportItems(tx, query))
    const today = dayOf(Date.now())
    const bytes = await house.desk.do('sheet', ledger(rows, session.jurisdictionName, today))
    return { media: XLSX, name: `${session.jurisdictionName}督办台账${today}.xlsx`, bytes, size: bytes.length }
  },

  async postItem({ house, actor, body: { draft, dispatch }, key }) {
    const done = await act(house.db, actor, { kind: 'item', id: null }, { command: 'register', draft, source: null, dispatch }, { key })
    return isRefusal(done) ? done : shown(house, actor, done.id)
  },

  async getItem({ house, actor, params }) {
    return shown(house, actor, params.id)
  },

  async postCommand({ house, actor, params, body, key }) {
    const done = await act(house.db, actor, { kind: 'item', id: params.id, seen: body.version }, body.command, { key })
    return isRefusal(done) ? done : shown(house, actor, done.id)
  },

  async listTodo({ house, actor }) {
    return read(house.db, actor, tx => listTodo(tx, actor))
  },
} satisfies Pick<Handlers, 'listItems' | 'exportItems' | 'postItem' | 'getItem' | 'postCommand' | 'listTodo'>

const shown = async ({ db }: House, actor: Call<'getItem'>['actor'], id: string) =>
  (await read(db, actor, tx => getItem(tx, actor, id))) ?? refuse('not-found')
