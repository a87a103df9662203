// Items: the ledger, one item with its timeline, the commands, and what waits for a person.
import { dayOf } from '../../core/day.ts'
import { XLSX } from '../../core/media.ts'
import { refuse } from '../../core/refusal.ts'
import type { Actor } from '../../core/types.ts'
import { act } from '../../store/act.ts'
import { read } from '../../store/db.ts'
import { exportItems, getItem, listItemsText } from '../../store/item.ts'
import { listTodo } from '../../store/todo.ts'
import type { Tx } from '../../store/tx.ts'
import { ledger } from '../../writer/ledger.ts'
import type { Handlers } from '../call.ts'

export const itemRoutes = {
  async listItems({ house, actor, query }) {
    return { json: await read(house.db, actor, tx => listItemsText(tx, query)) }
  },

  async exportItems({ house, actor, session, query }) {
    const rows = await read(house.db, actor, tx => exportItems(tx, query))
    const today = dayOf(Date.now())
    const bytes = await house.desk.do('sheet', ledger(rows, session.jurisdictionName, today))
    return { media: XLSX, name: `${session.jurisdictionName}督办台账${today}.xlsx`, bytes, size: bytes.length }
  },

  async postItem({ house, actor, body: { draft, dispatch, clock, detail, links, why }, key }) {
    const command = { command: 'register' as const, draft, source: null, dispatch, clock, links, why, ...(detail ? { detail } : {}) }
    return act(house.db, actor, { kind: 'item', id: null }, command, { key, answer: shown(actor) })
  },

  async getItem({ house, actor, params }) {
    return read(house.db, actor, tx => shown(actor)(tx, params))
  },

  async postCommand({ house, actor, params, body, key }) {
    return act(house.db, actor, { kind: 'item', id: params.id, seen: body.version }, body.command, { key, answer: shown(actor) })
  },

  async listTodo({ house, actor }) {
    return read(house.db, actor, tx => listTodo(tx, actor))
  },
} satisfies Pick<Handlers, 'listItems' | 'exportItems' | 'postItem' | 'getItem' | 'postCommand' | 'listTodo'>

const shown =
  (actor: Actor) =>
  async (tx: Tx, { id }: { id: string }) =>
    (await getItem(tx, actor, id)) ?? refuse('not-found')
