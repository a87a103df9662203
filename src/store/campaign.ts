// Campaigns and programmes: one with its clock, its members, its indicators and what happened, and the report of one that ended. Reads only.
import {
  burnOf,
  type CampaignKind,
  clockOf,
  type FoundMember,
  isCampaign,
  type KeptEnding,
  type Member,
  membersOf,
} from '../core/campaign.ts'
import type { CampaignView } from '../core/contract/campaign.ts'
import type { StandingView } from '../core/contract/indicator.ts'
import type { Gongwen } from '../core/gongwen.ts'
import { WHOLE } from '../core/indicator.ts'
import { type Fields, type ItemKind, KIND } from '../core/kind.ts'
import type { Day, Instant } from '../core/types.ts'
import { monthsOf } from './board.ts'
import { standingView } from './series.ts'
import type { Tx } from './tx.ts'

export interface Campaign {
  id: string
  number: string | null
  title: string
  kind: CampaignKind
  stage: string
  stageOn: Day
  version: number
  fields: Fields
  clock: { begin: Day; end: Day } | null
  members: Member[]
}

const HEAD = `select i.id, i.number, i.title, i.kind, i.stage, i.stage_on, i.version,
    (select d.fields from item_detail d where d.jurisdiction_id = i.jurisdiction_id and d.item_id = i.id) as fields
  from item i where i.jurisdiction_id = $1 and i.id = $2`

/** What belongs to it by a link, or was taken over from it when it ended; and the parts that it is broken down to. */
const MEMBERS = `with joined as (
    select j.id, min(j.at) as at from (
      select l.from_id as id, l.at from item_link l where l.jurisdiction_id = $1 and l.to_id = $2 and l.relation in ('belongs-to', 'continues')
      union all
      select p.child_id, c.registered_at from item_part p join item c on c.jurisdiction_id = p.jurisdiction_id and c.id = p.child_id
      where p.jurisdiction_id = $1 and p.parent_id = $2) j group by j.id)
  select i.id, i.number, i.title, i.kind, i.state, i.light, i.percent, i.due_on, i.overdue, i.stage, i.stage_on, i.closed_at,
    i.lead_unit_id as unit_id, u.name as unit, ((j.at at time zone 'Asia/Shanghai')::date)::text as joined_on,
    coalesce((select d.fields from item_detail d where i.kind <> 'matter' and d.jurisdiction_id = i.jurisdiction_id and d.item_id = i.id), '{}') as fields
  from joined j join item i on i.jurisdiction_id = $1 and i.id = j.id
  left join unit u on u.jurisdiction_id = i.jurisdiction_id and u.id = i.lead_unit_id
  where i.kind not in ('campaign', 'programme') order by i.number, i.id`

/** null when it is not there, not to be seen, or neither campaign nor programme. */
export async function findCampaign(tx: Tx, id: string): Promise<Campaign | null> {
  const values = [tx.context.jurisdiction, id]
  const [[head], found] = await Promise.all([
    tx.rows<Omit<Campaign, 'kind' | 'clock' | 'members'> & { kind: ItemKind }>(HEAD, values),
    tx.rows<FoundMember>(MEMBERS, values),
  ])
  if (!head || !isCampaign(head.kind)) return null
  return { ...head, kind: head.kind, clock: clockOf(head.kind, head.fields), members: membersOf(found, head.fields) }
}

const ENDING = `select e.ended_on, e.by_name as by, e.at, e.sha256, e.facts from item_ending e where e.jurisdiction_id = $1 and e.item_id = $2`
type Ended = NonNullable<CampaignView['ended']> & { endedOn: Day; facts: KeptEnding }

export async function getCampaign(tx: Tx, id: string, today: Day): Promise<CampaignView | null> {
  const found = await findCampaign(tx, id)
  if (!found) return null
  const { fields, clock, members: live, stageOn, ...head } = found
  const until = KIND[head.kind].stages[head.stage]!.settles ? stageOn : today
  const [[kept], indicators, takers] = await Promise.all([
    tx.rows<Omit<Ended, 'on'>>(ENDING, [tx.context.jurisdiction, id]),
    indicatorsOf(tx, fields, today),
    takersOf(tx, id),
  ])
  const members = kept?.facts.members ?? live
  return {
    ...head,
    begin: clock?.begin ?? null,
    end: clock?.end ?? null,
    goals: (fields.goals ?? []) as string[],
    partial: tx.context.scope !== 'all',
    burn: kept?.facts.burn ?? (clock && burnOf(clock, live, until)),
    members,
    indicators,
    changes: await changesOf(
      tx,
      live.map(member => member.id),
    ),
    takers,
    ended: kept ? { on: kept.endedOn, by: kept.by, at: kept.at, sha256: kept.sha256 } : null,
  }
}

