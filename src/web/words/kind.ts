// The facts and stages of a kind in words: names, choices, money, and what an event changed. Nothing is decided here.

import { type FieldValue, KIND, type LedgerKind, pointsAt } from '../../core/kind.ts'
import type { Money } from '../../core/money.ts'
import type { RelationName } from '../../core/relation.ts'
import { rowText } from '../../core/rows.ts'
import { formatDay } from './day.ts'
import { joined } from './joined.ts'
import { formatMoney, formatNumber, type Lang } from './number.ts'
import type { T } from './words.ts'

export const stageName = (t: T, kind: LedgerKind, stage: string): string => t(`kind.${kind}.stage.${stage}` as 'kind.project.stage.lead')
export const fieldName = (t: T, kind: LedgerKind, field: string): string => t(`kind.${kind}.field.${field}` as 'kind.project.field.sum')
export const choiceName = (t: T, kind: LedgerKind, field: string, choice: string): string =>
  t(`kind.${kind}.choice.${field}.${choice}` as 'kind.project.choice.chain.food')

export const columnName = (t: T, kind: LedgerKind, field: string, column: string): string =>
  t(`kind.${kind}.column.${field}.${column}` as 'kind.reform.column.usedBy.place')

export const cellName = (t: T, kind: LedgerKind, field: string, column: string, choice: string): string =>
  t(`kind.${kind}.cell.${field}.${column}.${choice}` as 'kind.request.cell.form.period.day')

/** As the page of the one calls the other: `to` of the item that was linked, `from` of what it was linked to. */
export const relationName = (t: T, relation: RelationName, way: 'to' | 'from'): string => t(`relation.${relation}.${way}`)

export const sayMoney = ({ amount, currency }: Money, lang: Lang): string => formatMoney(Number(amount), currency, lang)
/** Sums of several currencies one beside the other: they are not added up. */
export const sayMoneys = (t: T, all: readonly Money[], lang: Lang): string => all.map(m => sayMoney(m, lang)).join(t('say.comma')) || '—'

const MONEY = /^([A-Z]{3}) (\d+(?:\.\d+)?)$/

/** A fact as the page shows it; money and what ids stand for also as an event keeps them. */
export function sayField(
  t: T,
  kind: LedgerKind,
  field: string,
  value: FieldValue | undefined,
  lang: Lang,
  names: Record<string, string> | null = null,
): string {
  const spec = KIND[kind].fields[field]
  if (value === null || value === undefined || value === '' || !spec) return '—'
  const pointed = pointsAt(spec.type) !== null
  if (Array.isArray(value))
    return (
      value.map(v => (typeof v !== 'string' ? rowText(v) : pointed ? (names?.[v] ?? t('kindPage.unseen')) : v)).join(t('say.comma')) || '—'
    )
  if (typeof value === 'object') return sayMoney(value, lang)
  if (spec.type === 'flag') return t('kindPage.yes')
  // An event keeps the name itself.
  if (pointed && names) return names[String(value)] ?? t('kindPage.unseen')
  if (spec.scale) return String(value)
  if (spec.type === 'choice') return choiceName(t, kind, field, String(value))
  if (spec.type === 'day') return formatDay(String(value), lang)
  if (spec.type === 'number') {
    const said = formatNumber(Number(value), lang)
    return spec.unit ? t(`kindUnit.${spec.unit as 'mu' | 'person'}`, { value: said }) : said
  }
  const money = spec.type === 'money' ? MONEY.exec(String(value)) : null
  return money ? formatMoney(Number(money[2]), money[1]!, lang) : String(value)
}

type Facts = Record<string, string | number | boolean | null | string[]>
type Refused = Record<string, unknown>

/** 由“在谈”进入“签约”（跳过“研判”）；总投资：3亿元。 */
export function sayStages(t: T, event: 'move' | 'amend', facts: Facts, lang: Lang): string {
  const kind = facts.itemKind as LedgerKind
  const names = (stages: Facts[string] | undefined) =>
    Array.isArray(stages) ? stages.map(s => stageName(t, kind, s)).join(t('say.comma')) : ''
  const fields = Array.isArray(facts.fields) ? facts.fields : []
  const value = (of: 'was' | 'now', field: string) => sayField(t, kind, field, facts[`${of}.${field}`] as FieldValue | undefined, lang)
  const changes = fields.map(field => {
    const said = { field: fieldName(t, kind, field), was: value('was', field), now: value('now', field) }
    return facts[`was.${field}`] === null ? t('event.fact', said) : t('event.editChange', said)
  })
  const told = changes.join(t('say.semicolon'))
  const added = facts.what === 'top-up' ? t('event.topUp', { add: sayField(t, kind, KIND[kind].sum!, facts.add as FieldValue, lang) }) : ''
  if (event === 'amend') return added + t('event.amend', { changes: told })
  const way = { from: stageName(t, kind, String(facts.from)), to: stageName(t, kind, String(facts.to)), on: String(facts.on) }
  const skipped = names(facts.skipped)
  const moved = facts.back ? t('event.moveBack', way) : skipped ? t('event.moveOver', { ...way, skipped }) : t('event.move', way)
  // Of a campaign or programme that ended.
  const ended = typeof facts.handed === 'number' ? t('campaign.ended', facts as Record<string, number>) : null
  return joined(lang, moved, ended, told && t('event.amend', { changes: told }))
}

/** Why a move was refused: 进入“签约”还缺：总投资、签约日期. */
export function sayStageFault(
  t: T,
  code: 'evidence-missing' | 'no-such-stage' | 'stage-passed-over' | 'stage-ended',
  facts: Refused,
): string {
  const kind = String(facts.kind) as LedgerKind
  const missing = String(facts.fields ?? '')
    .split(',')
    .filter(Boolean)
  return t(`problem.${code}`, {
    stage: stageName(t, kind, String(facts.stage)),
    fields: missing.map(field => fieldName(t, kind, field)).join(t('say.comma')),
  })
}
