// Joins clauses that only lead in (who, when, under what condition) to the clause that demands; never joins over a semicolon or a full stop.

import { type Clause, hasModal, isPremise, openingVerb, verbWithin } from './clause.ts'
import type { RawDate } from './context.ts'
import { letters } from './letters.ts'

/** A clause that only names subject, time or condition belongs to the next one: 由县水利局牵头，县气象局配合，5月15日前完成…… */
export function mergeLeadIns(text: string, clauses: readonly Clause[], dates: readonly RawDate[]): Clause[] {
  const merged: Clause[] = []
  for (let i = 0; i < clauses.length; i++) {
    const clause = { ...clauses[i]! }
    const led = text.slice(clause.start, clause.end).includes('牵头')
    while (i + 1 < clauses.length && clauses[i + 1]!.start - clause.start < 140) {
      const next = clauses[i + 1]!
      const mark = text[clause.end]
      if (mark !== '，' && mark !== ',') break
      const last = text.slice(clauses[i]!.start, clause.end)
      const goesOn = clause.start < clauses[i]!.start && isPremise(last) && !demandsInside(last)
      const joins = led && last.length < 40 && /(?:参加|参与|协同|落实)$/.test(last)
      // 成立由区长任组长，分管副区长任副组长，有关部门负责人为成员的领导小组
      const names = endsPost(last, last.length - 1) && GROUP_OF.test(text.slice(clause.start, clause.end))
      if (!goesOn && !joins && !names && !isWhen(text, clauses[i]!, dates) && !leadsIn(last, text.slice(next.start, next.end))) break
      clause.end = next.end
      i++
    }
    merged.push(clause)
  }
  return merged
}

/** 11月1日至30日， 每月5日前， 从9月1日起，: a date and nothing else. */
function isWhen(text: string, { start, end }: Clause, dates: readonly RawDate[]): boolean {
  if (end - start > 30) return false
  for (const { span } of dates)
    if (span[0] >= start && span[0] - start < 2 && span[1] <= end && end - span[1] < 3)
      return /^[自从在于到]?$/.test(text.slice(start, span[0])) && /^(?:之?[前内]|起|止|期间|[上下]午)?$/.test(text.slice(span[1], end))
  return false
}

const UNTIL = /^(?:请|要求)?[\u4e00-\u9fff、（）]{0,20}(?:于|在)[^，]{0,12}(?:[月日号时周班]|季度|年)(?:之|以)?[前底内末]$/
const HEADS = /^由[^，]{2,18}(?:包案|包抓|包保|包联|督导|挂帅|统筹|总协调|负总责)$/
const AGAINST =
  /^(?:[\u4e00-\u9fff]{2,12}[要应须])?(?:对照|比照)[^，]{2,20}(?:任务|要求|目标|标准|清单|问题|方案|计划|意见)$|^(?:利用|用)[^，]{1,12}时间$/
// 对照问题清单逐项列出整改清单: a list is made
const MAKES_LIST = /列出|建立|制定|形成|梳理|拿出|提出|细化/
const endsThose = letters('位门镇道业校人部员目方户村区）)')
const THOSE =
  /^(?!是|为|按|有)[^，]{4,30}的(?:\d+个|[一二两三四五六七八九十]+个)?(?:[\u4e00-\u9fff]{1,4}[和、（(])?(?:镇|单位|部门|乡镇|街道|镇街|企业|学校|个人|干部|人员|项目|地方|责任人|商户|农户|经营户|村|社区)[）)]?$/
const FALLS_TO =
  /^(?:一律|(?:年度|当年)考核|(?:主要|分管)负责(?:人|同志)|由|取消|不得|不予|给予|在|作|要|须|暂停|责令|扣|通报|约谈|纳入|列入|予以|依法|降低|收回)/
