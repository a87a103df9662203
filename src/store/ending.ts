// What a campaign or programme is ended from: its members with where each open one goes, and the report that says so. Reads only.
import { clockOf, endFacts, type KeptEnding } from '../core/campaign.ts'
import { type Ending, endings } from '../core/ending.ts'
import { endReport } from '../core/endreport.ts'
import type { Gongwen } from '../core/gongwen.ts'
import { paceSentence } from '../core/pacesentence.ts'
import { isRefusal, type Refusal, refuse } from '../core/refusal.ts'
import { hasEnded, type RelationName } from '../core/relation.ts'
import type { Day } from '../core/types.ts'
import { type Campaign, findCampaign, indicatorsOf } from './campaign.ts'
import type { Tx } from './tx.ts'

/** The campaign or programme to end, or one that takes work over. */
export interface Frame {
  id: string
  kind: 'campaign' | 'programme'
  number: string | null
  title: string
  stage: string
}

export interface Link {
  fromId: string
  toId: string
  relation: RelationName
}

export interface EndGround {
  campaign: Campaign
  takers: Frame[]
  endings: Ending[]
  /** Of its members and the takers, to it and to the takers. */
  links: Link[]
  facts: KeptEnding
  gongwen: Gongwen
}

const HOME = 'select name, office from jurisdiction where id = $1'
const FRAMES = `select i.id, i.kind, i.number, i.title, i.stage from item i where i.jurisdiction_id = $1 and i.id = any($2) and i.kind in ('campaign', 'programme')`
const LINKS = `select l.from_id, l.to_id, l.relation from item_link l where l.jurisdiction_id = $1 and l.from_id = any($2) and l.to_id = any($3)`

/** As it would end now with what was said; the same whenever nothing of it has changed. */
export async function endGround(tx: Tx, id: string, said: Ending[], words: string | null, today: Day): Promise<EndGround | Refusal> {
  const place = tx.context.jurisdiction
  const ids = [...new Set(said.flatMap(({ to }) => to ?? []))]
  const [campaign, takers, [home]] = await Promise.all([
    findCampaign(tx, id),
    tx.rows<Frame>(FRAMES, [place, ids]),
    tx.rows<{ name: string; office: string }>(HOME, [place]),
  ])
  if (!campaign) return refuse('not-found')
  if (hasEnded(campaign)) return refuse('stage-ended', { kind: campaign.kind, stage: campaign.stage })
  const all = endings(
    id,
    campaign.members,
    said,
    takers.map(taker => ({ id: taker.id, ended: hasEnded(taker) })),
  )
  if (isRefusal(all)) return all
  const { number, title, fields, members } = campaign
  const [indicators, links] = await Promise.all([
    indicatorsOf(tx, fields, today),
    tx.rows<Link>(LINKS, [place, [...members.map(member => member.id), ...ids], [id, ...ids]]),
  ])
  const facts = endFacts({
    jurisdiction: home!.name,
    office: home!.office,
    number,
    title,
    fields,
    // Ended before it ever had a day: it lasted this one.
    clock: clockOf(campaign.kind, fields) ?? { begin: today, end: today },
    members,
    endings: all,
    takers: new Map(takers.map(taker => [taker.id, `${taker.number ?? ''} ${taker.title}`.trim()])),
    indicators: indicators.flatMap(({ standing, ...of }) =>
      standing
        ? [{ name: of.name, sentence: `${of.name}：${paceSentence('zh', of, { ...standing, year: of.year, dueOn: of.dueOn })}` }]
        : [],
    ),
    words,
    today,
  })
  return { campaign, takers, endings: all, links, facts, gongwen: endReport(facts) }
}
