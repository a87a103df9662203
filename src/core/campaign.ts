// A campaign or programme with all that belongs to it, as its page, its wall and its report see it: who stands how by which unit. Pure.
import { type BurnUp, burnUp, lastDay } from './burnup.ts'
import type { Ending } from './ending.ts'
import type { EndFacts, EndItem } from './endreport.ts'
import type { Fields, ItemKind } from './kind.ts'
import { type MemberFacts, type MemberStand, memberStand } from './member.ts'
import type { Row } from './rows.ts'
import type { Day, Light } from './types.ts'

const CAMPAIGN_KINDS = ['campaign', 'programme'] as const
export type CampaignKind = (typeof CAMPAIGN_KINDS)[number]
export const isCampaign = (kind: ItemKind): kind is CampaignKind => (CAMPAIGN_KINDS as readonly string[]).includes(kind)

/** A member as the store finds it. */
export interface FoundMember extends MemberFacts {
  id: string
  number: string | null
  title: string
  unitId: string | null
  unit: string | null
  light: Light
  percent: number
  dueOn: Day | null
  overdue: boolean
  joinedOn: Day
}

export interface Member extends Omit<FoundMember, 'fields' | 'stageOn' | 'closedAt'> {
  stand: MemberStand
  /** Since when it is done or dropped. */
  on: Day | null
  /** What it was handed on to. */
  to: string | null
}

/** First and last day: of a campaign as it says, a hundred days unless it does; of a programme from its first phase to its last. */
export function clockOf(kind: CampaignKind, fields: Fields): { begin: Day; end: Day } | null {
  if (kind === 'campaign') {
    const [begin, end] = [fields.beginOn, fields.endOn]
    if (typeof begin !== 'string') return null
    return { begin, end: typeof end === 'string' && end >= begin ? end : lastDay(begin) }
  }
  const phases = (fields.phases ?? []) as Row[]
  if (!phases.length) return null
  return {
    begin: phases.map(phase => phase.from!).reduce((a, b) => (b < a ? b : a)),
    end: phases.map(phase => phase.to!).reduce((a, b) => (b > a ? b : a)),
  }
}

export function membersOf(found: readonly FoundMember[], fields: Fields): Member[] {
  const goal = fields.projectGoal
  const goals = typeof goal === 'string' ? { project: goal } : {}
  return found.map(({ fields: told, stageOn, closedAt, ...member }) => ({
    ...member,
    ...memberStand({ kind: member.kind, state: member.state, stage: member.stage, fields: told, stageOn, closedAt }, goals),
    to: null,
  }))
}

export function burnOf(clock: { begin: Day; end: Day }, members: readonly Member[], until: Day): BurnUp {
  const burnt = members.flatMap(({ joinedOn, stand, on }) =>
    // Dropped on a day that nobody knows: it never was to be done.
    stand === 'gone' && on === null ? [] : [{ joinedOn, doneOn: stand === 'done' ? on : null, leftOn: stand === 'gone' ? on : null }],
  )
  return burnUp(clock, burnt, until)
}

interface EndedCampaign {
  jurisdiction: string
  office: string
  number: string | null
  title: string
  fields: Fields
  clock: { begin: Day; end: Day }
  members: readonly Member[]
  endings: readonly Ending[]
  /** Names of those that take work over. */
  takers: ReadonlyMap<string, string>
  indicators: EndFacts['indicators']
  words: string | null
  today: Day
}

/** What is kept of it for good; `members` with where each went. */
export interface KeptEnding extends EndFacts {
  burn: BurnUp
  members: Member[]
}

export function endFacts(c: EndedCampaign): KeptEnding {
  const goes = new Map(c.endings.map(({ itemId, to }) => [itemId, to]))
  const members = c.members.map(member => {
    const to = goes.get(member.id)
    return { ...member, to: to ? (c.takers.get(to) ?? null) : null }
  })
  const of = (stand: MemberStand) => members.filter(member => member.stand === stand)
  const open = of('open')
  const units = [...new Set(members.map(member => member.unit ?? '—'))].sort()
  return {
    jurisdiction: c.jurisdiction,
    office: c.office,
    number: c.number,
    title: c.title,
    ...c.clock,
    endedOn: c.today,
    goals: (c.fields.goals ?? []) as string[],
    burn: burnOf(c.clock, c.members, c.today),
    byUnit: units.map(unit => {
      const own = members.filter(member => (member.unit ?? '—') === unit)
      const count = (stand: MemberStand) => own.filter(member => member.stand === stand).length
      return { unit, total: own.length, done: count('done'), open: count('open'), gone: count('gone') }
    }),
    done: of('done').map(itemOf),
    handed: open.flatMap(member => (member.to === null ? [] : [{ ...itemOf(member), to: member.to }])),
    left: open.filter(member => member.to === null).map(itemOf),
    gone: of('gone').map(itemOf),
    indicators: c.indicators,
    words: c.words,
    members,
  }
}

const itemOf = ({ number, title, unit, percent, dueOn, on }: Member): EndItem => ({ number, title, unit, percent, dueOn, on })
