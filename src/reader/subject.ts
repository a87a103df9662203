// Finds who is to act in a clause: lead and co-units, in the order in which they are named; everybody (各级各部门) is nobody.

import { assignedIn } from './assigned.ts'
import { type Clause, openingVerb } from './clause.ts'
import { eachAt, isEverybody, someAt } from './collective.ts'
import type { RawPerson, RawUnit } from './context.ts'
import { helpersIn } from './helpers.ts'
import { letters } from './letters.ts'

export interface Subject {
  lead: string | null
  co: string[]
  /** A subject that is no unit (供水、供电等单位): it ends the one before. */
  other: boolean
  /** Where what it is to do begins: after the subject, or the start of the clause. */
  end: number
}

/** Who is named in the sentences that a clause belongs to. */
export interface Parties {
  units: readonly RawUnit[]
  people: readonly RawPerson[]
}

// 县水利局  各责任单位  项目建设单位  行政审批部门
const UNIT =
  /(?:[县市省区州旗][\u4e00-\u9fff]{1,18}?(?:委员会|管理局|管理中心|服务中心|办公室|分局|局|委|办|中心|公司|集团|督查室|研究室|部|厅|院|校|社|站|队|支队|大队|政府|专班|指挥部|领导小组|工会|联合会|残联|妇联|工商联|银行)|[\u4e00-\u9fff]{2,8}(?:单位|部门|公司|街道)|[\u4e00-\u9fff]{2,3}(?:镇|乡)(?![村镇土振里间])|(?:[县市区州旗镇乡]级?)?(?:分管|包联|包保|挂联|挂钩|联系|主管)[县市区州旗镇乡]?(?:级)?领导(?:同志)?|[\u4e00-\u9fff]{2,3}同志)/y
const LEADS_IN =
  /^(?:首先|其次|最后|同时|此外|特别是|尤其是|其中)?[，,]?(?:(?:建议|请|拟|可|应|须|要|统一|一律|原则上)?(?:请|由)|建议|主办单位|协办单位|责任单位|(?:对|凡|涉及|属于?|需要?|遇)[^，,]{2,40}[，,](?:由)?)?/
// 10月底前，县司法局要……: the time leads in
const BY_WHEN =
  /^(?=[^，,]{0,6}[\d一二三四五六七八九十今明本每年即当上下入])(?:到|至|截至|自|从|在)?[^，,的]{1,24}?(?:[前底末内年月日起]|季度|半年|期间|之际|[周星期][一二三四五六日天]|[上下]午)[，,](?:由|请)?/
const BETWEEN = /[、，,和及与以]{1,2}/y
// 县第二人民医院门诊楼（…）5月底前开工, 县财政局班子: the unit is part of a thing's name
const THING =
  /^(?:的|门诊|住院|感染|综合楼|大楼|办公楼|宿舍|食堂|项目|工程|改造|扩建|迁建|新建|改扩建|异地|二期|三期|一期|班子|原址|旧址|牵头的|承建的|提出的|提交的|职工|干部|工作人员)/
// 请唐万里、秦月同志, 请何必副区长: what may stand behind the name
const STYLED = /^(?:等?(?:[两三四五几]位)?同志|副?(?:[县市区州旗镇乡][委]?长|书记|主任|主席|部长|局长))/

/** The subject at the head of a clause, else whom it gives the task to (……的，由县公安局查处). */
export function readSubject(text: string, clause: Clause, parties: Parties): Subject {
  const s = text.slice(clause.start, clause.end)
  const lead = LEADS_IN.exec(s)![0].length
  if (isEverybody(s.slice(lead))) return assigned(text, clause, parties) ?? { lead: null, co: [], other: true, end: clause.start }
  const first = namesAt(text, clause.start + lead, clause, parties)
  const timed = first.names.length === 0 && (s.includes('，') || s.includes(',')) ? BY_WHEN.exec(s) : null
  const head = timed ? namesAt(text, clause.start + timed[0].length, clause, parties) : first
  if (head.names.length && !THING.test(text.slice(head.end, clause.end)))
    return {
      lead: head.names[0]!,
      co: [...head.names.slice(1), ...helpersIn(text, head, clause.end, parties.units)],
      other: false,
      end: head.end,
    }
  const given = assigned(text, clause, parties)
  if (given) return given
  const some = someAt(s.slice(lead))
  if (some && openingVerb(some) === '') return { lead: some, co: [], other: false, end: clause.start + lead + some.length }
  const other = othersAt(s)
  return { lead: null, co: [], other: other > 0, end: clause.start + (other || lead) }
}

function assigned(text: string, clause: Clause, parties: Parties): Subject | null {
  const given = assignedIn(text, clause, at => namesAt(text, at, clause, parties))
  return (
    given && {
      lead: given.names[0]!,
      co: [...given.names.slice(1), ...helpersIn(text, given, clause.end, parties.units)],
      other: false,
      end: given.end,
    }
  )
}

