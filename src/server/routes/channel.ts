// Where messages go out: robots, the mail server, people's addresses, and what could not be delivered. By the system administrator, without the words.
import { randomUUID } from 'node:crypto'
import { testLetter } from '../../core/letter.ts'
import { isRefusal, refuse } from '../../core/refusal.ts'
import type { Actor } from '../../core/types.ts'
import { act } from '../../store/act.ts'
import { getChannel, getHook, listChannels, listFailed, mailStanding } from '../../store/channel.ts'
import { listAddresses } from '../../store/contact.ts'
import { read } from '../../store/db.ts'
import type { Hook as Sealed } from '../../store/target/channel.ts'
import type { Handlers, House } from '../call.ts'
import { mayCall } from '../guard.ts'
import type { Hook } from '../robot.ts'
import { seal } from '../seal.ts'

const done = { ok: true as const }

export const channelRoutes = {
  async listChannels({ house, actor }) {
    const { smtpUrl, mailFrom } = house.config
    return read(house.db, actor, async tx => {
      const [channels, failed, people, mail] = await Promise.all([listChannels(tx), listFailed(tx), listAddresses(tx), mailStanding(tx)])
      const server = smtpUrl ? { host: new URL(smtpUrl).host, from: mailFrom } : { host: null, from: null }
      return { channels, failed, people, mail: { ...mail, ...server } }
    })
  },

  async postChannel({ house, actor, body: { robot, name, unitId, url, secret } }) {
    const hook = sealed(house, { url, secret })
    if (isRefusal(hook)) return hook
    const made = await act(house.db, actor, { kind: 'channel', id: null }, { command: 'add', robot, name, unitId, hook })
    return isRefusal(made) ? made : shown(house, actor, made.id)
  },

  async patchChannel({ house, actor, params: { id }, body: { hook: given, ...changes } }) {
    const hook = given && sealed(house, given)
    if (hook && isRefusal(hook)) return hook
    const made = await act(house.db, actor, { kind: 'channel', id }, { command: 'change', ...changes, ...(hook ? { hook } : {}) })
    return isRefusal(made) ? made : shown(house, actor, id)
  },

  async deleteChannel({ house, actor, params: { id } }) {
    const gone = await act(house.db, actor, { kind: 'channel', id }, { command: 'remove' })
    return isRefusal(gone) ? gone : done
  },

  async testChannel({ house, actor, session, params: { id } }) {
    const hook = await read(house.db, actor, tx => getHook(tx, id))
    if (!hook) return refuse('not-found')
    const result = await house.courier.robot(hook.robot, hook.sealed, testLetter(session.jurisdictionName), new Date().toISOString())
    const told = await act(house.db, actor, { kind: 'channel', id }, { command: 'test', delivered: result.delivered })
    return isRefusal(told) ? told : result
  },

  async testMail({ house, session, body }) {
    return house.courier.mail(body.address, testLetter(session.jurisdictionName), randomUUID())
  },

  async putMail({ house, actor, params, body }) {
    const set = await act(house.db, actor, { kind: 'contact', personId: params.id }, { command: 'assign', address: body.address })
    return isRefusal(set) ? set : done
  },

  async retryDelivery({ house, actor, params: { id } }) {
    const again = await act(house.db, actor, { kind: 'delivery', id }, { command: 'retry' })
    if (isRefusal(again)) return again
    house.courier.run().catch(error => house.log(error))
    return done
  },

  async dropDelivery({ house, actor, params: { id } }) {
    const dropped = await act(house.db, actor, { kind: 'delivery', id }, { command: 'drop' })
    return isRefusal(dropped) ? dropped : done
  },
} satisfies Pick<
  Handlers,
  | 'listChannels'
  | 'postChannel'
  | 'patchChannel'
  | 'deleteChannel'
  | 'testChannel'
  | 'testMail'
  | 'putMail'
  | 'retryDelivery'
  | 'dropDelivery'
>

function sealed(house: House, hook: Hook): Sealed | ReturnType<typeof refuse> {
  const url = new URL(hook.url)
  if (!mayCall(url, house.config.robotHosts)) return refuse('address-forbidden', { host: url.host })
  return { host: url.host, sealed: seal(house.db, JSON.stringify(hook)) }
}

const shown = async (house: House, actor: Actor, id: string) =>
  (await read(house.db, actor, tx => getChannel(tx, id))) ?? refuse('not-found')
