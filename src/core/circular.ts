// The supervision circular 督查通报 (and the special report 督查专报) as a document, from true figures; it adds no fact and no opinion of its own.

import { addDays } from './day.ts'
import { type Block, type Gongwen, ordinal, type TableBlock, type TextBlock, writtenDay } from './gongwen.ts'
import { shares } from './share.ts'

export interface UnitFigures {
  unit: string
  total: number
  closed: number
  /** Open and past their deadline. */
  overdue: number
  /** Closed on or before their deadline; never more than `closed`. */
  onTime: number
}

export interface Laggard {
  unit: string
  /** The item's number in the ledger. */
  number: string
  title: string
  /** `YYYY-MM-DD` */
  dueOn: string
  daysOverdue: number
  /** What the unit itself reported, or null: a reason is never supplied here. */
  reason: string | null
}

/** Items on the books on a day, as they stood then. */
export interface ItemsStood {
  total: number
  closed: number
  open: number
  /** Of the open ones: past their deadline; suspended; without a deadline, of which nobody can say whether they are late. */
  overdue: number
  suspended: number
  undated: number
}

export interface CircularFacts {
  /** e.g. 青禾县 */
  jurisdiction: string
  /** The office that issues it, in full, e.g. 青禾县人民政府督查室 */
  office: string
  number: string | null
  recipients: string | null
  copies: string | null
  /** First and last day of the figures, `YYYY-MM-DD`; `asOf` is also the document's date unless `date` is given. */
  from: string
  asOf: string
  date?: string
  items: Pick<ItemsStood, 'total' | 'closed' | 'open' | 'overdue'>
  byUnit: UnitFigures[]
  laggards: Laggard[]
  /** Units to be named as good; their figures are taken from `byUnit`. */
  praised: string[]
  /** Requirements in the officer's own words; left out when empty. */
  nextSteps: string[]
  /** Numbers of open items of which the history does not tell how they stood: they are counted as late nowhere. */
  unsure: string[]
}

/** 督查通报 to all units. */
export function circular(facts: CircularFacts): Gongwen {
  return compose(facts, {
    subject: '督办事项办理情况的通报',
    verb: '通报',
    steps: '下一步工作要求',
    end: null,
  })
}

/** 督查专报 to leaders only: the same figures, no praise, suggestions instead of requirements. */
export function specialReport(facts: CircularFacts): Gongwen {
  return compose({ ...facts, praised: [] }, { subject: '督办事项办理情况的专报', verb: '报告', steps: '下一步工作建议', end: '专此报告。' })
}

interface Wording {
  subject: string
  verb: string
  steps: string
  end: string | null
}

function compose(facts: CircularFacts, wording: Wording): Gongwen {
  check(facts)
  const sections: { title: string; blocks: Block[] }[] = [{ title: '总体情况', blocks: overall(facts) }]
  if (facts.praised.length > 0) sections.push({ title: '办结较好的单位', blocks: praise(facts) })
  if (facts.laggards.length > 0) sections.push({ title: '逾期未办结事项', blocks: overdue(facts) })
  if (facts.unsure.length > 0) sections[0]!.blocks.push(p(unsureWords(facts.unsure, facts.asOf)))
  if (facts.nextSteps.length > 0)
    sections.push({ title: wording.steps, blocks: facts.nextSteps.map((step, at) => p(`（${ordinal(at + 1)}）${step}`)) })

  return {
    mark: `${facts.office}文件`,
    number: facts.number,
    title: `关于${periodOf(facts.from, facts.asOf)}${wording.subject}`,
    recipients: facts.recipients,
    blocks: [
      p(`现将${facts.jurisdiction}${span(facts.from, facts.asOf)}督办事项办理情况${wording.verb}如下：`),
      ...sections.flatMap((section, at): Block[] => [{ kind: 'h1', text: `${ordinal(at + 1)}、${section.title}` }, ...section.blocks]),
      ...(wording.end ? [p(wording.end)] : []),
    ],
    attachments: [],
    issuer: facts.office,
    date: facts.date ?? facts.asOf,
    copies: facts.copies,
    printed: { office: facts.office, date: facts.date ?? facts.asOf },
  }
}

/** 未办结事项中有1项的办理记录不全，不能确定其在2026年5月31日的时限和状态，未计入逾期：编号2026-0014。 */
export const unsureWords = (numbers: readonly string[], day: string): string =>
  `未办结事项中有${numbers.length}项的办理记录不全，不能确定其在${writtenDay(day)}的时限和状态，未计入逾期：编号${numbers.join('、')}。`

