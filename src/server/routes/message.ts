// What a person was told, and how he is reached by mail. Nobody else learns what he has read.
import { createHmac, randomInt } from 'node:crypto'
import { codeLetter } from '../../core/letter.ts'
import { isRefusal, refuse } from '../../core/refusal.ts'
import type { Actor } from '../../core/types.ts'
import { act } from '../../store/act.ts'
import { getContact } from '../../store/contact.ts'
import { read } from '../../store/db.ts'
import { listMessages, markRead, unreadOf } from '../../store/message.ts'
import { CODE_MINUTES, type ContactCommand } from '../../store/target/contact.ts'
import type { Handlers, House } from '../call.ts'

export const messageRoutes = {
  async listMessages({ house, actor, query }) {
    return read(house.db, actor, tx => listMessages(tx, query))
  },

  async getUnread({ house, actor }) {
    return { unread: await read(house.db, actor, unreadOf) }
  },

  async readMessages({ house, actor, body }) {
    const unread = await read(house.db, actor, async tx => {
      await markRead(tx, body)
      return unreadOf(tx)
    })
    return { unread }
  },

  async getContact({ house, actor }) {
    return shown(house, actor)
  },

  async putContact({ house, actor, body }) {
    return changed(house, actor, { command: 'settle', ...body })
  },

  async postAddress({ house, actor, body }) {
    if (!house.config.smtpUrl) return refuse('mail-off')
    const code = String(randomInt(1_000_000)).padStart(6, '0')
    const letter = codeLetter(code, CODE_MINUTES)
    const answer = await changed(house, actor, { command: 'ask', address: body.address, codeHash: hashOf(house, actor, code), letter })
    // He waits for it; the clock would let him wait a minute.
    if (!isRefusal(answer)) house.courier.run().catch(error => house.log(error))
    return answer
  },

  async confirmAddress({ house, actor, body }) {
    const done = await act(
      house.db,
      actor,
      { kind: 'contact', personId: actor.personId },
      { command: 'confirm', codeHash: hashOf(house, actor, body.code) },
    )
    if (isRefusal(done)) return done
    return done.left === null ? shown(house, actor) : refuse('code-wrong', { left: done.left })
  },

  async deleteAddress({ house, actor }) {
    return changed(house, actor, { command: 'forget' })
  },
} satisfies Pick<
  Handlers,
  'listMessages' | 'getUnread' | 'readMessages' | 'getContact' | 'putContact' | 'postAddress' | 'confirmAddress' | 'deleteAddress'
>

const shown = async (house: House, actor: Actor) => ({
  ...(await read(house.db, actor, tx => getContact(tx, actor.personId))),
  mail: house.config.smtpUrl !== null,
})

async function changed(house: House, actor: Actor, command: ContactCommand) {
  const done = await act(house.db, actor, { kind: 'contact', personId: actor.personId }, command)
  return isRefusal(done) ? done : shown(house, actor)
}

/** A code has few digits: without the key its hash would be no secret to whoever reads the table. */
const hashOf = ({ db }: House, { personId }: Actor, code: string): string =>
  createHmac('sha256', db.secrets.session).update(`mail ${personId} ${code}`).digest('base64url')
