// 批量反馈表: the pre-filled sheet a unit fills in at one go, and the check of every line that comes back. Changes nothing: it says what would change.
import { may } from './access.ts'
import type { Command } from './command.ts'
import { Words } from './contract/value.ts'
import { LIFE } from './life.ts'
import { type Actor, type Item, WAITING, type Waiting } from './types.ts'
import { readPercent, readValue, textOf, type WorkbookCell } from './workbookcell.ts'

export type WorkbookItem = Pick<
  Item,
  'id' | 'number' | 'title' | 'state' | 'version' | 'percent' | 'dueOn' | 'leadUnitId' | 'coUnitIds' | 'lastReportAt' | 'waitingFor'
> & {
  /** The figure that its measure asks for, and the value that was last reported of it; `share`: the progress that one unit of it makes, in percent. */
  held: { target: number; unit: string; share: number | null; last: number | null } | null
  /** The words of the last report, and who changed the item last. */
  lastWords: string | null
  lastBy: string | null
}

type Key =
  | 'number'
  | 'title'
  | 'dueOn'
  | 'said'
  | 'was'
  | 'target'
  | 'value'
  | 'percent'
  | 'words'
  | 'waiting'
  | 'submit'
  | 'remark'
  | 'id'
  | 'stamp'

interface WorkbookColumn {
  key: Key
  header: string
  /** In half-width characters, and the kind of cell, as the writer of sheets takes them. */
  width: number
  kind: 'text' | 'number' | 'date'
  /** People may write in it; the others are locked. */
  open?: true
  /** What may be chosen in it. */
  choices?: readonly string[]
  /** The largest number. */
  most?: number
  hidden?: true
}

const WAITING_WORDS: Record<Waiting, string> = { lead: '不等谁', co: '配合单位', upper: '上级', office: '督查室', other: '其他方面' }
const YES = '是'
const NO = '否'

export const WORKBOOK_COLUMNS: readonly WorkbookColumn[] = [
  { key: 'number', header: '编号', width: 12, kind: 'text' },
  { key: 'title', header: '事项', width: 44, kind: 'text' },
  { key: 'dueOn', header: '办结时限', width: 12, kind: 'date' },
  { key: 'said', header: '上次反馈', width: 36, kind: 'text' },
  { key: 'was', header: '上次进度（%）', width: 9, kind: 'number' },
  { key: 'target', header: '目标', width: 12, kind: 'text' },
  { key: 'value', header: '本次完成', width: 10, kind: 'number', open: true },
  { key: 'percent', header: '本次进度（%）', width: 9, kind: 'number', open: true, most: 100 },
  { key: 'words', header: '办理情况', width: 48, kind: 'text', open: true },
  { key: 'waiting', header: '在等谁', width: 10, kind: 'text', open: true, choices: WAITING.map(who => WAITING_WORDS[who]) },
  { key: 'submit', header: '报请销号', width: 9, kind: 'text', open: true, choices: [YES, NO] },
  { key: 'remark', header: '核对意见', width: 30, kind: 'text' },
  { key: 'id', header: '系统编号（勿改）', width: 40, kind: 'text', hidden: true },
  { key: 'stamp', header: '核对码（勿改）', width: 30, kind: 'text', hidden: true },
]

/** Without these nothing can be checked. */
const NEEDED: readonly Key[] = ['id', 'stamp', 'percent', 'words', 'waiting', 'submit']

/** What of an item a report is based on: when it is another by now, someone else was there first. An urging changes nothing of it. */
const stampOf = (item: WorkbookItem): string =>
  [item.percent, item.state, item.lastReportAt === null ? '0' : Date.parse(item.lastReportAt).toString(36), item.held?.last ?? []]
    .flat()
    .join('/')

/** What a person wrote before, given back with what was wrong about it. */
export interface WorkbookRemark {
  itemId: string
  remark: string
  value: string | null
  percent: string | null
  words: string | null
  waiting: string | null
  submit: string | null
}

/** The rows of the sheet: the items on which this person can report now, each with its key and what it was like. */
export function workbookRows(
  actor: Actor,
  items: readonly WorkbookItem[],
  remarks: ReadonlyMap<string, WorkbookRemark> = new Map(),
): Record<Key, string | number | null>[] {
  return items
    .filter(item => LIFE[item.state].report && may(actor, 'item.report', item))
    .map(item => {
      const written = remarks.get(item.id)
      return {
        number: item.number,
        title: item.title,
        dueOn: item.dueOn,
        said: item.lastWords,
        was: item.percent,
        target: item.held && `${item.held.target} ${item.held.unit}`,
        value: written ? numberOr(written.value) : (item.held?.last ?? null),
        percent: written ? numberOr(written.percent) : item.percent,
        words: written?.words ?? null,
        waiting: written ? written.waiting : item.waitingFor && WAITING_WORDS[item.waitingFor],
        submit: written ? written.submit : NO,
        remark: written?.remark ?? null,
        id: item.id,
        stamp: stampOf(item),
      }
    })
}

