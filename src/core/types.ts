// The vocabulary: every closed list of words as a const array, and the types that follow from it. No rules here.
import type { Topic } from '../reader/reading.ts'
import type { ItemKind } from './kind.ts'
import type { Money } from './money.ts'

/** The item's states, domain §3: 拟办 立项 交办 承办 待核 退回 办结 归档 中止. Overdue and the like are derived, never states. */
export const STATES = [
  'proposed',
  'registered',
  'dispatched',
  'in_progress',
  'pending_verification',
  'returned',
  'closed',
  'archived',
  'suspended',
] as const
export type State = (typeof STATES)[number]

/** States in which someone still owes something. */
export const OPEN_STATES = [
  'dispatched',
  'in_progress',
  'pending_verification',
  'returned',
  'suspended',
] as const satisfies readonly State[]

/** What a person can do to an item: 立项 修改 交办 撤回 签收 反馈 报请销号 办结 退回 中止 恢复 延期 申请延期 批准延期 不予延期 催办 归档 安排回头看 回头看; of a kind with stages: 推进阶段 补充情况; 关联 取消关联. */
export const COMMANDS = [
  'register',
  'edit',
  'dispatch',
  'withdraw',
  'accept',
  'report',
  'submit',
  'close',
  'return',
  'suspend',
  'resume',
  'extend',
  'ask-extension',
  'grant-extension',
  'refuse-extension',
  'urge',
  'archive',
  'plan-recheck',
  'recheck',
  'move',
  'amend',
  'link',
  'unlink',
] as const
export type CommandName = (typeof COMMANDS)[number]

/** ● 正常 ▲ 滞后 ■ 逾期 – 不可算 */
export const LIGHTS = ['green', 'yellow', 'red', 'grey'] as const
export type Light = (typeof LIGHTS)[number]

/** Who is being waited for: 牵头单位 配合单位 上级 督查室 其他. */
export const WAITING = ['lead', 'co', 'upper', 'office', 'other'] as const
export type Waiting = (typeof WAITING)[number]

/** Templates of clocks: 一般事项 重大复杂事项 公文 会议纪要 批示急件 批示一般件 批示疑难件 */
export const CLOCK_KEYS = ['13710-ordinary', '13710-complex', 'document', 'minutes', 'note-urgent', 'note-ordinary', 'note-hard'] as const
export type ClockKey = (typeof CLOCK_KEYS)[number]
/** 自然日 工作日 */
export const COUNTS = ['calendar', 'working'] as const
export type Count = (typeof COUNTS)[number]

/** What a look at a closed item finds: 保持 反弹 */
export const RECHECK_RESULTS = ['kept', 'relapsed'] as const
export type RecheckResult = (typeof RECHECK_RESULTS)[number]

/** 特急 / 一般; urgent matters may start a slip higher (三明). */
export const URGENCIES = ['ordinary', 'urgent'] as const
export type Urgency = (typeof URGENCIES)[number]

/** domain §7; the last three are 三员 and see no business data by that role. */
export const ROLES = [
  'officer', // 督查员
  'liaison', // 联络员
  'head', // 单位一把手
  'leader', // 县领导
  'indicator_officer', // 指标（统计）
  'investment_officer', // 招商
  'upper', // 上级
  'system_admin',
  'security_admin',
  'audit_admin',
] as const
export type Role = (typeof ROLES)[number]
export const ADMIN_ROLES = ['system_admin', 'security_admin', 'audit_admin'] as const satisfies readonly Role[]

/** Levels of jurisdictions: 省 市 县 乡镇 */
export const LEVELS = ['province', 'city', 'county', 'township'] as const
export type Level = (typeof LEVELS)[number]

/** Kinds of units in the tree: 党委部门 政府部门 乡镇街道 开发区 企事业 领导 */
export const UNIT_KINDS = ['leadership', 'party', 'government', 'township', 'zone', 'institution', 'enterprise', 'office'] as const
export type UnitKind = (typeof UNIT_KINDS)[number]

/** A calendar day, `YYYY-MM-DD`. */
export type Day = string
/** An instant, ISO 8601 in UTC. */
export type Instant = string

export interface Unit {
  id: string
  name: string
  /** Short names people write: 发改局, 县发改局. */
  aliases: string[]
  kind: UnitKind
  parentId: string | null
  /** Duties in words; drive the suggestion of a lead unit. */
  duties: string
}

export interface Appointment {
  role: Role
  unitId: string | null
}

/** Who acts. `unitIds`: the units whose business he sees by his appointments, his own and, for a head, those below. */
export interface Actor {
  personId: string
  name: string
  jurisdiction: string
  appointments: Appointment[]
  unitIds: string[]
  /** Who comes by an answer link: the one item he may see, whatever his unit's others are. */
  onlyItem?: string
}

/** Where an item came from: the sentence, kept with the item so that it can be shown without loading the document. */
export interface Source {
  documentId: string
  documentTitle: string
  documentDay: Day | null
  /** In the document's original text. */
  span: [number, number]
  sentence: string
}

/** The clock that was set at dispatch: a later change of the templates or of the calendar moves no day that a unit was told. */
export interface ItemClock {
  key: ClockKey
  count: Count
  acceptBy: Day
  reportBy: Day | null
  /** The deadline came from the template, the document naming none. */
  gave: boolean
}

/** Days charged to each party. */
export type Waited = Record<Waiting, number>

export interface Item {
  id: string
  jurisdiction: string
  /** 2026-0012; given when registered. */
  number: string | null
  title: string
  topic: Topic
  urgency: Urgency
  state: State
  /** Grows by one with each change; a command names the version it saw. */
  version: number
  leadUnitId: string | null
  coUnitIds: string[]
  dueOn: Day | null
  /** The figure or thing to reach, in the document's words. */
  measure: string | null
  /** Progress reported by the lead unit, 0–100. */
  percent: number
  source: Source | null
  registeredAt: Instant | null
  dispatchedAt: Instant | null
  acceptedAt: Instant | null
  lastReportAt: Instant | null
  submittedAt: Instant | null
  closedAt: Instant | null
  /** The reporter of the last report: he may not verify it. */
  reportedBy: string | null
  /** State to go back to, since when and until when, while suspended. */
  suspended: { from: State; since: Day; until: Day | null } | null
  waitingFor: Waiting | null
  /** Since when that party is charged; null: the clock stands still or nobody is waited for. */
  waitingSince: Day | null
  /** Charged before `waitingSince`. */
  waited: Waited
  urgedAt: Instant | null
  clock: ItemClock | null
  /** The deadline that the lead unit asks for, until the office decides. */
  askedDue: Day | null
  /** The day of the next look after closing. */
  recheckOn: Day | null
  /** Looks taken. */
  rechecks: number
  /** The closed item whose relapse this one answers. */
  followsId: string | null
  kind: ItemKind
  /** Of a kind with stages; its facts stand beside the item. */
  stage: string | null
  stageOn: Day | null
  /** The money by which its kind is added up. */
  sum: Money | null
}
