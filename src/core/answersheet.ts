// The answer sheet 答卷 of a half-year or a year as a document, from true figures with their source and cut-off; it praises nothing and hides nothing.

import type { UnitFigures } from './circular.ts'
import type { CommitmentStand } from './commitment.ts'
import { type Block, type Gongwen, ordinal, type TableBlock, type TextBlock, writtenDay } from './gongwen.ts'
import type { ReadingStatus, Verdict } from './indicator.ts'
import { projectLaggard, projectSection, projectsUnknown, type SheetProjects } from './projectsection.ts'
import { shares } from './share.ts'
import type { Day } from './types.ts'

export const SHEET_KINDS = ['half', 'year'] as const
export type SheetKind = (typeof SHEET_KINDS)[number]

/** Whether 双过半 (at June) or 全年红 and 全面红 (at December) was earned: `open` while the month has no data. */
export type SheetAnswer = 'yes' | 'no' | 'open'

export interface SheetIndicator {
  id: string
  name: string
  /** 亿元; of a milestone empty. */
  measure: string
  /** Done or not: 1 or 0. */
  milestone: boolean
  decimals: number
  /** The unit that reports it. */
  source: string | null
  /** The last month that has data, 1–12. */
  month: number | null
  status: ReadingStatus | null
  value: number | null
  target: number | null
  /** Of an amount whose target is its growth: that growth, per cent; else null. */
  growth: { is: number | null } | null
  verdict: Verdict
  /** Percentage points ahead or behind. */
  points: number | null
  /** What the pace says in one sentence, or why it cannot be computed. */
  sentence: string
}

export interface SheetCommitment {
  unit: string
  indicator: string
  measure: string
  milestone: boolean
  decimals: number
  /** The unit that reports the indicator. */
  source: string | null
  value: number
  dueOn: Day
  /** The last figure by its day. */
  now: number | null
  month: number | null
  /** The month whose figure decides and is not there. */
  awaited: number | null
  stand: CommitmentStand
}

export interface SheetLaggard {
  unit: string
  number: string
  title: string
  dueOn: Day
  daysOverdue: number
}

export interface SheetFacts {
  jurisdiction: string
  office: string
  kind: SheetKind
  year: number
  /** No figure that was reported after this day is in it. */
  asOf: Day
  /** The day as of which items and commitments are counted: the period's last, or `asOf` while it runs. */
  until: Day
  answer: SheetAnswer
  indicators: SheetIndicator[]
  /** `undated`: open ones without a deadline, of which nobody can say whether they are late. */
  items: { total: number; closed: number; open: number; overdue: number; undated: number }
  byUnit: UnitFigures[]
  laggards: SheetLaggard[]
  commitments: SheetCommitment[]
  /** Null: none are kept. */
  projects: SheetProjects | null
}

const NAME = { half: '上半年', year: '全年' } as const
const MONTH = { half: 6, year: 12 } as const
const STATUS = { estimate: '预计', flash: '快报', final: '核定' } as const
const VERDICT = { reached: '已完成', on: '达序时', behind: '欠序时', unknown: '不可算' } as const
const STAND = { kept: '已兑现', running: '未到期', missed: '未兑现', unknown: '数据未报' } as const

/** The same facts give the same document, to the byte once it is written. */
export function answerSheet(facts: SheetFacts): Gongwen {
  const { jurisdiction, office, kind, year, asOf, until } = facts
  const sections: { title: string; blocks: Block[] }[] = [
    { title: '结论', blocks: [p(conclusion(facts))] },
    { title: '主要指标', blocks: indicators(facts) },
    { title: '督办事项', blocks: items(facts) },
    ...(facts.commitments.length ? [{ title: '承诺兑现', blocks: commitments(facts) }] : []),
    ...(facts.projects ? [{ title: '招商项目', blocks: projectSection(facts.projects, until) }] : []),
    ...(late(facts).length ? [{ title: `滞后的${listed(late(facts))}`, blocks: laggards(facts) }] : []),
    ...(unsaid(facts).length ? [{ title: '尚不掌握的情况', blocks: unsaid(facts) }] : []),
  ]
  return {
    mark: `${office}文件`,
    number: null,
    title: `${jurisdiction}${year}年${NAME[kind]}工作答卷`,
    recipients: null,
    blocks: [
      p(
        `本答卷所列指标为截至${writtenDay(asOf)}已上报的数据，${listed(['事项', '承诺', ...(facts.projects ? ['项目'] : [])])}截至${writtenDay(until)}；各数均列明来源，此后的变动不计入。`,
      ),
      ...sections.flatMap((s, at): Block[] => [{ kind: 'h1', text: `${ordinal(at + 1)}、${s.title}` }, ...s.blocks]),
    ],
    attachments: [],
    issuer: office,
    date: asOf,
    copies: null,
    printed: null,
  }
}

