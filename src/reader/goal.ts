// Picks the deadline and the figure to reach of a clause among the dates and quantities in it; never takes one that only describes a thing.

import type { Values } from './action.ts'
import type { Clause } from './clause.ts'
import type { RawDate, RawQuantity } from './context.ts'

/** The date by which the clause is to be done, or null. `words`: where the directive's words start, to find what 管控期内 stands for. */
export function deadlineIn(text: string, clause: Clause, values: Values, words: number): RawDate | null {
  let best: RawDate | null = null
  let rank = 0
  for (const date of values.dates) {
    if (date.span[0] < clause.start || date.span[1] > clause.end) continue
    const r = limitRank(text, date, clause)
    if (r > rank) [best, rank] = [date, r]
  }
  return best ?? namedPeriod(text, clause, values, words)
}

// 2000年以前建成的老旧小区, 每季度排名后两位的镇街: the day is part of what the thing is
const DESCRIBES =
  /^(?:之?[前后]|以[前后来])?(?:排名|位列|新)?(?:建成|建设|修建|竣工|投产|投用|开工|立项|登记|注册|签约|签订|成立|入库|上报|交办|下达|确定|发生|发现|出台|印发|制定|形成|产生|完成|通报|部署)?(?:后|末|前)?(?:[前后末]?[一二两三四五六七八九十\d]{1,2}[位名])?的(?=[\u4e00-\u9fff])/

function limitRank(text: string, date: RawDate, clause: Clause): number {
  const after = text.slice(date.span[1], Math.min(clause.end, date.span[1] + 12))
  const before = text.slice(Math.max(clause.start, date.span[0] - 4), date.span[0])
  if (/^(?:的|目标|任务|情况|进展|工作(?:情况|要点|报告)|以来|期间的|度?计划|数据|工作总结)/.test(after)) return 0
  if (/对照|计划$/.test(before)) return 0
  if (DESCRIBES.test(after)) return 0
  if (date.every) return /^(?:至少|不少于|不超过|最多)/.test(after) || /每.$/.test(before) ? 0 : 3
  // 到2028年翻一番: a year that something is to be reached by
  if (/^\d{4}年$/.test(date.text) && /[到至]$/.test(before)) return 2
  if (/^(?:今年|去年|全年|明年|上月|上年|当日|本月|本?年度|近年来?|\d{4}年度?)$/.test(date.text)) return 0
  if (/前|底|末|内|止|之前/.test(date.text) || /^(?:前|底|末|内|之前)/.test(after)) return 3
  return 2
}

/** 重点管控期内……: the period that an earlier sentence of the item gave its days to (即日起至6月25日为……重点管控期). */
function namedPeriod(text: string, clause: Clause, values: Values, words: number): RawDate | null {
  const name = /^([\u4e00-\u9fff]{1,8}期)(?:内|间|里)/.exec(text.slice(clause.start, clause.end))?.[1]
  if (!name) return null
  for (const date of values.dates) {
    if (date.span[0] < words || date.span[1] > clause.start) continue
    const said = text.slice(date.span[1], Math.min(clause.start, date.span[1] + 40))
    if (/^[^，。]{0,4}为/.test(said) && said.includes(name)) return date
  }
  return null
}

/** The figure to reach: the last quantity of the clause that is not part of a description (2处以上火点的乡镇). */
export function measureIn(text: string, clause: Clause, values: Values): RawQuantity | null {
  let best: RawQuantity | null = null
  let rank = 0
  for (const q of values.quantities) {
    if (q.span[0] < clause.start || q.span[1] > clause.end) continue
    const r = goalRank(text, q, clause)
    if (r > 0 && r >= rank) [best, rank] = [q, r]
  }
  return best
}

/** “提前三天供热”: a figure inside a quoted name or slogan. */
function inQuotes(text: string, q: RawQuantity, clause: Clause): boolean {
  const before = text.slice(clause.start, q.span[0])
  return before.lastIndexOf('“') > before.lastIndexOf('”')
}

/** 实训基地项目（总投资2.6亿元）5月底前开工: what the thing is, not what is to be reached. */
function inBrackets(text: string, q: RawQuantity, clause: Clause): boolean {
  const before = text.slice(clause.start, q.span[0])
  return before.lastIndexOf('（') > before.lastIndexOf('）') && /(?:投资|占地|面积|用地|规模|总长|全长|概算)\D{0,4}$/.test(before)
}

function goalRank(text: string, q: RawQuantity, clause: Clause): number {
  const after = text.slice(q.span[1], Math.min(clause.end, q.span[1] + 12))
  const before = text.slice(Math.max(clause.start, q.span[0] - 6), q.span[0])
  if (/^(?:不少于|不低于|不超过|至少)/.test(q.text) || /(?:不少于|不低于|不超过|至少)$/.test(before)) return 3
  if (/^(?:[^，、]{0,10})?的/.test(after) || /^以[上下](?:的|项目|企业|农业|龙头|示范)/.test(after)) return 0
  // 每周通报一次: how it is done, not how much
  if (/^一[次个批]$/.test(q.text)) return /至少|不少于/.test(before) ? 3 : 0
  if (q.text.endsWith('周年') || inQuotes(text, q, clause) || inBrackets(text, q, clause)) return 0
  if (/^方阵/.test(text.slice(q.span[1] - 2, q.span[1] + 2)) || q.text.includes('方阵')) return 0
  if (/由$|从$/.test(before)) return 0
  if (/(?:达到?|提高到?|提升到?|压缩到|控制在|不少于|不低于|不超过|至少|增长|新增|建成|收窄至|降至|增至|完成|达)$/.test(before)) return 3
  return 1
}
