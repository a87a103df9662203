// The tree of units.
import { isRefusal, refuse } from '../../core/refusal.ts'
import type { Actor } from '../../core/types.ts'
import { act } from '../../store/act.ts'
import { type Database, read } from '../../store/db.ts'
import { listPosts, listUnits } from '../../store/unit.ts'
import type { Handlers } from '../call.ts'

export const unitRoutes = {
  async listUnits({ house, actor }) {
    return { units: await read(house.db, actor, listUnits) }
  },

  async postUnit({ house, actor, body }) {
    const done = await act(house.db, actor, { kind: 'unit', id: null }, { command: 'add', unit: body })
    if (isRefusal(done)) return done
    house.sessions.forgetAll()
    return shown(house.db, actor, done.id)
  },

  async patchUnit({ house, actor, params, body }) {
    const done = await act(house.db, actor, { kind: 'unit', id: params.id }, { command: 'change', unit: body })
    if (isRefusal(done)) return done
    house.sessions.forgetAll()
    return shown(house.db, actor, done.id)
  },

  async listPosts({ house, actor, params }) {
    return { posts: await read(house.db, actor, tx => listPosts(tx, params.id)) }
  },
} satisfies Pick<Handlers, 'listUnits' | 'postUnit' | 'patchUnit' | 'listPosts'>

async function shown(db: Database, actor: Actor, id: string) {
  const units = await read(db, actor, listUnits)
  return units.find(u => u.id === id) ?? refuse('not-found')
}
