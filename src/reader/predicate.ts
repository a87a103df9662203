// Judges whether one clause of a demand asks for something itself, by its modal, verb, time or figure; never judges a whole item.

import type { Values } from './action.ts'
import { allows, type Clause, deedIn, hasBound, hasModal, hasResult, isPremise, openingVerb, serves, verbWithin } from './clause.ts'
import { letters } from './letters.ts'
import type { Span } from './reading.ts'
import { sign, signsIn } from './signs.ts'
import type { Subject } from './subject.ts'

// 今年是……的一年, 16件正在办理, 做好……至关重要: how things are
const STATES =
  /^(?:[^，]{0,10}[年月日]|这|这次|此次|当前)?是(?!要)[^，]+$|正在|尚未|仍未|目前|至关重要|十分重要|意义重大|刻不容缓|势在必行|(?:可行|属实|不错|很好)$|作为[^，]*(?:人|手|者|队|主体|主力|窗口|阵地)$|(?:滞后|偏慢|缓慢|不足|不够|不力|不到位)$/
// 联系人：…… 包联领导：……: who is named, not what is asked for
const NAMES_PEOPLE =
  /^(?:联系人|联系电话|联络员|(?:值班|举报|监督|咨询|服务|报警|应急|热线)?(?:电话|热线|传真|邮箱)|其余(?![^，]{0,8}由|[^，：:]{1,16}(?:完成|完工|到位|建成|办结|销号|竣工|投用))|下同|[^：:]{0,6}(?:领导|组长|负责人|责任人|召集人)[：:])/
// 会战期间实行日调度、周通报, 即日起至6月底为重点管控期: an arrangement of the whole paper
const ARRANGES =
  /^(?:(?:(?!实行|实施|执行)[^，]){0,12}(?:期间|[日月年]|期内))?(?:实行|实施|执行)?[日周旬月季每零]?[^，]{0,6}(?:调度|报告|通报|排名)(?:制度|制)?$/

// 制定本细则; 本办法由县民政局负责解释; 自2026年4月1日起施行: about the paper itself
const OF_THE_PAPER =
  /^(?:特|现)?制[定订]本[\u4e00-\u9fff]{2,4}$|^本[\u4e00-\u9fff]{2,6}(?:由[^，]{2,20}(?:负责)?解释|自[^，]{2,20}(?:施行|执行|实施|生效))|有效期[^，]{1,4}年$|^由[^，]{2,10}(?:兼|担)?任[^，]{2,16}$/

// 沈一诺同志任县水利局局长, 免去白露同志的职务: the meeting appoints, and nobody is to do it
const APPOINTS =
  /^(?:任命|免去|聘任|提名|决定任命|[\u4e00-\u9fff]{2,4}(?:同志)?(?:不再)?(?:挂职|兼)?(?:任|担任|兼任)(?=[县市省区州旗镇乡党委副主书局]))/

// 原则同意县城管局提出的改造方案: what the meeting did itself
const APPROVES =
  /^(?:会议)?(?:原则上?)?(?:审议)?(?:并)?(?:原则)?(?:同意|通过)[^，]{2,50}(?:方案|意见|报告|规划|计划|办法|建议|名单|请示|草案|汇报|事项|细则|预案)(?:（[^）]*）)?》?$/
const CASE = /^[^，]{2,60}的，/
// 对已收回的地块，由县自然资源局组织出让: what is past is only said of the object
const OBJECT = /^(?:对|凡|凡是)[^，]{2,40}，/
// 照张县长批示抓紧落实, 按会议要求尽快办理
const CARRIES_OUT =
  /^请?(?:照|按|按照|遵照)[^，。]{2,30}(?:批示|指示|要求|意见|部署)(?:精神)?(?:抓紧|认真|尽快|迅速|切实|全面|从速)*(?:抓好|落实|办理|执行|推进|整改)/
const CONCERNS = /^涉及[^，]{2,30}的，/
// 其余部分由县城投集团筹集
const THE_REST = /^其余(?:[^，]{0,8}?(?=由)|\d+[个处座项件条户所家]?)/
// 逾期的不再享受
const REFUSES = /^(?:[逾超过]期|凡|对|未|超过|不符合)[^，]{0,20}的?(?:一律)?(?:不再|不予)[\u4e00-\u9fff]{2}/
// 搬迁安置关系社会稳定: why it matters
const MATTERS = /^[^，]{2,14}(?:关系|事关|关乎)[^，]{2,20}$/

