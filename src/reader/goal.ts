// Picks the deadline and the figure to reach of a clause among the dates and quantities in it; never takes one that only describes a thing.

import type { Values } from './action.ts'
import { type Clause, openingVerb } from './clause.ts'
import type { RawDate, RawQuantity } from './context.ts'

/** The date by which the clause is to be done, or null. `words`: where the directive's words start, to find what 管控期内 stands for. */
export function deadlineIn(text: string, clause: Clause, values: Values, words: number): RawDate | null {
  let best: RawDate | null = null
  let rank = 0
  for (const date of values.dates) {
    if (date.span[0] < clause.start || date.span[1] > clause.end) continue
    const r = limitRank(text, date, clause, values)
    if (r > rank) [best, rank] = [date, r]
  }
  return best ?? namedPeriod(text, clause, values, words)
}

// 2000年以前建成的老旧小区, 每季度排名后两位的镇街: the day is part of what the thing is
const DESCRIBES =
  /^(?:之?[前后]|以[前后来])?(?:排名|位列|新)?(?:建成|建设|修建|竣工|投产|投用|开工|立项|登记|注册|签约|签订|成立|入库|上报|交办|下达|确定|发生|发现|出台|印发|制定|形成|产生|完成|通报|部署)?(?:后|末|前)?(?:[前后末]?[一二两三四五六七八九十\d]{1,2}[位名])?的(?=[\u4e00-\u9fff])/

function limitRank(text: string, date: RawDate, clause: Clause, values: Values): number {
  const after = text.slice(date.span[1], Math.min(clause.end, date.span[1] + 12))
  const before = text.slice(Math.max(clause.start, date.span[0] - 4), date.span[0])
  if (/^(?:的|目标|任务|情况|进展|工作(?:情况|要点|报告)|以来|期间的|度?计划|数据|工作总结)/.test(after)) return 0
  if (/对照|计划$/.test(before)) return 0
  if (DESCRIBES.test(after)) return 0
  // 对3月底前报名的农户每户补助……: which ones are meant
  if (
    /^(?:对|凡|凡是|对于)(?:于|在)?$/.test(text.slice(clause.start, date.span[0])) &&
    /^[^，,]{1,20}的/.test(text.slice(date.span[1], clause.end))
  )
    return 0
  // 10月1日至8日每天加开: the days bound it, 每天 says how often
  if (date.every) return OFTEN.test(text.slice(date.span[1], clause.end)) || /每.$/.test(before) ? 0 : isDaily(date) ? 1 : 3
  // 到2028年翻一番: a year that something is to be reached by
  if (/^\d{4}年$/.test(date.text) && /[到至]$/.test(before)) return 2
  if (PAST.test(date.text)) return 0
  if (WHOLE_YEAR.test(date.text)) return isStage(text, date, clause, values) ? 1 : 0
  if (/前|底|末|内|止|之前/.test(date.text) || /^(?:前|底|末|内|之前)/.test(after)) return 3
  return 2
}

// 每月至少2次, 每周巡河不少于1次: so much in so much time; 每年8000元标准: a price
const OFTEN =
  /^(?:至少|不少于|不超过|最多)|^[^，,；;]{0,16}(?:不少于|不低于|至少|不超过)[\d一两二三四五六七八九十]+(?:次|场|期|篇|个工作日|天)|^(?:按)?[\d.]+(?:万|亿)?元/
const PAST = /^(?:去年|上一?年度?|前年|上个?月|近年来?)$/
const WHOLE_YEAR = /^(?:今年|全年|明年|后年|当日|当天|本月|当月|本?年度?|当年|下年度|下一年度?|\d{4}年度?|\d{4}—\d{4}年)$/
// 2026年新增22家, 力争明年达到六成, 县财政局今年安排: nothing but who acts and how surely stands before the year
const OPENS =
  /^(?:同时|并|其中|首批|第[一二三]步)?[\u4e00-\u9fff、]{0,24}?(?:要|须|应|必须|务必|力争|争取|确保|努力|于|在|从|计划|局|委|办|部|院|厅|中心|公司|政府|镇|乡|街道|单位|部门|园区|各地)?$/
// 当年评优资格, 2026年预算: the year belongs to the noun
const OF_YEAR =
  /^(?:度|的|评[优先]|考核|绩效|预算|决算|财政|工作|任务|目标|计划|要点|重点|第|[一二三四五六七八九十]+(?:件|项|批)|奖补?|补贴|补助|奖励|资金|项目库|专项债|招生|高考|中考|秋季|春季|度假)/