const endsThing = letters('况展告案结料名单意见表账务项题程金标口隐患')
const ASKS_FOR = /^请(?:于|各|在|及时|按|将|认真)/
const LIMITS = /^(?:[^，]{2,14}[前底内])?(?:必须|务必|要|须|应当)/
const THING = /(?:情况|进展|报告|方案|总结|材料|名单|清单|意见|报表|台账|任务|事项|问题|项目|工程|资金|指标|缺口|隐患)$/

/** A thing named without a verb that does anything to it. */
function isThing(s: string): boolean {
  return THING.test(s) && !hasModal(s) && openingVerb(s) === '' && !/存在|发现|仍有|还有|尚有|出现|暴露/.test(s)
}

const endsPost = letters('长任员')
const GROUP_OF = /^(?:成立|组建|建立|设立)由(?![\s\S]*(?:领导小组|专班|指挥部|委员会))/

// 到2027年底, 10月底前
const ONLY_TIME =
  /^(?:力争)?(?:到|至|截至)?(?:\d{4}年|今年|明年|年)?(?:\d{1,2}月)?(?:\d{1,2}日)?(?:上半年|[一二三四]季度)?(?:年?[底末内前])*$/
// 县住建局要 before 按照……原则: who acts, when the rest says only how
const ACTOR =
  /^(?:建议|请|由)?[\u4e00-\u9fff、]{2,30}?(?:局|委|办|部|院|中心|公司|政府|单位|部门|乡镇|街道|室|社|领导|负责人|企业|学校|景区|机构|[镇乡](?![村镇]))(?:要|须|应)?/

const MANNER = /按照|依据|根据|围绕|通过|结合|针对|立足|本着|以/

// The last letter of a clause, or its first, before a pattern is tried: most clauses show by it that none fits.
const endsWho = letters('头合责助办为实施总职')
const endsTime = letters('争到至年月日度底末内前')
const endsSpan = letters('里内中')
const opensObject = letters('对针')
const opensTaking = letters('始要将把')