/** 截至2026年5月31日，共立项督办22项，已办结6项，办结率27%；未办结16项，占73%，其中逾期3项。 */
function overall({ items, byUnit, asOf, unsure }: CircularFacts): Block[] {
  const share = shares([items.closed, items.open])
  if (!share) return [p('本期没有立项督办的事项。')]
  const late = items.overdue > 0 ? `，其中逾期${items.overdue}项` : items.open > 0 && unsure.length === 0 ? '，均未逾期' : ''
  const open = items.open > 0 ? `未办结${items.open}项，占${share[1]}%${late}` : '全部办结'
  const blocks: Block[] = [p(`截至${writtenDay(asOf)}，共立项督办${items.total}项，已办结${items.closed}项，办结率${share[0]}%；${open}。`)]
  if (byUnit.length > 0) blocks.push(p('各单位办理情况见下表。'), table(byUnit))
  return blocks
}

function table(units: UnitFigures[]): TableBlock {
  const figures = (unit: UnitFigures) => {
    const share = shares([unit.closed, unit.total - unit.closed])
    return [unit.unit, `${unit.total}`, `${unit.closed}`, share ? `${share[0]}%` : '—', `${unit.onTime}`, `${unit.overdue}`]
  }
  return {
    kind: 'table',
    caption: '各单位督办事项办理情况',
    columns: [
      { header: '序号', share: 12, align: 'center' },
      // Names of units are long: 县城市管理和综合执法局 stands on one line.
      { header: '单位', share: 56, align: 'left' },
      { header: '立项（项）', share: 17, align: 'center' },
      { header: '办结（项）', share: 17, align: 'center' },
      { header: '办结率', share: 17, align: 'center' },
      { header: '按期办结（项）', share: 20, align: 'center' },
      { header: '逾期（项）', share: 17, align: 'center' },
    ],
    rows: units.map((unit, at) => [`${at + 1}`, ...figures(unit)]),
  }
}

/** 县水利局立项4项，办结3项，其中按期办结3项。 */
function praise({ praised, byUnit }: CircularFacts): TextBlock[] {
  return praised.map(name => {
    const unit = byUnit.find(one => one.unit === name)
    if (!unit) throw new RangeError(`${name} is praised but has no figures`)
    const done = unit.closed === unit.total ? '全部办结' : `办结${unit.closed}项`
    return p(`${unit.unit}立项${unit.total}项，${done}，其中按期办结${unit.onTime}项。`)
  })
}

/** 1.县水利局“北渠清淤”（编号2026-014），应于4月30日前办结，已逾期31天。该单位反馈：…… */
function overdue({ laggards, asOf, items }: CircularFacts): TextBlock[] {
  const units = new Set(laggards.map(one => one.unit)).size
  const named = laggards.length < items.overdue ? `，逾期时间较长的${laggards.length}项为` : ''
  const lines = laggards.map((one, at) => {
    const due = one.dueOn.slice(0, 4) === asOf.slice(0, 4) ? writtenDay(one.dueOn).slice(5) : writtenDay(one.dueOn)
    const reason = one.reason ? `该单位反馈：${one.reason.replace(/[。；;.\s]+$/u, '')}。` : ''
    return p(`${at + 1}.${one.unit}“${one.title}”（编号${one.number}），应于${due}前办结，已逾期${one.daysOverdue}天。${reason}`)
  })
  return [p(`逾期未办结${items.overdue}项${named || `，涉及${units}个单位`}：`), ...lines]
}

/** 2026-01-01 to 2026-05-31 → 2026年1—5月; other spans are not named in the title. */
function periodOf(from: string, asOf: string): string {
  const [year, month] = [from.slice(0, 4), Number(from.slice(5, 7))]
  if (from.slice(8) !== '01' || asOf.slice(0, 4) !== year || !addDays(asOf, 1).endsWith('-01')) return ''
  const last = Number(asOf.slice(5, 7))
  return month === last ? `${year}年${month}月` : `${year}年${month}—${last}月`
}

function span(from: string, asOf: string): string {
  return `${writtenDay(from)}至${from.slice(0, 4) === asOf.slice(0, 4) ? writtenDay(asOf).slice(5) : writtenDay(asOf)}`
}

function p(text: string): TextBlock {
  return { kind: 'p', text }
}

/** Figures that contradict each other would be printed under an office's name: that is a bug of the caller, not a document. */
function check({ items, byUnit, laggards }: CircularFacts): void {
  const sum = (of: (unit: UnitFigures) => number) => byUnit.reduce((total, unit) => total + of(unit), 0)
  if (items.closed + items.open !== items.total || items.overdue > items.open)
    throw new RangeError('the circular’s totals contradict each other')
  if (byUnit.some(unit => unit.onTime > unit.closed || unit.closed + unit.overdue > unit.total))
    throw new RangeError('a unit’s figures contradict each other')
  if (byUnit.length > 0 && (sum(unit => unit.total) !== items.total || sum(unit => unit.closed) !== items.closed))
    throw new RangeError('the units’ figures do not add up to the totals')
  if (laggards.length > items.overdue) throw new RangeError('more laggards than overdue items')
}