/** A figure stays one, so that the sheet reckons with it; anything else stays as it was written. */
const numberOr = (text: string | null): string | number | null =>
  text !== null && text.trim() !== '' && Number.isFinite(Number(text)) ? Number(text) : text

export const LINE_VERDICTS = [
  'ok',
  'unchanged',
  'unknown-item', // no such item, or not to be seen: the same answer for both
  'not-yours', // a co-unit adds words, the lead unit moves the percentage
  'wrong-state', // facts { state }
  'changed-elsewhere', // facts { was, now, by }: reported on since the sheet was made
  'repeated', // facts { lines }: the item stands on several lines
  'value-unreadable', // facts { cell }
  'value-no-figure', // the item's measure asks for no figure
  'percent-unreadable', // facts { cell }
  'percent-unclear', // facts { cell, maybe }: 0.6 may be 60%
  'percent-out-of-range', // facts { cell }
  'percent-falls', // facts { was, now }: needs words
  'waiting-unknown', // facts { cell }
  'submit-unknown', // facts { cell }: neither 是 nor 否
  'words-needed', // to submit, words say what was done
  'words-refused', // too long, or characters that have no place in a sentence
] as const
export type LineVerdict = (typeof LINE_VERDICTS)[number]

interface WorkbookLine {
  /** As the sheet counts them, from 1. */
  line: number
  itemId: string | null
  number: string | null
  title: string | null
  verdict: LineVerdict
  facts: Record<string, string | number>
  /** What will change, and the command that does it on the version that was checked; only of a line that is `ok`. */
  change: { was: number; now: number; words: string; submit: boolean; value: { now: number; unit: string } | null } | null
  command: (Extract<Command, { command: 'report' | 'submit' }> & { value: number | null }) | null
  version: number | null
  /** As the cells have it, to be given back with a remark. */
  written: Omit<WorkbookRemark, 'itemId' | 'remark'>
}

export type WorkbookCheck =
  | { fault: 'no-header' }
  | { fault: 'missing-column' | 'repeated-column'; headers: string[] }
  | { fault: null; lines: WorkbookLine[]; counts: Record<LineVerdict, number> }

/** A title, a note or an inserted line may stand above the header. */
const HEADER_WITHIN = 10

/** Checks a sheet that came back against the items as they are now. `items` are all that this person can see, and no others. */
export function checkWorkbook(rows: readonly (readonly WorkbookCell[])[], items: readonly WorkbookItem[], actor: Actor): WorkbookCheck {
  const header = findHeader(rows)
  if (!header) return { fault: 'no-header' }
  const missing = NEEDED.filter(key => !header.at.has(key))
  if (missing.length > 0) return { fault: 'missing-column', headers: missing.map(headerOf) }
  if (header.repeated.length > 0) return { fault: 'repeated-column', headers: header.repeated.map(headerOf) }

  const byId = new Map(items.map(item => [item.id, item]))
  const linesOf = new Map<string, number[]>()
  const read = rows.flatMap((row, at) => {
    if (at <= header.row || row.every(cell => textOf(cell) === '')) return []
    const get = (key: Key): WorkbookCell => row[header.at.get(key) ?? -1] ?? null
    const id = textOf(get('id'))
    linesOf.set(id, [...(linesOf.get(id) ?? []), at + 1])
    return [{ line: at + 1, id, get }]
  })
  const lines = read.map(({ line, id, get }) => {
    const item = byId.get(id) ?? null
    const found = item ? judge(item, get, linesOf.get(id)!, actor) : { verdict: 'unknown-item' as const }
    return {
      line,
      itemId: item?.id ?? null,
      number: item?.number ?? (textOf(get('number')) || null),
      title: item?.title ?? (textOf(get('title')) || null),
      facts: {},
      change: null,
      command: null,
      version: item?.version ?? null,
      written: {
        value: textOf(get('value')) || null,
        percent: textOf(get('percent')) || null,
        words: textOf(get('words')) || null,
        waiting: textOf(get('waiting')) || null,
        submit: textOf(get('submit')) || null,
      },
      ...found,
    }
  })
  const counts = Object.fromEntries(LINE_VERDICTS.map(verdict => [verdict, lines.filter(line => line.verdict === verdict).length]))
  return { fault: null, lines, counts: counts as Record<LineVerdict, number> }
}

