// What each column of a table of readings is, by its header and by what stands beneath: 单位 over 亿元 is a measure, over 禾丰镇 a unit. Pure.
import { readFigure } from '../table/figure.ts'
import { isMeasure } from '../table/measure.ts'
import { monthCell, yearCell } from '../table/period.ts'
import type { Aside } from './label.ts'
import type { ColumnRole } from './world.ts'

/** Why the figures of a column are no readings; the person may say that they are. */
export const LEFT = ['ordinal', 'note', 'unknown-column', 'by-hand'] as const
export type Left = Aside | (typeof LEFT)[number]

export type NameOf = (text: string) => boolean

interface Rule {
  role: ColumnRole
  left?: Left
  headings: readonly string[]
  /** Whether a cell beneath is one of it: the share of them decides between two that claim a heading. */
  holds: (cell: string, names: Names) => boolean
}

export interface Names {
  isIndicator: NameOf
  isUnit: NameOf
}

const isFigure = (cell: string) => readFigure(cell).is === 'number'
const isWords = (cell: string) => readFigure(cell).is === 'words'

const STATUS = /^(?:预计|预估|快报|初步|初步核算|核定|最终|终报|年报|定案)数?$/

const RULES: readonly Rule[] = [
  {
    role: 'indicator',
    headings: [
      '指标',
      '指标名称',
      '主要指标',
      '经济指标',
      '考核指标',
      '目标指标',
      '项目',
      '名称',
      '指标项',
      '指标代码',
      '代码',
      '指标编码',
    ],
    holds: (cell, { isIndicator }) => isIndicator(cell),
  },
  {
    role: 'unit',
    headings:
      '单位 单位名称 责任单位 牵头单位 承办单位 填报单位 完成单位 乡镇 乡镇街道 镇街 镇街道 乡镇名称 部门 部门名称 地区 地区名称 区域 县区 区县 县市区 市县 县名 县市 市名 地市 园区 名称 项目 所属单位'.split(
        ' ',
      ),
    holds: (cell, { isUnit }) => isUnit(cell),
  },
  { role: 'measure', headings: ['计量单位', '单位', '量纲', '计算单位'], holds: cell => isMeasure(cell) },
  {
    role: 'month',
    headings: ['月份', '月', '期间', '报告期', '数据月份', '所属期', '时间', '数据期', '统计月份', '统计时间'],
    holds: cell => monthCell(cell) !== null,
  },
  { role: 'year', headings: ['年', '年份', '年度'], holds: cell => yearCell(cell) !== null },
  { role: 'status', headings: ['数据性质', '性质', '数据状态', '状态'], holds: cell => STATUS.test(cell) },
  {
    role: 'leave',
    left: 'ordinal',
    headings: ['序号', '编号', '序', '号', 'no', 'no.', '顺序'],
    holds: cell => /^\d{1,4}(?:\.\d{1,2}){0,2}$|^[一二三四五六七八九十]+$/.test(cell),
  },
  {
    role: 'leave',
    left: 'note',
    headings: '备注 说明 注 原因 情况说明 原因说明 数据来源 来源 填报人 联系人 责任人 电话 联系电话 手机 审核人 口径'.split(' '),
    holds: cell => cell !== '',
  },
]

const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s()、,:*]/g, '')
    .toLowerCase()
const HEADINGS = new Set(RULES.flatMap(rule => rule.headings.map(bare)))

/** Whether a cell is a heading of a column that is none of figures. */
export const isHeading = (text: string): boolean => HEADINGS.has(bare(text))

/** 5, in a row of months. */
export const isCount = (text: string): boolean => /^(?:1[0-2]|[1-9])$/.test(text)

interface Guess {
  role: ColumnRole
  left: Left | null
}

/** More than half of the cells settle a column without a heading (product choice). */
const MOST_OF = 0.5

/** `ofFigures`: its header says so (累计, 5月, 万元), whatever stands beneath. Null for a column without anything. */
export function roleOf(parts: readonly string[], cells: readonly string[], names: Names, ofFigures: boolean): Guess | null {
  const filled = cells.filter(cell => readFigure(cell).is !== 'none')
  if (parts.length === 0 && filled.length === 0) return null
  const share = (rule: Rule) => (filled.length === 0 ? 0 : filled.filter(cell => rule.holds(cell, names)).length / filled.length)
  const claims = (rule: Rule, part: string) => rule.headings.some(heading => bare(heading) === bare(part))
  // 月份 over 2 | 3 | 4 is a heading of months, over figures of none.
  const claimed = RULES.filter(
    rule =>
      claims(rule, parts.at(-1) ?? '') || (share(rule) >= MOST_OF && parts.some(part => claims(rule, part) && !isCount(parts.at(-1)!))),
  )
  const first = claimed.reduce<Rule | null>((best, rule) => (best === null || share(rule) > share(best) ? rule : best), null)
  if (first) return { role: first.role, left: first.left ?? null }
  const figures = filled.filter(isFigure).length
  const words = filled.filter(isWords).length
  if (parts.length === 0 || (words > figures && !ofFigures)) {
    const held = RULES.filter(rule => rule.role !== 'leave' && rule.role !== 'month' && rule.role !== 'year').find(
      rule => share(rule) >= MOST_OF,
    )
    if (held) return { role: held.role, left: null }
  }
  if (figures === 0 && words > 0 && !ofFigures) return { role: 'leave', left: 'note' }
  return { role: 'value', left: null }
}

/** 预计 快报 核定 */
export function statusOf(text: string): 'estimate' | 'flash' | 'final' | null {
  if (/预计|预估|预测/.test(text)) return 'estimate'
  if (/快报|初步/.test(text)) return 'flash'
  return /核定|最终|终报|年报数?|公报|定案/.test(text) ? 'final' : null
}
