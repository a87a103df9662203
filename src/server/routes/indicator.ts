// Indicators, frames, targets and readings: kept, changed, reported.
import { isRefusal, refuse } from '../../core/refusal.ts'
import { act } from '../../store/act.ts'
import { read } from '../../store/db.ts'
import { getFrame, getIndicator, listIndicators, listReadings, listTargets, targetsOf, targetView } from '../../store/indicator.ts'
import type { Handlers } from '../call.ts'

export const indicatorRoutes = {
  async listIndicators({ house, actor, query }) {
    return read(house.db, actor, tx => listIndicators(tx, query.retired))
  },

  async postIndicator({ house, actor, body, key }) {
    const done = await act(house.db, actor, { kind: 'indicator', id: null }, { command: 'add', indicator: body }, { key })
    if (isRefusal(done)) return done
    return (await read(house.db, actor, tx => getIndicator(tx, done.id))) ?? refuse('not-found')
  },

  async postIndicators({ house, actor, body, key }) {
    return act(house.db, actor, { kind: 'indicatorSheet' }, { command: 'add', ...body }, { key })
  },

  async patchIndicator({ house, actor, params, body }) {
    const { version, ...indicator } = body
    const done = await act(house.db, actor, { kind: 'indicator', id: params.id }, { command: 'change', version, indicator })
    if (isRefusal(done)) return done
    return (await read(house.db, actor, tx => getIndicator(tx, done.id))) ?? refuse('not-found')
  },

  async postFrame({ house, actor, body }) {
    const done = await act(house.db, actor, { kind: 'frame', id: null }, { command: 'add', ...body })
    return isRefusal(done) ? done : { id: done.id, ...body }
  },

  async patchFrame({ house, actor, params, body }) {
    const { removed, seen, ...change } = body
    const command = removed === undefined ? 'change' : removed ? 'remove' : 'restore'
    const done = await act(house.db, actor, { kind: 'frame', id: params.id }, { command, seen, ...change })
    return isRefusal(done) ? done : ((await read(house.db, actor, tx => getFrame(tx, done.id))) ?? refuse('not-found'))
  },

  async listTargets({ house, actor, query }) {
    return read(house.db, actor, tx => listTargets(tx, query.year))
  },

  async putTarget({ house, actor, params, body }) {
    const done = await act(house.db, actor, { kind: 'target' }, { command: 'set', targets: [{ ...body, indicatorId: params.id }] })
    // Putting again what stands already is no fault.
    if (isRefusal(done) && done.refused !== 'same-already') return done
    const [held] = (await read(house.db, actor, tx => targetsOf(tx, params.id, body.unitId, body.year, null))).filter(
      t => t.kind === body.kind,
    )
    return held ? targetView(held) : refuse('not-found')
  },

  async rollTargets({ house, actor, body, key }) {
    return act(house.db, actor, { kind: 'target' }, { command: 'roll', ...body }, { key })
  },

  async listReadings({ house, actor, query }) {
    return read(house.db, actor, tx => listReadings(tx, query))
  },

  async postReading({ house, actor, params, body, key }) {
    const readings = [{ ...body, indicatorId: params.id, origin: null }]
    const done = await act(house.db, actor, { kind: 'reading' }, { command: 'record', readings, import: null }, { key })
    if (isRefusal(done) && done.refused !== 'same-already') return done
    const asked = { year: body.year, month: body.month, indicator: params.id, unit: body.unitId }
    const {
      readings: [held],
    } = await read(house.db, actor, tx => listReadings(tx, asked))
    if (!held) return refuse('not-found')
    const { indicatorId: _, ...view } = held
    return view
  },

  async postReadings({ house, actor, body, key }) {
    const readings = body.readings.map(r => ({ ...r, origin: null }))
    const done = await act(house.db, actor, { kind: 'reading' }, { command: 'record', readings, import: null }, { key })
    return isRefusal(done) && done.refused === 'same-already' ? { written: 0, same: readings.length } : done
  },
} satisfies Pick<
  Handlers,
  | 'listIndicators'
  | 'postIndicator'
  | 'postIndicators'
  | 'patchIndicator'
  | 'postFrame'
  | 'patchFrame'
  | 'listTargets'
  | 'putTarget'
  | 'rollTargets'
  | 'listReadings'
  | 'postReading'
  | 'postReadings'
>