export function leadsIn(s: string, next: string): boolean {
  const last = s.at(-1)!
  // 资金监管由县审计局负责，发现挪用的，……: another case begins
  if (s.endsWith('负责') && s.includes('由') && /^(?:发现|发生|对|凡|逾期|如|若|一旦|所需|其他)/.test(next)) return false
  const end = s.length - 1
  if (
    s.length < 60 &&
    endsWho(s, end) &&
    /(?:牵头|配合|负责|协助|主责|主办|协办|为主|具体落实|具体实施|抓落实|牵头抓总|各负其责|各司其职|分工负责|协同配合|密切配合)$/.test(s) &&
    // 明确专人负责 is done, and what follows is another thing
    !s.endsWith('专人负责')
  )
    return true
  if (
    (s.includes('同') || s.includes('联合')) &&
    // 组成联合检查组 is a deed of its own
    !/组成|成立|组建|抽调/.test(s) &&
    /(?:会同|联合|协同)(?![^，]*(?:组成|成立|组建|抽调))[^，]{1,30}(?:局|委|办|部|院|中心|公司|政府|单位|部门|乡镇|街道|银行|社|厅|处|站|队|组)$/.test(
      s,
    )
  )
    return true
  if ((last === '外' && /^除.{2,}外$/.test(s)) || (last === '三' && /^(?:同时|也|还)?要?举一反三$/.test(s))) return true
  if ((endsTime(s, end) && ONLY_TIME.test(s)) || (MANNER.test(s) && onlyHow(s))) return true
  if ((last === '长' || last === '任') && /^(?:成立|组建|建立)由[^的]*[长任]$/.test(s)) return true
  if (endsSpan(s, end) && /(?:时间|期间|过程)[里内中]$/.test(s) && !/[，；]/.test(s)) return true
  if (last === '时' && /(?:达到?|超过|高于|低于|不足|发生|出现|遇|接到|收到)[^，]*时$/.test(s)) return true
  if (last === '的' && (/^(?:凡|对|对于|针对|如|若|一旦|逾期|未|因).{1,40}的$/.test(s) || /^[^，]{2,20}的$/.test(s))) return true
  if (opensObject(s, 0) && /^(?:对|对于|针对)(?!照|接|标)/.test(s) && verbAfterObject(s) < 0) return true
  // 县某某局作为实施主体，要……  竣工后三个月内，……  凡5月底前报名的农户，可……
  if (
    (s.includes('作为') && /^[^，]{2,24}作为[^，]{2,12}(?:主体|单位|部门|责任人)$/.test(s)) ||
    (last === '内' && /^[^，]{2,14}[后前起][一两二三四五六七八九十\d]+个?(?:月|工作日|日|天|小时|周|年)之?内$/.test(s))
  )
    return true
  // 连续两个季度列末位的街道，在全县大会作检讨
  if (endsThose(s, end) && THOSE.test(s) && FALLS_TO.test(next) && !hasModal(s) && openingVerb(s) === '') return true
  // 请各单位于5月30日17时前，将……  由县委副书记包案，县自然资源局负责，……
  if (endsTime(s, end) && UNTIL.test(s)) return true
  if (s[0] === '由' && s.length < 24 && HEADS.test(s)) return true
  // 各乡镇要对照年初下达的任务，倒排工期  利用100天时间，……
  if ((endsThing(s, end) || last === '求' || last === '划' || last === '准' || last === '间') && AGAINST.test(s) && !MAKES_LIST.test(s))
    return true
  // 整改情况，请于11月5日前书面反馈  剩下的7.4万亩任务，6月25日前必须落到地块: what is to be handed in or done
  if (endsThing(s, end) && ((ASKS_FOR.test(next) && s.length < 20 && THING.test(s)) || (LIMITS.test(next) && isThing(s)))) return true
  // 一旦出现漏水，必须……
  if (s.startsWith('一旦') && /^一旦[^，]{2,16}$/.test(s) && !/[就将]/.test(s)) return true
  if (s.startsWith('凡') && /^(?:凡|凡是)[^，]{2,40}的[^，]{1,8}$/.test(s) && /^(?:可|一律|均|由|给予|须|必须|应|不得|不予|要)/.test(next))
    return true
  if (
    opensTaking(s, 0) &&
    /^(?:始终|要)?[将把].{2,}/.test(s) &&
    /^(?:贯穿|融入|纳入|作为|体现|转化|落实|用|放|列入|变)/.test(next) &&
    s.length > 8
  )
    return true
  return false
}

// 按照统筹推进的要求, 围绕稳增长目标: the verb is part of the ground
const GROUND_END =
  /(?:要求|分工|职责|程序|流程|规划|计划|方案|制度|原则|思路|方式|目标|标准|部署|精神|工作|办法|规定|任务|重点|主线|主题|方针|模式|机制|路径|理念|安排|意见|讲话|的|后|时|中|上|下)$/

const opensGround = letters('围针通结聚按根依对')

/** 围绕产业链开展链式招商: after its ground the clause says what is to be done. */
function demandsInside(s: string): boolean {
  return (
    opensGround(s, 0) && /^(?:围绕|针对|通过|结合|聚焦|按照|根据|依据|对照)/.test(s) && !GROUND_END.test(s) && verbWithin(s.slice(4)) >= 0
  )
}

/** 县住建局按照属地原则: behind who acts only how. */
function onlyHow(s: string): boolean {
  const rest = s.replace(ACTOR, '')
  return rest.length < s.length && isPremise(rest) !== isPremise(s) && !demandsInside(rest)
}

/** 对未开工的13个项目逐一会诊: where the verb after the object stands; -1 when the clause is the object alone. */
function verbAfterObject(s: string): number {
  const object = Math.max(s.lastIndexOf('的'), 1)
  const tail = s.slice(object + 1)
  const verb = verbWithin(tail)
  return tail.length > 6 || verb >= 0 ? 1 : -1
}
