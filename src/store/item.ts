// Items: the ledger's list, one item with its timeline. Reads only; each list is one indexed query that gives JSON as text.

import { rollUp } from '../core/cascade.ts'
import { clockFaces } from '../core/clock.ts'
import type { FileView, ItemList, ItemQuery, ItemRow, ItemView, TimelineEntry } from '../core/contract/item.ts'
import { dayOf } from '../core/day.ts'
import type { Fields } from '../core/kind.ts'
import { offers } from '../core/offer.ts'
import { troubles } from '../core/trouble.ts'
import type { Actor, Instant } from '../core/types.ts'
import { charged } from '../core/waiting.ts'
import { chainOf, relayedFrom } from './cascade.ts'
import { listClause, marksOf } from './filter.ts'
import { figureOf } from './held.ts'
import { namesOf } from './named.ts'
import { RELATIVES } from './relation.ts'
import { ITEM_COLUMNS, type ItemColumns, itemOf } from './row.ts'
import { bookOf, RULES_VERSION } from './rules.ts'
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

export const asText = (select: string): string => `select coalesce(json_agg(r), '[]')::text as items from (${select}) r`

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