type Judged = Pick<WorkbookLine, 'verdict'> & Partial<Pick<WorkbookLine, 'facts' | 'change' | 'command'>>

function judge(item: WorkbookItem, get: (key: Key) => WorkbookCell, lines: number[], actor: Actor): Judged {
  const words = textOf(get('words'))
  const stamp = textOf(get('stamp'))
  const filled = Number.parseFloat(stamp)
  const value = readValue(get('value'), item.held, stamp)
  const cell = readPercent(get('percent'), filled)
  const moved = typeof cell === 'number' && cell !== filled ? cell : null
  const waitingCell = textOf(get('waiting'))
  const submitCell = textOf(get('submit'))
  const waitingFor = waitingCell === '' ? item.waitingFor : (WAITING.find(who => WAITING_WORDS[who] === waitingCell) ?? null)
  const submit = submitCell === YES
  // Who is waited for changes nothing by itself: a report says why, in words or in its figure.
  if (words === '' && !submit && value === null && (cell === null || cell === filled)) return { verdict: 'unchanged' }
  if (lines.length > 1) return { verdict: 'repeated', facts: { lines: lines.join(', ') } }
  if (!may(actor, 'item.report', item)) return { verdict: 'not-yours' }
  if (!LIFE[item.state].report) return { verdict: 'wrong-state', facts: { state: item.state } }
  if (cell !== null && typeof cell !== 'number') return cell
  if (value !== null && typeof value !== 'number') return value
  if (waitingCell !== '' && waitingFor === null) return { verdict: 'waiting-unknown', facts: { cell: waitingCell.slice(0, 40) } }
  if (submitCell !== '' && !submit && submitCell !== NO) return { verdict: 'submit-unknown', facts: { cell: submitCell.slice(0, 40) } }
  if ((moved !== null || value !== null || submit) && !may(actor, 'item.submit', item)) return { verdict: 'not-yours' }
  if (stamp !== stampOf(item))
    return { verdict: 'changed-elsewhere', facts: { was: Number.isFinite(filled) ? filled : '', now: item.percent, by: item.lastBy ?? '' } }
  if (!Words().safeParse(words).success) return { verdict: 'words-refused', facts: { length: words.length } }
  const given = value === null ? null : { now: value, unit: item.held!.unit }
  if (submit) {
    if (words === '') return { verdict: 'words-needed' }
    return {
      verdict: 'ok',
      change: { was: item.percent, now: 100, words, submit, value: given },
      command: { command: 'submit', words, fileIds: [], value },
    }
  }
  // A figure that was moved says the progress, too, unless the unit wrote another.
  const reckoned = value === null || item.held!.share === null ? null : Math.min(100, Math.floor(value * item.held!.share))
  const now = moved ?? reckoned ?? item.percent
  if (now < item.percent && words === '') return { verdict: 'percent-falls', facts: { was: item.percent, now } }
  // A report needs words; that the percentage rose is the one thing that can be said for the unit without inventing.
  const done = given && `已完成${given.now}${given.unit}`
  const progress = now === item.percent ? null : `进度由${item.percent}%更新为${now}%`
  const said = words || [done, progress].filter(Boolean).join('，')
  return {
    verdict: 'ok',
    change: { was: item.percent, now, words: said, submit, value: given },
    command: {
      command: 'report',
      percent: now === item.percent ? null : now,
      words: said,
      fileIds: [],
      waitingFor,
      value,
    },
  }
}

/** Where each column stands, wherever people moved it: the first of the top rows that has the most of our headers. */
function findHeader(rows: readonly (readonly WorkbookCell[])[]): { row: number; at: Map<Key, number>; repeated: Key[] } | null {
  const known = new Map(WORKBOOK_COLUMNS.map(column => [bareHeader(column.header), column.key]))
  let best: { row: number; at: Map<Key, number>; repeated: Key[] } | null = null
  for (const [row, cells] of rows.slice(0, HEADER_WITHIN).entries()) {
    const at = new Map<Key, number>()
    const repeated: Key[] = []
    for (const [column, cell] of cells.entries()) {
      const key = known.get(bareHeader(textOf(cell)))
      if (key && at.has(key)) repeated.push(key)
      else if (key) at.set(key, column)
    }
    if (at.size >= 2 && at.size > (best?.at.size ?? 0)) best = { row, at, repeated }
  }
  return best
}

/** 本次进度（%） and 本次 进度 are one header. */
const bareHeader = (text: string): string => text.normalize('NFKC').replace(/\(.*?\)|[\s%*:]/g, '')
const headerOf = (key: Key): string => WORKBOOK_COLUMNS.find(column => column.key === key)!.header
