// Items broken down, prescribed and relayed: their parts, what units choose themselves, the coverage table, and what came from above.
import { arrivalText } from '../../core/arrival.ts'
import { dayOf } from '../../core/day.ts'
import { XLSX } from '../../core/media.ts'
import { isRefusal, refuse } from '../../core/refusal.ts'
import type { Actor } from '../../core/types.ts'
import { act } from '../../store/act.ts'
import { getCoverage, getRelay, listRelays } from '../../store/cascade.ts'
import { read } from '../../store/db.ts'
import { getDocument } from '../../store/document.ts'
import { getItem } from '../../store/item.ts'
import type { Tx } from '../../store/tx.ts'
import { coverageSheet } from '../../writer/coverage.ts'
import type { Handlers } from '../call.ts'

const shown =
  (actor: Actor) =>
  async (tx: Tx, { id }: { id: string }) =>
    (await getItem(tx, actor, id)) ?? refuse('not-found')

export const cascadeRoutes = {
  postParts({ house, actor, params, body, key }) {
    return act(house.db, actor, { kind: 'parts', id: params.id, seen: body.version }, body.command, { key, answer: shown(actor) })
  },

  postProposal({ house, actor, params, body, key }) {
    return act(house.db, actor, { kind: 'proposal', id: params.id }, { command: 'propose', ...body }, { key, answer: shown(actor) })
  },

  answerProposal({ house, actor, params, body, key }) {
    return act(house.db, actor, { kind: 'proposal', id: params.id, seen: body.version }, body.command, { key, answer: shown(actor) })
  },

  async getCoverage({ house, actor, params }) {
    return (await read(house.db, actor, tx => getCoverage(tx, params.id))) ?? refuse('not-found')
  },

  async exportCoverage({ house, actor, session, params }) {
    const table = await read(house.db, actor, tx => getCoverage(tx, params.id))
    if (!table) return refuse('not-found')
    const today = dayOf(Date.now())
    const bytes = await house.desk.do('sheet', coverageSheet(table, session.jurisdictionName, today))
    return { media: XLSX, name: `${session.jurisdictionName}规定动作覆盖表${today}.xlsx`, bytes, size: bytes.length }
  },

  async listRelays({ house, actor }) {
    return { relays: await read(house.db, actor, listRelays) }
  },

  async receiveRelay({ house, actor, session, params, key }) {
    const relay = await read(house.db, actor, tx => getRelay(tx, params.id))
    if (!relay) return refuse('not-found')
    const { name, text } = arrivalText(relay, session.jurisdictionName)
    const reading = await house.desk.do('read', { text, name, place: session.jurisdictionName, today: dayOf(Date.now()) })
    const done = await act(house.db, actor, { kind: 'relay', id: params.id }, { command: 'receive', name, text, reading }, { key })
    return isRefusal(done) ? done : ((await read(house.db, actor, tx => getDocument(tx, done.id))) ?? refuse('not-found'))
  },
} satisfies Pick<
  Handlers,
  'postParts' | 'postProposal' | 'answerProposal' | 'getCoverage' | 'exportCoverage' | 'listRelays' | 'receiveRelay'
>
