// Requests for reports and figures: checked before they go out, registered, answered; and what units are asked by month.
import { dayOf } from '../../core/day.ts'
import { refuse } from '../../core/refusal.ts'
import { act } from '../../store/act.ts'
import { getBurden, getUnitBurden } from '../../store/burdenview.ts'
import { read } from '../../store/db.ts'
import { getItem } from '../../store/item.ts'
import { checkRequest } from '../../store/request.ts'
import { getAnswerTo } from '../../store/requestanswer.ts'
import { getRequest } from '../../store/requestview.ts'
import type { Tx } from '../../store/tx.ts'
import type { Handlers } from '../call.ts'

const today = () => dayOf(Date.now())

export const burdenRoutes = {
  async checkRequest({ house, actor, body }) {
    return read(house.db, actor, tx => checkRequest(tx, body))
  },

  async postRequest({ house, actor, body, key }) {
    const { title, leadUnitId, coUnitIds, fields } = body
    const draft = { title, topic: 'other' as const, urgency: 'ordinary' as const, leadUnitId, coUnitIds, dueOn: null, measure: null }
    const detail = { kind: 'request' as const, fields }
    const command = { command: 'register' as const, draft, source: null, dispatch: false, detail }
    const answer = async (tx: Tx, { id }: { id: string }) => (await getItem(tx, actor, id)) ?? refuse('not-found')
    return act(house.db, actor, { kind: 'item', id: null }, command, { key, answer })
  },

  async getRequest({ house, actor, params }) {
    return read(house.db, actor, async tx => (await getRequest(tx, actor, params.id, today())) ?? refuse('not-found'))
  },

  async getAnswerTo({ house, actor, params, query }) {
    return read(house.db, actor, async tx => (await getAnswerTo(tx, actor, params.id, query.unit, query.due)) ?? refuse('not-found'))
  },

  async postAnswerTo({ house, actor, params, body: { unitId, dueOn, ...body }, key }) {
    const target = { kind: 'requestAnswer' as const, itemId: params.id, unitId, dueOn }
    const answer = async (tx: Tx) => (await getAnswerTo(tx, actor, params.id, unitId, dueOn)) ?? refuse('not-found')
    return act(house.db, actor, target, { command: 'answer', ...body }, { key, answer })
  },

  async getBurden({ house, actor, query }) {
    const day = today()
    return read(house.db, actor, tx => getBurden(tx, actor, query.month ?? day.slice(0, 7), day))
  },

  async getUnitBurden({ house, actor, params, query }) {
    const day = today()
    return read(
      house.db,
      actor,
      async tx => (await getUnitBurden(tx, actor, params.id, query.month ?? day.slice(0, 7), day)) ?? refuse('not-found'),
    )
  },

  async putBudget({ house, actor, body }) {
    return act(house.db, actor, { kind: 'budget' }, { command: 'set', ...body })
  },
} satisfies Partial<Handlers>