// Letters without which a pattern cannot fit
const COLON = sign('：:')
const PAPER = sign('本期由')
const APPROVAL = sign('意过')
const POST = sign('任免聘')
const BY = sign('由')
const LIMIT = sign('限')
const OVER = sign('了已曾')
const MATTER = sign('关')
const REFUSAL = sign('再予')
const ARRANGEMENT = sign('实')

const opensName = letters('联电传邮其下值举监咨服报应热')
const opensManner = letters('请照按遵')

/** The clause tells those who read a note to do as it says. */
export function carriesOut(s: string): boolean {
  return opensManner(s, 0) && CARRIES_OUT.test(s)
}

// 每项扣2分, 罚款500元, 较上年再降10%
const PENALTY = /(?:扣|罚|奖|补|再降|再减|再增|再压减?)(?:减|除|款|励|助|发|给)?(?:绩效|考核|年度)?\d/
// 盼贵县给予配套, 望各单位遵照执行
const BEGS = /^(?:敬?盼|敬请|恳请|烦请|望(?=各|贵|你|请|遵|认真|周知|予以))[\u4e00-\u9fff]{3}/
// 整改不到位绝不复产
const NEVER = /[绝决]不(?![是会能同])[\u4e00-\u9fff]{2}/

// 已完成投资, 取得了成效
const PAST = /(?:已经?|曾)[^，]{1,}|[^为不]了(?![之解结]).{0,3}$|取得了/
// 但也要清醒看到
const TURNS_TO_FAULTS = /^(?:但是?|同时|也|还|又|更|我们|此外)*(?:要|应当?|必须)(?:清醒|深刻|充分|客观)?地?(?:看到|认识到|承认|意识到)/

/** But one has to see: how things are follows. */
export function turnsToFaults(s: string): boolean {
  return TURNS_TO_FAULTS.test(s)
}

/** The clause asks for something. */
export function isDemand(text: string, clause: Clause, values: Values, subject: Subject): boolean {
  const s = text.slice(clause.start, clause.end)
  const signs = signsIn(text, clause.start, clause.end)
  if (s.length < 3 || ((signs & COLON || opensName(s, 0)) && NAMES_PEOPLE.test(s))) return false
  if (signs & PAPER && OF_THE_PAPER.test(s)) return false
  if (signs & APPROVAL && APPROVES.test(s)) return false
  if (signs & POST && APPOINTS.test(s) && !hasModal(s)) return false
  if (carriesOut(s)) return true
  // 涉及的27户房屋由镇政府负总责: behind 由 stands who does it
  if (
    subject.lead &&
    text[subject.end] !== '的' &&
    signs & BY &&
    subject.end < clause.end &&
    !s.startsWith('由') &&
    openingVerb(text.slice(subject.end, clause.end)).length > 1
  )
    return true
  // 涉及国有资产的，县财政局把关: the case, and then the task
  if (isPremise(s.startsWith('涉及') ? s.replace(CONCERNS, '') : s.startsWith('其余') ? s.replace(THE_REST, '') : s))
    return givesTo(text, clause, values) || /^经[^，]{2,20}后(?:报|[\u4e00-\u9fff]{2}[\u4e00-\u9fff])/.test(s)
  if (signs & LIMIT && (s.includes('时限') || s.includes('期限')) && within(clause, values.dates)) return true
  if (hasModal(s)) return !TURNS_TO_FAULTS.test(s)
  if (signs & OVER && PAST.test(s.replace(OBJECT, ''))) return false
  if (signs & MATTER && MATTERS.test(s)) return false
  if (signs & REFUSAL && REFUSES.test(s)) return true
  if (s.startsWith('让我们')) return false
  if (allows(s) || (s.startsWith('为') && serves(s))) return true
  // 对签约满3个月仍未开工的，由县政府约谈: the state is only the case
  if (STATES.test(s.includes('的，') ? s.replace(CASE, '') : s) || announces(s)) return false
  if ('期区处个户人点'.includes(s.at(-1)!) && /(?:为|是|共有|涉及|属于)[^，]*$/.test(s) && !openingVerb(s)) return false
  if (!subject.lead && signs & ARRANGEMENT && s.includes('实行') && ARRANGES.test(s)) return false
  if (openingVerb(s)) return true
  if (opensWithLimit(clause, values)) return true
  if (PENALTY.test(s) || NEVER.test(s) || BEGS.test(s)) return true
  const figures = within(clause, values.quantities) || within(clause, values.dates)
  if (figures && (hasBound(s) || hasResult(s))) return true
  // 车位配比不低于1:1.2
  if (RATIO.test(s) && hasBound(s)) return true
  if (s.includes('报') && HANDS_UP.test(s)) return true
  if (verbWithin(s) >= 0 && (figures || s.length > 8 || /^(?:一经|逾期|凡|对)/.test(s))) return true
  return does(text, clause, values, subject) || endsAfterLimit(text, clause, values)
}

