// The answer sheet 答卷 of a half-year or a year as a document, from true figures with their source and cut-off; it praises nothing and hides nothing.

import { type ItemsStood, type UnitFigures, unsureWords } from './circular.ts'
import type { CommitmentStand } from './commitment.ts'
import { type Block, type Gongwen, ordinal, type TableBlock, type TextBlock, writtenDay } from './gongwen.ts'
import type { ReadingStatus, Verdict } from './indicator.ts'
import { projectLaggard, projectSection, projectsUnknown, type SheetProjects } from './projectsection.ts'
import { behind, conclusion, NAME, onPace, percent, pledged, runs, STAND, unknown } from './sheetverdict.ts'
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
  /** Nothing was to be shown by then: unknown, and nobody's fault. */
  notDue: boolean
  /** Percentage points ahead or behind. */
  points: number | null
  /** The whole as it was reported is not the sum of its parts. */
  mismatch: { reported: number; parts: number } | null
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

export interface SheetRevision {
  /** Of a pledge: the unit that gave it; null: the year's target of the whole. */
  unit: string | null
  indicator: string
  measure: string
  milestone: boolean
  decimals: number
  was: { value: number; dueOn: Day | null }
  /** Null: taken back. */
  now: { value: number; dueOn: Day | null } | null
  on: Day
  by: string
  why: string | null
}

interface SheetLaggard {
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
  /** What stands in the way of a yes besides those behind now: unknown in the months that decide, and behind at an earlier quarter's end. */
  awaited: string[]
  lapsed: { name: string; month: number }[]
  indicators: SheetIndicator[]
  /** Names of indicators that are in none of the counts: nobody set the year's target, or it was set and the indicator then retired. */
  untargeted: string[]
  retired: string[]
  /** Targets of the whole and pledges of units that were changed in the year, in order of their days. */
  revised: SheetRevision[]
  items: ItemsStood
  byUnit: UnitFigures[]
  /** All that are late, the worst first. */
  laggards: SheetLaggard[]
  /** Numbers of open items of which the history does not tell how they stood. */
  unsure: string[]
  commitments: SheetCommitment[]
  /** Null: none are kept. */
  projects: SheetProjects | null
}

const STATUS = { estimate: '预计', flash: '快报', final: '核定' } as const
const VERDICT = { reached: '已完成', on: '达序时', behind: '欠序时', unknown: '不可算' } as const

