// Items: the ledger's list, one item with its timeline, the to-do list. Reads only; each list is one indexed query that gives JSON as text.

import { rollUp } from '../core/cascade.ts'
import { clockFaces } from '../core/clock.ts'
import type { FileView, ItemList, ItemQuery, ItemRow, ItemView, TimelineEntry, TodoEntry } from '../core/contract/item.ts'
import type { SlipView } from '../core/contract/slip.ts'
import { addWorkdays, type Calendar, dayOf } from '../core/day.ts'
import { type Fields, UNDISPATCHED } from '../core/kind.ts'
import type { NoteUrgency } from '../core/note.ts'
import { offers } from '../core/offer.ts'
import { troubles } from '../core/trouble.ts'
import type { Actor, Day, Instant } from '../core/types.ts'
import { charged } from '../core/waiting.ts'
import { chainOf, relayedFrom } from './cascade.ts'
import { listClause, marksOf } from './filter.ts'
import { figureOf } from './held.ts'
import { namesOf } from './named.ts'
import { RELATIVES } from './relation.ts'
import { ITEM_COLUMNS, type ItemColumns, itemOf } from './row.ts'
import { bookOf, RULES_VERSION } from './rules.ts'
import { listSlips } from './slip.ts'
import type { Tx } from './tx.ts'
import { partsOf } from './whole.ts'

export const iso = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

/** The columns of an ItemRow under the names of the contract. */
export const ROW = `i.id, i.number, i.title, i.topic, i.urgency, i.state, i.version, i.light, i.reason, i.facts, i.lead_unit_id as "leadUnitId",
  u.name as "leadUnit", i.co_unit_ids as "coUnitIds", i.due_on as "dueOn", i.overdue, i.percent, i.measure, i.waiting_for as "waitingFor",
  ${iso('i.dispatched_at')} as "dispatchedAt", ${iso('i.last_report_at')} as "lastReportAt", i.document_title as "documentTitle",
  i.asked_due as "askedDue", i.recheck_on as "recheckOn"`

/** Where the columns of `ROW` come from. */
export const ITEMS = 'item i left join unit u on u.jurisdiction_id = i.jurisdiction_id and u.id = i.lead_unit_id'

const asText = (select: string): string => `select coalesce(json_agg(r), '[]')::text as items from (${select}) r`

/** The names of the page's units at once: looked up row by row they would cost more than the rows. */
const NAMES =
  '(select jsonb_object_agg(u.id, u.name) from unit u where u.jurisdiction_id = $1 and u.id in (select p.lead_unit_id from page p))'

/**
 * One page of the ledger and how many there are, as the JSON of the contract, in one statement: each statement more costs as much as
 * twenty rows.
 */
export async function listItemsText(tx: Tx, query: ItemQuery): Promise<string> {
  const marks = query.stale || query.blocked ? marksOf(await bookOf(tx)) : null
  const { where, key, direction, values, tally } = listClause(tx, query, marks)
  const found = `select i.shown, i.lead_unit_id, ${key} as key, i.id from item i where ${where}`
  const page = (from: string) =>
    `page as materialized (${from} order by key ${direction}, id limit ${query.size} offset ${(query.page - 1) * query.size})`
  // Aggregated in the order of the page, there being no join.
  const answer = (total: string) => `select '{"items":[' || coalesce((
      select string_agg('{"leadUnit":' || coalesce((${NAMES} -> r.lead_unit_id::text)::text, 'null') || r.shown, ',') from page r), '') || '],"total":' || (${total}) || '}' as json`
  // Where the tally knows how many, an index may give the page alone; else all are found once, and both are taken from them.
  const [row] = tally
    ? await tx.rows<{ json: string }>(`with ${page(found)} ${answer(after(tally.text, values.length))}`, [...values, ...tally.values])
    : await tx.rows<{ json: string }>(
        `with found as materialized (${found}), ${page('table found')} ${answer('select count(*) from found')}`,
        values,
      )
  return row!.json
}

/** The statement with its values numbered after those of another. */
const after = (text: string, count: number): string => text.replace(/\$(\d+)/g, (_, n: string) => `$${count + Number(n)}`)