const ENDED = Object.entries(KIND).flatMap(([kind, { stages }]) =>
  Object.entries(stages).flatMap(([stage, { settles }]) => (settles ? [`${kind} ${stage}`] : [])),
)
const TAKERS = `select i.id, i.number, i.title from item i where i.jurisdiction_id = $1 and i.kind in ('campaign', 'programme') and i.id <> $2
    and i.kind || ' ' || i.stage <> all ($3) order by i.number desc, i.id limit 200`

/** Those that have not ended. */
const takersOf = (tx: Tx, id: string): Promise<CampaignView['takers']> => tx.rows(TAKERS, [tx.context.jurisdiction, id, ENDED])

const INDICATORS = `select i.id, i.name, i.kind, i.basis, i.direction, i.unit, i.decimals,
    (select t.due_on from target t where t.jurisdiction_id = i.jurisdiction_id and t.indicator_id = i.id and t.year = $3 and t.unit_id = $4
      and t.kind = 'target' order by t.revision desc limit 1) as due_on
  from indicator i where i.jurisdiction_id = $1 and i.id = any($2) order by i.position, i.id`
const STANDINGS = `select s.indicator_id, s.unit_id, s.shown from standing s
  where s.jurisdiction_id = $1 and s.year = $2 and s.month = $3 and s.unit_id = $4 and s.indicator_id = any($5)`

/** Each as it stands for the whole jurisdiction by the newest data. */
export async function indicatorsOf(tx: Tx, fields: Fields, today: Day): Promise<CampaignView['indicators']> {
  const ids = (fields.indicators ?? []) as string[]
  if (!ids.length) return []
  const place = tx.context.jurisdiction
  const { year, months } = await monthsOf(tx, undefined, Number(today.slice(0, 4)))
  const [indicators, rows] = await Promise.all([
    tx.rows<Omit<CampaignView['indicators'][number], 'year' | 'standing'>>(INDICATORS, [place, ids, year, WHOLE]),
    tx.rows<{ indicatorId: string; unitId: string; shown: string }>(STANDINGS, [place, year, months.at(-1) ?? null, WHOLE, ids]),
  ])
  const standings = new Map(rows.map((row): [string, StandingView] => [row.indicatorId, standingView(row)]))
  return indicators.map(indicator => ({ ...indicator, year, standing: standings.get(indicator.id) ?? null }))
}

const SHOWN = 8
const CHANGES = `select e.id, e.kind, e.at, e.by_name as by, e.by_unit, e.words, e.facts, e.item_id, i.number, i.title
  from unnest($2::uuid[]) m (id) join item i on i.jurisdiction_id = $1 and i.id = m.id
  cross join lateral (select * from item_event v where v.jurisdiction_id = $1 and v.item_id = m.id order by v.version desc, v.ordinal desc limit 2) e
  order by e.at desc, e.version desc limit ${SHOWN}`
type Change = Omit<CampaignView['changes'][number]['entry'], 'files'> & { itemId: string; number: string | null; title: string }

async function changesOf(tx: Tx, ids: string[]): Promise<CampaignView['changes']> {
  if (!ids.length) return []
  const rows = await tx.rows<Change>(CHANGES, [tx.context.jurisdiction, ids])
  return rows.map(({ itemId, number, title, ...entry }) => ({ itemId, number, title, entry: { ...entry, files: [] } }))
}

interface Report {
  title: string
  on: Day
  by: string
  at: Instant
  sha256: string
}

export async function getEndReport(tx: Tx, id: string): Promise<(Report & { gongwen: Gongwen }) | null> {
  const [row] = await tx.rows<Report & { gongwen: Gongwen }>(
    `select e.gongwen ->> 'title' as title, e.ended_on as "on", e.by_name as by, e.at, e.sha256, e.gongwen from item_ending e
     where e.jurisdiction_id = $1 and e.item_id = $2`,
    [tx.context.jurisdiction, id],
  )
  return row ?? null
}

/** The bytes that were kept when it ended. */
export async function endDocx(tx: Tx, id: string): Promise<{ title: string; docx: Buffer } | null> {
  const [row] = await tx.rows<{ title: string; docx: Buffer }>(
    `select gongwen ->> 'title' as title, docx from item_ending where jurisdiction_id = $1 and item_id = $2`,
    [tx.context.jurisdiction, id],
  )
  return row ?? null
}