/** The same facts give the same document, to the byte once it is written. */
export function answerSheet(facts: SheetFacts): Gongwen {
  const { jurisdiction, office, kind, year, asOf, until } = facts
  const sections: { title: string; blocks: Block[] }[] = [
    { title: '结论', blocks: conclusion(facts).map(p) },
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
        `本答卷所列指标为截至${writtenDay(asOf)}已上报的数据，${listed(['事项', '承诺', ...(facts.projects ? ['项目'] : [])])}截至${writtenDay(until)}；各数均列明来源，此后的变动不计入。${runs(facts) ? `${year}年${NAME[kind]}尚未结束，以下是截至当日的进度，不是${NAME[kind]}结论。` : ''}`,
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

const late = (f: SheetFacts) => [
  ...(behind(f).length ? ['指标'] : []),
  ...(f.laggards.length ? ['事项'] : []),
  ...(f.projects?.laggards.length ? ['项目'] : []),
]
const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join('、')}和${words.at(-1)}`

function indicators(f: SheetFacts): Block[] {
  if (!f.indicators.length) return [p('没有设定目标的指标。'), ...revised(f, false)]
  const table: TableBlock = {
    kind: 'table',
    caption: `${f.jurisdiction}主要指标完成情况`,
    columns: [
      { header: '指标', share: 34, align: 'left' },
      { header: '年度目标', share: 20, align: 'right' },
      { header: '完成', share: 25, align: 'right' },
      { header: '超欠（百分点）', share: 21, align: 'right' },
      { header: '评价', share: 18, align: 'center' },
      { header: '来源', share: 30, align: 'left' },
      { header: '截止', share: 25, align: 'center' },
    ],
    rows: f.indicators.map(i => [
      i.measure ? `${i.name}（${i.measure}）` : i.name,
      aimOf(i),
      i.growth?.is == null ? figure(i.value, i) : `${figure(i.value, i)}，${grew(i.growth.is)}`,
      i.points === null ? '—' : signed(i.points),
      i.notDue ? '未到期' : VERDICT[i.verdict],
      i.source ?? '—',
      i.month === null || i.notDue ? '—' : `${i.month}月${i.status ? STATUS[i.status] : ''}`,
    ]),
  }
  return [p(onPace(f).length ? '各指标完成情况见下表。' : '没有指标达到序时进度，情况见下表。'), table, ...revised(f, false)]
}

/** What was asked for or promised and then changed, with who did it and why: 年度目标有1项调整：1.… */
function revised(f: SheetFacts, pledges: boolean): TextBlock[] {
  const some = f.revised.filter(r => (r.unit !== null) === pledges)
  if (some.length === 0) return []
  const said = (r: SheetRevision, { value, dueOn }: SheetRevision['was']) =>
    `${r.milestone ? '完成' : `${figure(value, { ...r, decimals: asSet(value, r.decimals) })}${r.measure}`}${dueOn ? `（${writtenDay(dueOn)}前）` : ''}`
  return [
    p(`${f.year}年${pledges ? '承诺' : '度目标'}调整${some.length}次：`),
    ...some.map((r, at) => {
      const change = r.now ? `由${said(r, r.was)}调整为${said(r, r.now)}` : `撤销，原为${said(r, r.was)}`
      const why = r.why?.replace(/[。；;.\s]+$/u, '')
      return p(
        `${at + 1}.${r.unit ?? ''}${r.indicator}${writtenDay(r.on)}${change}，由${r.by}办理${why ? `，理由：${why}` : '，没有写明理由'}。`,
      )
    }),
  ]
}

function items(f: SheetFacts): Block[] {
  if (f.items.total === 0) return [p('本期没有督办事项。')]
  const { total, closed, open, overdue, suspended } = f.items
  const paused = suspended > 0 ? `，中止${suspended}项` : ''
  const rest = open > 0 ? `未办结${open}项，占${percent(open, total)}，其中逾期${overdue}项${paused}` : '全部办结'
  return [
    p(`截至${writtenDay(f.until)}，共督办${total}项，办结${closed}项，占${percent(closed, total)}；${rest}。来源：督办台账。`),
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
  return [
    ...(f.commitments.length ? [p(`各单位${pledged(f)}`)] : []),
    ...f.commitments.map((c, at) => {
      const pledge = c.milestone ? `${c.indicator}完成` : `${c.indicator}达到${figure(c.value, c)}${c.measure}`
      const now = c.now === null ? '没有数据' : `${c.month}月${c.milestone ? '' : '为'}${figure(c.now, c)}${c.measure}`
      const stand = c.awaited === null ? STAND[c.stand] : `${c.awaited}月数据未报`
      const source = c.now === null ? '' : `来源：${c.source ?? '未指定'}，截至${c.month}月。`
      return p(`${at + 1}.${c.unit}承诺${writtenDay(c.dueOn)}前${pledge}：${now}，${stand}。${source}`)
    }),
    ...revised(f, true),
  ]
}

function laggards(f: SheetFacts): Block[] {
  const [named, rest] = [f.laggards.slice(0, MOST_LAGGARDS), f.laggards.slice(MOST_LAGGARDS)]
  const groups: { title: string; lines: TextBlock[] }[] = [
    {
      title: `欠序时进度的指标${behind(f).length}项`,
      lines: behind(f).map((i, at) => p(`${at + 1}.${i.sentence}来源：${i.source ?? '未指定'}，截至${i.month}月。`)),
    },
    {
      title: `逾期未办结的事项${f.items.overdue}项${rest.length ? `，逾期时间较长的${named.length}项为` : ''}`,
      lines: [
        ...named.map((l, at) =>
          p(`${at + 1}.${l.unit}“${l.title}”（编号${l.number}），应于${writtenDay(l.dueOn)}前办结，已逾期${l.daysOverdue}天。`),
        ),
        ...(rest.length
          ? [
              p(
                `其余${rest.length}项编号：${rest
                  .map(l => l.number)
                  .sort()
                  .join('、')}。`,
              ),
            ]
          : []),
      ],
    },
    { title: `滞后的招商项目${f.projects?.laggards.length ?? 0}个`, lines: f.projects?.laggards.map(projectLaggard) ?? [] },
  ]
  return groups
    .filter(({ lines }) => lines.length > 0)
    .flatMap(({ title, lines }, at): Block[] => [{ kind: 'h2', text: `（${ordinal(at + 1)}）${title}` }, ...lines])
}

/** So many are named with their titles, the others by their numbers (product choice). */
const MOST_LAGGARDS = 20

/** What is not known is said, never left out. */
function unsaid(f: SheetFacts): Block[] {
  const others = [
    ...f.indicators.flatMap(i =>
      i.mismatch
        ? [
            `${i.name}上报${figure(i.mismatch.reported, i)}${i.measure}，分项合计${figure(i.mismatch.parts, i)}${i.measure}，两者不一致，本答卷按上报数。`,
          ]
        : [],
    ),
    ...(f.untargeted.length ? [`有数据而未设年度目标的指标${f.untargeted.length}项，未作评价：${f.untargeted.join('、')}。`] : []),
    ...(f.retired.length ? [`设过本年目标、后已停用的指标${f.retired.length}项，未列入：${f.retired.join('、')}。`] : []),
    ...(f.unsure.length ? [unsureWords(f.unsure, f.until)] : []),
    ...(f.items.undated > 0 ? [`未办结事项中有${f.items.undated}项没有时限，不能判断是否逾期。`] : []),
    ...f.commitments
      .filter(c => c.stand === 'unknown')
      .map(c => `${c.unit}承诺的${c.indicator}没有数据，不能判断是否兑现。${c.source ? `应由${c.source}提供。` : '尚未指定来源单位。'}`),
    ...(f.projects ? projectsUnknown(f.projects, f.until) : []),
  ]
  const lines = unknown(f).map((i, at) => p(`${at + 1}.${i.sentence}${i.source ? `应由${i.source}提供。` : '尚未指定来源单位。'}`))
  return [...(lines.length ? [p(`以下${lines.length}项指标不可算，未计入达序时，也未计入欠序时：`), ...lines] : []), ...others.map(p)]
}

function aimOf(i: SheetIndicator): string {
  if (i.milestone) return '完成'
  if (i.target === null) return '—'
  // A target is printed as it was set: 6.5, never 7.
  const decimals = i.growth ? 0 : i.decimals
  const target = figure(i.target, { milestone: false, decimals: asSet(i.target, decimals) })
  return i.growth ? `增长${target}%` : target
}
const asSet = (value: number, decimals: number): number => Math.max(decimals, Math.min(String(value).split('.')[1]?.length ?? 0, 4))
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