export interface Named {
  names: string[]
  end: number
  /** The first is a person: the units behind him carry it out. */
  person: boolean
}

/** The parties named one after the other from `at` on; people count only as the first. */
function namesAt(text: string, from: number, clause: Clause, { units, people }: Parties): Named {
  const names: string[] = []
  if (isEverybody(text.slice(from, from + 8))) return { names, end: from, person: false }
  const person = personAt(text, from, clause, people)
  if (person) return { names: [person.name], end: person.end, person: true }
  let at = from
  const next = (i: number) => unitEnd(units, i) ?? eachAt(text, i, clause.end) ?? patternEnd(text, i, clause.end)
  for (;;) {
    const party = next(at)
    if (!party) break
    const { end, name } = typeof party === 'number' ? { end: party, name: text.slice(at, party) } : party
    names.push(name.replace(/同志$/, ''))
    at = end
    BETWEEN.lastIndex = at
    const more = BETWEEN.exec(text)
    const then = more ? at + more[0].length : at
    if (more && then < clause.end && next(then)) at = then
    else break
  }
  return { names, end: at, person: false }
}

/** 请唐万里、秦月同志, 由裴清和同志, 请何必副区长: whoever is asked first; a name alone (沈一诺强调) asks nobody. */
function personAt(text: string, at: number, clause: Clause, people: readonly RawPerson[]): { name: string; end: number } | null {
  const before = people.length > 0 && at > clause.start ? text[at - 1] : ''
  const called = before === '请' || before === '由' || (before === '议' && at - 2 >= clause.start && text[at - 2] === '建')
  let first: RawPerson | null = null
  let end = at
  for (const p of people) {
    if (p.span[0] < at || p.span[0] >= clause.end) continue
    const between = text.slice(end, p.span[0])
    if (first ? !/^(?:同志)?[、和及]$/.test(between) : p.span[0] !== at && !(called && POSTED.test(between))) break
    first ??= p
    end = p.span[1]
  }
  if (!first) return null
  const styled = STYLED.exec(text.slice(end, end + 8))?.[0].length ?? 0
  return called || styled > 0 ? { name: first.name, end: end + styled } : null
}

// 请县委常委、副县长林枫同志
const POSTED = /^[\u4e00-\u9fff、]{2,30}(?:长|书记|主任|主席|常委|委员|专员|部长)$/

const isAsking = letters('要须应等')

function hasAsking(s: string): boolean {
  for (let i = 2; i < s.length && i < 32; i++) if (isAsking(s, i)) return true
  return false
}

// 供水、供电等单位  金融机构要……  施工单位和监理单位须……
const OTHERS = /^[\u4e00-\u9fff、]{2,30}等(?:单位|部门|企业)|^[\u4e00-\u9fff、]{2,14}?(?=要(?![求素点])|须|必须|应当?)/

/** Length of a subject that is no unit; 0 when the clause opens with a verb, an adverb or a word of time. */
function othersAt(s: string): number {
  const m = hasAsking(s) ? OTHERS.exec(s) : null
  return m &&
    openingVerb(m[0]) === '' &&
    !/^(?:同时|此外|特别|尤其|今后|下一步|下步|接下来|当前|其中|并且?|也|还|都|而|会议|对|在|从|以|就|只|既|又|更|才|重|主|需)|[年月日前后内中上下时]$/.test(
      m[0],
    )
    ? m[0].length
    : 0
}

function unitEnd(units: readonly RawUnit[], at: number): number | null {
  for (const unit of units) if (unit.span[0] === at) return unit.span[1]
  return null
}

// 有关同志, 任何单位: nobody in particular
// 市财政部分, 县委托: the last letter belongs to the next word
const RUNS_ON = /^(?:部[分门署位件]|委[员托派任]|局[部面势]|办[理法学公好]|站[点位]|队伍|院[士校落]|社[会区])/
const NO_NAME = /^[并报将再经由向给及与和对请把]/
const VAGUE = /^(?:有关|相关|各位|全体|青年|广大|任何|分管|负责)/

function patternEnd(text: string, at: number, limit: number): number | null {
  UNIT.lastIndex = at
  const m = UNIT.exec(text)
  return m &&
    at + m[0].length <= limit &&
    !/[要在把对将的以及是为用向从到由]/.test(m[0].slice(0, -1)) &&
    !NO_NAME.test(m[0]) &&
    !RUNS_ON.test(text.slice(at + m[0].length - 1, at + m[0].length + 1)) &&
    !(VAGUE.test(m[0]) && /同志$|^任何/.test(m[0])) &&
    openingVerb(m[0]).length < 2
    ? at + m[0].length
    : null
}
