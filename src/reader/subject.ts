// Finds who is to act in a clause: lead and co-units, in the order in which they are named; everybody (各级各部门) is nobody.

import { type Clause, openingVerb } from './clause.ts'
import type { RawUnit } from './context.ts'

export interface Subject {
  lead: string | null
  co: string[]
  /** A subject that is no unit (供水、供电等单位): it ends the one before. */
  other: boolean
  /** Where what it is to do begins: after the subject, or the start of the clause. */
  end: number
}

const NOBODY = /^(?:全[县市省区]|各级|各地各部门|每个|以上|上述|全体|广大)/
// 各乡镇、街道  县水利局  各责任单位  项目建设单位  行政审批部门
const UNIT =
  /(?:各(?:有关|相关|责任|包联|包保|成员|牵头|承办|主管|县直|镇|乡)?(?:乡镇街道|乡镇|乡|镇|街道|单位|部门|县区|县市区|园区|学校|医院|企业|领导|村|社区)|[县市省区州旗][\u4e00-\u9fff]{1,18}?(?:委员会|管理局|管理中心|服务中心|办公室|分局|局|委|办|中心|公司|集团|督查室|研究室|部|厅|院|校|社|站|队|支队|大队|政府|专班|指挥部|领导小组|工会|联合会|残联|妇联|工商联|银行)|[\u4e00-\u9fff]{2,8}(?:单位|部门|公司|街道)|[\u4e00-\u9fff]{2,3}(?:镇|乡)(?![村镇土振里间])|[\u4e00-\u9fff]{2,3}同志)/y
const BETWEEN = /[、，,和及与以]{1,2}/y
const TOGETHER = /^(?:要|应|须)?(?:会同|联合|协同|商)/

/** The subject at the head of a clause. `units` are those of the directive's sentences, spans in the same text. */
export function readSubject(text: string, clause: Clause, units: readonly RawUnit[]): Subject {
  const s = text.slice(clause.start, clause.end)
  const lead =
    /^(?:首先|其次|最后|同时|此外|特别是|尤其是|其中)?[，,]?(?:建议|请|由|主办单位|责任单位|对[^，,]{2,40}[，,](?:由)?)?/.exec(s)?.[0]
      .length ?? 0
  if (NOBODY.test(s.slice(lead))) return { lead: null, co: [], other: true, end: clause.start }
  const names: string[] = []
  let at = clause.start + lead
  for (;;) {
    const known = unitAt(units, at)
    const end = known ?? patternEnd(text, at, clause.end)
    if (!end) break
    names.push(text.slice(at, end).replace(/同志$/, ''))
    at = end
    BETWEEN.lastIndex = at
    const more = BETWEEN.exec(text)
    const next = more ? at + more[0].length : at
    if (more && next < clause.end && (unitAt(units, next) ?? patternEnd(text, next, clause.end))) at = next
    else break
  }
  if (!names.length) {
    const other = othersAt(s)
    return { lead: null, co: [], other: other > 0, end: clause.start + (other || lead) }
  }
  const rest = text.slice(at, clause.end)
  return { lead: names[0]!, co: [...names.slice(1), ...helpers(text, rest, at, units)], other: false, end: at }
}

// 供水、供电等单位  金融机构要……  施工单位和监理单位须……
const OTHERS = /^[\u4e00-\u9fff、]{2,30}等(?:单位|部门|企业)|^[\u4e00-\u9fff、]{2,14}?(?=要(?![求素点])|须|必须|应当?)/

/** Length of a subject that is no unit; 0 when the clause opens with a verb, an adverb or a word of time. */
function othersAt(s: string): number {
  const m = /[要须应等]/.test(s) ? OTHERS.exec(s) : null
  return m &&
    openingVerb(m[0]) === '' &&
    !/^(?:同时|此外|特别|尤其|今后|下一步|下步|接下来|当前|其中|并且?|也|还|都|而|会议|对|在|从|以|就|只|既|又|更|才|重|主|需)|[年月日前后内中上下时]$/.test(
      m[0],
    )
    ? m[0].length
    : 0
}

/** Units after 会同, and those before 配合: 由县水利局牵头，县应急管理局、县气象局配合 */
function helpers(text: string, rest: string, at: number, units: readonly RawUnit[]): string[] {
  const together = TOGETHER.exec(rest)
  const after = together ? at + together[0].length : (/^(?:牵头|负责)[，,、]/.exec(rest)?.[0].length ?? 0) + at
  if (after === at) return []
  const found: string[] = []
  let reached = after
  for (const unit of units) {
    if (unit.span[0] < after || unit.span[0] > at + rest.length) continue
    if (together) {
      if (!/^[、和及]?$/.test(text.slice(reached, unit.span[0]))) break
      found.push(unit.name)
      reached = unit.span[1]
    } else if (/配合|协助/.test(text.slice(unit.span[1], unit.span[1] + 30))) found.push(unit.name)
  }
  return found
}

function unitAt(units: readonly RawUnit[], at: number): number | null {
  for (const unit of units) if (unit.span[0] === at) return unit.span[1]
  return null
}

function patternEnd(text: string, at: number, limit: number): number | null {
  UNIT.lastIndex = at
  const m = UNIT.exec(text)
  return m && at + m[0].length <= limit && !/[要在把对将的以及是为用向从到]/.test(m[0].slice(0, -1)) && openingVerb(m[0]).length < 2
    ? at + m[0].length
    : null
}
