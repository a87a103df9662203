// What one heading, title or row of a sheet of readings says: a name, a period, a measure, and what the figures beneath are. Pure.
import { isMeasure } from '../table/measure.ts'
import { readPeriod, yearCell } from '../table/period.ts'

/** What figures are when they are no readings themselves. */
export const ASIDE = ['share', 'rank', 'step', 'growth', 'last-year', 'target', 'difference'] as const
export type Aside = (typeof ASIDE)[number]

export interface Label {
  /** What is left: a name, or nothing. */
  name: string
  year: number | null
  month: number | null
  span: 'cumulative' | 'single' | null
  /** In the words of the sheet. */
  measures: string[]
  aside: Aside | null
}

/** Tried in this order: 完成年度目标% is a share, 比上年同期增长 growth, 上年同期 the year before. */
const ASIDES: readonly (readonly [Aside, RegExp])[] = [
  ['share', /完成率|完成比例|完成进度|占比|比重|占.{0,8}(?:比|%)|完成.{0,6}(?:目标|任务|计划|预算)的?(?:%|百分比|比例)?|序时|时序|进度/],
  ['rank', /排名|位次|名次|排序|增速位次/],
  ['step', /环比|比上月|较上月|较年初|比年初/],
  ['difference', /增减[额量数]|增量|净增|差额|超欠|短收|超收/],
  ['growth', /同比(?:增长|增减|增速|增幅|升降|±)*(?:%|±)*|比(?:上年|去年)(?:同期)?(?:增长|增减|±)*%?|增速|增幅|增长率?|±%?/],
  ['last-year', /(?:上年|去年)(?:同[期月]|完成|数|值|累计)?(?:完成)?数?|同期数?/],
  ['target', /(?:全年|年度|年初|本年|今年)?(?:目标|计划|任务|预算(?!收入|支出))(?:任务|数|值)?/],
]
/** Says only that there are figures: 完成数, 数值, 累计完成额 */
const PLAIN =
  /^(?:累计|快报|核定|预计|初步|实际|本期|本年|今年|完成|数值|数据|指标值|数额|金额|总量|绝对[数额值量]|数量|数|值|额|情况|实绩|实绩数|止|底|末|期末|余额数?|[\s()、,%])+$/

/** Measures that a heading may end in without brackets: 一般公共预算收入亿元 is rare, 投资 万元 is not. */
const TRAILING = /^(.*?[^\s/])[\s:：/／-]+([^\s:：/／-]{1,8})$/

/** `isName`: what is wholly a known name is that, whatever words are in it: 规上工业增加值增速. */
export function readLabel(text: string, isName: (name: string) => boolean = () => false): Label {
  const measures: string[] = []
  const take = (said: string): boolean => {
    const found = said.split(/[、,，;；\s]+/).filter(word => word !== '')
    if (found.length === 0 || !found.every(word => isMeasure(word))) return false
    measures.push(...found)
    return true
  }
  let rest = text.normalize('NFKC').replace(/\s+/g, ' ').trim()
  rest = rest.replace(/(?:计量)?单位\s*:\s*([^()]{1,24})/, (whole, said: string) => (take(said) ? '' : whole))
  // （万元，累计） says a measure and more.
  rest = rest.replace(/[([【]\s*([^()[\]【】]{1,24})\s*[)\]】]/g, (whole, said: string) => {
    const words = said.split(/[、,，;；\s]+/).filter(word => word !== '')
    const others = words.filter(word => !isMeasure(word))
    if (others.length === words.length) return whole
    measures.push(...words.filter(word => isMeasure(word)))
    return others.length > 0 ? ` (${others.join('、')}) ` : ' '
  })
  if (isMeasure(rest) && take(rest)) return { name: '', year: null, month: null, span: null, measures, aside: null }
  // 2025 heads a column as 2025年 does.
  const year = yearCell(rest)
  if (year !== null) return { name: '', year, month: null, span: null, measures, aside: null }
  const period = readPeriod(rest)
  rest = period.rest
  const trailing = TRAILING.exec(rest)
  if (trailing && take(trailing[2]!)) rest = trailing[1]!
  let aside: Aside | null = null
  for (const [what, pattern] of isName(rest) ? [] : ASIDES) {
    if (!pattern.test(rest)) continue
    aside = what
    rest = rest.replace(pattern, ' ')
    break
  }
  if (aside !== null && /%/.test(text.normalize('NFKC')) && measures.length === 0) measures.push('%')
  rest = rest
    .replace(/\(\s*\)/g, '')
    .replace(/^[\s、,:·\-—%()]+|[\s、,:·\-—%(]+$/g, '')
    .trim()
  const { month, span } = period
  return { name: PLAIN.test(rest) ? '' : rest, year: period.year, month, span, measures, aside }
}
