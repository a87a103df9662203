// The report of a campaign or programme that has ended, as a document: what was done, what was not and where it goes. It praises nothing and hides nothing.
import { burnSentence, type SaidBurn } from './burnupsentence.ts'
import { type Block, type Gongwen, ordinal, type TableBlock, type TextBlock, writtenDay } from './gongwen.ts'
import type { Day } from './types.ts'

/** As it stood on the day on which it ended. */
export interface EndItem {
  number: string | null
  title: string
  /** Of the lead unit. */
  unit: string | null
  percent: number
  dueOn: Day | null
  /** Since when it is done or dropped. */
  on: Day | null
}

export interface EndFacts {
  jurisdiction: string
  office: string
  number: string | null
  title: string
  begin: Day
  end: Day
  endedOn: Day
  goals: string[]
  burn: SaidBurn
  byUnit: { unit: string; total: number; done: number; open: number; gone: number }[]
  done: EndItem[]
  /** By whom each is taken over. */
  handed: (EndItem & { to: string })[]
  left: EndItem[]
  gone: EndItem[]
  /** Each standing as its sentence. */
  indicators: { name: string; sentence: string }[]
  /** In the officer's own words; null: none. */
  words: string | null
}

/** The same facts give the same document, to the byte once it is written. */
export function endReport(facts: EndFacts): Gongwen {
  const { office, title, endedOn } = facts
  const sections: { title: string; blocks: Block[] }[] = [
    { title: '总体情况', blocks: overall(facts) },
    { title: '已完成的事项', blocks: finished(facts) },
    { title: '未完成的事项及去向', blocks: unfinished(facts) },
    ...(facts.indicators.length ? [{ title: '相关指标', blocks: indicators(facts) }] : []),
    ...(facts.words ? [{ title: '下一步工作', blocks: lines(facts.words).map(p) }] : []),
  ]
  return {
    mark: `${office}文件`,
    number: null,
    title: `关于“${title}”完成情况的报告`,
    recipients: null,
    blocks: sections.flatMap((s, at): Block[] => [{ kind: 'h1', text: `${ordinal(at + 1)}、${s.title}` }, ...s.blocks]),
    attachments: [],
    issuer: office,
    date: endedOn,
    copies: null,
    printed: null,
  }
}

/** “青禾县百日攻坚”（编号2026-0101）自2026年3月2日起…… */
function overall(f: EndFacts): Block[] {
  const number = f.number ? `（编号${f.number}）` : ''
  const early = f.endedOn < f.end ? `，${writtenDay(f.endedOn)}提前结束` : f.endedOn > f.end ? `，${writtenDay(f.endedOn)}结束` : ''
  const open = f.handed.length + f.left.length
  const parts = [
    `列入${f.done.length + open + f.gone.length}项`,
    `已完成${f.done.length}项`,
    `未完成${open}项${open ? `（移交${f.handed.length}项，留原单位继续办理${f.left.length}项）` : ''}`,
    ...(f.gone.length ? [`中途终止${f.gone.length}项`] : []),
  ]
  return [
    p(`${f.jurisdiction}“${f.title}”${number}自${writtenDay(f.begin)}至${writtenDay(f.end)}${early}。${parts.join('，')}。`),
    p(burnSentence('zh', f.burn)),
    ...(f.goals.length ? [p('确定的目标：'), ...f.goals.map((goal, at) => p(`${at + 1}.${stop(goal)}`))] : []),
    ...(f.byUnit.length ? [units(f)] : []),
  ]
}

const units = (f: EndFacts): TableBlock => ({
  kind: 'table',
  caption: '各单位完成情况',
  columns: [
    { header: '序号', share: 14, align: 'center' },
    { header: '牵头单位', share: 58, align: 'left' },
    { header: '列入（项）', share: 22, align: 'center' },
    { header: '完成（项）', share: 22, align: 'center' },
    { header: '未完成（项）', share: 22, align: 'center' },
    { header: '终止（项）', share: 22, align: 'center' },
  ],
  rows: f.byUnit.map((u, at) => [at + 1, u.unit, u.total, u.done, u.open, u.gone].map(String)),
})

function finished(f: EndFacts): Block[] {
  if (!f.done.length) return [p('没有完成的事项。')]
  return [p(`已完成${f.done.length}项，见下表。`), table('已完成的事项', '完成日期', f.done, item => day(item.on))]
}

function unfinished(f: EndFacts): Block[] {
  if (f.handed.length + f.left.length + f.gone.length === 0) return [p('列入的事项全部完成，没有未完成的事项。')]
  const parts = [
    table('移交的事项', '移交至', f.handed, item => item.to),
    table('留原单位继续办理的事项', '办结时限', f.left, item => day(item.dueOn)),
    table('中途终止的事项', '终止日期', f.gone, item => day(item.on)),
  ].filter(({ rows }) => rows.length > 0)
  return parts.flatMap((part, at): Block[] => [
    { kind: 'h2', text: `（${ordinal(at + 1)}）${part.caption}${part.rows.length}项` },
    { ...part, caption: null },
  ])
}

const indicators = (f: EndFacts): Block[] => f.indicators.map(({ sentence }, at) => p(`${at + 1}.${sentence}`))

function table<I extends EndItem>(caption: string, last: string, items: I[], say: (item: I) => string): TableBlock {
  return {
    kind: 'table',
    caption,
    columns: [
      { header: '编号', share: 34, align: 'center' },
      { header: '事项', share: 56, align: 'left' },
      { header: '牵头单位', share: 40, align: 'left' },
      { header: '进度', share: 18, align: 'right' },
      { header: last, share: 46, align: 'left' },
    ],
    rows: items.map(item => [item.number ?? '—', item.title, item.unit ?? '—', `${item.percent}%`, say(item)]),
  }
}

const p = (text: string): TextBlock => ({ kind: 'p', text })
const day = (on: Day | null): string => (on ? writtenDay(on) : '—')
const lines = (words: string): string[] => words.split('\n').flatMap(line => line.trim() || [])
const stop = (line: string): string => (/[。；！？]$/u.test(line) ? line : `${line}。`)