const behind = (f: SheetFacts) => f.indicators.filter(i => i.verdict === 'behind')
const late = (f: SheetFacts) => [
  ...(behind(f).length ? ['指标'] : []),
  ...(f.laggards.length ? ['事项'] : []),
  ...(f.projects?.laggards.length ? ['项目'] : []),
]
const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join('、')}和${words.at(-1)}`
const unknown = (f: SheetFacts) => f.indicators.filter(i => i.verdict === 'unknown')
const onPace = (f: SheetFacts) => f.indicators.filter(i => i.verdict === 'on' || i.verdict === 'reached')

/** 全县16项指标中，11项达到或超过序时，3项欠序时，2项不可算，未实现双过半。 */
function conclusion(f: SheetFacts): string {
  const counts = [
    `${onPace(f).length}项达到或超过序时进度`,
    ...(behind(f).length ? [`${behind(f).length}项欠序时进度`] : []),
    ...(unknown(f).length ? [`${unknown(f).length}项尚不可算`] : []),
  ]
  const named = f.kind === 'half' ? '“双过半”' : '“全年红、全面红”'
  const answers = {
    yes: `实现${named}。`,
    no: `未实现${named}。`,
    open: `${MONTH[f.kind]}月数据尚未报齐，是否实现${named}暂不能下结论。`,
  } as const
  const share = shares([f.items.closed, f.items.open])
  const work = share
    ? `督办事项${f.items.total}项，办结${f.items.closed}项，办结率${share[0]}%，逾期${f.items.overdue}项。`
    : '本期没有督办事项。'
  const pledged = f.commitments.length
    ? `承诺${f.commitments.length}项，已兑现${f.commitments.filter(c => c.stand === 'kept').length}项。`
    : ''
  const projects = f.projects ? `签约招商项目${f.projects.signed.items}个，开工${f.projects.started.items}个。` : ''
  const rest = work + pledged + projects
  if (!f.indicators.length) return `${f.jurisdiction}尚未设定考核指标，是否实现${named}不能下结论。${rest}`
  return `${f.jurisdiction}考核指标${f.indicators.length}项，其中${counts.join('，')}，${answers[f.answer]}${rest}`
}

function indicators(f: SheetFacts): Block[] {
  if (!f.indicators.length) return [p('没有设定目标的指标。')]
  const table: TableBlock = {
    kind: 'table',
    caption: `${f.jurisdiction}主要指标完成情况`,
    columns: [
      { header: '指标', share: 36, align: 'left' },
      { header: '年度目标', share: 20, align: 'right' },
      { header: '完成', share: 25, align: 'right' },
      { header: '超欠（百分点）', share: 20, align: 'right' },
      { header: '评价', share: 18, align: 'center' },
      { header: '来源', share: 30, align: 'left' },
      { header: '截止', share: 23, align: 'center' },
    ],
    rows: f.indicators.map(i => [
      i.measure ? `${i.name}（${i.measure}）` : i.name,
      aimOf(i),
      i.growth?.is == null ? figure(i.value, i) : `${figure(i.value, i)}，${grew(i.growth.is)}`,
      i.points === null ? '—' : signed(i.points),
      VERDICT[i.verdict],
      i.source ?? '—',
      i.month === null ? '—' : `${i.month}月${i.status ? STATUS[i.status] : ''}`,
    ]),
  }
  return [p(onPace(f).length ? '各指标完成情况见下表。' : '没有指标达到序时进度，情况见下表。'), table]
}

function items(f: SheetFacts): Block[] {
  const share = shares([f.items.closed, f.items.open])
  if (!share) return [p('本期没有督办事项。')]
  return [
    p(
      `截至${writtenDay(f.until)}，共督办${f.items.total}项，办结${f.items.closed}项，占${share[0]}%；未办结${f.items.open}项，占${share[1]}%，其中逾期${f.items.overdue}项。来源：督办台账。`,
    ),
    ...(f.byUnit.length
      ? [
          {
            kind: 'table' as const,
            caption: '各单位督办事项办理情况',
            columns: [
              { header: '单位', share: 60, align: 'left' as const },
              { header: '督办（项）', share: 22, align: 'center' as const },
              { header: '办结（项）', share: 22, align: 'center' as const },
              { header: '按期办结（项）', share: 26, align: 'center' as const },
              { header: '逾期（项）', share: 22, align: 'center' as const },
            ],
            rows: f.byUnit.map(u => [u.unit, u.total, u.closed, u.onTime, u.overdue].map(String)),
          },
        ]
      : []),
  ]
}

function commitments(f: SheetFacts): Block[] {
  const of = (stand: SheetCommitment['stand']) => f.commitments.filter(c => c.stand === stand).length
  const parts = (['kept', 'running', 'missed', 'unknown'] as const).flatMap(s => (of(s) ? [`${STAND[s]}${of(s)}项`] : []))
  return [
    p(`各单位承诺${f.commitments.length}项：${parts.join('，')}。`),
    ...f.commitments.map((c, at) => {
      const pledge = c.milestone ? `${c.indicator}完成` : `${c.indicator}达到${figure(c.value, c)}${c.measure}`
      const now = c.now === null ? '没有数据' : `${c.month}月${c.milestone ? '' : '为'}${figure(c.now, c)}${c.measure}`
      const stand = c.awaited === null ? STAND[c.stand] : `${c.awaited}月数据未报`
      const source = c.now === null ? '' : `来源：${c.source ?? '未指定'}，截至${c.month}月。`
      return p(`${at + 1}.${c.unit}承诺${writtenDay(c.dueOn)}前${pledge}：${now}，${stand}。${source}`)
    }),
  ]
}

function laggards(f: SheetFacts): Block[] {
  const named = f.laggards.length < f.items.overdue ? `，逾期时间较长的${f.laggards.length}项为` : ''
  const groups: { title: string; lines: TextBlock[] }[] = [
    {
      title: `欠序时进度的指标${behind(f).length}项`,
      lines: behind(f).map((i, at) => p(`${at + 1}.${i.sentence}来源：${i.source ?? '未指定'}，截至${i.month}月。`)),
    },
    {
      title: `逾期未办结的事项${f.items.overdue}项${named}`,
      lines: f.laggards.map((l, at) =>
        p(`${at + 1}.${l.unit}“${l.title}”（编号${l.number}），应于${writtenDay(l.dueOn)}前办结，已逾期${l.daysOverdue}天。`),
      ),
    },
    { title: `滞后的招商项目${f.projects?.laggards.length ?? 0}个`, lines: f.projects?.laggards.map(projectLaggard) ?? [] },
  ]
  return groups
    .filter(({ lines }) => lines.length > 0)
    .flatMap(({ title, lines }, at): Block[] => [{ kind: 'h2', text: `（${ordinal(at + 1)}）${title}` }, ...lines])
}

/** What is not known is said, never left out. */
function unsaid(f: SheetFacts): Block[] {
  const others = [
    ...(f.items.undated > 0 ? [`未办结事项中有${f.items.undated}项没有时限，不能判断是否逾期。`] : []),
    ...f.commitments
      .filter(c => c.stand === 'unknown')
      .map(c => `${c.unit}承诺的${c.indicator}没有数据，不能判断是否兑现。${c.source ? `应由${c.source}提供。` : '尚未指定来源单位。'}`),
    ...(f.projects ? projectsUnknown(f.projects) : []),
  ]
  const lines = unknown(f).map((i, at) => p(`${at + 1}.${i.sentence}${i.source ? `应由${i.source}提供。` : '尚未指定来源单位。'}`))
  return [...(lines.length ? [p(`以下${lines.length}项指标不可算，未计入达序时，也未计入欠序时：`), ...lines] : []), ...others.map(p)]
}

function aimOf(i: SheetIndicator): string {
  if (i.milestone) return '完成'
  if (i.target === null) return '—'
  // A target is printed as it was set: 6.5, never 7.
  const decimals = i.growth ? 0 : i.decimals
  const said = String(i.target).split('.')[1]?.length ?? 0
  const target = figure(i.target, { milestone: false, decimals: Math.max(decimals, Math.min(said, 4)) })
  return i.growth ? `增长${target}%` : target
}
const grew = (rate: number): string => `${rate < 0 ? '下降' : '增长'}${Math.abs(rate)}%`

interface Shown {
  decimals: number
  milestone: boolean
}

function figure(value: number | null, { decimals, milestone }: Shown): string {
  if (value === null) return '—'
  return milestone ? (value >= 1 ? '已完成' : '未完成') : value.toFixed(decimals).replace('-', '−')
}
const signed = (points: number): string => (points > 0 ? `+${points}` : `${points}`.replace('-', '−'))
const p = (text: string): TextBlock => ({ kind: 'p', text })
