// An item as its row: the columns, and the ways there and back.
import type { ItemRow } from '../core/contract/item.ts'
import type { Lit } from '../core/light.ts'
import { isOverdue } from '../core/light.ts'
import type { Currency } from '../core/money.ts'
import { type Day, type Item, type State, WAITING, type Waited } from '../core/types.ts'
import type { Write } from './write.ts'

/** The columns that make an Item, without the light, which is derived. */
export const ITEM_COLUMNS = `i.id, i.jurisdiction_id, i.number, i.title, i.topic, i.urgency, i.state, i.version, i.lead_unit_id, i.co_unit_ids, i.due_on,
  i.measure, i.percent, i.document_id, i.document_title, i.document_day, i.span, i.sentence, i.registered_at, i.dispatched_at, i.accepted_at,
  i.last_report_at, i.submitted_at, i.closed_at, i.urged_at, i.reported_by, i.suspended_from, i.suspended_since, i.suspended_until,
  i.waiting_for, i.waiting_since, i.waited, i.clock, i.asked_due, i.recheck_on, i.rechecks, i.follows_id,
  i.kind, i.stage, i.stage_on, i.sum_amount::text as sum_amount, i.sum_currency`

export interface ItemColumns extends Omit<Item, 'jurisdiction' | 'source' | 'suspended' | 'waited' | 'sum'> {
  jurisdictionId: string
  documentId: string | null
  documentTitle: string | null
  documentDay: Day | null
  span: [number, number] | null
  sentence: string | null
  suspendedFrom: State | null
  suspendedSince: Day | null
  suspendedUntil: Day | null
  /** In the order of WAITING. */
  waited: number[]
  sumAmount: string | null
  sumCurrency: Currency | null
}

export function itemOf(row: ItemColumns): Item {
  const {
    jurisdictionId,
    documentId,
    documentTitle,
    documentDay,
    span,
    sentence,
    suspendedFrom,
    suspendedSince,
    suspendedUntil,
    waited,
    sumAmount,
    sumCurrency,
    ...rest
  } = row
  return {
    ...rest,
    jurisdiction: jurisdictionId,
    source: documentId ? { documentId, documentTitle: documentTitle!, documentDay, span: span!, sentence: sentence! } : null,
    suspended: suspendedFrom ? { from: suspendedFrom, since: suspendedSince!, until: suspendedUntil } : null,
    waited: Object.fromEntries(WAITING.map((who, at) => [who, waited[at]])) as Waited,
    sum: sumAmount === null ? null : { amount: sumAmount, currency: sumCurrency! },
  }
}

const WRITTEN = [
  'jurisdiction_id',
  'id',
  'number',
  'title',
  'topic',
  'urgency',
  'state',
  'version',
  'lead_unit_id',
  'co_unit_ids',
  'due_on',
  'measure',
  'percent',
  'document_id',
  'document_title',
  'document_day',
  'span',
  'sentence',
  'registered_at',
  'dispatched_at',
  'accepted_at',
  'last_report_at',
  'submitted_at',
  'closed_at',
  'urged_at',
  'reported_by',
  'suspended_from',
  'suspended_since',
  'suspended_until',
  'waiting_for',
  'waiting_since',
  'waited',
  'clock',
  'asked_due',
  'recheck_on',
  'rechecks',
  'follows_id',
  'kind',
  'stage',
  'stage_on',
  'sum_amount',
  'sum_currency',
  'light',
  'reason',
  'facts',
  'overdue',
  'shown',
] as const

/** The columns of an item in the order of `valuesOf`; also for bulk writing. */
export const WRITTEN_COLUMNS: readonly string[] = WRITTEN

/** An ItemRow of the contract as JSON from its second member on: the first is `leadUnit`, since names of units change without the item. */
export const shownOf = (i: Item, { light, reason, facts }: Lit, overdue: boolean): string =>
  `,${JSON.stringify({
    id: i.id,
    number: i.number,
    title: i.title,
    topic: i.topic,
    urgency: i.urgency,
    state: i.state,
    version: i.version,
    light,
    reason,
    facts,
    leadUnitId: i.leadUnitId,
    coUnitIds: i.coUnitIds,
    dueOn: i.dueOn,
    overdue,
    percent: i.percent,
    measure: i.measure,
    waitingFor: i.waitingFor,
    dispatchedAt: i.dispatchedAt,
    lastReportAt: i.lastReportAt,
    documentTitle: i.source?.documentTitle ?? null,
    askedDue: i.askedDue,
    recheckOn: i.recheckOn,
  } satisfies Omit<ItemRow, 'leadUnit'>).slice(1)}`