export const listItems = async (tx: Tx, query: ItemQuery): Promise<ItemList> => JSON.parse(await listItemsText(tx, query)) as ItemList

const MOST_EXPORTED = 100_000

/** All rows of a filter, for the workbook; the query's page is not looked at. */
export const exportItems = async (tx: Tx, query: ItemQuery): Promise<ItemRow[]> =>
  (await listItems(tx, { ...query, page: 1, size: MOST_EXPORTED })).items

/** With its events, the newest first: one statement, since each asks the policies anew. */
const ITEM = `select ${ITEM_COLUMNS}, i.light, i.reason, i.facts, i.overdue, i.hangs,
    case when i.kind <> 'matter' then (select d.fields from item_detail d where d.jurisdiction_id = i.jurisdiction_id and d.item_id = i.id) end as fields,
    ${RELATIVES} as links,
    (select coalesce(json_object_agg(u.id, u.name), '{}') from unit u where u.jurisdiction_id = i.jurisdiction_id and u.id = any(i.party_unit_ids)) as names,
    (select json_build_object('leader', n.leader, 'on', json_build_object('kind', n.on_kind, 'title', n.on_title, 'address', n.address))
     from note n where n.jurisdiction_id = i.jurisdiction_id and n.document_id = i.document_id) as note,
    ${RULES_VERSION},
    (select coalesce(json_agg(json_build_object('id', e.id, 'kind', e.kind, 'at', ${iso('e.at')}, 'by', e.by_name, 'byUnit', e.by_unit, 'words', e.words,
      'facts', e.facts, 'fileIds', e.file_ids) order by e.version desc, e.ordinal desc), '[]')
     from item_event e where e.jurisdiction_id = i.jurisdiction_id and e.item_id = i.id) as timeline
  from item i where i.jurisdiction_id = $1 and i.id = $2`

type Found = ItemColumns &
  Pick<ItemRow, 'light' | 'reason' | 'facts' | 'overdue'> & {
    hangs: boolean
    fields: Fields | null
    links: ItemView['links']
    names: Record<string, string>
    note: NonNullable<ItemView['source']>['note']
    rulesVersion: number
    timeline: (Omit<TimelineEntry, 'files'> & { fileIds: string[] })[]
  }

const FOLLOWED = 'select id, number, title from item where jurisdiction_id = $1 and id = $2'
const FILES = 'select id, name, type, size from file where jurisdiction_id = $1 and id = any($2)'

/** What most items have none of, so that it is asked for only where there may be some. */
async function aroundOf(tx: Tx, { id, hangs, followsId, timeline }: Found) {
  const place = tx.context.jurisdiction
  const fileIds = timeline.flatMap(entry => entry.fileIds)
  const [parts, { chain, prescribed }, relayed, [follows = null], files] = await Promise.all([
    hangs ? partsOf(tx, place, id) : [],
    hangs ? chainOf(tx, id) : { chain: [], prescribed: false },
    hangs ? relayedFrom(tx, id) : null,
    followsId ? tx.rows<NonNullable<ItemView['follows']>>(FOLLOWED, [place, followsId]) : [],
    fileIds.length ? tx.rows<FileView>(FILES, [place, fileIds]) : [],
  ])
  const byId = new Map(files.map(file => [file.id, file]))
  const told = timeline.map(({ fileIds: ids, ...entry }) => ({ ...entry, files: ids.flatMap(fileId => byId.get(fileId) ?? []) }))
  return { parts, chain, prescribed, relayed, follows, timeline: told }
}