const RATIO = /\d\s*[:：∶]\s*\d/
// 方案于9月10日前报县政府审议, 有关情况及时报县政府
const HANDS_UP = /(?:[前内日]|及时|按时|随时|同步|一并|按程序)报[省市县区州旗镇乡]/

// 机械人员进场, 资金拨付到位: how it stands when it is done
const DONE =
  /^(?![^，]*(?:已|未|不|曾|了$))[\u4e00-\u9fff、]{2,12}(?:进场|敲定|到位|销号|清零|见底|见效|落地|铺开|到户|到人|到岗|见到成效|取得实效|收官|闭环|上线|投用|投产|通车|归零|到账|完工|竣工|封顶|拆除|腾空|清运|交付|签约)$/

/** Behind another demand of the same sentence, a state to be reached: 县水务局10月底前完成招标，机械人员进场. */
export function reaches(s: string): boolean {
  return DONE.test(s)
}

/** 县政府督查室将紧盯……: what the issuer is going to do himself. */
function announces(s: string): boolean {
  if (!s.includes('将')) return false
  // 我县将出资240万元: a pledge
  if (/^我[省市县区州旗镇乡局委办]将/.test(s)) return true
  const subject = /^[^将]{1,20}(?:室|局|委|办|组|部|府|院|中心|厅|防指|指挥部|专班|委员会)将/.exec(s)
  const deed = subject ? s.slice(subject[0].length) : ''
  return (
    openingVerb(deed).length > 1 ||
    /^(?:不定期|适时|择机|定期|随机|视情|于\d|在\d)/.test(deed) ||
    /^对[^，]{2,24}(?:进行|开展|实施)/.test(deed)
  )
}

export function within(clause: Clause, items: readonly { span: Span }[]): boolean {
  return items.some(x => x.span[0] >= clause.start && x.span[1] <= clause.end)
}

/** 6月10日前报送总结, 每周五报进展 */
function opensWithLimit(clause: Clause, values: Values): boolean {
  return values.dates.some(
    d =>
      d.span[0] >= clause.start &&
      d.span[0] - clause.start < 3 &&
      d.span[1] < clause.end &&
      (d.every !== undefined || /[前底末内后]$/.test(d.text)),
  )
}

/** 主干道积雪24小时内清通: hardly anything but the verb after the time limit. */
function endsAfterLimit(text: string, clause: Clause, values: Values): boolean {
  return values.dates.some(
    d =>
      d.span[0] >= clause.start &&
      d.span[1] < clause.end &&
      clause.end - d.span[1] <= 5 &&
      (d.every !== undefined || /[前底末内后]$/.test(d.text)) &&
      /^[\u4e00-\u9fff]{2,5}$/.test(text.slice(d.span[1], clause.end)),
  )
}

/** 为86户困难群众发放补贴: 为 with a figure behind it names who is served, and the verb what is asked for. */
function givesTo(text: string, clause: Clause, values: Values): boolean {
  const s = text.slice(clause.start, clause.end)
  const served = s.startsWith('为') ? values.quantities.find(q => q.span[0] - clause.start < 6 && q.span[0] > clause.start) : undefined
  return served !== undefined && served.span[1] < clause.end && verbWithin(text.slice(served.span[1], clause.end)) >= 0
}

// 县乡村振兴局可引入……, 县林业局对来件即来即办, 县信访局把……
const TURNS = /^(?:[对将把向与按]|可以?(?!以)|负责)[^，]{3,}/

// 由市城投集团通过融资解决
const BY_MEANS = /^通过[^，]{2,16}(?:解决|筹集|筹措|保障|落实|补足|配套)$/

/** A unit that does something, said without 要: 县融媒体中心开设专栏, 县考核办据实评分, 各村于每周五前将台账报县农业局 */
function does(text: string, clause: Clause, values: Values, subject: Subject): boolean {
  if (!subject.lead) return false
  const at = '于在'.includes(text[subject.end]!) ? subject.end + 1 : subject.end
  const limit = values.dates.find(d => d.span[0] === at)
  if (limit) return limit.span[1] < clause.end - 2
  const rest = deedIn(text.slice(subject.end, clause.end))
  return openingVerb(rest).length > 1 || TURNS.test(rest) || BY_MEANS.test(rest)
}
