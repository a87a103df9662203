// Kinds of items as data: which facts each has, its stages and what they ask for. A kind is a file in kinds/; no rule of any one kind is here.
import type { Action } from './access.ts'
import { parseDay } from './day.ts'
import { campaign } from './kinds/campaign.ts'
import { lesson } from './kinds/lesson.ts'
import { programme } from './kinds/programme.ts'
import { project } from './kinds/project.ts'
import { reform } from './kinds/reform.ts'
import { request } from './kinds/request.ts'
import { risk } from './kinds/risk.ts'
import { visit } from './kinds/visit.ts'
import { isMoney, type Money } from './money.ts'
import { type Refusal, refuse } from './refusal.ts'
import { type Columns, inOrder, type Row, rowsFault, rowText } from './rows.ts'

/** 招商项目 考察 经验启示 攻坚行动 主题教育 改革事项 风险 要数要表 */
export const LEDGER_KINDS = ['project', 'visit', 'lesson', 'campaign', 'programme', 'reform', 'risk', 'request'] as const
export type LedgerKind = (typeof LEDGER_KINDS)[number]
/** 督办事项, and the items with facts and stages of their own. */
export const ITEM_KINDS = ['matter', ...LEDGER_KINDS] as const
export type ItemKind = (typeof ITEM_KINDS)[number]

/** 一行字 几句话 金额 数 日期 选项 是否 单位 多个单位 事项 指标 多个指标 逐条 成表 */
type FieldType =
  | 'text'
  | 'lines'
  | 'money'
  | 'number'
  | 'day'
  | 'choice'
  | 'flag'
  | 'unit'
  | 'units'
  | 'item'
  | 'indicator'
  | 'indicators'
  | 'list'
  | 'rows'
export type FieldValue = string | number | true | string[] | Row[] | Money | null
export type Fields = Record<string, FieldValue>

export interface FieldSpec {
  type: FieldType
  choices?: readonly string[]
  /** Of an item: the kind that it must be. */
  of?: ItemKind | readonly ItemKind[]
  /** Of a number: 亩, 人 … worded in web/words. */
  unit?: string
  /** Of rows. */
  columns?: Columns
  /** Said by the program alone. */
  kept?: true
  /** Facts without which this one may not be said. */
  with?: readonly string[]
  /** Of a choice: as many steps, with such names, as the scale of the jurisdiction has. */
  scale?: 'likelihood' | 'impact'
}

interface StageSpec {
  /** The facts that let an item in. */
  needs: readonly string[]
  /** Facts that are asked for on the way in, and may be left out. */
  also?: readonly string[]
  /** The fact that says on which day it came here; without one, the day on which it was recorded. */
  day?: string
  /** Not to be passed over: others count from here. */
  must?: true
  /** Beside the row: reached from anywhere, and the way back leads only to these. */
  back?: readonly string[]
  /** Looks taken at it while it stands here (回头看): days from the day on which it came. */
  looks?: readonly number[]
  /** Who may bring it here, where that is not whoever may move it on. */
  may?: Action
  /** Final, and reached only by saying where its open members go (core/ending.ts). */
  settles?: true
}

export interface KindSpec {
  /** No unit carries it out: it is registered, and does not wait to be dispatched. */
  undispatched?: true
  /** In their order; the first is where an item begins. */
  stages: Record<string, StageSpec>
  fields: Record<string, FieldSpec>
  /** Shown in lists. */
  columns: readonly string[]
  /** Who else registers such an item, and edits it at its first stage; it goes its way by stages and is never dispatched. */
  drafts?: Action
  /** The money that is added up by stage. */
  sum: string | null
  /** The facts by which two are known for the same one, beside the title: whose, and where. From `held` on the first report counts. */
  alike?: { by: string; at: string; held: string }
  /** Days within which something is to be done: until the fact `done` is said, from the fact `from` or the stage's day; `every`: since the last thing done. */
  clocks?: readonly { key: string; days: number; stages: readonly string[]; from?: string; done?: string; every?: true }[]
  /** 专项清单: stands at these stages for so many days; `quiet`: without anything being done. */
  lists?: Record<string, { stages: readonly string[]; days: number; quiet?: true }>
  /** Facts of text that the ledger is filtered by. */
  asked?: readonly string[]
  /** Counted once, at the first time that it came to `stage`; `day` is the fact that says when, `kept` the one that keeps it. */
  counts?: {
    stage: string
    day: string
    kept: string
    status: string
    /** The days that say how far it came, for the rates of its cohort; the money in place, and the relation to what it was found on. */
    came: { landed: string; started: string; producing: string }
    inPlace: string
    found: 'found-on'
  }
}

export const KIND: Record<LedgerKind, KindSpec> = { project, visit, lesson, campaign, programme, reform, risk, request }

/** Sent to a unit once one leads them. What is carried out by its members is not: it is ended, not done. */
export const SENT_WHEN_LED = LEDGER_KINDS.filter(
  kind => !KIND[kind].undispatched && Object.values(KIND[kind].stages).every(s => !s.settles),
)

export const isLedgerKind = (kind: string): kind is LedgerKind => (LEDGER_KINDS as readonly string[]).includes(kind)
export const stagesOf = (kind: LedgerKind): string[] => Object.keys(KIND[kind].stages)
/** Those that follow one another, without the ones beside the row. */
export const rowOf = (kind: LedgerKind): string[] => stagesOf(kind).filter(stage => !KIND[kind].stages[stage]!.back)

