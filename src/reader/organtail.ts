// Reads where the name of a body ends: one made up for the purpose (县森林防火工作专班), and what hangs on it (办公室, 青禾分局, 督查科); knows no list of bodies.

import { letters } from './letters.ts'
import { isHan } from './name.ts'
import { makeTrie } from './trie.ts'
import { BODY_ENDS, BODY_STOPS } from './words/bodies.ts'

const ends = makeTrie(BODY_ENDS)
const stops = makeTrie(BODY_STOPS)

/** No name goes on over the word at `at`. */
export function stopsAt(text: string, at: number, end: number): boolean {
  return stops.longest(text, at, end) > at
}

// 县域, 县级, 县直: the level letter begins a word that names nobody
const NOT_MADE = /^(?:域|级|内|外|直|属|辖|区|长|情|民|界|乡镇|乡两|乡村(?!振)|人(?!民|力|社|防|武|才|事)|中心城|各)/

const mayBeNone = letters('域级内外直属辖区长情民界乡人中各')

/** The end of a body made up for the purpose, or 0; `first` when nothing of it was read yet. */
export function madeUp(text: string, at: number, end: number, first: boolean): number {
  const limit = Math.min(end, at + 18)
  if (first && mayBeNone(text, at) && NOT_MADE.test(text.slice(at, at + 3))) return 0
  for (let k = at; k < limit; k++) {
    const code = text.charCodeAt(k)
    if (!isHan(code)) return 0
    // a firm's whole name is read from its end
    if ((code === 0x6709 && text[k + 1] === '限') || (code === 0x80a1 && text[k + 1] === '份')) return 0
    const stop = ends.longest(text, k, limit)
    if (stop > k && k - at >= 2 && isBodyEnd(text, k, stop)) return stop
    if (stop > k && first && k - at === 1 && stop - k > 1 && isBodyEnd(text, k, stop)) return stop
    const halt = stops.longest(text, k, limit)
    // 市应急管理委员会
    if (halt > k && !text.startsWith('应急', k)) return 0
  }
  return 0
}

// 布局, 办理, 中心城区, 组织, 协会议: the ending is part of another word
function isBodyEnd(text: string, k: number, stop: number): boolean {
  const next = text[stop] ?? '。'
  const last = text[stop - 1]!
  if (last === '局' && stop - k === 1) return !'格布全大开结时当政残僵破定终'.includes(text[k - 1]!) && !'面部势限域促'.includes(next)
  if (last === '办' && stop - k === 1) return !'公理法事学案结好实成'.includes(next) && !'主承协举督交创合开兴'.includes(text[k - 1]!)
  // 县行政中心二号会议室: a house, and nobody acts
  if (last === '心')
    return !'城镇区工任思意组骨'.includes(next) && !/(?:行政|会议|会展|市民)中心$/.test(text.slice(Math.max(0, stop - 4), stop))
  if (last === '厅')
    return !'级长局'.includes(next) && !/(?:功能|报告|会议|宴会|演播|服务大)厅$/.test(text.slice(Math.max(0, stop - 4), stop))
  if (last === '学' || last === '校') return !'生校习长车园'.includes(next) && !/^[中小]?[中小]学/.test(text.slice(k - 1, stop))
  if (last === '队') return next !== '伍'
  if (last === '组') return !'织成建'.includes(next)
  if (last === '委') return !'员托派'.includes(next)
  if (last === '园' || last === '区') return next !== '区' && next !== '域'
  return true
}

/** 市生态环境局青禾分局, 县纪委监委派驻第三纪检监察组, 松岗镇人民政府 */
export function tailOf(text: string, at: number, end: number): number {
  const rest = text.slice(at, Math.min(end, at + 16))
  const ofPlace = namesPlace(text, at - 1)
  // 县委全面深化改革委员会办公室
  if (
    rest.startsWith('办公室') &&
    /(?:委员会|委会|领导小组|指挥部|小组|专班|[防灭]指|(?<![县市省区州旗])委|联席会议)$/.test(text.slice(Math.max(0, at - 4), at))
  )
    return at + 3
  // 县森防指办; but 县防指办理
  if (text[at - 1] === '指' && rest[0] === '办' && !'公理法事学案结'.includes(rest[1] ?? '。')) return at + 1
  // 县茶业集团有限公司
  const firm = text.startsWith('集团', at - 2) ? /^(?:股份有限|有限责任|有限)公司/.exec(rest) : null
  if (firm) return at + firm[0].length
  // 县产业园区管委会, 云台山景区管委会
  const board = ofPlace ? /^(?:管委会|管理委员会|党工委)(?:办公室)?/.exec(rest) : null
  if (board && /[区园]$/.test(text[at - 1]!)) return at + board[0].length
  // 县现代农业产业园服务中心
  const runs = ofPlace ? /^(?:管理|服务|建设|发展|运营)+(?:中心|局|处|所)/.exec(rest) : null
  if (runs) return at + runs[0].length
  const branch =
    mayBranch(rest) &&
    /^(?:驻|派驻)[^，。、；]{2,10}?(?:纪检监察组|纪检组)|^(?:[\u4e00-\u9fa5]{2,4}|[\u4e00-\u9fa5]{2,3}[市州][\u4e00-\u9fa5]{1,3}[县市区旗])(?:分局|支局|分中心|分公司|中心支行|支行|分行|营业部|调查队)/.exec(
      rest,
    )
  if (branch && stops.longest(text, at, at + 1) === at) return at + branch[0].length
  // 县委办公室督查科
  const section = opensSection(rest, 0) ? SECTION.exec(rest) : null
  if (section) return at + section[0].length
  // 县公安局交警大队, 县住建局执法大队
  const squad = text[at - 1] === '局' ? /^[\u4e00-\u9fa5]{2,6}?(?:大队|支队|中队)/.exec(rest) : null
  return squad && !SQUAD_STOP.test(squad[0]) ? at + squad[0].length : at
}

const namesPlace = letters('园区库馆')
const endsBranch = letters('局心司行部队组')

/** Whether a word that branches end in stands there: 分局, 支行, 纪检监察组 */
function mayBranch(rest: string): boolean {
  for (let i = 3; i < rest.length; i++) if (endsBranch(rest, i)) return true
  return false
}

const opensSection = letters('督综秘信法财人业行执审规目政项投绩考监联文会机保值调预国社农资土环安')
const SECTION =
  /^(?:督查|综合|秘书|信息|法规|财务|人事|业务|行政|执法|审批|规划|综合调研|目标管理|政策法规|项目|投资|绩效|考核|监督|联络|文书|会务|机要|保密|值班|政务|信访|调研|预算|国库|社保|农业|资产|土地|环评|安全)(?:[一二三四五]?科|股)(?![学技研])/

const SQUAD_STOP = /[的要由会和与及联组对牵配、，负]/
