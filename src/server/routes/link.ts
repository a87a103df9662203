// Answer links: made, listed and revoked by the office; behind one, a single item to accept and report on without signing in.
import { randomUUID } from 'node:crypto'
import { may } from '../../core/access.ts'
import { LINK_COMMANDS } from '../../core/answerlink.ts'
import type { Command } from '../../core/command.ts'
import type { AnswerView } from '../../core/contract/link.ts'
import { LIFE } from '../../core/life.ts'
import { isRefusal, refuse } from '../../core/refusal.ts'
import { act } from '../../store/act.ts'
import { read } from '../../store/db.ts'
import { keepFile } from '../../store/file.ts'
import { figureOf } from '../../store/held.ts'
import { answersBy, findLink, lastValue, listLinks } from '../../store/link.ts'
import { isNewUse } from '../../store/target/link.ts'
import type { Call, Handlers, House } from '../call.ts'
import { checked } from '../evidence.ts'
import type { OpenLink } from '../link.ts'

export const linkRoutes = {
  async listLinks({ house, actor, params }) {
    return { links: await read(house.db, actor, tx => listLinks(tx, params.id)) }
  },

  async postLink({ house, actor, params, body }) {
    const id = randomUUID()
    const made = await act(house.db, actor, { kind: 'link', id }, { command: 'make', itemId: params.id, ...body })
    if (isRefusal(made)) return made
    const { from, until } = made
    const claims = { id, jurisdiction: actor.jurisdiction, itemId: params.id, unitId: body.unitId, allows: [...LINK_COMMANDS], from, until }
    return { id, token: house.links.seal(claims), until }
  },

  async revokeLink({ house, actor, params }) {
    const done = await act(house.db, actor, { kind: 'link', id: params.id }, { command: 'revoke' })
    return isRefusal(done) ? done : { ok: true as const }
  },

  async getAnswer({ house, link, request }) {
    if (isNewUse(link.known.usedAt, new Date().toISOString())) {
      const opened = await act(house.db, link.actor, { kind: 'link', id: link.claims.id }, { command: 'open', address: request.ip })
      if (isRefusal(opened)) return opened
    }
    return shown(house, link)
  },

  async postAnswer({ house, link, body: { version, command }, key }) {
    const done = await act(house.db, link.actor, { kind: 'item', id: link.claims.itemId, seen: version }, commandOf(command), { key })
    if (isRefusal(done)) return done
    const known = await findLink(house.db, link.claims)
    return known?.item ? shown(house, { ...link, known: { ...known, item: known.item } }) : refuse('link-unknown')
  },

  async postAnswerFile({ house, link, upload }) {
    if (!upload) return refuse('invalid', { field: 'file', rule: 'required' })
    const type = await checked(upload)
    if (isRefusal(type)) return type
    const sha256 = await keepFile(house.db, upload.bytes)
    return act(house.db, link.actor, { kind: 'file' }, { command: 'upload', name: upload.name, type, size: upload.bytes.length, sha256 })
  },
} satisfies Pick<Handlers, 'listLinks' | 'postLink' | 'revokeLink' | 'getAnswer' | 'postAnswer' | 'postAnswerFile'>

/** A percentage of a hundred is not yet done: the unit says so itself. */
function commandOf(command: Call<'postAnswer'>['body']['command']): Command {
  if (command.command === 'accept') return { command: 'accept', words: null }
  const { done, percent, value, words, fileIds } = command
  return done ? { command: 'submit', words, fileIds, value } : { command: 'report', percent, words, fileIds, waitingFor: null, value }
}

async function shown({ db }: House, { claims, known, actor }: OpenLink): Promise<AnswerView> {
  const { item } = known
  const lead = item.leadUnitId === claims.unitId
  const figure = lead ? await figureOf(item.measure) : null
  const [answers, last] = await read(db, actor, tx => Promise.all([answersBy(tx, actor), figure && lastValue(tx, item.id)]))
  const can = (command: 'accept' | 'report' | 'submit') => Boolean(LIFE[item.state][command]) && may(actor, `item.${command}`, item)
  return {
    office: known.office,
    officePhone: known.officePhone,
    madeBy: known.madeByName,
    forName: known.forName,
    unit: known.unit,
    until: claims.until,
    title: item.title,
    sentence: item.source?.sentence ?? null,
    dueOn: item.dueOn,
    state: item.state,
    version: item.version,
    percent: item.percent,
    lead,
    held: figure && { target: figure.target, unit: figure.unit, share: figure.share, last },
    may: { accept: can('accept'), report: can('report'), submit: can('submit') },
    answers,
  }
}