/** Where a move from the stage mostly goes: on, or from the end and from beside the row to its beginning; null where it is final, or next. */
export function nextStage(kind: LedgerKind, stage: string): string | null {
  const row = rowOf(kind)
  const { stages } = KIND[kind]
  const next = row[row.indexOf(stage) + 1] ?? row[0]!
  return stages[stage]!.settles || stages[next]!.settles ? null : next
}

/** Nothing was said: null, only blanks, an empty list. */
export const isBlank = (value: FieldValue | undefined): boolean =>
  value === undefined || value === null || (typeof value === 'string' ? !value.trim() : Array.isArray(value) && value.length === 0)

/** What the ids in facts stand for: `is` says unit, indicator, or the kind of item. */
export type Named = Record<string, { name: string; is: 'unit' | 'indicator' | ItemKind }>

const POINTS = { unit: 'unit', units: 'unit', item: 'item', indicator: 'indicator', indicators: 'indicator' } as const
/** What facts of the type point at, or null where they say it themselves. */
export const pointsAt = (type: FieldType): 'unit' | 'item' | 'indicator' | null => POINTS[type as keyof typeof POINTS] ?? null

/** The ids in the facts, with what they point at. */
export const idsIn = (kind: LedgerKind, fields: Fields): { at: 'unit' | 'item' | 'indicator'; id: string; field: string }[] =>
  Object.entries(fields).flatMap(([field, value]) => {
    const at = pointsAt(KIND[kind].fields[field]?.type ?? 'text')
    return at ? [value].flat().flatMap(id => (typeof id === 'string' ? [{ at, id, field }] : [])) : []
  })

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const isId = (v: FieldValue): boolean => typeof v === 'string' && UUID.test(v)
const isList = (v: FieldValue, one: (line: string) => boolean): boolean =>
  Array.isArray(v) && v.length <= 100 && new Set<unknown>(v).size === v.length && v.every(line => typeof line === 'string' && one(line))
const id = (v: FieldValue): string | null => (isId(v) ? null : 'id')
const ids = (v: FieldValue): string | null => (isList(v, isId) ? null : 'id')

const RULE: Record<FieldType, (value: FieldValue, spec: FieldSpec) => string | null> = {
  text: v => (typeof v === 'string' && v.length <= 200 && !/[\r\n]/.test(v) ? null : 'text'),
  lines: v => (typeof v === 'string' && v.length <= 2000 ? null : 'text'),
  money: v => (isMoney(v) ? null : 'money'),
  number: v => (typeof v === 'number' && Number.isFinite(v) && v >= 0 && v <= 1e12 ? null : 'number'),
  day: v => (typeof v === 'string' && parseDay(v) !== null ? null : 'day'),
  choice: (v, spec) => (spec.choices!.includes(String(v)) ? null : 'choice'),
  flag: v => (v === true ? null : 'flag'),
  unit: id,
  units: ids,
  item: id,
  indicator: id,
  indicators: ids,
  list: v => (isList(v, line => line.trim() !== '' && line.length <= 200 && !/[\r\n]/.test(line)) ? null : 'list'),
  rows: (v, spec) => rowsFault(v, spec.columns!),
}

/** What is wrong with facts of the kind, or null. Nothing in them is needed yet: a stage asks for what it needs. */
export function fieldsFault(kind: LedgerKind, fields: Fields, named: Named = {}): Refusal | null {
  for (const [name, value] of Object.entries(fields)) {
    const spec = KIND[kind].fields[name]
    if (!spec || spec.kept) return refuse('invalid', { field: name, rule: 'unknown' })
    const rule = value === null ? null : RULE[spec.type](value, spec)
    if (rule) return refuse('invalid', { field: name, rule })
  }
  for (const { at, id: pointed, field } of idsIn(kind, fields)) {
    const is = named[pointed]?.is
    const { of } = KIND[kind].fields[field]!
    const fits = at === 'item' ? is && is !== 'unit' && is !== 'indicator' && (!of || [of].flat().includes(is)) : is === at
    if (!fits) return refuse('invalid', { field, rule: 'id' })
  }
  return null
}

/** The facts after some were said anew; what was taken back is gone. The cells of rows stand in the order of their columns. */
export const withFields = (kind: LedgerKind, fields: Fields, more: Fields): Fields =>
  Object.fromEntries(
    Object.entries({ ...fields, ...more })
      .filter(([, value]) => !isBlank(value))
      .map(([name, value]) => {
        const { columns } = KIND[kind].fields[name]!
        return [name, columns ? inOrder(value as Row[], columns) : value]
      }),
  )

export const sumOf = (kind: LedgerKind, fields: Fields): Money | null => {
  const { sum } = KIND[kind]
  return sum ? ((fields[sum] as Money | undefined) ?? null) : null
}

/** As an event keeps it: CNY 1200000000; what ids stand for by the name that it had. */
export function textOf(value: FieldValue | undefined, named: Named = {}): string | number | boolean | null {
  if (value === undefined || value === null) return null
  if (Array.isArray(value)) return value.map(v => (typeof v === 'string' ? (named[v]?.name ?? v) : rowText(v))).join('；')
  if (typeof value === 'object') return `${value.currency} ${value.amount}`
  return typeof value === 'string' ? (named[value]?.name ?? value) : value
}
