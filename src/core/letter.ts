// What leaves the program, in words: the weekly digest, what could not wait for it, and the code that proves an address. Chinese, as official mail is.
import type { TodoEntry } from './contract/todo.ts'
import { addDays, daysBetween } from './day.ts'
import type { MessageKind, Urgent } from './message.ts'
import type { Day } from './types.ts'

/** Plain words, and where each line leads; a mail or a robot gives it its form. */
export interface Letter {
  title: string
  lines: { text: string; url: string | null }[]
  /** Why it comes, and how not to get it; mail only. */
  foot: string | null
}

const WHY: Record<TodoEntry['kind'], string> = {
  'to-accept': '待签收',
  'to-report': '待反馈',
  returned: '退回待改',
  'to-verify': '待核查',
  'to-decide': '延期待批',
  'to-recheck': '待回头看',
  'to-dispatch': '待交办',
  'to-judge': '待研判',
  'to-review': '到期复核',
  'to-adopt': '待采纳',
  'draft-document': '待审读',
}

/** What happened to an item of the person's since the last digest. */
export interface Change {
  kind: MessageKind
  number: string | null
  title: string
}

/** 已办结 已退回 …; what somebody is told of at most. */
const DONE: Record<MessageKind, string> = {
  slip: '收到督查单',
  note: '有新批示',
  'slip-settled': '督查单了结',
  'slip-withdrawn': '督查单撤销',
  'note-read': '批示已阅',
  'note-dispatched': '批示已交办',
  register: '已立项',
  edit: '有修改',
  dispatch: '新交办',
  withdraw: '已撤回',
  accept: '已签收',
  report: '有反馈',
  submit: '报请销号',
  close: '已办结',
  return: '被退回',
  suspend: '已中止',
  resume: '已恢复',
  extend: '已延期',
  'ask-extension': '申请延期',
  'grant-extension': '同意延期',
  'refuse-extension': '不同意延期',
  urge: '被催办',
  archive: '已归档',
  'plan-recheck': '安排回头看',
  recheck: '已回头看',
  move: '推进了阶段',
  amend: '补充了情况',
  link: '关联了事项',
  unlink: '取消了关联',
  'break-down': '已分解',
  prescribe: '部署了规定动作',
  weigh: '调整了权重',
  attach: '有并入',
  detach: '有移出',
  relay: '已下达下级',
  recall: '撤回了下达',
  propose: '提出自选动作',
  adopt: '已采纳',
  decline: '未采纳',
}

export interface DigestOptions {
  /** What waits for the person, as his own list shows it. */
  entries: readonly TodoEntry[]
  changes: readonly Change[]
  today: Day
  /** The address of a page. */
  link: (path: string) => string
  /** Lines shown of each part; the rest is counted. */
  most?: number
}

/** The days that count as this week, from today. */
const WEEK = 7

/** The digest, by what is due, undated ones last; null when nothing waits: then nothing is sent, whatever changed. */
export function digestLetter({ entries, changes, today, link, most = 20 }: DigestOptions): Letter | null {
  if (entries.length === 0) return null
  const lines = [...entries].sort(
    (a, b) => compare(a.dueOn ?? '9', b.dueOn ?? '9') || compare(a.item?.number ?? '9', b.item?.number ?? '9'),
  )
  const dated = lines.flatMap(line => line.dueOn ?? [])
  const overdue = dated.filter(day => day < today).length
  const soon = dated.filter(day => day >= today && day < addDays(today, WEEK)).length
  const rest = lines.length - most
  const more = changes.length - most
  return {
    title: `落实待办：${[`${lines.length}项待办`, ...(overdue ? [`${overdue}项已逾期`] : []), ...(soon ? [`${soon}项7天内到期`] : [])].join('，')}`,
    lines: [
      ...lines.slice(0, most).map(line => ({ text: said(line, today), url: link(placeOf(line)) })),
      ...(rest > 0 ? [{ text: `另有${rest}项，请登录查看。`, url: link('/todo') }] : []),
      ...changes.slice(0, most).map(one => ({ text: `上次以来：${numbered(one)}，${DONE[one.kind]}。`, url: null })),
      ...(more > 0 ? [{ text: `上次以来另有${more}条变化，请登录查看。`, url: link('/messages') }] : []),
    ],
    foot: '每周汇总一封，没有待办就不发。哪天收、何时免打扰，可在“我的”中调整。',
  }
}

const placeOf = ({ item, document }: TodoEntry): string => (item ? `/items/${item.id}` : document ? `/documents/${document.id}` : '/todo')
const numbered = ({ number, title }: { number: string | null; title: string }): string => [number, title].filter(Boolean).join(' ')

/** 【待签收】2026-0002 北渠清淤（今天到期）; a document to be read has a deadline only when it is a leader's note. */
function said({ kind, item, document, dueOn }: TodoEntry, today: Day): string {
  const what = item ? numbered(item) : (document?.title ?? '')
  return `【${WHY[kind]}】${what}${document && dueOn === null ? '' : `（${deadline(dueOn, today)}）`}`
}

/** 6月30日到期 / 今天到期 / 已逾期3天 / 未定期限 */
function deadline(dueOn: Day | null, today: Day): string {
  if (dueOn === null) return '未定期限'
  const days = daysBetween(today, dueOn)
  if (days < 0) return `已逾期${-days}天`
  return `${days === 0 ? '今天' : `${Number(dueOn.slice(5, 7))}月${Number(dueOn.slice(8))}日`}到期`
}

const URGENT: Record<Urgent, [title: string, why: string]> = {
  'urgent-dispatch': ['特急交办', '特急事项须当日着手，即时发送，不受免打扰时段限制。'],
  'red-slip': ['红色督查单', '红色督查单即时发送；在免打扰时段内签发的，于时段结束后发送。'],
  'returned-due': ['退回待改，时限将到', '退回时距时限不足一个工作日，不等每周汇总；在免打扰时段内退回的，于时段结束后发送。'],
}

/** One thing that does not wait for the digest, and why it does not. */
export function urgentLetter(urgent: Urgent, about: { number: string | null; title: string; words: string | null }, url: string): Letter {
  const [title, foot] = URGENT[urgent]
  return {
    title: `【${title}】${numbered(about)}`,
    lines: [...(about.words ? [{ text: about.words, url: null }] : []), { text: '打开事项', url }],
    foot,
  }
}

export const codeLetter = (code: string, minutes: number): Letter => ({
  title: `落实：邮箱验证码 ${code}`,
  lines: [{ text: `验证码 ${code}，${minutes}分钟内有效。在“我的”中填入后，本邮箱即用于接收您的待办汇总。`, url: null }],
  foot: '若不是您本人操作，请忽略本邮件。',
})

/** Sent by hand to see whether a channel works; no word of business in it. */
export const testLetter = (place: string): Letter => ({
  title: '落实：测试消息',
  lines: [{ text: `这是${place}督查系统的测试消息，收到即表示消息通道可用。`, url: null }],
  foot: null,
})

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