/** One item as its page shows it; null when it is not there or not to be seen. */
export async function getItem(tx: Tx, actor: Actor, id: string, now: Instant = new Date().toISOString()): Promise<ItemView | null> {
  const [row] = await tx.rows<Found>(ITEM, [tx.context.jurisdiction, id])
  if (!row) return null
  const { light, reason, facts, overdue, hangs: _hangs, fields, links, names, note, rulesVersion, timeline: _timeline, ...columns } = row
  const { timeline, ...around } = await aroundOf(tx, row)
  const whole = itemOf(columns)
  const { jurisdiction: _, reportedBy, urgedAt, source, clock, followsId: __, kind, stage, stageOn, sum: _sum, ...item } = whole
  const commands = offers({ ...item, kind, stage, reportedBy, urgedAt }, actor, now)
  const held = rollUp(around.parts)?.open ? ('parts-open' as const) : null
  const book = await bookOf(tx, rulesVersion)
  const today = dayOf(now)
  const first = timeline.findLast(entry => entry.kind === 'report' || entry.kind === 'submit')
  return {
    ...item,
    light,
    reason,
    facts,
    overdue,
    leadUnit: item.leadUnitId && (names[item.leadUnitId] ?? null),
    coUnits: item.coUnitIds.flatMap(unitId => names[unitId] ?? []),
    source: source && { ...source, note },
    documentTitle: source?.documentTitle ?? null,
    clock: clock && { key: clock.key, gave: clock.gave },
    clocks: clockFaces(whole, first ? dayOf(first.at) : null, today, book.calendar),
    waited: charged(whole, today),
    troubles: troubles(whole, today, book).map(({ kind, ...facts }) => ({ kind, facts })),
    held: await heldOf(item.measure, timeline),
    timeline,
    detail:
      kind === 'matter'
        ? null
        : { kind, stage: stage!, stageOn: stageOn!, fields: fields ?? {}, names: await namesOf(tx, kind, [fields ?? {}]) },
    links,
    ...around,
    commands: { ...commands, submit: commands.submit ?? held, close: commands.close ?? held },
  }
}

async function heldOf(measure: string | null, timeline: TimelineEntry[]): Promise<ItemView['held']> {
  const figure = await figureOf(measure)
  if (!figure) return null
  const { target, unit, share } = figure
  // What a report said of the figure stands in its event.
  const last = timeline.find(entry => (entry.kind === 'report' || entry.kind === 'submit') && typeof entry.facts.value === 'number')
  return { target, unit, share, last: last ? { value: last.facts.value as number, at: last.at, by: last.by } : null }
}

const MOST_TODO = 200

/** The last words of an item that were said with one of the kinds. */
const lastWords = (kinds: string): string =>
  `(select left(e.words, 300) from item_event e where e.jurisdiction_id = $1 and e.item_id = r.id and e.kind in (${kinds}) order by e.version desc limit 1)`

/** To-do kinds of a unit: $2 its people's units. What waits for somebody else is not to do. */
const UNIT_TODO = `select r.*, case r.state when 'dispatched' then 'to-accept' when 'returned' then 'returned' else 'to-report' end as kind,
    case when r.state = 'returned' then ${lastWords(`'return'`)} end as words
  from (select ${ROW} from ${ITEMS}
    where i.jurisdiction_id = $1 and i.lead_unit_id = any($2) and i.state in ('dispatched', 'in_progress', 'returned')
      and (coalesce(i.waiting_for, 'lead') = 'lead' or exists (select 1 from slip s where s.jurisdiction_id = i.jurisdiction_id
        and s.item_id = i.id and s.settled_at is null and s.withdrawn_at is null)) and i.open order by i.due_on nulls last, i.id limit ${MOST_TODO}) r`
const OFFICE_TODO = `select r.*, case r.state when 'registered' then 'to-dispatch' else 'to-verify' end as kind,
    case when r.state = 'pending_verification' then ${lastWords(`'submit'`)} end as words
  from (select ${ROW} from ${ITEMS} where i.jurisdiction_id = $1 and i.state in ('registered', 'pending_verification') and i.kind <> all('{${UNDISPATCHED.join()}}')
    order by i.due_on nulls last, i.id limit ${MOST_TODO}) r`
/** An extension is decided by what is due, a look after closing is due on its day; $2 is today. */
const EXTENSION_TODO = `select r.*, 'to-decide' as kind, ${lastWords(`'ask-extension'`)} as words
  from (select ${ROW} from ${ITEMS} where i.jurisdiction_id = $1 and i.asked_due is not null and i.state in ('dispatched', 'in_progress', 'returned')
    order by i.due_on nulls last, i.id limit ${MOST_TODO}) r`
const RECHECK_TODO = `select r.*, 'to-recheck' as kind, ${lastWords(`'close', 'recheck', 'plan-recheck'`)} as words
  from (select ${ROW} from ${ITEMS} where i.jurisdiction_id = $1 and i.recheck_on <= $2 order by i.recheck_on, i.id limit ${MOST_TODO}) r`