/** 2026年完成40家, 全年销售额突破8000万元: a year at the head of what is to be done or reached in it. */
function isStage(text: string, date: RawDate, clause: Clause, values: Values): boolean {
  const before = text.slice(clause.start, date.span[0])
  const rest = text.slice(date.span[1], clause.end)
  if (before.length > 28 || !OPENS.test(before) || OF_YEAR.test(rest) || /^[对将把以按据与]/.test(before)) return false
  const figures = values.quantities.some(q => q.span[0] >= date.span[1] && q.span[1] <= clause.end)
  return figures || openingVerb(rest).length > 1 || /实现|完成|达到|力争|争取|转正|清零|全覆盖/.test(rest)
}

function isDaily(date: RawDate): boolean {
  return /^每(?:[天日]|晚上?)$/.test(date.text)
}

/** 重点管控期内……: the period that an earlier sentence of the item gave its days to (即日起至6月25日为……重点管控期). */
function namedPeriod(text: string, clause: Clause, values: Values, words: number): RawDate | null {
  const s = text.slice(clause.start, clause.end)
  const name = s.includes('期') ? /^([\u4e00-\u9fff]{1,8}期)(?:内|间|里)/.exec(s)?.[1] : null
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

const KIND =
  /^(?:大?项目|企业|工业|农业|商贸|服务业|园区|大户|老[年人旧]|人[员口群]|单位|家庭|道路|路段|桥梁|建筑|场所|河[流道]|林地|土地|地块|设备|车辆|饭店|医院|学校|高层|规模)/
// 对造成3人以上死亡的，…… 对发生10人以上群体性事件的学校，…… 浓度超过75微克/立方米时，……
const ON_CONDITION = /^(?:对|凡|如|若|一旦|因|造成|发生|出现|连续|累计|逾期|未|超过|低于|遇)/

/** A figure that only says in which case something is to be done. */
function isCondition(text: string, q: RawQuantity, clause: Clause): boolean {
  const part = partAround(text, q, clause)
  const before = text.slice(part.start, q.span[0])
  const after = text.slice(q.span[1], part.end)
  if (/[的时]$/.test(after) && part.end < clause.end) return true
  return q.bound !== '=' && ON_CONDITION.test(before || q.text) && /的(?![标准])/.test(after)
}

/** The stretch between commas that a figure stands in. */
function partAround(text: string, q: RawQuantity, clause: Clause): Clause {
  let [start, end] = q.span
  while (start > clause.start && !'，,；;'.includes(text[start - 1]!)) start--
  while (end < clause.end && !'，,；;'.includes(text[end]!)) end++
  return { start, end }
}

function goalRank(text: string, q: RawQuantity, clause: Clause): number {
  const after = text.slice(q.span[1], Math.min(clause.end, q.span[1] + 12))
  const before = text.slice(Math.max(clause.start, q.span[0] - 6), q.span[0])
  if (/^(?:不少于|不低于|不超过|至少)/.test(q.text) || /(?:不少于|不低于|不超过|至少)$/.test(before)) return 3
  // 按每生每年900元的标准落实: what is to be paid
  if (/^(?:的)?(?:补助|补贴|奖补|缴费|资助|救助|保障|发放|支付)?标准/.test(after)) return 2
  if (isCondition(text, q, clause)) return 0
  if (/^(?:[^，、]{0,10})?的/.test(after) || /^以[上下](?:的|项目|企业|农业|龙头|示范)/.test(after)) return 0
  // 对亿元以上项目实行包联: which ones are meant; 引进5000万元以上项目: better than no figure
  if (/以[上下]$/.test(q.text) && KIND.test(after)) return /^[对将把]/.test(text.slice(clause.start, clause.start + 1)) ? 0 : 0.5
  // 每周通报一次: how it is done, not how much
  if (/^一[次个批]$/.test(q.text)) return /至少|不少于/.test(before) ? 3 : 0
  if (q.text.endsWith('周年') || inQuotes(text, q, clause) || inBrackets(text, q, clause)) return 0
  if (/^方阵/.test(text.slice(q.span[1] - 2, q.span[1] + 2)) || q.text.includes('方阵')) return 0
  if (/由$|从$/.test(before)) return 0
  // 组成5个检查组, 下设3个专班: who does it, not how much
  if (/(?:组成|下设|成立|设立|组建|分成|分为|抽调)$/.test(before) && /^[\u4e00-\u9fff]{0,8}?(?:组|专班|小队|分队)/.test(after)) return 0
  if (/(?:达到?|提高到?|提升到?|压缩到|控制在|不少于|不低于|不超过|至少|增长|新增|建成|收窄至|降至|增至|完成|达)$/.test(before)) return 3
  return 1
}
