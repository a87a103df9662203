// Who waits for what: the one list of a person's open work, and the weekly digest made of it. One message a week instead of one for each event.
import { may } from './access.ts'
import type { TodoEntry } from './contract/item.ts'
import { addDays, daysBetween } from './day.ts'
import type { Actor, Day, Item } from './types.ts'

/** 待签收 待反馈 退回待改 待核查 待交办; a document to be cut into items is not an item and comes from elsewhere. */
export type WaitsFor = Exclude<TodoEntry['kind'], 'draft-document'>

export type MessageItem = Pick<Item, 'id' | 'number' | 'title' | 'state' | 'dueOn' | 'leadUnitId' | 'coUnitIds' | 'waitingFor'>

/** What this person can do next that others wait for, or null. Asks the access table, so it never names what he may not see. */
export function waitsFor(actor: Actor, item: MessageItem): WaitsFor | null {
  switch (item.state) {
    case 'registered':
      return may(actor, 'item.dispatch', item) ? 'to-dispatch' : null
    case 'dispatched':
      return may(actor, 'item.accept', item) ? 'to-accept' : null
    case 'pending_verification':
      return may(actor, 'item.close', item) ? 'to-verify' : null
    case 'returned':
      return may(actor, 'item.submit', item) ? 'returned' : null
    case 'in_progress':
      if (may(actor, 'item.submit', item)) return 'to-report'
      return item.waitingFor === 'co' && may(actor, 'item.report', item) ? 'to-report' : null
    default:
      return null
  }
}

export interface DigestLine {
  itemId: string
  number: string | null
  title: string
  why: WaitsFor
  dueOn: Day | null
  /** Days to the deadline; below zero: past it. */
  days: number | null
}

export interface Digest {
  personId: string
  asOf: Day
  /** By deadline, undated ones last. */
  lines: DigestLine[]
  counts: { overdue: number; thisWeek: number; later: number; undated: number }
}

/** The days that count as this week, from today. */
const WEEK = 7

/** The person's digest, or null when nothing waits for him: then nothing is sent. */
export function digest(actor: Actor, items: readonly MessageItem[], today: Day): Digest | null {
  const lines = items
    .flatMap((item): DigestLine[] => {
      const why = waitsFor(actor, item)
      if (!why) return []
      const days = item.dueOn === null ? null : daysBetween(today, item.dueOn)
      return [{ itemId: item.id, number: item.number, title: item.title, why, dueOn: item.dueOn, days }]
    })
    .sort((a, b) => compare(a.dueOn ?? '9', b.dueOn ?? '9') || compare(a.number ?? '', b.number ?? '') || compare(a.itemId, b.itemId))
  if (lines.length === 0) return null
  const end = addDays(today, WEEK)
  const count = (holds: (dueOn: Day) => boolean): number => lines.filter(line => line.dueOn !== null && holds(line.dueOn)).length
  return {
    personId: actor.personId,
    asOf: today,
    lines,
    counts: {
      overdue: count(day => day < today),
      thisWeek: count(day => day >= today && day < end),
      later: count(day => day >= end),
      undated: lines.filter(line => line.dueOn === null).length,
    },
  }
}

/** A message before it takes the form of a mail or of a robot: plain words, and where each line leads. */
export interface Message {
  title: string
  lines: { text: string; url: string | null }[]
}

const WHY: Record<WaitsFor, string> = {
  'to-accept': '待签收',
  'to-report': '待反馈',
  returned: '退回待改',
  'to-verify': '待核查',
  'to-dispatch': '待交办',
}

/** The digest in words. `link` makes the address of an item; `most` lines are shown, the rest counted. */
export function digestMessage(one: Digest, link: (itemId: string) => string, most = 20): Message {
  const { overdue, thisWeek } = one.counts
  const parts = [`${one.lines.length}项待办`, ...(overdue ? [`${overdue}项已逾期`] : []), ...(thisWeek ? [`${thisWeek}项7天内到期`] : [])]
  const rest = one.lines.length - most
  return {
    title: `落实待办：${parts.join('，')}`,
    lines: [
      ...one.lines
        .slice(0, most)
        .map(line => ({ text: `【${WHY[line.why]}】${line.number ?? ''} ${line.title}（${deadline(line)}）`, url: link(line.itemId) })),
      ...(rest > 0 ? [{ text: `另有${rest}项，请登录查看。`, url: null }] : []),
    ],
  }
}

/** 6月30日到期 / 今天到期 / 已逾期3天 / 未定期限 */
function deadline({ dueOn, days }: DigestLine): string {
  if (dueOn === null || days === null) return '未定期限'
  if (days < 0) return `已逾期${-days}天`
  return `${days === 0 ? '今天' : `${Number(dueOn.slice(5, 7))}月${Number(dueOn.slice(8))}日`}到期`
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
