// The views of the register of risks, and the rules of early warning.
import { dayOf } from '../../core/day.ts'
import { isRefusal } from '../../core/refusal.ts'
import { act } from '../../store/act.ts'
import { read } from '../../store/db.ts'
import { riskView } from '../../store/risk.ts'
import { bookOf } from '../../store/rules.ts'
import type { Tx } from '../../store/tx.ts'
import { listWarnings } from '../../store/warning.ts'
import type { Handlers } from '../call.ts'

const list = async (tx: Tx) => ({ warnings: await listWarnings(tx) })

export const riskRoutes = {
  async getRisks({ house, actor, query }) {
    return read(house.db, actor, tx => riskView(tx, query, dayOf(Date.now())))
  },

  async getRiskScale({ house, actor }) {
    return read(house.db, actor, async tx => (await bookOf(tx)).risk)
  },

  async listWarnings({ house, actor }) {
    return read(house.db, actor, list)
  },

  async postWarning({ house, actor, body: { version, ...rule }, key }) {
    const done = await act(house.db, actor, { kind: 'warning', id: null }, { command: 'set', version, rule }, { key })
    return isRefusal(done) ? done : read(house.db, actor, list)
  },

  async putWarning({ house, actor, params, body: { version, ...rule } }) {
    const done = await act(house.db, actor, { kind: 'warning', id: params.id }, { command: 'set', version, rule })
    return isRefusal(done) ? done : read(house.db, actor, list)
  },
} satisfies Partial<Handlers>
