// Reads who is meant by a word for many (各中小学, 规模以上工业企业, 分管县领导) at the head of a clause; everybody (各级各部门) is nobody.

import { startsVerb } from './clause.ts'
import { letters } from './letters.ts'

export interface Party {
  /** Behind the whole subject, 主要负责人 included. */
  end: number
  name: string
}

// 各级各部门, 各单位, 任何单位和个人: everybody is to do it, so nobody in particular
const EVERYBODY =
  /^(?:全[县市省区旗州社]|各级|各地|各单位(?!党)|各部门(?!党)|各有关方面|各方面?|各界|以上|上述|每个|全体|广大|任何|所有|社会各界|大家|有关方面)/

const mayBeAll = letters('全各以上每任广所社大有')

/** 各级, 全县, 任何单位: the clause asks everybody. */
export function isEverybody(s: string): boolean {
  return mayBeAll(s, 0) && EVERYBODY.test(s)
}

const MEMBERS =
  /(?:乡镇街道|苏木乡镇|镇街道?|乡镇|街道|苏木|[县市区旗州盟镇乡村校企所站队组办局委行院馆园厂矿店场户库]|单位|部门|学校|[中小]学|幼儿园|高校|医院|医疗机构|卫生院|企业|公司|园区|景区|社区|机构|领导|党委|党组|党工委|党支部|支部|党组织|政府|专班|网格|银行|中心|成员|负责人|责任人|河长|林长|链长|路长|田长|合作社|协会|商会|指挥部|领导小组|项目|业主|[股科]室|网点|工地|市场|基地|平台|管委会|服务区|码头|客运站|车站|水库)$/
// 各责任单位主要负责人: the unit is asked
const HEADS = /(?:党政)?(?:(?:主要|分管|有关|具体)(?:负责人|负责同志|领导(?:同志)?|责任人)|负责人|负责同志|主官)$/
// 规模以上工业企业要, 云麓古寨景区要, 二级以上医院须
const NAMED =
  /^[\u4e00-\u9fff]{2,14}(?:企业|景区|医院|学校|医疗机构|金融机构|银行|园区|乡镇|镇街|政府|办事处|村委会|居委会|物业|业主|街道|单位|部门|公司|领导|协会|商会|合作社|专班|机构|[乡镇]村)$/
const ENDS =
  /(?<!主)要|[须应可]|务必|必须|每|[于在将把按对]|负责(?!人|同志)|牵头(?!单位|部门|领导)|统一|立即|至少|[、，,和及\d]|配合|参加|协助|参与/y
const BRACKET = /^[（(][市县区旗州镇乡街道、]{1,8}[）)]/
const LONGEST = 24

/** 各…… at `at`: up to the word with which its deed begins. */
export function eachAt(text: string, at: number, limit: number): Party | null {
  if (text[at] !== '各') return null
  const until = Math.min(limit, at + LONGEST)
  for (let i = at + 2; i < until; i++) {
    // 各县（市、区）党政主要负责同志要
    const bracket = BRACKET.exec(text.slice(i, i + 12))
    if (bracket) {
      i += bracket[0].length - 1
      continue
    }
    ENDS.lastIndex = i
    const ends = ENDS.test(text)
    // 各县党政主要负责同志: 主要 may begin a deed, but the subject goes on
    const party = ends || startsVerb(text, i) ? partyOf(text, at, i) : null
    if (party || ends) return party
  }
  return null
}

function partyOf(text: string, at: number, end: number): Party | null {
  const whole = text.slice(at, end)
  const name = whole.replace(HEADS, '')
  const isOne = (s: string) => s.length > 1 && (MEMBERS.test(s) || /[）)]$/.test(s))
  if (/[的了是为以从向到由]/.test(whole)) return null
  return isOne(name) ? { end, name } : isOne(whole) ? { end, name: whole } : null
}

const isAsking = letters('要须必务应')

function asksSoon(s: string): boolean {
  for (let i = 2; i < s.length && i < 18; i++) if (isAsking(s, i)) return true
  return false
}

/** 规模以上工业企业要……: a word for some, straight before 要, 须 or 应. */
export function someAt(s: string): string | null {
  const m = asksSoon(s) ? /^[\u4e00-\u9fff]{2,16}?(?=要(?![求素点])|须|必须|务必|应(?![急用]))/.exec(s)?.[0] : null
  return m && NAMED.test(m) && !/[的了是为以从向到由等对在将把]|^(?:有关|相关)?(?:单位|部门)$/.test(m.replace(/以[上下]/, '')) ? m : null
}
