// Campaigns and programmes: how one stands, its ending with all its open work handed on or left, and the report that is kept.
import { dayOf } from '../../core/day.ts'
import { DOCX } from '../../core/media.ts'
import { isRefusal, refuse } from '../../core/refusal.ts'
import { act } from '../../store/act.ts'
import { endDocx, getCampaign, getEndReport } from '../../store/campaign.ts'
import { read } from '../../store/db.ts'
import { endGround } from '../../store/ending.ts'
import { digestOfEnding } from '../../store/target/ending.ts'
import type { Handlers } from '../call.ts'

export const campaignRoutes = {
  async getCampaign({ house, actor, params }) {
    return (await read(house.db, actor, tx => getCampaign(tx, params.id, dayOf(Date.now())))) ?? refuse('not-found')
  },

  async endCampaign({ house, actor, params, body }) {
    const { endings, words, version } = body
    const now = new Date().toISOString()
    const ground = await read(house.db, actor, tx => endGround(tx, params.id, endings, words, dayOf(now)))
    if (isRefusal(ground)) return ground
    const docx = await house.desk.do('gongwen', ground.gongwen)
    const command = { command: 'end' as const, endings, words, digest: digestOfEnding(ground), docx }
    const answer = async (tx: Parameters<typeof getCampaign>[0]) => (await getCampaign(tx, params.id, dayOf(now))) ?? refuse('not-found')
    return act(house.db, actor, { kind: 'ending', id: params.id, seen: version }, command, { now, answer })
  },

  async getEndReport({ house, actor, params }) {
    return (await read(house.db, actor, tx => getEndReport(tx, params.id))) ?? refuse('not-found')
  },

  async getEndReportDocx({ house, actor, params }) {
    const found = await read(house.db, actor, tx => endDocx(tx, params.id))
    if (!found) return refuse('not-found')
    return { media: DOCX, name: `${found.title}.docx`, bytes: found.docx, size: found.docx.length }
  },
} satisfies Pick<Handlers, 'getCampaign' | 'endCampaign' | 'getEndReport' | 'getEndReportDocx'>
