// What waits for somebody 待办: each group of it is one indexed query that gives JSON as text. Reads only.
import type { ItemRow } from '../core/contract/item.ts'
import type { SlipView } from '../core/contract/slip.ts'
import type { TodoEntry } from '../core/contract/todo.ts'
import { addWorkdays, type Calendar, dayOf } from '../core/day.ts'
import { SENT_WHEN_LED } from '../core/kind.ts'
import type { NoteUrgency } from '../core/note.ts'
import { REVIEWED_STAGES, TO_JUDGE } from '../core/riskrule.ts'
import type { Actor, Day, Instant } from '../core/types.ts'
import { asText, ITEMS, ROW } from './item.ts'
import { bookOf } from './rules.ts'
import { listSlips } from './slip.ts'
import type { Tx } from './tx.ts'

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
/** What goes its way by stages is to be dispatched only when it is known to whom, and a raised risk not before it is judged. */
const OFFICE_TODO = `select r.*, case r.state when 'registered' then 'to-dispatch' else 'to-verify' end as kind,
    case when r.state = 'pending_verification' then ${lastWords(`'submit'`)} end as words
  from (select ${ROW} from ${ITEMS} where i.jurisdiction_id = $1 and i.state in ('registered', 'pending_verification')
      and (i.state <> 'registered' or i.kind = 'matter' or i.lead_unit_id is not null and i.kind = any('{${SENT_WHEN_LED.join()}}') and i.stage <> '${TO_JUDGE}')
    order by i.due_on nulls last, i.id limit ${MOST_TODO}) r`
/** An extension is decided by what is due, a look after closing is due on its day; $2 is today. */
const EXTENSION_TODO = `select r.*, 'to-decide' as kind, ${lastWords(`'ask-extension'`)} as words
  from (select ${ROW} from ${ITEMS} where i.jurisdiction_id = $1 and i.asked_due is not null and i.state in ('dispatched', 'in_progress', 'returned')
    order by i.due_on nulls last, i.id limit ${MOST_TODO}) r`
const RECHECK_TODO = `select r.*, 'to-recheck' as kind, ${lastWords(`'close', 'recheck', 'plan-recheck'`)} as words
  from (select ${ROW} from ${ITEMS} where i.jurisdiction_id = $1 and i.recheck_on <= $2 order by i.recheck_on, i.id limit ${MOST_TODO}) r`
/** A raised risk is to be judged, a judged one looked at again by its day; $2 is today. */
const RISK_TODO = `select ${ROW}, case i.stage when '${TO_JUDGE}' then 'to-judge' else 'to-review' end as kind, null as words,
    case i.stage when '${TO_JUDGE}' then i.due_on::text else d.fields ->> 'reviewOn' end as "onDay"
  from ${ITEMS} join item_detail d on d.jurisdiction_id = i.jurisdiction_id and d.item_id = i.id
  where i.jurisdiction_id = $1 and i.kind = 'risk' and i.kind <> 'matter' and i.state not in ('closed', 'archived') and (i.stage = '${TO_JUDGE}'
    or i.stage = any('{${REVIEWED_STAGES.join()}}') and d.fields ->> 'reviewOn' <= $2) order by "onDay" nulls first, i.id limit ${MOST_TODO}`
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
  type Row = ItemRow & Pick<TodoEntry, 'kind' | 'words'> & { onDay?: Day | null }
  const todo = async (sql: string, values: unknown[]): Promise<Row[]> =>
    JSON.parse((await tx.rows<{ items: string }>(asText(sql), values))[0]!.items) as Row[]
  const [own, office, extensions, rechecks, risks, proposed, documents, { slips }] = await Promise.all([
    units.length ? todo(UNIT_TODO, [place, units]) : [],
    officer ? todo(OFFICE_TODO, [place]) : [],
    officer ? todo(EXTENSION_TODO, [place]) : [],
    officer ? todo(RECHECK_TODO, [place, today]) : [],
    officer ? todo(RISK_TODO, [place, today]) : [],
    officer ? todo(PROPOSED_TODO, [place]) : [],
    officer ? tx.rows<DocumentRow>(DOCUMENT_TODO, [place]) : [],
    units.length
      ? listSlips(tx, { unit: units, stand: ['running', 'lapsed'], colour: [], page: 1, size: MOST_TODO }, today)
      : { slips: [] as SlipView[] },
  ])
  const { calendar } = await bookOf(tx)
  const entries: TodoEntry[] = [
    ...[...own, ...office, ...extensions, ...rechecks, ...risks, ...proposed].map(({ kind, words, onDay, ...item }): TodoEntry => {
      // Newest first: the slip that counts.
      const slip = slips.find(s => s.itemId === item.id)
      const under = slip && { id: slip.id, number: slip.number, colour: slip.colour, limitOn: slip.limitOn, lapsed: slip.lapsed }
      const dueOn = kind === 'to-recheck' ? item.recheckOn : (onDay ?? item.dueOn)
      return { kind, item, document: null, slip: under ?? null, dueOn, words }
    }),
    ...documents.map(document => documentEntry(document, calendar)),
  ].sort(dueFirst)
  return { entries, total: entries.length }
}