export const valuesOf = (i: Item, lit: Lit, today: Day): unknown[] => [
  i.jurisdiction,
  i.id,
  i.number,
  i.title,
  i.topic,
  i.urgency,
  i.state,
  i.version,
  i.leadUnitId,
  i.coUnitIds,
  i.dueOn,
  i.measure,
  i.percent,
  i.source?.documentId ?? null,
  i.source?.documentTitle ?? null,
  i.source?.documentDay ?? null,
  i.source?.span ?? null,
  i.source?.sentence ?? null,
  i.registeredAt,
  i.dispatchedAt,
  i.acceptedAt,
  i.lastReportAt,
  i.submittedAt,
  i.closedAt,
  i.urgedAt,
  i.reportedBy,
  i.suspended?.from ?? null,
  i.suspended?.since ?? null,
  i.suspended?.until ?? null,
  i.waitingFor,
  i.waitingSince,
  WAITING.map(who => i.waited[who]),
  i.clock && JSON.stringify(i.clock),
  i.askedDue,
  i.recheckOn,
  i.rechecks,
  i.followsId,
  i.kind,
  i.stage,
  i.stageOn,
  i.sum?.amount ?? null,
  i.sum?.currency ?? null,
  lit.light,
  lit.reason,
  JSON.stringify(lit.facts),
  isOverdue(i, today),
  shownOf(i, lit, isOverdue(i, today)),
]

const INSERT = `insert into item (${WRITTEN.join(', ')}) values (${WRITTEN.map((_, at) => `$${at + 1}`).join(', ')})`

/** What never changes after registration. */
const FIXED: readonly string[] =
  'jurisdiction_id id number document_id document_title document_day span sentence registered_at follows_id kind'.split(' ')
/** What most changes leave as it is: its triggers, indexes, references and generated columns need not be looked at then. */
const SETTLED = {
  title: 'title',
  topic: 'topic',
  urgency: 'urgency',
  state: 'state',
  leadUnitId: 'lead_unit_id',
  coUnitIds: 'co_unit_ids',
  dueOn: 'due_on',
  measure: 'measure',
  dispatchedAt: 'dispatched_at',
  acceptedAt: 'accepted_at',
  submittedAt: 'submitted_at',
  closedAt: 'closed_at',
  suspended: 'suspended_from suspended_since suspended_until',
  clock: 'clock',
  askedDue: 'asked_due',
  recheckOn: 'recheck_on',
  rechecks: 'rechecks',
  stage: 'stage',
  stageOn: 'stage_on',
  sum: 'sum_amount sum_currency',
} satisfies Partial<Record<keyof Item, string>>
const SETTLED_COLUMNS: readonly string[] = Object.values(SETTLED).flatMap(columns => columns.split(' '))

/** An update of all columns but these, and the places of its values in `valuesOf`. */
function updating(left: readonly string[]): { text: string; at: number[] } {
  const at = WRITTEN.flatMap((column, n) => (left.includes(column) ? [] : [n]))
  const set = at.map((place, n) => `${WRITTEN[place]} = $${n + 3}`).join(', ')
  return { text: `update item set ${set} where jurisdiction_id = $1 and id = $2`, at }
}
const ALL = updating(FIXED)
const REST = updating([...FIXED, ...SETTLED_COLUMNS])

export const insertItem = (item: Item, lit: Lit, today: Day): Write => [INSERT, valuesOf(item, lit, today)]

export function updateItem(before: Item, next: Item, lit: Lit, today: Day): Write {
  const settled = (Object.keys(SETTLED) as (keyof typeof SETTLED)[]).every(key => before[key] === next[key])
  const values = valuesOf(next, lit, today)
  const { text, at } = settled ? REST : ALL
  return [text, [next.jurisdiction, next.id, ...at.map(place => values[place])]]
}