/** What units chose themselves, and the office has not answered. */
const PROPOSED_TODO = `select ${ROW}, 'to-adopt' as kind, null as words from ${ITEMS} where i.jurisdiction_id = $1 and i.state = 'proposed' limit ${MOST_TODO}`
const DOCUMENT_TODO = `select d.id, d.title, (select count(*) from draft f where f.jurisdiction_id = d.jurisdiction_id and f.document_id = d.id and f.chosen
    and f.item_id is null) as drafts, n.id as note_id, n.urgency, left(n.words, 300) as words, n.at as noted_at
  from document d left join note n on n.jurisdiction_id = d.jurisdiction_id and n.document_id = d.id
  where d.jurisdiction_id = $1 and d.state = 'read' and n.read_at is null order by d.created_at desc limit ${MOST_TODO}`

interface DocumentRow {
  id: string
  title: string
  drafts: number
  noteId: string | null
  urgency: NoteUrgency
  words: string
  notedAt: Instant
}

/** A leader's note is passed on by the next working day (product choice); other documents have no day. */
const documentEntry = ({ id, title, drafts, noteId, urgency, words, notedAt }: DocumentRow, calendar: Calendar): TodoEntry => ({
  kind: 'draft-document',
  item: null,
  document: { id, title, drafts, note: noteId === null ? null : { id: noteId, urgency, words } },
  slip: null,
  dueOn: noteId === null ? null : addWorkdays(dayOf(notedAt), 1, calendar),
  words: null,
})

/** By what is due, a slip's limit as well as the item's; documents without a day come last. */
const dueFirst = (a: TodoEntry, b: TodoEntry): number => (dayOfEntry(a) < dayOfEntry(b) ? -1 : dayOfEntry(a) > dayOfEntry(b) ? 1 : 0)
const dayOfEntry = (e: TodoEntry): string => [e.dueOn, e.slip?.limitOn].reduce<string>((a, b) => (b && b < a ? b : a), '9999')

/** What waits for the person. */
export async function listTodo(tx: Tx, actor: Actor, today: Day = dayOf(Date.now())): Promise<{ entries: TodoEntry[]; total: number }> {
  const place = tx.context.jurisdiction
  const units = actor.appointments.some(a => a.role === 'liaison' || a.role === 'head') ? actor.unitIds : []
  const officer = actor.appointments.some(a => a.role === 'officer')
  type Row = ItemRow & Pick<TodoEntry, 'kind' | 'words'>
  const todo = async (sql: string, values: unknown[]): Promise<Row[]> =>
    JSON.parse((await tx.rows<{ items: string }>(asText(sql), values))[0]!.items) as Row[]
  const [own, office, extensions, rechecks, proposed, documents, { slips }] = await Promise.all([
    units.length ? todo(UNIT_TODO, [place, units]) : [],
    officer ? todo(OFFICE_TODO, [place]) : [],
    officer ? todo(EXTENSION_TODO, [place]) : [],
    officer ? todo(RECHECK_TODO, [place, today]) : [],
    officer ? todo(PROPOSED_TODO, [place]) : [],
    officer ? tx.rows<DocumentRow>(DOCUMENT_TODO, [place]) : [],
    units.length
      ? listSlips(tx, { unit: units, stand: ['running', 'lapsed'], colour: [], page: 1, size: MOST_TODO }, today)
      : { slips: [] as SlipView[] },
  ])
  const { calendar } = await bookOf(tx)
  const entries: TodoEntry[] = [
    ...[...own, ...office, ...extensions, ...rechecks, ...proposed].map(({ kind, words, ...item }): TodoEntry => {
      // Newest first: the slip that counts.
      const slip = slips.find(s => s.itemId === item.id)
      const under = slip && { id: slip.id, number: slip.number, colour: slip.colour, limitOn: slip.limitOn, lapsed: slip.lapsed }
      return { kind, item, document: null, slip: under ?? null, dueOn: kind === 'to-recheck' ? item.recheckOn : item.dueOn, words }
    }),
    ...documents.map(document => documentEntry(document, calendar)),
  ].sort(dueFirst)
  return { entries, total: entries.length }
}
